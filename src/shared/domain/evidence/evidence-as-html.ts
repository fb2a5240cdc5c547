import { escaped } from '../escape-html.ts';
import type { EvidenceDocument } from './evidence-document.ts';

const style = `body{font:.95rem/1.5 "Segoe UI",system-ui,sans-serif;margin:1.5rem;color:#191d1b;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border:1px solid #78827c;padding:.3rem .5rem;white-space:pre-wrap}
@media print{body{margin:0}tr{break-inside:avoid}thead{display:table-header-group}@page{size:landscape}}`;

/** The evidence base as one HTML page without scripts, fit for printing. */
export function evidenceAsHtml({ title, columns, rows, abbreviations }: EvidenceDocument): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .map(
      ([code = '', ...cells]) =>
        `<tr><th scope="row">${escaped(code)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  const terms = abbreviations
    .map(
      ({ short, long }) =>
        `<dt>${escaped(short)}</dt><dd>${long === '' ? 'Not spelled out in the notes' : escaped(long)}</dd>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}: evidence</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}: evidence</h1><p>${rows.length} ${rows.length === 1 ? 'note' : 'notes'}.</p>
<table><caption>Evidence notes</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>
${terms === '' ? '' : `<section><h2>Abbreviations</h2><dl>${terms}</dl></section>`}</main></body></html>
`;
}
