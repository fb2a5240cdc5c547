import { withoutCitations } from '../evidence/citations.ts';
import { findingId, type CheckedReport, type ReportFinding } from './report-finding.ts';

/** So many words in a row are no accident. */
const run = 8;
const word = /[\p{L}\p{N}]+/gu;

interface Placed {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function wordsOf(text: string): readonly Placed[] {
  return [...text.matchAll(word)].map((match) => ({
    text: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function keyAt(words: readonly Placed[], at: number): string {
  return words
    .slice(at, at + run)
    .map((word) => word.text)
    .join(' ');
}

/** Stretches of eight words and more that stand word for word in an evidence note, where people may know them again. */
export function checkNoteWords({ sections, notes }: CheckedReport): readonly ReportFinding[] {
  const noteOf = new Map<string, string>();
  for (const { code, text } of notes) {
    const words = wordsOf(withoutCitations(text));
    for (let at = 0; at + run <= words.length; at += 1) noteOf.set(keyAt(words, at), code);
  }
  return sections.flatMap(({ id, text }): readonly ReportFinding[] => {
    const words = wordsOf(text);
    const found: ReportFinding[] = [];
    for (let at = 0; at + run <= words.length; at += 1) {
      const code = noteOf.get(keyAt(words, at));
      if (code === undefined) continue;
      let end = at + run;
      while (end < words.length && noteOf.get(keyAt(words, end - run + 1)) === code) end += 1;
      const from = words[at]?.from ?? 0;
      const to = words[end - 1]?.to ?? from;
      const said = text.slice(from, to).replaceAll(/\s+/g, ' ');
      found.push({
        id: findingId('words-of-a-note', id, said),
        kind: 'words-of-a-note',
        weight: 'suggestion',
        section: id,
        from,
        to,
        times: 1,
        words: said,
        reason: `These words stand in ${code} as they are. Could somebody recognise themselves, or be recognised?`,
        instead: [],
      });
      at = end - 1;
    }
    return found;
  });
}
