import type { Framework } from '../framework/framework-schema.ts';
import { escaped } from '../escape-html.ts';
import { citationsIn } from '../evidence/citations.ts';
import { draftDocument } from './draft-document.ts';
import type { DraftState } from './draft-state.ts';

const style = `body{font:1.06rem/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#191d1b;background:#fff}
h1,h2,table,.facts{font-family:"Segoe UI",system-ui,sans-serif}table{border-collapse:collapse;width:100%}
th,td{text-align:left;border-bottom:1px solid #78827c;padding:.4rem .6rem}.standing{font-weight:600}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}p,li{orphans:3;widows:3}}`;

/** Each code of a citation leads to its note at the end of the page. */
function withLinks(html: string): string {
  return html.replaceAll(/\[[A-Z]{2}-[^\]<]{3,90}\]/gu, (citation) =>
    citationsIn(citation).length === 0
      ? citation
      : citation.replaceAll(/[A-Z]{2}-\d{3,5}(?:[a-z]|-\d+)?/gu, '<a href="#$&">$&</a>'),
  );
}

/** A draft's report as one HTML page without scripts, fit for printing. */
export function draftAsHtml(state: DraftState, framework: Framework | null, title: string): string {
  const document = draftDocument(state, framework, title);
  const rows = document.grades.map(
    ({ area, grade }) => `<tr><th scope="row">${escaped(area)}</th><td>${escaped(grade)}</td></tr>`,
  );
  const table = `<table><caption>Grades by area</caption><thead><tr><th scope="col">Area</th><th scope="col">Grade</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const points = `<section><h2>What needs to improve</h2><ul>${document.improvements.map((point) => `<li>${escaped(point)}</li>`).join('')}</ul></section>`;
  const sections = document.sections.map(
    (section) =>
      `<section><h2>${escaped(section.title)}</h2>${section.paragraphs.map((text) => `<p>${withLinks(escaped(text))}</p>`).join('')}</section>`,
  );
  const cited = document.cited.map(
    ({ code, told }) => `<dt id="${code}">${code}</dt><dd>${escaped(told)}</dd>`,
  );
  const evidence = `<section><h2>Evidence cited</h2><dl>${cited.join('')}</dl></section>`;
  const facts = document.facts.map(({ name, value }) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(document.title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(document.title)}</h1><p class="standing">${document.standing}</p><dl class="facts">${facts.join('')}</dl>
${rows.length === 0 ? '' : table}
${document.improvements.length === 0 ? '' : points}
${sections.join('\n')}
${cited.length === 0 ? '' : evidence}</main></body></html>
`;
}
