import type { WordNotes } from './word-notes.ts';
import { raised } from './word-notes.ts';
import type { WordList } from './word-looks.ts';
import type { NoteCall, TrackedBy, WordParagraph, WordPlace, WordRun } from './word-paragraph.ts';
import { writtenFootnote } from '../../../shared/text/footnotes.ts';
import { within } from '../bounds/document-bounds.ts';
import { isOwnControl } from '../../../shared/values/document-origin.ts';
import { bullet } from './list-numbers.ts';
import type { FieldParagraph, PlacedLine } from '../../../shared/report/source-text.ts';

/** What the lines of a document are made of. */
interface WordText {
  readonly paragraphs: readonly WordParagraph[];
  readonly notes: WordNotes;
  /** Counts lists from the document's beginning, and answers what Word prints before each item. */
  readonly listNumbers: () => (list: WordList) => string;
}

/** The lines of a document, its notes, and what it hides, each where it stands. */
export interface WordLines {
  readonly lines: readonly PlacedLine[];
  readonly notes: readonly PlacedLine[];
  readonly hidden: readonly PlacedLine[];
  /** Notes that are called and are not in the file. */
  readonly missing: readonly PlacedLine[];
  readonly fields: ReadonlyMap<string, readonly FieldParagraph[]>;
}

/** A paragraph as it reads with some changes accepted. */
interface Unit {
  readonly text: string;
  readonly mark: string;
  readonly place: WordPlace | null;
  readonly control: string | null;
}

/** What stands beside a document's text, by the paragraph that it belongs to. */
interface Aside {
  readonly unit: number;
  readonly text: string;
}

/** A cell with more paragraphs than this is part of the page's layout and no cell of data. */
const mostInCell = 3;

/** Whether a text stands where the changes of these authors are accepted and all others rejected. */
export function stands(
  { written, taken }: { readonly written: TrackedBy | null; readonly taken: TrackedBy | null },
  accepted: ReadonlySet<string>,
): boolean {
  return (
    (written === null || accepted.has(written.author)) && (taken === null || !accepted.has(taken.author))
  );
}

/** Whether a paragraph goes on in the next: its end was taken out, was not yet written, or is hidden. */
export function runsOn(paragraph: WordParagraph, accepted: ReadonlySet<string>): boolean {
  const { endWritten: written, endTaken: taken, endHidden } = paragraph;
  return endHidden || !stands({ written, taken }, accepted);
}

/**
 * The lines of a document where the tracked changes of these authors are accepted and all others rejected: a line a
 * paragraph with a blank line after it, list numbers and marks of notes as Word prints them, the first row of a table
 * joined ("Judgement Grade"), other cells a line each.
 */
