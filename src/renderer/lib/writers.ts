import { listOf } from '../../shared/words.ts';
import type { ComparedParagraph } from '../../shared/text/compared-text.ts';
import type { DraftSession } from './draft-session.svelte.ts';

/** Who wrote a record, and the number of the revision it is; null where the words are older than the comparison. */
export interface Writer {
  readonly initials: string;
  /** "Grace Okafor in revision 5". */
  readonly title: string;
}

/** The writer of a stretch of words. */
export function writerOf(draft: DraftSession, record: string | null): Writer | null {
  const line = draft.state?.timeline.find((entry) => entry.record === record);
  if (line === undefined) return null;
  const name = draft.personName(line.author);
  const revision = draft.state?.revisions.find(({ id }) => id === record)?.number;
  const letters = draft.initials(line.author);
  return {
    initials: revision === undefined ? letters : `${letters} ${revision}`,
    title: revision === undefined ? name : `${name} in revision ${revision}`,
  };
}

/** Everybody who changed words of a paragraph: "By Grace Okafor in revision 5 and Tom Hale in revision 6". */
export function writersOf(draft: DraftSession, { words }: ComparedParagraph): string {
  const titles = words.flatMap(({ by = [] }) =>
    by.flatMap((authored) => writerOf(draft, authored.by)?.title ?? []),
  );
  const names = [...new Set(titles)];
  return names.length === 0 ? '' : `By ${listOf(names)}`;
}
