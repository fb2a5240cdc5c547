import type { Knowledge } from '../records/ancestry.ts';
import { ChainedRecords } from '../records/chained-records.ts';

/** Whether a record's author had a role: never gave anybody it, it had ended by then, or it stood. */
export type Standing = 'none' | 'ended' | 'stands';

/**
 * What one person was given of one role, and what of it was taken away. A grant stands for a record that knows it where
 * each removal is known to the grant, so that it was given again, or knows the record, so that it came later. No removal
 * does both, since the record knows the grant: so the grant stands where both numbers together are all removals, and of
 * the grants that a record knows only the one that knows most of them need be looked at.
 */
export class RoleGrants {
  readonly #removals: ChainedRecords;
  readonly #grants: ChainedRecords;

  constructor(grants: readonly Knowledge[], removals: readonly Knowledge[]) {
    this.#removals = new ChainedRecords(removals);
    this.#grants = new ChainedRecords(grants, (grant) => this.#removals.knownTo(grant).count);
  }

  /** What of the role a record's author had. */
  of(record: Knowledge): Standing {
    const { count, greatest } = this.#grants.knownTo(record);
    if (count === 0) return 'none';
    return this.#standsBy(greatest, record) ? 'stands' : 'ended';
  }

  /** Whether this grant stands for a record that knows it. */
  isStanding(grant: Knowledge, record: Knowledge): boolean {
    return this.#standsBy(this.#removals.knownTo(grant).count, record);
  }

  /** Whether this grant stands now: it knows of every removal. */
  isStandingNow(grant: Knowledge): boolean {
    return this.#removals.knownTo(grant).count === this.#removals.size;
  }

  #standsBy(known: number, record: Knowledge): boolean {
    return known + this.#removals.countKnowing(record) === this.#removals.size;
  }
}
