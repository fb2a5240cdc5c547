import type { Framework } from '../../../src/shared/framework/framework-schema.ts';

/** The framework under which an inspection that began on this day (YYYY-MM-DD) stands; null where none or several do. */
export function frameworkForDay(frameworks: readonly Framework[], day: string): Framework | null {
  const found = frameworks.filter(({ valid }) => valid.from <= day && (valid.to === null || day <= valid.to));
  return found.length === 1 ? (found[0] ?? null) : null;
}