export function wordLines(
  { paragraphs, notes, listNumbers }: WordText,
  accepted: ReadonlySet<string>,
): WordLines {
  const lines: PlacedLine[] = [];
  const units: Unit[] = [];
  const apart = { notes: [] as Aside[], hidden: [] as Aside[], missing: [] as Aside[] };
  const numberOf = listNumbers();
  const called = { footnote: 0, endnote: 0 };
  let characters = 0;
  const here = (text: string): Aside => ({ unit: units.length, text });

  const saidBy = (call: NoteCall): string | null => {
    const found = notes.paragraphs(call);
    if (found === null) return null;
    return found
      .map(({ runs }) => textOf(runs.filter((run) => run.note === null)))
      .join(' ')
      .replaceAll(/\s+/gu, ' ')
      .trim();
  };
  /** A footnote of a field that Plumbline printed goes back into its text as it was written there. */
  const ownFootnote = (call: NoteCall): string => {
    const said = saidBy(call) ?? '';
    characters += said.length;
    within('characters', characters);
    return said === '' ? '' : writtenFootnote(said);
  };
  const noteText = (call: NoteCall, mark: string): void => {
    const said = saidBy(call);
    // One note can be called as often as a file likes.
    characters += said?.length ?? 0;
    within('characters', characters);
    if (said === null) apart.missing.push(here(mark));
    else apart.notes.push(here(`${call.marked ? '' : `${mark} `}${said}`));
  };
  const textOf = (runs: readonly WordRun[]): string =>
    runs
      .filter((run) => stands(run, accepted))
      .map((run) => {
        if (run.hidden) return '';
        if (run.note === null) return run.text;
        if (run.note.kind === 'footnote' && isOwnControl(run.control)) return ownFootnote(run.note);
        const { kind, marked } = run.note;
        const mark = marked ? '' : notes.mark(kind, called[kind]);
        if (!marked) called[kind] += 1;
        noteText(run.note, mark);
        return raised(mark);
      })
      .join('');

  let gathered = '';
  paragraphs.forEach((paragraph, at) => {
    const hidden = paragraph.runs.filter((run) => run.hidden && stands(run, accepted));
    const hiddenText = hidden
      .map((run) => run.text)
      .join('')
      .trim();
    if (hiddenText !== '') apart.hidden.push(here(hiddenText));
    gathered += textOf(paragraph.runs);
    const next = paragraphs[at + 1];
    const isLast = next === undefined || next.place?.cell !== paragraph.place?.cell;
    if (!isLast && runsOn(paragraph, accepted)) return;
    // Word counts an item without words; what it hides it does not count.
    const isHidden = paragraph.endHidden && gathered === '';
    const mark = paragraph.list === null || isHidden ? '' : numberOf(paragraph.list);
    if (gathered.trim() !== '')
      units.push({ text: gathered, mark, place: paragraph.place, control: controlOver(paragraph) });
    gathered = '';
  });
  const starts = placeUnits(units, lines);
  const placed = (asides: readonly Aside[]): readonly PlacedLine[] =>
    asides.map(({ unit, text }) => ({ page: 1, line: starts[unit] ?? Math.max(1, lines.length), text }));
  return {
    lines,
    notes: placed(apart.notes),
    hidden: placed(apart.hidden),
    missing: placed(apart.missing),
    fields: Map.groupBy(
      units.map(({ control, mark, text }) => ({ control, mark: markKind(mark), text: text.trim() })),
      ({ control }) => (isOwnControl(control) ? control : ''),
    ),
  };
}

/** The control around a paragraph, or around words of it. */
function controlOver({ control, runs }: WordParagraph): string | null {
  if (isOwnControl(control)) return control;
  return runs.find((run) => isOwnControl(run.control))?.control ?? null;
}

function markKind(mark: string): FieldParagraph['mark'] {
  if (mark === '') return null;
  return mark.startsWith(bullet) ? 'bullet' : 'number';
}

/** Units as lines: rows of tables by their cells, everything else a paragraph with a blank line after it. Answers where each begins. */
function placeUnits(units: readonly Unit[], lines: PlacedLine[]): readonly number[] {
  const starts: number[] = [];
  const add = (text: string): void => {
    lines.push({ page: 1, line: lines.length + 1, text });
  };
  const paragraph = ({ mark, text }: Unit): void => {
    starts.push(lines.length + 1);
    for (const part of `${mark}${text}`.split('\n')) add(part.trim());
    add('');
  };
  const cell = ({ mark, text }: Unit): void => {
    starts.push(lines.length + 1);
    add(`${mark}${text}`.replaceAll(/\s+/gu, ' ').trim());
  };
  for (let at = 0; at < units.length;) {
    const row = units[at]?.place?.row ?? null;
    let end = at + 1;
    while (row !== null && units[end]?.place?.row === row) end += 1;
    const all = units.slice(at, end);
    at = end;
    const most = Math.max(
      ...Map.groupBy(all, ({ place }) => place?.cell)
        .values()
        .map((cells) => cells.length),
    );
    if (row === null || row.cells === 1 || most > mostInCell) all.forEach(paragraph);
    else if (row.first) {
      for (const _ of all) starts.push(lines.length + 1);
      add(all.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim()).join(' '));
    } else all.forEach(cell);
  }
  return starts;
}
