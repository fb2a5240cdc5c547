import { escaped } from '../escape-html.ts';
import { documentCss, fontFaces, type EmbeddedFont } from './document-css.ts';
import { frontBlocks } from './front-matter.ts';
import type { DocumentStyle } from './document-template.ts';
import type { Block, Cell, Figure, PrintedDocument, Words } from './printed-document.ts';

/** Nothing is fetched and nothing runs, whatever stands in the text; fonts come from the page itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

function words(runs: Words): string {
  return runs
    .map(({ text, strong, to, note }) => {
      if (note !== undefined)
        return `<sup><a id="call-${note.number}" href="#note-${note.number}">${note.number}</a></sup>`;
      const said = strong === true ? `<strong>${escaped(text)}</strong>` : escaped(text);
      return to === undefined ? said : `<a href="#${escaped(to)}">${said}</a>`;
    })
    .join('');
}

function idOf(id: string | undefined): string {
  return id === undefined ? '' : ` id="${escaped(id)}"`;
}

/** A row of squares, 14 by 14 with a gap of 4; the words of what it shows are its name. */
function figure({ squares, alternative }: Figure): string {
  const drawn = squares.map(
    (filled, at) =>
      `<rect x="${at * 18 + 1}" y="1" width="14" height="14" fill="${filled ? 'currentColor' : 'none'}" stroke="currentColor" stroke-width="1.5"/>`,
  );
  return `<svg role="img" aria-label="${escaped(alternative)}" width="${squares.length * 18}" height="16" viewBox="0 0 ${squares.length * 18} 16">${drawn.join('')}</svg>`;
}

function cell({ words: said, figure: picture }: Cell): string {
  return `${words(said)}${picture === undefined ? '' : figure(picture)}`;
}

function table({ caption, columns, rows, rowHeaders, widths }: Extract<Block, { kind: 'table' }>): string {
  const group =
    widths === undefined
      ? ''
      : `<colgroup>${widths.map((share) => `<col style="width:${share}%">`).join('')}</colgroup>`;
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row
        .map((text, at) =>
          rowHeaders && at === 0 ? `<th scope="row">${cell(text)}</th>` : `<td>${cell(text)}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<table><caption>${escaped(caption)}</caption>${group}<thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `<h${one.level}${idOf(one.id)}>${escaped(one.text)}</h${one.level}>`;
    case 'paragraph':
      return `<p${one.look === undefined ? '' : ` class="${one.look}"`}>${words(one.words)}</p>`;
    case 'numbered':
      return `<li value="${one.number}" id="p${one.number}">${words(one.words)}</li>`;
    case 'list':
      return `<ul>${one.items.map((item) => `<li>${words(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${one.facts.map(({ name, value, id }) => `<dt${idOf(id)}>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;
    case 'table':
      return table(one);
    case 'footnotes':
      return `<section class="notes"><h2>${escaped(one.heading)}</h2><ol>${one.notes
        .map(
          ({ number, text }) =>
            `<li value="${number}" id="note-${number}">${escaped(text)} <a href="#call-${number}">Back to the text</a></li>`,
        )
        .join('')}</ol></section>`;
    case 'figure':
      return figure(one.figure);
    case 'page-break':
      return '<div class="break"></div>';
  }
}

/** Numbered paragraphs that follow each other are items of one ordered list. */
function body(blocks: readonly Block[]): string {
  return blocks
    .map((item, at) => {
      const numbered = item.kind === 'numbered';
      const opens = numbered && blocks[at - 1]?.kind !== 'numbered';
      const closes = numbered && blocks[at + 1]?.kind !== 'numbered';
      return `${opens ? '<ol>' : ''}${block(item)}${closes ? '</ol>' : ''}`;
    })
    .join('\n');
}

/** The list of sections, on paper with the page on which each begins; 0 until that is known. */
function contents(list: Extract<Block, { kind: 'list' }>, pages: ReadonlyMap<string, number>): string {
  const items = list.items.map((item) => {
    const page = pages.get(item[0]?.to ?? '');
    return `<li>${words(item)}${page === undefined ? '' : `<span>${page}</span>`}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

/** The title, on a page of its own where the document has a title page. */
function front(document: PrintedDocument, pages: ReadonlyMap<string, number>): string {
  const title = `<h1>${escaped(document.title)}</h1>`;
  if (document.front === undefined) return title;
  const { logo, inspectorate } = document.front;
  const picture =
    logo === null
      ? ''
      : `<img class="logo" src="data:image/png;base64,${logo.png}" alt="${escaped(logo.alternative)}">`;
  const whose = inspectorate === '' ? '' : `<p class="whose">${escaped(inspectorate)}</p>`;
  return `<header class="front">${picture}${whose}${title}
${frontBlocks(document)
  .map((part) => (part.kind === 'list' ? contents(part, pages) : block(part)))
  .join('\n')}
</header>`;
}

/** What a page needs to be printed as it is, and on a screen does not. */
interface Printing {
  readonly fonts?: readonly EmbeddedFont[];
  /** The page on which each section of the contents begins, by its id. */
  readonly pages?: ReadonlyMap<string, number>;
}

/**
 * A document as one HTML page that stands alone: no script, nothing fetched, fit for printing on numbered pages. With
 * `fonts` it carries them; without, it is a tenth of the size and uses those that its reader has.
 */
export function documentAsHtml(
  document: PrintedDocument,
  style: DocumentStyle,
  { fonts = [], pages = new Map() }: Printing = {},
): string {
  return `<!doctype html>
<html lang="${document.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>${escaped(document.title)}</title><style>${fontFaces(fonts)}${documentCss(document, style)}</style></head>
<body><main>${front(document, pages)}
${body(document.blocks)}
</main></body></html>
`;
}
