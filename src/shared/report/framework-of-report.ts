import { plainNames, plainWords } from './plain-words.ts';
import type { ReportArea, ReportFramework } from './report-framework.ts';

/**
 * The framework that was in force when the inspection began and whose areas the text names. Where several are, the one of
 * whose areas most of its own are named, then the first by id; an overall judgment, which every framework has, counts only
 * where nothing else is named. Null where none is: nothing is guessed from dates alone.
 */
export function frameworkOfReport(
  frameworks: readonly ReportFramework[],
  start: string | null,
  text: string,
): ReportFramework | null {
  if (start === null) return null;
  const plain = plainWords(text);
  // Frameworks share names, and each is looked for in the whole text.
  const found = new Map<string, boolean>();
  const isNamed = ({ printed }: ReportArea): boolean =>
    plainNames(printed).some((name) => {
      const known = found.get(name) ?? plain.includes(name);
      found.set(name, known);
      return known;
    });
  const named = (framework: ReportFramework): number => {
    const areas = framework.areas.filter(({ kind }) => kind !== 'overall');
    const own = areas.filter((area) => isNamed(area)).length;
    if (own > 0) return own / areas.length;
    return framework.areas.some((area) => isNamed(area)) ? 0.01 : 0;
  };
  const [best] = frameworks
    .filter(({ valid }) => valid.from <= start && (valid.to === null || start <= valid.to))
    .map((framework) => ({ framework, share: named(framework) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || (a.framework.id < b.framework.id ? -1 : 1));
  return best?.framework ?? null;
}
