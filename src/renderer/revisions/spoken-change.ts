import type { ComparedParagraph } from '../../shared/text/compared-text.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { paragraphLabel } from './folds.ts';
import { writersOf } from '../lib/writers.ts';

const longest = 240;

function quoted(text: string): string {
  const said = text.trim().replaceAll(/\s+/g, ' ');
  return `“${said.length > longest ? `${said.slice(0, longest)} …` : said}”`;
}

/** A changed paragraph in plain words, edit by edit, for whoever hears the comparison. */
export function spokenChange(draft: DraftSession, paragraph: ComparedParagraph): string {
  const words = paragraph.words.filter(({ text }) => text.trim() !== '');
  const edits = words.flatMap(({ kind, text }, index): readonly string[] => {
    const [previous, next] = [words[index - 1], words[index + 1]];
    if (kind === 'removed')
      return [
        next?.kind === 'added' ? `${quoted(text)} became ${quoted(next.text)}` : `Took out ${quoted(text)}`,
      ];
    return kind === 'added' && previous?.kind !== 'removed' ? [`Wrote ${quoted(text)}`] : [];
  });
  const moved =
    edits.length === 0 && paragraph.kind.startsWith('moved')
      ? [quoted(words.map(({ text }) => text).join(''))]
      : [];
  const writers = writersOf(draft, paragraph);
  return [paragraphLabel(paragraph), ...edits, ...moved, ...(writers === '' ? [] : [writers])]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}
