import { escaped } from '../escape-html.ts';
import type { ComparedParagraph, ComparedWords } from '../text/compared-text.ts';
import type { ComparedPlace, ComparisonDocument } from './comparison-document.ts';

const style = `body{font:1.06rem/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#191d1b;background:#fff}
h1,h2,.label,.facts{font-family:"Segoe UI",system-ui,sans-serif}.label{font-size:.85rem;font-weight:600;margin:1rem 0 0}
ins{background:#cfe3f7;text-decoration:underline}del{background:#fbdccb;text-decoration:line-through}
.moved{border-left:3px dashed #55508a;padding-left:.8rem}.same{color:#4b5550}p{white-space:pre-wrap}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}p{orphans:3;widows:3}ins,del{print-color-adjust:exact}}`;

const labels: Readonly<Record<Exclude<ComparedParagraph['kind'], 'same'>, string>> = {
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  'moved-from': 'Moved away',
  'moved-to': 'Moved here',
};

const breaks: Readonly<Record<NonNullable<ComparedParagraph['broken']>, string>> = {
  split: 'New paragraph here',
  joined: 'Joined to the paragraph before',
};

function marked({ kind, text }: ComparedWords): string {
  if (kind === 'same') return escaped(text);
  return kind === 'added' ? `<ins>${escaped(text)}</ins>` : `<del>${escaped(text)}</del>`;
}

function paragraph({ kind, words, broken }: ComparedPlace['paragraphs'][number]): string {
  const said = words.map(marked).join('');
  const label = broken === undefined ? labels[kind === 'same' ? 'changed' : kind] : breaks[broken];
  if (kind === 'same') return `<p class="same">${said}</p>`;
  return `<p class="label">${label}</p><p${kind.startsWith('moved') ? ' class="moved"' : ''}>${said}</p>`;
}

function place({ title, grade, evidence, paragraphs }: ComparedPlace): string {
  const graded =
    grade === null
      ? ''
      : `<p class="label">Grade</p><p><del>${escaped(grade.before)}</del> <ins>${escaped(grade.after)}</ins></p>`;
  const linked =
    evidence.length === 0
      ? ''
      : `<p class="label">Evidence</p><ul>${evidence.map((link) => `<li>${escaped(link)}</li>`).join('')}</ul>`;
  return `<section><h2>${escaped(title)}</h2>${graded}${linked}${paragraphs.map(paragraph).join('\n')}</section>`;
}

/** A comparison as one HTML page without scripts, fit for printing. */
export function comparisonAsHtml(document: ComparisonDocument): string {
  const questions =
    document.questions.length === 0
      ? ''
      : `<section><h2>Questions</h2><ul>${document.questions.map((question) => `<li>${escaped(question)}</li>`).join('')}</ul></section>`;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(document.title)}: ${escaped(document.subtitle)}</title><style>${style}</style></head>
<body><main><h1>${escaped(document.title)}</h1><p class="facts">${escaped(document.subtitle)}, by ${escaped(document.authors)}</p>
${questions}
${document.places.map(place).join('\n')}</main></body></html>
`;
}
