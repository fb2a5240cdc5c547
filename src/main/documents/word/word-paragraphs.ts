import type { Element } from '@xmldom/xmldom';
import type { WordLooks } from './word-looks.ts';
import { trackedBy, type WordParagraph, type WordRun } from './word-paragraph.ts';
import { aroundIn, RunReader, settings, shownOf, type Around, type InParagraph } from './word-runs.ts';
import { childOf, childrenOf, nameOf, relationOf } from './word-xml.ts';

/** What reading paragraphs needs of the file around them. */
export interface WordSurroundings {
  readonly looks: WordLooks;
  /** The paragraphs of a file that stands in the place of an altChunk. */
  readonly insertedText: (relation: string | null) => readonly string[];
  /** Hears of a sign that only its font could say. */
  readonly unknownSign: (font: string, code: string) => void;
}

const nowhere: Around = { written: null, taken: null, control: null, place: null };

/** All paragraphs of a body in reading order, those of table cells and boxes included; nothing that holds text is left out. */
export function wordParagraphs(
  body: Element,
  { looks, insertedText, unknownSign }: WordSurroundings,
): readonly WordParagraph[] {
  const found: WordParagraph[] = [];
  const reader = new RunReader(looks, unknownSign);

  const paragraph = (element: Element, around: Around): void => {
    const look = childOf(element, 'w:pPr');
    const end = childOf(look, 'w:rPr');
    const [endWritten, endTaken] = [childOf(end, 'w:ins'), childOf(end, 'w:del')];
    const style = looks.styleOf(look);
    const here: InParagraph = { style, hidden: false, font: null, runs: [], boxes: [] };
    reader.read(element, around, here);
    found.push({
      runs: here.runs,
      list: looks.listOf(look),
      endWritten: endWritten === null ? around.written : trackedBy(endWritten),
      endTaken: endTaken === null ? around.taken : trackedBy(endTaken),
      endHidden: looks.isHidden(style, end),
      place: around.place,
      control: around.control,
    });
    for (const box of here.boxes) {
      if (nameOf(box.element) === 'w:txbxContent') blocks(box.element, { ...box.around, place: null });
      else paragraph(box.element, box.around);
    }
  };
  const inserted = (element: Element, { written, taken, control, place }: Around): void => {
    for (const text of insertedText(relationOf(element))) {
      const run: WordRun = { text, written, taken, control, comments: [], hidden: false, note: null };
      const ends = { endWritten: written, endTaken: taken, endHidden: false };
      found.push({ runs: [run], list: null, ...ends, place, control });
    }
  };
  const blocks = (element: Element, around: Around): void => {
    for (const child of childrenOf(element)) {
      const name = nameOf(child);
      if (reader.hearComment(child) || settings.has(name)) continue;
      if (name === 'w:p') paragraph(child, around);
      else if (name === 'w:tbl') table(child, around);
      else if (name === 'w:altChunk') inserted(child, around);
      else if (name === 'mc:AlternateContent') for (const shown of shownOf(child)) blocks(shown, around);
      else blocks(child, aroundIn(child, around));
    }
  };
  /** The elements of a name in another, also where content controls and tags of other programs lie around them. */
  const within = (
    element: Element,
    wanted: string,
    around: Around,
  ): readonly { readonly element: Element; readonly around: Around }[] =>
    childrenOf(element).flatMap((child) => {
      const name = nameOf(child);
      if (name === wanted) return [{ element: child, around }];
      if (reader.hearComment(child) || settings.has(name)) return [];
      if (name === 'mc:AlternateContent')
        return shownOf(child).flatMap((shown) => within(shown, wanted, around));
      return within(child, wanted, aroundIn(child, around));
    });
  const table = (element: Element, around: Around): void => {
    within(element, 'w:tr', around).forEach((row, at) => {
      const look = childOf(row.element, 'w:trPr');
      const [written, taken] = [childOf(look, 'w:ins'), childOf(look, 'w:del')];
      const tracked = {
        ...row.around,
        ...(written === null ? {} : { written: trackedBy(written) }),
        ...(taken === null ? {} : { taken: trackedBy(taken) }),
      };
      const cells = within(row.element, 'w:tc', tracked);
      const place = { first: at === 0, cells: cells.length };
      for (const cell of cells)
        blocks(cell.element, { ...cell.around, place: { row: place, cell: cell.element } });
    });
  };
  blocks(body, nowhere);
  return found.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.filter((run) => !reader.isInstruction(run)),
  }));
}
