import type { EvidenceTable } from '../evidence/evidence-table.ts';

/** What the form's columns are called; a table with these words among its headers is read as one, in any order. */
export const formColumns = {
  paragraph: 'Paragraph',
  comment: 'What is not accurate, and what it should say',
  evidence: 'Evidence',
} as const;

/** A point as a form gave it, and the row of the form it stands on. */
interface FormPoint {
  readonly row: number;
  readonly paragraph: number | null;
  readonly comment: string;
  readonly evidence: string;
}

/** What a form said: its points, and everything in it that is no point, with why. */
export interface ReadForm {
  readonly points: readonly FormPoint[];
  readonly odd: readonly { readonly row: number; readonly text: string; readonly why: string }[];
}

const asked: Readonly<Record<keyof typeof formColumns, RegExp>> = {
  paragraph: /paragraph|^para|^no\.?$|number|^¶/iu,
  comment: /comment|accurate|correction|issue/iu,
  evidence: /evidence|source|support/iu,
};

function columnsOf(headers: readonly string[]): Readonly<Record<keyof typeof formColumns, number>> {
  const taken = new Set<number>();
  const find = (name: keyof typeof formColumns): number => {
    const at = headers.findIndex((header, index) => !taken.has(index) && asked[name].test(header));
    if (at >= 0) taken.add(at);
    return at;
  };
  const paragraph = find('paragraph');
  return { paragraph, evidence: find('evidence'), comment: find('comment') };
}

const why = {
  unnumbered: 'It names no paragraph. It is kept as a point on the whole.',
  unknown: 'No paragraph with this number was sent. It is kept as a point on the whole.',
  several: 'It names several paragraphs. It is kept as a point on the first.',
  merged: 'It stands under a cell merged downwards. It is kept as a point of its own on the same paragraph.',
  uncommented: 'It names a paragraph or evidence and says nothing of it.',
  headless: 'The table has no column for comments, so its rows could not be told apart.',
  hidden: 'The workbook hides this row. It was read all the same.',
  beyond: 'It stands in a column that the form does not have.',
} as const;

/**
 * Reads the provider's comments from a form's table, in which cells may be merged: downwards (a row without a number
 * goes on with the paragraph above it) and across. Nothing is lost: what is no plain point is a point and listed as
 * odd, or listed as odd alone. `known` are the numbers that were sent.
 */
export function readCommentsForm(table: EvidenceTable, known: ReadonlySet<number>): ReadForm {
  const at = columnsOf(table.headers);
  const points: FormPoint[] = [];
  const odd: ReadForm['odd'][number][] = [];
  let above: number | null = null;
  for (const { row, cells, hidden } of table.rows) {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const text = filled.join(' | ');
    const tell = (reason: string): number => odd.push({ row, text, why: reason });
    if (hidden === true) tell(why.hidden);
    if (at.comment < 0) {
      tell(why.headless);
      continue;
    }
    const named: string = (cells[at.paragraph] ?? '').trim();
    const numbers: number[] = [...named.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
    const comment = (cells[at.comment] ?? '').trim();
    const evidence = (cells[at.evidence] ?? '').trim();
    const beyond = cells.filter(
      (cell, index) => cell.trim() !== '' && ![at.paragraph, at.comment, at.evidence].includes(index),
    );
    const words = numbers.length === 0 && named !== '' ? named : '';
    const said: string = [words, comment].filter((part) => part !== '').join(': ');
    if (beyond.length > 0) tell(why.beyond);
    if (said === '') {
      if (evidence !== '') tell(why.uncommented);
      above = numbers[0] ?? above;
      continue;
    }
    const own: number | null = numbers.find((number) => known.has(number)) ?? null;
    const paragraph: number | null = numbers.length === 0 && words === '' ? above : own;
    if (numbers.length === 0) tell(paragraph === null ? why.unnumbered : why.merged);
    else if (own === null) tell(why.unknown);
    else if (numbers.length > 1) tell(why.several);
    points.push({ row, paragraph, comment: said, evidence });
    above = paragraph;
  }
  return { points, odd };
}

/** Words as they are compared: programs that save a file again change quotation marks, dashes, spaces and line ends. */
export function comparedWords(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u00AD\u200B-\u200D\uFEFF]/gu, '')
    .replaceAll(/[‘’‚‛´`]/gu, "'")
    .replaceAll(/[“”„‟]/gu, '"')
    .replaceAll(/[‐-―−]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function pointKey({ paragraph, comment, evidence }: Omit<FormPoint, 'row'>): string {
  return JSON.stringify([paragraph, comparedWords(comment), comparedWords(evidence)]);
}

/** What of a form is new; points that came in before are no points again, and listed as odd with the number they have. */
export function newInForm(
  { points, odd }: ReadForm,
  before: readonly (Omit<FormPoint, 'row'> & { readonly number: number })[],
): ReadForm & { readonly known: number } {
  const numbers = new Map(before.map((point) => [pointKey(point), point.number]));
  const known = points.flatMap((point) => {
    const number = numbers.get(pointKey(point));
    return number === undefined ? [] : [{ point, number }];
  });
  return {
    points: points.filter((point) => !numbers.has(pointKey(point))),
    odd: [
      ...odd,
      ...known.map(({ point: { row, comment }, number }) => ({
        row,
        text: comment,
        why: `It is here already as point ${number}, so it is not to be answered again.`,
      })),
    ],
    known: known.length,
  };
}
