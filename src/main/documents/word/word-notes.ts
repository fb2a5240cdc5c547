import type { Element } from '@xmldom/xmldom';
import { numberAs } from './number-formats.ts';
import type { WordFile } from './open-word.ts';
import type { NoteCall, WordParagraph } from './word-paragraph.ts';
import { wordParagraphs, type WordSurroundings } from './word-paragraphs.ts';
import { childOf, childrenOf, nameOf, propertyOf, valueIn } from './word-xml.ts';

/** A file's footnotes and endnotes by id, and how each kind counts. */
export interface WordNotes {
  readonly paragraphs: (call: NoteCall) => readonly WordParagraph[] | null;
  /** The mark of the nth note of a kind, counted from 0. */
  readonly mark: (kind: NoteCall['kind'], at: number) => string;
}

interface Counting {
  readonly start: number;
  readonly format: string;
}

/** How notes count: as the document's section says, else as its settings say, else as Word does. */
function countingOf(kind: NoteCall['kind'], body: Element, settings: Element | null): Counting {
  const byDefault = kind === 'footnote' ? 'decimal' : 'lowerRoman';
  const said = [childOf(body, 'w:sectPr'), settings].map((place) => childOf(place, `w:${kind}Pr`));
  const first = (name: string): string | null =>
    said.map((place) => valueIn(place, name)).find((value) => value !== null) ?? null;
  const start = Number(first('w:numStart') ?? 1);
  return { start: Number.isSafeInteger(start) ? start : 1, format: first('w:numFmt') ?? byDefault };
}

/** Reads the notes of a file. Lines that separate notes from text are no notes. */
export function wordNotes(file: WordFile, surroundings: WordSurroundings): WordNotes {
  const [settings = null] = file.roots('settings');
  const found = new Map<string, readonly WordParagraph[]>();
  for (const kind of ['footnote', 'endnote'] as const)
    for (const note of file.roots(`${kind}s`).flatMap(childrenOf)) {
      const type = propertyOf(note, 'type') ?? 'normal';
      if (nameOf(note) !== `w:${kind}` || type !== 'normal') continue;
      found.set(`${kind} ${propertyOf(note, 'id') ?? ''}`, wordParagraphs(note, surroundings));
    }
  const counting = {
    footnote: countingOf('footnote', file.body, settings),
    endnote: countingOf('endnote', file.body, settings),
  };
  return {
    paragraphs: ({ kind, id }) => found.get(`${kind} ${id}`) ?? null,
    mark: (kind, at) => numberAs(counting[kind].start + at, counting[kind].format),
  };
}

const plainSigns = '0123456789abcdefghijklmnoprstuvwxyz';
const raisedSigns = '⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';

/** A note's mark as it stands in the text: raised, so that "2024" with note 1 never reads 20241. */
export function raised(mark: string): string {
  return mark.replaceAll(/[\da-pr-z]/gu, (sign) => raisedSigns.charAt(plainSigns.indexOf(sign)));
}
