import { plainWords } from './plain-words.ts';
import type { ReportArea, ReportFramework } from './report-framework.ts';

/** The area that a printed name means. */
interface MatchedArea {
  readonly area: ReportArea;
  /** False where the name is not one of those the framework knows, but holds all words of only one of them. */
  readonly exact: boolean;
}

/** Finds the area a report prints as `name`: exactly, or else as the only one all of whose words it holds. */
export function matchArea(name: string, framework: ReportFramework): MatchedArea | null {
  const plain = plainWords(name);
  const exact = framework.areas.find((area) => names(area).includes(plain));
  if (exact !== undefined) return { area: exact, exact: true };
  const words = new Set(plain.split(' '));
  const near = framework.areas.filter((area) =>
    names(area).some(
      (known) => known.split(' ').length > 2 && known.split(' ').every((word) => words.has(word)),
    ),
  );
  const [only] = near;
  return only !== undefined && near.length === 1 ? { area: only, exact: false } : null;
}

/** Whether a line can begin the name of an area: its first two words are those of one. */
export function beginsArea(line: string, framework: ReportFramework): boolean {
  const start = firstTwo(plainWords(line));
  return framework.areas.some((area) => names(area).some((name) => firstTwo(name) === start));
}

/** An area's printed names, compared plainly. */
function names(area: ReportArea): readonly string[] {
  return (area.printed.length === 0 ? [area.title] : area.printed).map(plainWords);
}

function firstTwo(plain: string): string {
  return plain.split(' ', 2).join(' ');
}
