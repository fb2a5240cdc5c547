import { plainNames, plainWords } from './plain-words.ts';
import type { ReportArea, ReportFramework } from './report-framework.ts';

/** The area that a printed name means. */
interface MatchedArea {
  readonly area: ReportArea;
  /** False where the name is none the framework knows, but holds all words of only one, or is only one shortened. */
  readonly exact: boolean;
}

/** Finds the area a report prints as `name`: exactly, or else as the only one all of whose words it holds. */
export function matchArea(name: string, framework: ReportFramework): MatchedArea | null {
  const plain = plainWords(name);
  const exact = framework.areas.find((area) => areaNames(area).includes(plain));
  if (exact !== undefined) return { area: exact, exact: true };
  const words = new Set(plain.split(' '));
  const near = framework.areas.filter((area) =>
    areaNames(area).some(
      (known) => known.split(' ').length > 2 && known.split(' ').every((word) => words.has(word)),
    ),
  );
  const [only] = near;
  return only !== undefined && near.length === 1 ? { area: only, exact: false } : null;
}

/** A shortened name has at least one word of so many letters: "leaders", not "children in". */
const longWord = 6;

/**
 * Finds the area whose name a report prints shortened: all words of `name`, in their order, stand in the names of only
 * one area ("Care leavers", "The impact of leaders").
 */
export function shortenedArea(name: string, framework: ReportFramework): ReportArea | null {
  const words = plainWords(name).split(' ');
  if (!words.some((word) => word.length >= longWord)) return null;
  const [only, another] = framework.areas.filter((area) =>
    areaNames(area).some((known) => standInOrder(words, known.split(' '))),
  );
  return another === undefined ? (only ?? null) : null;
}

function standInOrder(words: readonly string[], known: readonly string[]): boolean {
  let at = 0;
  for (const word of known) if (word === words[at]) at += 1;
  return at === words.length;
}

/** Whether a line, compared plainly, can begin the name of an area: its first two words are those of one. */
export function beginsArea(plain: string, framework: ReportFramework): boolean {
  const known =
    beginnings.get(framework) ??
    new Set(framework.areas.flatMap((area) => areaNames(area).map((name) => firstTwo(name))));
  beginnings.set(framework, known);
  return known.has(firstTwo(plain));
}

const beginnings = new WeakMap<ReportFramework, ReadonlySet<string>>();

/** An area's printed names, compared plainly. */
export function areaNames(area: ReportArea): readonly string[] {
  return area.printed.length === 0 ? [plainWords(area.title)] : plainNames(area.printed);
}

function firstTwo(plain: string): string {
  const second = plain.indexOf(' ', plain.indexOf(' ') + 1);
  return second < 1 ? plain : plain.slice(0, second);
}
