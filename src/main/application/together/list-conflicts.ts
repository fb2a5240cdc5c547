import { shelfOf } from '../../../shared/draft/draft-shelved.ts';
import { eachDraft, type ReadDraft } from './each-draft.ts';
import { kindsAllowed } from '../session/may-write.ts';
import type { Scope } from '../session/session.ts';
import { gradeField } from '../../../shared/draft/judgment-fields.ts';
import { fitField } from '../../../shared/evidence/evidence-fields.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import { areaOfField, fieldTitle } from '../../../shared/judgment/field-title.ts';
import { fieldCalled } from '../../../shared/judgment/fields.ts';
import { settledConflicts } from '../../../shared/seen/settled-conflicts.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ConflictsView, OpenConflict } from '../../../shared/ipc/together-views.ts';

/** Fields with several open values in one draft or in all, and what people settled before. */
export async function listConflicts(
  scope: Scope,
  input: CallInput<'listConflicts'>,
): Promise<Result<ConflictsView, CallError>> {
  const read = await eachDraft(scope, input);
  if (!read.ok) return read;
  const { unread, nameOf } = read.value;
  // What is archived or withdrawn asks to be settled where it is open alone.
  const drafts = read.value.drafts.filter(
    ({ seen }) => input.draft !== null || shelfOf(seen.state.shelf) === 'list',
  );
  const self = (await scope.ports.keys.self())?.person ?? '';
  const locked = scope.ports.lockedBy !== null;
  const open = drafts.flatMap((draft) => openIn(draft, locked ? '' : self, nameOf));
  const settled = drafts
    .flatMap(({ draft, provider, seen, framework }) =>
      settledConflicts(seen).map((conflict) => ({
        ...conflict,
        draft,
        provider,
        title: fieldTitle(conflict.field, framework, seen.state.notes),
        name: nameOf(conflict.author),
      })),
    )
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return done({ open, settled, unread });
}

function openIn(
  { draft, provider, seen, framework }: ReadDraft,
  person: string,
  nameOf: (person: string) => string,
): readonly OpenConflict[] {
  const may = kindsAllowed(seen.state, seen.rolesOf(person), person);
  const records = new Map(seen.records().map((record) => [record.id, record]));
  return seen.state.conflicts.map((field) => {
    const over = (id: string): readonly string[] =>
      records.get(id)?.writes.find((write) => write.field === field)?.over ?? [];
    const whose = fieldCalled(field)?.owner ?? person;
    const sides = seen.values.get(field) ?? [];
    return {
      draft,
      provider,
      field,
      title: fieldTitle(field, framework, seen.state.notes),
      area: areaOfField(field, framework),
      mine: whose === person && sides.every(({ type }) => may.includes(type)),
      before: wordsBefore(
        seen,
        field,
        framework,
        sides.map(({ record }) => over(record)),
      ),
      sides: sides.map((write) => ({
        record: write.record,
        author: write.author,
        name: nameOf(write.author),
        at: write.at,
        words: write.words(framework),
        reason: records.get(write.record)?.reason ?? '',
        grade: gradeWritten(seen, field, write.record, framework),
      })),
    };
  });
}

/** What stood in a field when all sides of a conflict wrote over it. */
function wordsBefore(
  seen: SeenDraft,
  field: string,
  framework: Framework | null,
  [first = [], ...others]: readonly (readonly string[])[],
): string | null {
  const common = first.find((record) => others.every((over) => over.includes(record)));
  return common === undefined ? null : seen.wordsOf(common, field, framework);
}

/** The grade that a record gave an area, or that it said fits a criterion best. */
function gradeWritten(
  { state }: SeenDraft,
  field: string,
  record: string,
  framework: Framework | null,
): { readonly id: string; readonly symbol: string } | null {
  const area = gradeField.partsOf(field)?.area;
  const criterion = fitField.partsOf(field)?.criterion;
  const given = state.grades[area ?? '']?.find((value) => value.record === record)?.value;
  const fit = state.fits[criterion ?? '']?.find((value) => value.record === record)?.value;
  const id = given != null && 'grade' in given ? given.grade : fit;
  const grades = framework?.scales.flatMap((scale) => scale.grades) ?? [];
  const found = grades.find((grade) => grade.id === id);
  return found === undefined ? null : { id: found.id, symbol: found.symbol };
}
