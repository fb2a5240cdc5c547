import { traceImprovements, type ImprovementThread } from './trace-improvements.ts';

/** A grade as printed, with its place on its scale: 0 is best. */
export interface RankedGrade {
  readonly title: string;
  readonly symbol: string;
  readonly rank: number;
}

/** One inspection of a provider, as the comparison of several needs it. */
export interface InspectionSummary {
  /** Areas in the framework's order; `grade` is null where none was given. */
  readonly areas: readonly {
    readonly id: string;
    readonly title: string;
    readonly grade: RankedGrade | null;
  }[];
  readonly improvements: readonly string[];
}

/** One area through inspections; a cell is null where that inspection did not judge it. */
export interface AreaHistory {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly (AreaCell | null)[];
}

/** An area in one inspection, and how its grade stands to the one before. */
export interface AreaCell {
  readonly grade: RankedGrade | null;
  readonly change: 'better' | 'worse' | 'same' | null;
}

/** Inspections of one provider by area, grade and improvement, never word by word. */
export interface SuccessiveInspections {
  readonly areas: readonly AreaHistory[];
  readonly improvements: readonly ImprovementThread[];
}

function historyOf(id: string, inspections: readonly InspectionSummary[]): AreaHistory {
  let before: RankedGrade | null = null;
  let title = id;
  const cells = inspections.map(({ areas }): AreaCell | null => {
    const area = areas.find((one) => one.id === id);
    if (area === undefined) return null;
    title = area.title;
    const { grade } = area;
    const change =
      grade === null || before === null
        ? null
        : grade.rank < before.rank
          ? 'better'
          : grade.rank > before.rank
            ? 'worse'
            : 'same';
    before = grade ?? before;
    return { grade, change };
  });
  return { id, title, cells };
}

/** Compares any number of inspections of one provider, earliest first; the latest framework's areas come first. */
export function compareInspections(inspections: readonly InspectionSummary[]): SuccessiveInspections {
  const ids = new Set([...inspections].reverse().flatMap(({ areas }) => areas.map((area) => area.id)));
  return {
    areas: [...ids].map((id) => historyOf(id, inspections)),
    improvements: traceImprovements(inspections.map((one) => one.improvements)),
  };
}
