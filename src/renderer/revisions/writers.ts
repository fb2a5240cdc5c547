import type { ParagraphHunk } from '../../shared/text/hunks.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';

/** Who wrote a record, and the number of the revision it is; null where the words are older than the comparison. */
export interface Writer {
  readonly initials: string;
  /** "Grace Okafor in revision 5". */
  readonly told: string;
}

/** The writer of a stretch of words. */
export function writerOf(draft: DraftSession, record: string | null): Writer | null {
  const entry = draft.view?.state.timeline.find((one) => one.record === record);
  if (entry === undefined) return null;
  const name = draft.personName(entry.author);
  const revision = draft.view?.state.revisions.find((one) => one.id === record)?.number;
  const letters = draft.initials(entry.author);
  return {
    initials: revision === undefined ? letters : `${letters} ${revision}`,
    told: revision === undefined ? name : `${name} in revision ${revision}`,
  };
}

/** Everybody who changed words of a paragraph: "By Grace Okafor in revision 5 and Tom Hale in revision 6". */
export function hunkWriters(draft: DraftSession, { pieces }: ParagraphHunk): string {
  const told = pieces.flatMap((piece) =>
    (piece.by ?? []).flatMap((one) => writerOf(draft, one.by)?.told ?? []),
  );
  const names = [...new Set(told)];
  return names.length === 0 ? '' : `By ${new Intl.ListFormat('en-GB').format(names)}`;
}
