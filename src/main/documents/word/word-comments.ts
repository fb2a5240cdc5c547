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
    .filter((child) => child.nodeName === 'w:comment')
    .map((child) => ({
      author: child.getAttribute('w:author') ?? 'Someone unnamed',
      at: child.getAttribute('w:date') ?? '',
      text: wordParagraphs(child)
        .map(({ runs }) => runs.map((run) => run.text).join(''))
        .join('\n')
        .trim(),
      quote: (quotes.get(child.getAttribute('w:id') ?? '') ?? '').trim(),
    }));
}
