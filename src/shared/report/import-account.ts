import type { ImportedReport } from './imported-report.ts';
import { endOf } from './edit-texts.ts';
import { asking } from './import-warning.ts';
import { placeLines, samePlace, tight, type Destination, type Piece } from './place-lines.ts';
import type { PlacedLine, SourceText } from './source-text.ts';

/** A stretch of the source that went to one place: a paragraph of the draft, or a line of what was set aside. */
export interface AccountBlock {
  readonly page: number;
  /** Its first line, and its text line by line as the source has it. */
  readonly line: number;
  readonly lines: readonly string[];
  readonly to: Destination;
  /** Which paragraph of its place it is, from 0. */
  readonly paragraph: number;
  /** What is asked of it; null where nothing is. */
  readonly question: string | null;
}

/** Where every character of an imported file went. Counts are of characters that are no white space. */
export interface ImportAccount {
  readonly blocks: readonly AccountBlock[];
  /** Lines that read otherwise than printed: compatibility forms as letters, hyphens mended. */
  readonly normalised: readonly {
    readonly page: number;
    readonly line: number;
    readonly printed: string;
    readonly text: string;
  }[];
  readonly sums: {
    readonly source: number;
    readonly draft: number;
    readonly furniture: number;
    readonly questions: number;
    readonly normalised: number;
    readonly notPlaced: number;
  };
}

/**
 * Says of every line of a source where it went in the report read from it. The lines are read once, in order, into the places
 * of the report: `nowhere` is what no place has, and is counted as not placed. The counts of draft, furniture, questions and
 * what was normalised add up to the source's.
 */
export function accountForImport(source: SourceText, report: ImportedReport): ImportAccount {
  const questions = new Map(
    report.warnings.flatMap(({ code, line, message }) =>
      line !== null && asking.has(code) ? [[line, message] as const] : [],
    ),
  );
  const lines = [...source.lines, ...(source.notes ?? []), ...(source.furniture ?? [])];
  const blocks: AccountBlock[] = [];
  const sums = { source: 0, draft: 0, furniture: 0, questions: 0, normalised: 0, notPlaced: 0 };
  for (const { line, pieces } of placeLines(lines, report)) {
    if (line.text === '' && line.printed === undefined) continue;
    const question = questions.get(line.line) ?? null;
    const changed = changedIn(line);
    const read = pieces.reduce((sum, { text }) => sum + text.length, 0);
    const printed = line.printed === undefined ? read : tight(line.printed).length;
    sums.source += printed;
    sums.normalised += changed;
    let left = printed - changed;
    let from = 0;
    for (const [at, piece] of pieces.entries()) {
      const count = at === pieces.length - 1 ? left : Math.min(left, piece.text.length);
      left -= count;
      sums[sumOf(piece.to, question)] += count;
      const end = pieces.length === 1 ? line.text.length : endOf(line.text, from, piece.text.length);
      addBlock(blocks, line, piece, line.text.slice(from, end).trim(), question);
      from = end;
    }
  }
  const normalised = lines.flatMap(({ page, line, text, printed }) =>
    printed !== undefined && printed !== text
      ? [{ page, line, printed, text }]
      : text.includes('\uFFFE')
        ? [{ page, line, printed: text, text: text.replaceAll('\uFFFE', '-') }]
        : [],
  );
  return { blocks, normalised, sums };
}

function sumOf(
  { of }: Destination,
  question: string | null,
): 'draft' | 'furniture' | 'questions' | 'notPlaced' {
  if (of === 'nowhere') return 'notPlaced';
  if (question !== null || of === 'kept') return 'questions';
  return of === 'structure' || of === 'heading' || of === 'furniture' || of === 'footnote'
    ? 'furniture'
    : 'draft';
}

/** How many characters of a line as printed are not in it as read. */
function changedIn({ text, printed }: PlacedLine): number {
  if (printed === undefined) return text.includes('\uFFFE') ? text.split('\uFFFE').length - 1 : 0;
  const left = new Map<string, number>();
  for (const character of text.replaceAll(/\s+/gu, '')) left.set(character, (left.get(character) ?? 0) + 1);
  let changed = 0;
  for (const character of printed.replaceAll(/\s+/gu, '')) {
    const count = left.get(character) ?? 0;
    if (count === 0) changed += character.length;
    else left.set(character, count - 1);
  }
  return changed;
}

function addBlock(
  blocks: AccountBlock[],
  { page, line }: PlacedLine,
  { to, paragraph }: Piece,
  text: string,
  question: string | null,
): void {
  const last = blocks.at(-1);
  const same =
    last !== undefined &&
    last.page === page &&
    last.question === question &&
    last.paragraph === paragraph &&
    samePlace(last.to, to);
  if (same) blocks[blocks.length - 1] = { ...last, lines: [...last.lines, text] };
  else blocks.push({ page, line, lines: [text], to, paragraph, question });
}
