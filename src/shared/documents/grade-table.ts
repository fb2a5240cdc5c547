import type { SeenState } from '../seen/seen-draft.ts';
import { gradeField } from '../draft/judgment-fields.ts';
import { hiddenWords } from '../moderation/moderation-state.ts';
import { shown } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { gradeTitle, rankOf, scaleOf } from '../framework/grade-order.ts';
import type { DocumentTemplate } from './document-template.ts';
import { fillLabel } from './fill-label.ts';
import { plain, type Block, type Cell, type Figure } from './printed-document.ts';

/** An area's grade as it is printed; says where there is none, and why. */
export function gradeWords(state: SeenState, framework: Framework, area: string): string {
  const { hiding } = state.moderation;
  if (hiding?.provisional === true) return hiddenWords(hiding);
  const value = shown(state.grades[area]);
  if (value === null) return 'Not yet graded';
  return 'grade' in value ? gradeTitle(framework, area, value.grade) : `No grade: ${value.reason}`;
}

/** Where a grade stands on its scale, as a picture with its words; null where there is no grade. */
function gradeFigure(state: SeenState, framework: Framework, area: string): Figure | null {
  const scale = scaleOf(framework, area);
  const value = shown(state.grades[area]);
  if (scale === undefined || value === null || !('grade' in value)) return null;
  const rank = rankOf(scale, value.grade);
  if (rank < 0) return null;
  return {
    squares: scale.grades.map((_grade, at) => at === rank),
    alternative: `${rank + 1} of ${scale.grades.length}, counted from the best`,
  };
}

/** The table of grades, a row an area; null where the framework gives no grades. */
export function gradeTable(
  state: SeenState,
  framework: Framework,
  template: DocumentTemplate,
  labels: Readonly<Record<string, string>>,
): Block | null {
  const { caption, area, grade, position } = template.report.grades;
  const graded = framework.areas.filter((area) => area.scale !== null);
  if (graded.length === 0) return null;
  const isHidden = state.moderation.hiding?.provisional === true;
  const rows = graded.map(({ id, title }): readonly Cell[] => {
    const picture = gradeFigure(state, framework, id);
    return [
      { words: plain(title) },
      {
        words: [{ text: gradeWords(state, framework, id), strong: true }],
        ...(isHidden ? {} : { field: gradeField.name({ area: id }) }),
      },
      ...(position === null
        ? []
        : [picture === null ? { words: plain('None') } : { words: [], figure: picture }]),
    ];
  });
  return {
    kind: 'table',
    caption: fillLabel(caption, labels),
    columns: [area, grade, ...(position === null ? [] : [position])].map((title) => fillLabel(title, labels)),
    rows,
    rowHeaders: true,
    widths: position === null ? [65, 35] : [54, 28, 18],
  };
}
