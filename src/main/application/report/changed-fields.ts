import type { JudgmentSnapshot } from '../../../shared/comparison/judgment-snapshot.ts';
import { editedPoints, editedText } from '../../../shared/documents/edited-field.ts';
import { gradeField, narrativeField, pointsFieldOf } from '../../../shared/draft/judgment-fields.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { gradeTitle, scaleOf } from '../../../shared/framework/grade-order.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import type { OwnReport, OwnState } from '../../../shared/report/read-states.ts';
import type { FieldParagraph } from '../../../shared/report/source-text.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import { mergedText, mergeTexts } from '../../../shared/text/merge-texts.ts';
import { controlOf } from '../../../shared/values/document-origin.ts';
import type { GradeValue } from '../../../shared/values/grade-value.ts';
import type { Improvement } from '../../../shared/values/improvement.ts';

/** New values of fields: texts by section, lists of points by their ids, grades by area. */
export interface ChangedFields {
  readonly narratives: ReadonlyMap<string, string>;
  readonly points: ReadonlyMap<string, readonly Improvement[]>;
  readonly grades: ReadonlyMap<string, string>;
}

/** What an edited report speaks of, as maps that are written on from state to state. */
interface Values {
  readonly narratives: Map<string, string>;
  readonly points: Map<string, readonly Improvement[]>;
  readonly grades: Map<string, GradeValue>;
}

function valuesOf({ narratives, improvements, lists, grades }: JudgmentSnapshot): Values {
  return {
    narratives: new Map(Object.entries(narratives)),
    points: new Map([['improvements', improvements], ...Object.entries(lists)]),
    grades: new Map(Object.entries(grades)),
  };
}

/** Thrown where a change cannot be taken, with the words for it. */
class NotTaken extends Error {}

function place(framework: Framework | null, id: string): string {
  const titled = [...(framework?.areas ?? []), ...(framework?.sections ?? [])].find((part) => part.id === id);
  return titled?.title ?? (id === 'improvements' ? 'What needs to improve' : id.replaceAll('-', ' '));
}

function bothChanged(title: string): NotTaken {
  return new NotTaken(
    `“${title}” was changed in the file and here since it was exported, in the same place. Nothing was imported and the file is unchanged. Make the change here by hand, or import the file as another draft and compare.`,
  );
}

/** A printed grade as the id it has on the area's scale. */
function gradeIn(text: string, area: string, framework: Framework | null): string {
  const scale = framework === null ? undefined : scaleOf(framework, area);
  const grade = scale?.grades.find(
    ({ id }) =>
      framework !== null && gradeTitle(framework, area, id).toLowerCase() === text.trim().toLowerCase(),
  );
  if (grade !== undefined) return grade.id;
  throw new NotTaken(
    `The grade of “${place(framework, area)}” reads “${text.slice(0, 200)}” in the file, which is no grade of its scale. Nothing was imported and the file is unchanged. Write one of the grades there, or give the grade here by hand.`,
  );
}

/** A grade as the export prints it. */
function printedGrade(value: GradeValue | undefined, area: string, framework: Framework): string {
  if (value === undefined) return 'Not yet graded';
  return 'grade' in value ? gradeTitle(framework, area, value.grade) : `No grade: ${value.reason}`;
}

/** What one state of the file changes: `file` is what it said before, `here` what stands here; both are written on. */
function changedIn(
  { fields }: OwnState,
  before: OwnState | null,
  file: Values,
  here: Values,
  framework: Framework | null,
): ChangedFields {
  const changed = {
    narratives: new Map<string, string>(),
    points: new Map<string, readonly Improvement[]>(),
    grades: new Map<string, string>(),
  };
  /** What the file has of a field; nothing where it had words before, null where it never had the field. */
  const readOf = (field: string): readonly FieldParagraph[] | null => {
    const control = controlOf(field);
    return fields.get(control) ?? (before?.fields.has(control) === true ? [] : null);
  };
  for (const [section, text] of file.narratives) {
    const read = readOf(narrativeField.name({ section }));
    const edited = read === null ? text : editedText(text, read);
    if (edited === text) continue;
    const merge = mergeTexts(text, here.narratives.get(section) ?? '', edited);
    if (merge.collisions > 0) throw bothChanged(place(framework, section));
    const merged = mergedText(merge, ({ ours }) => ours);
    if (merged !== (here.narratives.get(section) ?? '')) changed.narratives.set(section, merged);
    file.narratives.set(section, edited);
    here.narratives.set(section, merged);
  }
  for (const [list, points] of file.points) {
    const read = readOf(pointsFieldOf(list));
    const edited = read === null ? points : editedPoints(points, read);
    if (canonical(edited) === canonical(points)) continue;
    const own = here.points.get(list) ?? [];
    if (![canonical(points), canonical(edited)].includes(canonical(own)))
      throw bothChanged(place(framework, list));
    if (canonical(own) !== canonical(edited)) changed.points.set(list, edited);
    file.points.set(list, edited);
    here.points.set(list, edited);
  }
  for (const { id: area } of framework?.areas ?? []) {
    const read = readOf(gradeField.name({ area }));
    if (read === null || framework === null) continue;
    const text = read
      .map((paragraph) => paragraph.text)
      .join(' ')
      .trim();
    const printed = file.grades.get(area);
    if (text === printedGrade(printed, area, framework).replaceAll(/\s+/gu, ' ').trim()) continue;
    const edited = { grade: gradeIn(text, area, framework) };
    const own = here.grades.get(area);
    if (canonical(own ?? null) !== canonical(printed ?? null) && canonical(own ?? null) !== canonical(edited))
      throw bothChanged(place(framework, area));
    if (canonical(own ?? null) !== canonical(edited)) changed.grades.set(area, edited.grade);
    file.grades.set(area, edited);
    here.grades.set(area, edited);
  }
  return changed;
}

/**
 * What was changed in a report that Plumbline exported, state by state: `then` is what it printed, `now` what stands here.
 * A text that was changed in both is merged; where both changed the same place, or a grade is none, the words why not.
 */
export function changedFields(
  own: OwnReport,
  then: JudgmentSnapshot,
  now: JudgmentSnapshot,
  framework: Framework | null,
): Result<
  {
    readonly revisions: readonly { readonly by: string | null; readonly changed: ChangedFields }[];
    readonly narratives: ReadonlyMap<string, string>;
  },
  CallError
> {
  const [file, here] = [valuesOf(then), valuesOf(now)];
  try {
    const revisions = own.states
      .map((state, at) => ({
        by: state.by,
        changed: changedIn(state, own.states[at - 1] ?? null, file, here, framework),
      }))
      .filter(({ changed }) => changed.narratives.size + changed.points.size + changed.grades.size > 0);
    return done({ revisions, narratives: here.narratives });
  } catch (error) {
    if (error instanceof NotTaken) return refused({ code: 'conflict', message: error.message });
    throw error;
  }
}
