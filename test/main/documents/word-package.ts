import { strToU8, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The namespaces that Word's own files declare. */
export const wordNames = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** A part that leads to others: each by its kind and its place. */
export function relationsXml(relations: readonly (readonly [kind: string, target: string])[]): string {
  const rows = relations.map(
    ([kind, target], at) => `<Relationship Id="r${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

/** Parts beside the main part that a Word file may have, and how the main part leads to them. */
const besides = ['comments', 'numbering', 'styles', 'settings', 'footnotes', 'endnotes'] as const;

/** The parts by which a Word file leads to its text in the usual places. */
export const usualRelations: Readonly<Record<string, string>> = {
  '_rels/.rels': relationsXml([['officeDocument', 'word/document.xml']]),
  'word/_rels/document.xml.rels': relationsXml(besides.map((kind) => [kind, `${kind}.xml`])),
};

export function packageOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A Word file: what stands in its body, and what stands in the roots of other parts. */
export function wordFile(
  body: string,
  parts: Partial<Record<(typeof besides)[number], string>> = {},
  files: Readonly<Record<string, string>> = {},
): Uint8Array {
  const more = Object.entries(parts).map(([kind, inside]): [string, string] => [
    `word/${kind}.xml`,
    `<w:${kind} ${wordNames}>${inside}</w:${kind}>`,
  ]);
  return packageOf({
    ...usualRelations,
    'word/document.xml': `<w:document ${wordNames}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(more),
    ...files,
  });
}

/** A paragraph of runs, with its settings. */
export function p(inside: string, look = ''): string {
  return `<w:p><w:pPr>${look}</w:pPr>${inside}</w:p>`;
}

/** A run of text, with its settings. */
export function r(text: string, look = ''): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
