import { plainWords } from './plain-words.ts';
import type { ReportFramework } from './report-framework.ts';

/**
 * The framework that was in force when the inspection began and one of whose areas the text names. Where several are,
 * the one with most areas named, then the first by id. Null where none is: nothing is guessed from names alone.
 */
export function frameworkOfReport(
  frameworks: readonly ReportFramework[],
  start: string | null,
  text: string,
): ReportFramework | null {
  if (start === null) return null;
  const plain = plainWords(text);
  const named = (framework: ReportFramework): number =>
    framework.areas.filter((area) => area.printed.some((name) => plain.includes(plainWords(name)))).length;
  const [best] = frameworks
    .filter(({ valid }) => valid.from <= start && (valid.to === null || start <= valid.to))
    .map((framework) => ({ framework, count: named(framework) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.framework.id < b.framework.id ? -1 : 1));
  return best?.framework ?? null;
}
