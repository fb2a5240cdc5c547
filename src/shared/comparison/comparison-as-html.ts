import { escaped } from '../escape-html.ts';
import type { ComparedParagraph, ComparedPlace, ComparisonDocument } from './comparison-document.ts';

const style = `body{font:1.06rem/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#191d1b;background:#fff}
h1,h2,.label,.facts{font-family:"Segoe UI",system-ui,sans-serif}.label{font-size:.85rem;font-weight:600;margin:1rem 0 0}
ins{background:#cfe3f7;text-decoration:underline}del{background:#fbdccb;text-decoration:line-through}
.moved{border-left:3px dashed #55508a;padding-left:.8rem}.same{color:#4b5550}p{white-space:pre-wrap}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}p{orphans:3;widows:3}ins,del{print-color-adjust:exact}}`;

function paragraph({ kind, label, pieces }: ComparedParagraph): string {
  const words = pieces.map(({ kind: piece, text }) =>
    piece === 'same' ? escaped(text) : `<${piece}>${escaped(text)}</${piece}>`,
  );
  if (kind === 'unchanged') return `<p class="same">${words.join('')}</p>`;
  return `<p class="label">${label}</p><p${kind.startsWith('moved') ? ' class="moved"' : ''}>${words.join('')}</p>`;
}

function place({ title, grade, evidence, paragraphs }: ComparedPlace): string {
  const graded =
    grade === null
      ? ''
      : `<p class="label">Grade</p><p><del>${escaped(grade.before)}</del> <ins>${escaped(grade.after)}</ins></p>`;
  const linked =
    evidence.length === 0
      ? ''
      : `<p class="label">Evidence</p><ul>${evidence.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`;
  return `<section><h2>${escaped(title)}</h2>${graded}${linked}${paragraphs.map(paragraph).join('\n')}</section>`;
}

/** A comparison as one HTML page without scripts, fit for printing. */
export function comparisonAsHtml(document: ComparisonDocument): string {
  const questions =
    document.questions.length === 0
      ? ''
      : `<section><h2>Questions</h2><ul>${document.questions.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul></section>`;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(document.title)}: ${escaped(document.told)}</title><style>${style}</style></head>
<body><main><h1>${escaped(document.title)}</h1><p class="facts">${escaped(document.told)}, by ${escaped(document.authors)}</p>
${questions}
${document.places.map(place).join('\n')}</main></body></html>
`;
}
