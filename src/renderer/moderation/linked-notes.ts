import { shown } from '../../shared/records/settled.ts';
import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';

/** A note linked to an area's criteria, and which way. */
export interface LinkedNote extends EvidenceNote {
  readonly way: 'for' | 'against';
  /** The numbers of the area's criteria that it is linked to, counted from 1. */
  readonly criteria: readonly number[];
}

/** The notes that are linked to criteria of an area, or to one of them, each once, in the order of their codes. */
export function linkedEvidence(
  draft: Pick<DraftSession, 'state' | 'areas'>,
  area: string,
  criterion = '',
): readonly LinkedNote[] {
  const state = draft.state;
  const criteria = draft.areas.find(({ id }) => id === area)?.criteria.map((criterion) => criterion.id) ?? [];
  const ways = new Map<string, 'for' | 'against'>();
  const linked = new Map<string, number[]>();
  for (const link of state?.links ?? []) {
    const way = shown(link.values);
    const number = criteria.indexOf(link.criterion) + 1;
    if (number === 0 || (way !== 'for' && way !== 'against')) continue;
    linked.set(
      link.note,
      [...(linked.get(link.note) ?? []), number].toSorted((a, b) => a - b),
    );
    if (criterion === '' || link.criterion === criterion) ways.set(link.note, way);
  }
  return (state?.notes ?? [])
    .flatMap((note) => {
      const way = ways.get(note.id);
      return way === undefined || note.erased ? [] : [{ ...note, way, criteria: linked.get(note.id) ?? [] }];
    })
    .toSorted((a, b) => a.code.localeCompare(b.code));
}
