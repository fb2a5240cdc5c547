import { adoptedFramework } from '../session/adopted-framework.ts';
import { lastWriter, type LaterIntent } from '../session/later-intent.ts';
import { revisionBody } from '../draft/save-revision.ts';
import { houseTemplate } from '../workspace/house-style.ts';
import type { Scope } from '../session/session.ts';
import { loadSeen } from '../see.ts';
import { writeRecords } from '../write.ts';
import { conflicted } from './add-report.ts';
import { changedFields, type ChangedFields } from './changed-fields.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import {
  gradeField,
  improvementsField,
  narrativeField,
  pointsField,
  pointsFieldOf,
} from '../../../shared/draft/judgment-fields.ts';
import { commentRecord } from './report-records.ts';
import { inspectorsOf } from '../../../shared/documents/front-matter.ts';
import { personViews } from '../session/person-views.ts';
import { reportDocument } from '../../../shared/documents/report-document.ts';
import { writtenOutsideFields } from '../../../shared/documents/outside-fields.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { ImportWarning } from '../../../shared/report/import-warning.ts';
import type { ReportComment } from '../../../shared/report/report-file.ts';
import { commentNotPlaced, type OwnReport } from '../../../shared/report/read-states.ts';
import { snapshotOf } from '../../../shared/comparison/snapshot-of.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** What a revision of these fields writes, over what the records before it wrote. */
function revisionOf(folded: FoldedDraft, draft: string, reason: string, changed: ChangedFields): LaterIntent {
  return (earlier) => {
    const over = (field: string): string[] => {
      const writer = lastWriter(earlier, field);
      return [
        ...(writer.length > 0 ? writer : (folded.values.get(field) ?? []).map(({ record }) => record.id)),
      ];
    };
    const isImproving = ([list]: readonly [string, unknown]): boolean =>
      improvementsField.is(pointsFieldOf(list));
    const improvements = [...changed.points].find(isImproving)?.[1];
    const lists = [...changed.points].filter((list) => !isImproving(list));
    return revisionBody(folded, {
      draft,
      reason,
      narratives: [...changed.narratives].map(([section, text]) => ({
        section,
        text,
        over: over(narrativeField.name({ section })),
      })),
      grades: [...changed.grades].map(([area, grade]) => ({
        area,
        value: { grade },
        over: over(gradeField.name({ area })),
      })),
      improvements:
        improvements === undefined
          ? null
          : { points: [...improvements], over: over(improvementsField.name({})) },
      lists: lists.map(([section, points]) => ({
        section,
        points: [...points],
        over: over(pointsField.name({ section })),
      })),
    });
  };
}

const unknownOrigin: CallError = {
  code: 'not-found',
  message:
    'The inspection that this report was exported from has not the records that it was made of, so it is not known what was changed in it. Nothing was imported. Bring those records together here first, or import the file as another draft.',
};

/**
 * Adds a report that Plumbline exported, and people edited, to the draft that it was made of: a revision for what was
 * changed in it, and one for each author's tracked changes. What stands there now is kept where the file did not change
 * it; where both changed the same sentence nothing is written. Answers how many revisions that made, and what of the file no
 * field takes, which the record of the import keeps.
 */
export async function addOwnReport(
  scope: Scope,
  file: string,
  own: OwnReport,
  imported: (warnings: readonly ImportWarning[]) => LaterIntent,
  comments: readonly ReportComment[],
): Promise<Result<{ readonly revisions: number; readonly warnings: readonly ImportWarning[] }, CallError>> {
  const { draft } = own;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const then = seen.at(own.at);
  if (then === null) return refused(unknownOrigin);
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const made = changedFields(own, snapshotOf(then), snapshotOf(seen), framework);
  if (!made.ok) return made;
  const state = { narratives: made.value.narratives, grades: new Map<string, string>(), points: [] };
  const placed = comments.map((comment) => ({ comment, record: commentRecord(comment, state) }));
  const template = await houseTemplate(scope);
  const title = shown(then.state.details.provider) ?? loaded.value.folder;
  const people = new Map((await personViews(scope)).map((person) => [person.id, person.card.name]));
  const inspectors = inspectorsOf(then.state, (id) => people.get(id) ?? 'someone unknown');
  const printed = reportDocument({ state: then.state, framework, template, title, inspectors });
  const warnings = [
    ...placed.flatMap(({ comment, record }) => (record === null ? [commentNotPlaced(comment)] : [])),
    ...writtenOutsideFields(own, printed),
  ];
  const saved = await writeRecords(scope, draft, (folded) => {
    if (folded.state.conflicts.length > 0) return refused(conflicted);
    const last = folded.state.revisions.at(-1)?.id;
    const said = placed.flatMap(({ record }): LaterIntent[] =>
      record === null ? [] : [(earlier) => record(earlier, last)],
    );
    const revisions = made.value.revisions.map(({ by, changed }) =>
      revisionOf(
        folded,
        draft,
        by === null ? `Changed in ${file}` : `Changes tracked in ${file} by ${by}`,
        changed,
      ),
    );
    return done({ first: imported(warnings)([]), rest: [...revisions, ...said] });
  });
  return saved.ok ? done({ revisions: made.value.revisions.length, warnings }) : saved;
}
