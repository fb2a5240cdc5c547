import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const half = (text: string): readonly [string, string] => {
  const at = Math.max(1, Math.floor(text.length / 2));
  return [text.slice(0, at), text.slice(at)];
};

/** Every run cut in two, the second with marks of a later sitting and of a spelling check between: Word does so to any text. */
function splitRuns(xml: string): string {
  return xml.replaceAll(
    /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t([^>]*)>([^<]+)<\/w:t><\/w:r>/gu,
    (whole, looks: string, _kept: string, text: string) => {
      // A character that is written as an entity is one.
      if (text.includes('&') || text.length < 2) return whole;
      const [first, second] = half(text);
      const run = (words: string, sitting: string): string =>
        `<w:r w:rsidR="${sitting}">${looks}<w:t xml:space="preserve">${words}</w:t></w:r>`;
      return `${run(first, '00A1B2C3')}<w:proofErr w:type="spellStart"/>${run(second, '00D4E5F6')}<w:proofErr w:type="spellEnd"/>`;
    },
  );
}

/** Paragraphs with a bookmark and the mark of the page that they were last drawn on. */
function markParagraphs(xml: string): string {
  let id = 7000;
  return xml.replaceAll(/<w:p>(<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?/gu, (begin) => {
    id += 1;
    return `${begin}<w:bookmarkStart w:id="${id}" w:name="_Hlk${id}"/><w:bookmarkEnd w:id="${id}"/>`;
  });
}

/**
 * A Word file as a script leaves it that opens it with a library, changes it and saves it: its parts in another order behind
 * the list of their types, runs split, marks of sittings, of spelling and of places in them, and a part that no reader knows.
 */
export function savedByScript(bytes: Uint8Array, edit: (xml: string) => string = (xml) => xml): Uint8Array {
  const files = unzipSync(bytes);
  const main = edit(strFromU8(files['word/document.xml'] ?? new Uint8Array()));
  const types = files['[Content_Types].xml'] ?? new Uint8Array();
  const others = Object.entries(files)
    .filter(([name]) => name !== '[Content_Types].xml' && name !== 'word/document.xml')
    .toReversed();
  return zipSync({
    '[Content_Types].xml': types,
    ...Object.fromEntries(others),
    'customXml/item1.xml': strToU8('<?xml version="1.0"?><notes xmlns="urn:example">kept</notes>'),
    'word/document.xml': strToU8(markParagraphs(splitRuns(main))),
  });
}
