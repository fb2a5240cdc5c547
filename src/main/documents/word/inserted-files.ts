import { strFromU8 } from 'fflate';
import type { RelatedPart, WordFile } from './open-word.ts';
import { plainTextOf } from './html-text.ts';
import type { ImportWarning } from '../../../shared/report/import-warning.ts';

/** What of a file that was put into a Word file (altChunk) is read: its paragraphs, or why not. */
interface InsertedFile {
  readonly paragraphs: readonly string[];
  readonly warning: ImportWarning | null;
}

/** How a file of bytes is written, by its mark and else by what it says of itself. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const named = /charset=["']?([\w-]+)/iu.exec(strFromU8(bytes.subarray(0, 1024), true))?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function notRead(name: string): ImportWarning {
  return {
    code: 'part-not-read',
    message: `The file holds another file, ${name}, that Word shows in its place and that could not be read here. Open the file in Word, save it again so that the text becomes its own, and compare.`,
    line: null,
    text: null,
  };
}

/** Reads text and web pages that stand in a Word file as files of their own; every other kind is named. */
export function insertedFile(file: WordFile, part: RelatedPart | undefined): InsertedFile {
  if (part === undefined) return { paragraphs: [], warning: notRead('without a name') };
  const content = file.content(part);
  const type = content?.type.split(';', 1).join('').trim().toLowerCase() ?? '';
  const ending = /\.(\w+)$/u.exec(part.name)?.[1]?.toLowerCase() ?? '';
  if (content === null) return { paragraphs: [], warning: notRead(part.name) };
  if (type === 'text/plain' || (type === '' && ending === 'txt'))
    return { paragraphs: textOf(content.bytes).split(/\r\n|\n|\r/u), warning: null };
  const isPage = ['text/html', 'application/xhtml+xml'].includes(type);
  if (isPage || (type === '' && /^x?html?$/u.test(ending)))
    return { paragraphs: plainTextOf(textOf(content.bytes)), warning: null };
  return { paragraphs: [], warning: notRead(part.name) };
}

const kinds: Readonly<Record<string, string>> = {
  chart: 'a chart',
  diagramData: 'a diagram (SmartArt)',
  subDocument: 'another document',
  oleObject: 'an object of another program',
  package: 'a file of another program',
};

/** What the main part leads to and is not read, said by name: the words of charts, diagrams and documents within it. */
export function partsNotRead(file: WordFile): readonly ImportWarning[] {
  return file.related.flatMap(({ kind, name }): ImportWarning[] => {
    const said = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (said === undefined) return [];
    return [
      {
        code: 'part-not-read',
        message: `The file holds ${said}, ${name.slice(0, 200)}, whose words were not read. Where the report needs them, copy them by hand.`,
        line: null,
        text: null,
      },
    ];
  });
}
