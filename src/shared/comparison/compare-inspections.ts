import { traceImprovements, type ImprovementThread } from './trace-improvements.ts';

/** A grade as printed, with its place on its scale: 0 is best. */
export interface RankedGrade {
  readonly id: string;
  readonly title: string;
  readonly symbol: string;
  readonly rank: number;
}

/** An area with its grade, or a criterion with the grade that fits it best. */
interface GradedItem {
  readonly id: string;
  readonly title: string;
  readonly grade: RankedGrade | null;
}

/** One inspection of a provider, as the comparison of several needs it. */
export interface InspectionSummary {
  /** Areas in the framework's order; `grade` is null where none was given. */
  readonly areas: readonly (GradedItem & { readonly criteria: readonly GradedItem[] })[];
  readonly improvements: readonly string[];
}

/** An area or criterion through inspections; a cell is null where that inspection did not judge it. */
interface ItemHistory {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly (AreaCell | null)[];
}

/** An area with those of its criteria for which any inspection set a best fit. */
interface AreaHistory extends ItemHistory {
  readonly criteria: readonly ItemHistory[];
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

/** The items of several inspections, one history each; the latest inspection's come first. */
function histories(inspections: readonly (readonly GradedItem[])[]): readonly ItemHistory[] {
  const ids = new Set([...inspections].reverse().flatMap((items) => items.map((item) => item.id)));
  return [...ids].map((id) => historyOf(id, inspections));
}

function historyOf(id: string, inspections: readonly (readonly GradedItem[])[]): ItemHistory {
  let before: RankedGrade | null = null;
  let title = id;
  const cells = inspections.map((items): AreaCell | null => {
    const item = items.find((graded) => graded.id === id);
    if (item === undefined) return null;
    title = item.title;
    const { grade } = item;
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
  return {
    areas: histories(inspections.map(({ areas }) => areas)).map((area) => ({
      ...area,
      criteria: histories(
        inspections.map(({ areas }) => areas.find(({ id }) => id === area.id)?.criteria ?? []),
      ).filter(({ cells }) => cells.some((cell) => cell !== null && cell.grade !== null)),
    })),
    improvements: traceImprovements(inspections.map(({ improvements }) => improvements)),
  };
}
