import { additiveSeverity } from '../statistics/additive-severity.ts';
import { normalQuantile } from '../statistics/normal.ts';

/** Grades of one area of one judgment, each by a person who had the same evidence; never a sealed or agreed one. */
export type RegradedArea = readonly { readonly person: string; readonly step: number }[];

/** How severe one person is beside those who graded the same evidence. */
interface PersonSeverity {
  readonly person: string;
  /** Their grades of areas that somebody else graded too. */
  readonly grades: number;
  /** `apart` where no chain of shared areas leads to the largest island, `few` where there are too few to show. */
  readonly standing: 'compared' | 'apart' | 'few';
  /** Steps of the scale from the mean of the island, above nought more severe; null where not compared. */
  readonly steps: number | null;
  /** 95 %, two-sided; null where nothing is left over to work it out from. */
  readonly interval: readonly [number, number] | null;
}

/** Severity of everybody, with who can be compared with whom. */
export interface SeverityFigure {
  readonly people: readonly PersonSeverity[];
  /** Areas that two or more graded, and grades of them. */
  readonly areas: number;
  readonly grades: number;
  /** People joined by areas that they graded in common, the largest island first. */
  readonly islands: readonly (readonly string[])[];
}

/** So many grades a person needs before a figure of theirs is shown. */
export const leastGrades = 8;

/**
 * The additive model grade = case + person with the linkage check first: outside the largest island nobody is compared. The
 * interval is the effect and 1.96 standard errors each way.
 */
export function readerSeverity(areas: readonly RegradedArea[]): SeverityFigure {
  const shared = areas.filter((grades) => new Set(grades.map(({ person }) => person)).size > 1);
  const people = [...new Set(shared.flatMap((grades) => grades.map(({ person }) => person)))].toSorted();
  const table = shared.map((grades) =>
    people.map((person) => grades.find((grade) => grade.person === person)?.step ?? null),
  );
  const { islands, effects } = additiveSeverity(table);
  const z = normalQuantile(0.975);
  const found = people.map((person, at): PersonSeverity => {
    const grades = table.filter((row) => row[at] !== null).length;
    const effect = effects[at];
    if (grades < leastGrades || effect == null)
      return { person, grades, standing: 'few', steps: null, interval: null };
    if (islands[0]?.includes(at) !== true)
      return { person, grades, standing: 'apart', steps: null, interval: null };
    const { effect: steps, error } = effect;
    return {
      ...{ person, grades, standing: 'compared', steps },
      interval: error === null ? null : [steps - z * error, steps + z * error],
    };
  });
  return {
    people: found.toSorted((a, b) => (b.steps ?? -Infinity) - (a.steps ?? -Infinity) || b.grades - a.grades),
    areas: shared.length,
    grades: table.flat().filter((step) => step !== null).length,
    islands: islands.map((island) => island.map((at) => people[at] ?? '')),
  };
}

/** What of severity somebody may see: all of it where they lead the audit, else their own row without the others. */
export function severityFor(figure: SeverityFigure, self: string, isLead: boolean): SeverityFigure {
  if (isLead) return figure;
  return {
    ...figure,
    people: figure.people.filter(({ person }) => person === self),
    islands: figure.islands.map((island) => island.map((person) => (person === self ? person : ''))),
  };
}
