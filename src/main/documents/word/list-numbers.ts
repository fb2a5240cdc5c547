import type { Element } from '@xmldom/xmldom';
import { numberAs } from './number-formats.ts';
import type { WordList } from './word-looks.ts';
import { childOf, childrenOf, nameOf, propertyOf, switchIn, valueIn } from './word-xml.ts';

/** One level of a list: how it counts and what it prints ("%1.%2"). */
interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** The level, counted from 1, after which it begins anew; 0 never, null after any that stands above it. */
  readonly restart: number | null;
  /** Prints the numbers of levels above in digits, whatever their own format. */
  readonly legal: boolean;
  readonly glued: boolean;
  readonly style: string | null;
}

type Levels = ReadonlyMap<number, Level>;

/** A list that paragraphs name: whose counters it shares, and what it does otherwise than the others that share them. */
interface List {
  readonly shared: string;
  readonly levels: Levels;
  readonly starts: ReadonlyMap<number, number>;
}

/** The mark that stands for every bullet. */
export const bullet = '\u25FC';

function whole(text: string | null): number | null {
  return text !== null && /^-?\d{1,9}$/u.test(text) ? Number(text) : null;
}

function levelOf(element: Element): Level {
  const format = childOf(element, 'w:numFmt') ?? childOf(childOf(element, 'mc:AlternateContent'), 'w:numFmt');
  return {
    start: whole(valueIn(element, 'w:start')) ?? 0,
    format: propertyOf(format, 'val') ?? 'decimal',
    text: valueIn(element, 'w:lvlText') ?? '',
    restart: whole(valueIn(element, 'w:lvlRestart')),
    legal: switchIn(element, 'w:isLgl') === true,
    glued: valueIn(element, 'w:suff') === 'nothing',
    style: valueIn(element, 'w:pStyle'),
  };
}

/** Lists have nine levels. */
function isLevel(at: number): boolean {
  return Number.isInteger(at) && at >= 0 && at < 9;
}

function levelsIn(element: Element): Levels {
  return new Map(
    childrenOf(element)
      .filter((child) => nameOf(child) === 'w:lvl')
      .map((child): [number, Level] => [Number(propertyOf(child, 'ilvl') ?? 0), levelOf(child)])
      .filter(([at]) => isLevel(at)),
  );
}

function listsIn(numbering: Element | null): ReadonlyMap<string, List> {
  const all = numbering === null ? [] : childrenOf(numbering);
  const shared = all.filter((element) => nameOf(element) === 'w:abstractNum');
  const byId = new Map(shared.map((element) => [propertyOf(element, 'abstractNumId') ?? '', element]));
  const known = new Map<Element, Levels>();
  const levelsOf = (definition: Element): Levels => {
    const levels = known.get(definition) ?? levelsIn(definition);
    known.set(definition, levels);
    return levels;
  };
  const byStyle = new Map(shared.map((element) => [valueIn(element, 'w:styleLink') ?? '', element]));
  return new Map(
    all
      .filter((element) => nameOf(element) === 'w:num')
      .flatMap((element): [string, List][] => {
        const named = byId.get(valueIn(element, 'w:abstractNumId') ?? '');
        // A list of a style's own: the definition stands where the style is linked.
        const link = named === undefined ? null : valueIn(named, 'w:numStyleLink');
        const definition = (link === null || link === '' ? undefined : byStyle.get(link)) ?? named;
        if (definition === undefined) return [];
        const overrides = childrenOf(element).filter((child) => nameOf(child) === 'w:lvlOverride');
        const levels = new Map(levelsOf(definition));
        const starts = new Map<number, number>();
        for (const override of overrides) {
          const at = Number(propertyOf(override, 'ilvl') ?? 0);
          const level = childOf(override, 'w:lvl');
          if (!isLevel(at)) continue;
          const start = whole(valueIn(override, 'w:startOverride'));
          if (level !== null) levels.set(at, levelOf(level));
          if (start !== null) starts.set(at, start);
        }
        const id = propertyOf(definition, 'abstractNumId') ?? '';
        return [[propertyOf(element, 'numId') ?? '', { shared: id, levels, starts }]];
      }),
  );
}

/** Reads which lists a file has; each call of what it gives counts a document from its beginning. */
export function listNumbers(numbering: Element | null): () => (list: WordList) => string {
  const lists = listsIn(numbering);
  return () => {
    const counts = new Map<string, Map<number, number>>();
    const begun = new Set<string>();
    return ({ id, level, style }) => {
      const list = lists.get(id);
      if (list === undefined) return '';
      const own =
        style === null ? undefined : [...list.levels].find(([, known]) => known.style === style)?.[0];
      const at = level ?? own ?? 0;
      const printed = list.levels.get(at);
      if (printed === undefined) return '';
      const counted = counts.get(list.shared) ?? new Map<number, number>();
      counts.set(list.shared, counted);
      count(list, at, counted, begun, id);
      return markOf(list, at, counted);
    };
  };
}

/** Counts one more item: lists that share a definition go on from each other, unless a list has a start of its own. */
function count(list: List, at: number, counted: Map<number, number>, begun: Set<string>, id: string): void {
  const first = list.starts.get(at);
  const before = counted.get(at);
  const begins = first !== undefined && !begun.has(`${id}/${at}`);
  begun.add(`${id}/${at}`);
  counted.set(at, begins || before === undefined ? startOf(list, at) : before + 1);
  for (const [below, { restart }] of list.levels)
    if (below > at && restart !== 0 && (restart === null || at < restart)) counted.delete(below);
}

function startOf({ starts, levels }: List, at: number): number {
  return starts.get(at) ?? levels.get(at)?.start ?? 1;
}

function markOf(list: List, at: number, counted: ReadonlyMap<number, number>): string {
  const level = list.levels.get(at);
  if (level === undefined || level.text === '') return '';
  if (level.format === 'bullet') return `${bullet} `;
  const text = level.text.replaceAll(/%([1-9])/gu, (_match, digit: string) => {
    const above = Number(digit) - 1;
    const format = level.legal ? 'decimal' : (list.levels.get(above)?.format ?? 'decimal');
    return numberAs(counted.get(above) ?? startOf(list, above), format);
  });
  return level.glued || text === '' ? text : `${text} `;
}
