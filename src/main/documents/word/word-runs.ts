import type { Element } from '@xmldom/xmldom';
import { within } from '../bounds/document-bounds.ts';
import { FieldTracker, type FieldCode } from './word-fields.ts';
import { signOf, textIn } from './symbol-fonts.ts';
import type { WordLooks } from './word-looks.ts';
import { trackedBy, type NoteCall, type TrackedBy, type WordPlace, type WordRun } from './word-paragraph.ts';
import { childOf, childrenOf, nameOf, propertyOf, valueIn } from './word-xml.ts';

/** What holds for everything inside an element. */
export interface Around {
  readonly written: TrackedBy | null;
  readonly taken: TrackedBy | null;
  readonly control: string | null;
  readonly place: WordPlace | null;
}

/** How the text of a paragraph looks, its runs, and the boxes that hang on it. */
export interface InParagraph {
  readonly style: string | null;
  readonly hidden: boolean;
  readonly font: string | null;
  readonly runs: WordRun[];
  readonly boxes: { readonly element: Element; readonly around: Around }[];
}

const written = new Set(['w:ins', 'w:moveTo']);
const taken = new Set(['w:del', 'w:moveFrom']);
const texts = new Set(['w:t', 'w:delText', 'm:t', 'a:t']);
const fixed: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'a:br': '\n',
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:noBreakHyphen': '\u2011',
};
const boxes = new Set(['w:txbxContent', 'w:p', 'a:p']);

/** Elements that say how something looks: what stands in them is no text, though it may be called like it. */
export const settings = new Set(
  'w:pPr w:rPr w:sdtPr w:sdtEndPr w:tblPr w:tblGrid w:tblPrEx w:trPr w:tcPr w:sectPr'.split(' '),
);

/** What changes for all that stands in an element. */
export function aroundIn(element: Element, around: Around): Around {
  const name = nameOf(element);
  if (written.has(name)) return { ...around, written: trackedBy(element) };
  if (taken.has(name)) return { ...around, taken: trackedBy(element) };
  if (name !== 'w:sdt') return around;
  return { ...around, control: valueIn(childOf(element, 'w:sdtPr'), 'w:tag') ?? around.control };
}

function holdsText(element: Element): boolean {
  return texts.has(nameOf(element)) || childrenOf(element).some(holdsText);
}

/** Of what is drawn in several ways for several programs, the first that has words: a program shows one of them. */
export function shownOf(element: Element): readonly Element[] {
  const ways = childrenOf(element);
  const shown = ways.find(holdsText) ?? ways[0];
  return shown === undefined ? [] : [shown];
}

/** Reads the text of paragraphs one after another: comments and fields run from one into the next. */
export class RunReader {
  readonly #looks: WordLooks;
  readonly #unknownSign: (font: string, code: string) => void;
  readonly #fields = new FieldTracker();
  readonly #codes = new Map<WordRun, FieldCode>();
  /** Shared by all runs under the same comments. */
  #open: readonly string[] = [];

  constructor(looks: WordLooks, unknownSign: (font: string, code: string) => void) {
    this.#looks = looks;
    this.#unknownSign = unknownSign;
  }

  /** Whether a run is part of a field's instruction; known once all is read. */
  isInstruction(run: WordRun): boolean {
    return this.#codes.get(run)?.closed === true;
  }

  /** Takes notice of where a comment begins or ends; false for everything else. */
  hearComment(element: Element): boolean {
    const name = nameOf(element);
    const id = propertyOf(element, 'id') ?? '';
    if (name === 'w:commentRangeStart') {
      this.#open = [...new Set([...this.#open, id])];
      within('comments', this.#open.length);
    } else if (name === 'w:commentRangeEnd') this.#open = this.#open.filter((known) => known !== id);
    else return false;
    return true;
  }

  /** Reads everything in an element of a paragraph. */
  read(element: Element, around: Around, here: InParagraph): void {
    for (const child of childrenOf(element)) {
      const name = nameOf(child);
      if (this.hearComment(child) || settings.has(name) || this.#leaf(child, around, here)) continue;
      if (boxes.has(name)) here.boxes.push({ element: child, around });
      else if (name === 'mc:AlternateContent')
        for (const shown of shownOf(child)) this.read(shown, around, here);
      else if (name === 'w:r') {
        const look = childOf(child, 'w:rPr');
        const hidden = this.#looks.isHidden(here.style, look);
        this.read(child, around, { ...here, hidden, font: this.#looks.fontOf(here.style, look) });
      } else this.read(child, aroundIn(child, around), here);
    }
  }

  #add(
    text: string,
    { written, taken, control }: Around,
    here: InParagraph,
    note: NoteCall | null = null,
  ): void {
    const run = { text, written, taken, control, comments: this.#open, hidden: here.hidden, note };
    if (this.#fields.code !== null) this.#codes.set(run, this.#fields.code);
    if (text !== '') this.#fields.hearText();
    here.runs.push(run);
  }

  /** Takes what is text by itself; false for everything else. */
  #leaf(element: Element, around: Around, here: InParagraph): boolean {
    const name = nameOf(element);
    const text = fixed[name];
    if (texts.has(name)) this.#add(textIn(here.font, element.textContent ?? ''), around, here);
    else if (text !== undefined) this.#add(text, around, here);
    else if (name === 'w:sym') this.#add(this.#signOf(element), around, here);
    else if (name === 'w:fldChar') {
      const choice = this.#fields.hear(element);
      if (choice !== '') this.#add(choice, around, here);
    } else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      const marked = ['1', 'true', 'on'].includes(propertyOf(element, 'customMarkFollows') ?? '');
      this.#add('', around, here, { kind, id: propertyOf(element, 'id') ?? '', marked });
    } else return false;
    return true;
  }

  #signOf(element: Element): string {
    const [font, code] = [propertyOf(element, 'font') ?? '', propertyOf(element, 'char') ?? ''];
    const known = /^[0-9a-f]{1,6}$/iu.test(code) ? signOf(font, Number.parseInt(code, 16)) : null;
    if (known === null) this.#unknownSign(font, code);
    return known ?? '\uFFFD';
  }
}
