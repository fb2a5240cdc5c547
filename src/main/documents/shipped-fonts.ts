import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EmbeddedFont } from '../../shared/documents/document-css.ts';

const listSchema = z.array(
  z.strictObject({
    family: z.string().regex(/^[\w ]+$/u),
    file: z.string().regex(/^[\w-]+\.ttf$/u),
    weight: z.int().min(100).max(900),
    characters: z.string().regex(/^[U+0-9A-F?, -]+$/u),
  }),
);

/** Letters of other alphabets that are drawn as a quotation mark is: U+02BB as ‘ and U+02BC as ’. */
const twins = { first: 0x02bb, last: 0x02bc };

function tableIn(font: DataView, tag: string): number | null {
  for (let at = 12; at < 12 + font.getUint16(4) * 16; at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => font.getUint8(at + index)));
    if (name === tag) return font.getUint32(at + 8);
  }
  return null;
}

/**
 * Takes the twins out of a font's table of characters (TrueType, `cmap` of format 4), where they stand. Chromium writes
 * into a PDF which character each drawing is, and of two it names the lower, so that every ’ was read back as U+02BC.
 */
function dropTwins(bytes: Uint8Array): void {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableIn(font, 'cmap') ?? 0;
  for (let index = 0; index < font.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + font.getUint32(cmap + 8 + index * 8);
    if (font.getUint16(subtable) !== 4) continue;
    const size = font.getUint16(subtable + 6);
    for (let at = 0; at < size; at += 2) {
      const [ends, starts] = [subtable + 14 + at, subtable + 16 + size + at];
      const first = font.getUint16(starts);
      if (first < twins.first || font.getUint16(ends) > twins.last) continue;
      // One character, by difference and not by list, that leads to the drawing 0: there is none.
      font.setUint16(ends, first);
      font.setUint16(starts + size, 0x10000 - first);
      font.setUint16(starts + 2 * size, 0);
    }
  }
}

/**
 * The fonts in a folder, as its fonts.json lists them: one file a weight. The windows' own files have all weights in one,
 * and Chromium writes such a font into a PDF as nameless drawings.
 */
export async function shippedFonts(folder: string): Promise<readonly EmbeddedFont[]> {
  const list = listSchema.parse(JSON.parse(await readFile(join(folder, 'fonts.json'), 'utf8')));
  return Promise.all(
    list.map(async ({ file, ...font }) => {
      const bytes = await readFile(join(folder, file));
      dropTwins(bytes);
      return { ...font, base64: bytes.toString('base64') };
    }),
  );
}
