import type { Document } from '@xmldom/xmldom';
import { childrenOf } from './open-word.ts';
import { wordParagraphs, type WordParagraph } from './word-runs.ts';
import type { ReportComment } from '../../../shared/report/report-file.ts';

/** The comments of a document, each with the words it lies on; those on words that were taken out have none. */
export function wordComments(
  comments: Document | null,
  paragraphs: readonly WordParagraph[],
): readonly ReportComment[] {
  const root = comments?.documentElement ?? null;
  if (root === null) return [];
  const quotes = new Map<string, string>();
  for (const { runs } of paragraphs)
    for (const run of runs)
      if (run.taken === null)
        for (const id of run.comments) quotes.set(id, `${quotes.get(id) ?? ''}${run.text}`);
  return childrenOf(root)
    .filter((one) => one.nodeName === 'w:comment')
    .map((one) => ({
      author: one.getAttribute('w:author') ?? 'Someone unnamed',
      at: one.getAttribute('w:date') ?? '',
      text: wordParagraphs(one)
        .map(({ runs }) => runs.map((run) => run.text).join(''))
        .join('\n')
        .trim(),
      quote: (quotes.get(one.getAttribute('w:id') ?? '') ?? '').trim(),
    }));
}
