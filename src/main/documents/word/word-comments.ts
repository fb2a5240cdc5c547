import type { Element } from '@xmldom/xmldom';
import type { WordParagraph } from './word-paragraph.ts';
import { wordParagraphs, type WordSurroundings } from './word-paragraphs.ts';
import { childrenOf, nameOf, propertyOf } from './word-xml.ts';
import type { ReportComment } from '../../../shared/report/report-file.ts';

/** The comments of a document, each with the words it lies on; those on words that were taken out have none. */
export function wordComments(
  comments: Element | null,
  paragraphs: readonly WordParagraph[],
  surroundings: WordSurroundings,
): readonly ReportComment[] {
  if (comments === null) return [];
  const quotes = new Map<string, string>();
  for (const { runs } of paragraphs)
    for (const run of runs)
      if (run.taken === null && !run.hidden)
        for (const id of run.comments) quotes.set(id, `${quotes.get(id) ?? ''}${run.text}`);
  return childrenOf(comments)
    .filter((child) => nameOf(child) === 'w:comment')
    .map((child) => ({
      author: propertyOf(child, 'author') ?? 'Someone unnamed',
      at: propertyOf(child, 'date') ?? '',
      text: wordParagraphs(child, surroundings)
        .map(({ runs }) => runs.map((run) => run.text).join(''))
        .join('\n')
        .trim(),
      quote: (quotes.get(propertyOf(child, 'id') ?? '') ?? '').trim(),
    }));
}
