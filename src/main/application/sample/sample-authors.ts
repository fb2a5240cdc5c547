import { RecordChain } from '../session/record-chain.ts';
import type { Keys, Ports } from '../../ports/ports.ts';
import type { StorageFault, Workspace } from '../../ports/storage-ports.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { SignedRecord } from '../../../shared/records/record.ts';
import { done, type Result } from '../../../shared/result.ts';

/** A fictional person of the sample with keys of their own, made for it and thrown away after. */
export interface SampleAuthor {
  readonly person: string;
  readonly device: string;
  readonly keys: Keys;
}

/** Lets several people write one history, each knowing all before: their records, by device, in order. */
export class SampleHistory {
  readonly #ports: Ports;
  readonly #chains = new Map<string, RecordChain>();
  #now = 0;
  #draft: string | null = null;
  #last: SignedRecord | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** The draft's id, once its first record is there. */
  get draft(): string {
    return this.#draft ?? '';
  }

  /** Adds a record by an author at a claimed time ("2026-10-06T10:20"). */
  async add(author: SampleAuthor, at: string, intent: Intent): Promise<SignedRecord> {
    this.#now = Date.parse(`${at}:00Z`);
    let chain = this.#chains.get(author.device);
    const heads = this.#last === null ? [] : [this.#last.id];
    const lamport = (this.#last?.lamport ?? 0) + 1;
    if (chain === undefined) {
      const place = {
        draft: this.#draft,
        author: author.person,
        key: author.device,
        seq: 1,
        prev: null,
        heads,
        lamport,
      };
      chain = new RecordChain(
        { ...this.#ports, clock: { now: () => this.#now }, keys: author.keys },
        place,
        'device',
      );
      this.#chains.set(author.device, chain);
    } else chain.know(heads, lamport);
    this.#last = await chain.add(intent);
    this.#draft ??= this.#last.id;
    return this.#last;
  }

  /** Writes every device's log into a workspace. */
  async write(workspace: Workspace, slug: string): Promise<Result<{ draft: string }, StorageFault>> {
    const [first, ...others] = [...this.#chains];
    const draft = this.#draft ?? '';
    if (first === undefined) return done({ draft });
    const made = await workspace.createDraft(slug, draft, first[0], first[1].lines());
    if (!made.ok) return made;
    for (const [device, chain] of others) {
      const appended = await workspace.append(made.value, device, chain.lines());
      if (!appended.ok) return appended;
    }
    return done({ draft });
  }
}
