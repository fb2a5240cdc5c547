import type { EarlierRecord, LaterIntent } from '../session/later-intent.ts';
import { addendumWritten } from '../../../shared/evidence/addendum-written.ts';
import { evidenceLinked } from '../../../shared/evidence/evidence-linked.ts';
import { evidenceNoted } from '../../../shared/evidence/evidence-noted.ts';
import type { mapEvidenceRows, MappedNote } from '../../../shared/evidence/map-evidence-rows.ts';

/** A note, what was added to it, and its links: all made from the records before them. */
function intentsOf(note: MappedNote, code: string): readonly LaterIntent[] {
  const { row, links, added, ...said } = note;
  const noted: LaterIntent = (earlier) =>
    evidenceNoted.write({ ...said, code, from: { import: earlier[0]?.id ?? '', row } });
  const own = (earlier: readonly EarlierRecord[]): string =>
    earlier.findLast(({ type }) => type === evidenceNoted.type)?.id ?? '';
  return [
    noted,
    ...(added === ''
      ? []
      : [(earlier: readonly EarlierRecord[]) => addendumWritten.write({ note: own(earlier), text: added })]),
    ...links.map(
      (link): LaterIntent =>
        (earlier) =>
          evidenceLinked.write({ ...link, note: own(earlier), over: [] }),
    ),
  ];
}

/** How many records a note makes. */
export function recordsOf({ added, links }: MappedNote): number {
  return 1 + (added === '' ? 0 : 1) + links.length;
}

/** What makes the records of all notes, each note let go once its records are asked for: `left` has the first one last. */
export function* intentsOfAll(
  left: MappedNote[],
  links: ReturnType<typeof mapEvidenceRows>['links'],
  next: (kind: MappedNote['kind']) => string,
): Generator<LaterIntent> {
  for (let note = left.pop(); note !== undefined; note = left.pop()) yield* intentsOf(note, next(note.kind));
  for (const { row: _row, code: _code, ...link } of links)
    yield () => evidenceLinked.write({ ...link, over: [] });
}
