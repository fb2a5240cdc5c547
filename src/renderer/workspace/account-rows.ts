import type { AccountBlock, ImportAccount } from '../../shared/report/import-account.ts';

/** A stretch of the source with where it went, as one row. */
export interface AccountRow {
  /** The place of its first block among all. */
  readonly at: number;
  readonly block: AccountBlock;
  /** The section of the draft that it stands in, "aside" or "kept"; null where it cannot be moved. */
  readonly section: string | null;
  /** All of its paragraph, which can run over a page’s end. */
  readonly text: string;
  /** The bullet before it. */
  readonly mark: string;
  /** Characters that are no white space, on this page. */
  readonly count: number;
}

/** The section that a block stands in, as edits name it; null for what the report’s facts were read from. */
function sectionOf({ to }: AccountBlock): string | null {
  if (to.of === 'area') return to.id;
  if (to.of === 'other') return `other-${to.at + 1}`;
  if (to.of === 'furniture' || to.of === 'footnote') return 'aside';
  return to.of === 'summary' || to.of === 'improvements' || to.of === 'kept' ? to.of : null;
}

const countOf = (text: string): number => text.replaceAll(/\s+/gu, '').length;

const isMark = ({ to, lines }: AccountBlock): boolean =>
  to.of === 'furniture' && countOf(lines.join('')) === 1 && /^\D/u.test(lines.join('').trim());

/**
 * The blocks of an account as rows: the mark of a list goes with what it marks, lines of a title page or table that stand
 * together are one row.
 */
export function rowsOf({ blocks }: ImportAccount): readonly AccountRow[] {
  const keys = blocks.map((block) => `${sectionOf(block) ?? block.to.of} ${block.paragraph}`);
  const texts = new Map<string, string[]>();
  for (const [at, { lines }] of blocks.entries()) {
    const key = keys[at] ?? '';
    texts.set(key, [...(texts.get(key) ?? []), ...lines]);
  }
  const rows: AccountRow[] = [];
  let mark = '';
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    if (isMark(block) && next?.page === block.page && next.to.of !== 'furniture') {
      mark = block.lines.join('');
      continue;
    }
    const count = countOf(mark) + countOf(block.lines.join(''));
    const last = rows.at(-1);
    const together = block.to.of === 'structure' && last?.block.to.of === 'structure';
    if (together && last.block.page === block.page && (last.block.question ?? block.question) === null) {
      const lines = [...last.block.lines, ...block.lines];
      rows[rows.length - 1] = { ...last, block: { ...last.block, lines }, count: last.count + count };
    } else {
      const text = (texts.get(keys[at] ?? '') ?? block.lines).join('\n');
      rows.push({ at, block, section: sectionOf(block), text, mark, count });
    }
    mark = '';
  }
  return rows;
}

/** An area as it is called for short: without the words that begin the names of most. */
export function shortTitle(title: string): string {
  const short = title.replace(/^The experiences and progress of /iu, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** How many paragraphs and characters stand in each section, in the order of the sections. */
export function sectionSums(
  rows: readonly AccountRow[],
): ReadonlyMap<string, { readonly blocks: number; readonly characters: number; readonly first: number }> {
  const sums = new Map<string, { blocks: number; characters: number; first: number }>();
  for (const [row, { section, count, block }] of rows.entries()) {
    const name = block.question === null ? (section ?? 'structure') : 'questions';
    const sum = sums.get(name) ?? { blocks: 0, characters: 0, first: row };
    sums.set(name, { ...sum, blocks: sum.blocks + 1, characters: sum.characters + count });
  }
  return sums;
}

/** The row on which the page before or after a row’s begins. */
export function pageStep(rows: readonly AccountRow[], at: number, by: 1 | -1): number {
  const page = rows[at]?.block.page ?? 1;
  const found =
    by === 1
      ? rows.findIndex(({ block }) => block.page > page)
      : rows.findLastIndex(({ block }) => block.page < page);
  if (found === -1) return by === 1 ? rows.length - 1 : 0;
  const to = rows[found]?.block.page;
  return rows.findIndex(({ block }) => block.page === to);
}

/** The texts of a row and of so many rows after it that stand in its section, each paragraph once. */
export function textsFrom(rows: readonly AccountRow[], at: number, more: number): readonly string[] {
  const section = rows[at]?.section ?? null;
  if (section === null) return [];
  const same = rows.slice(at).filter((row) => row.section === section);
  return [...new Map(same.map((row) => [row.block.paragraph, row.text])).values()].slice(0, more + 1);
}

/** What stands from a row on to the next heading or to another section: as much as a heading there would head. */
export function countUnder(rows: readonly AccountRow[], at: number): number {
  const section = rows[at]?.section;
  const paragraphs = new Set<number>();
  for (const row of rows.slice(at)) {
    if (row.block.to.of === 'furniture' || row.block.to.of === 'footnote') continue;
    if (row.section !== section) break;
    paragraphs.add(row.block.paragraph);
  }
  return Math.max(0, paragraphs.size - 1);
}
