import { shown } from '../../shared/records/settled.ts';
import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';

/** A note linked to an area's criteria, and which way. */
interface LinkedNote extends EvidenceNote {
  readonly way: 'for' | 'against';
}

/** The notes that are linked to criteria of an area, each once, in the order of their codes. */
export function linkedEvidence(
  draft: Pick<DraftSession, 'state' | 'areas'>,
  area: string,
): readonly LinkedNote[] {
  const state = draft.state;
  const criteria = draft.areas.find(({ id }) => id === area)?.criteria.map((criterion) => criterion.id) ?? [];
  const ways = new Map<string, 'for' | 'against'>();
  for (const link of state?.links ?? []) {
    const way = shown(link.values);
    if (criteria.includes(link.criterion) && (way === 'for' || way === 'against')) ways.set(link.note, way);
  }
  return (state?.notes ?? [])
    .flatMap((note) => {
      const way = ways.get(note.id);
      return way === undefined || note.erased ? [] : [{ ...note, way }];
    })
    .toSorted((a, b) => a.code.localeCompare(b.code));
}
