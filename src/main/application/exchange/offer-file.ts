import { adoptedFramework } from '../session/adopted-framework.ts';
import { blindDrafts, type BlindDrafts } from '../session/blind-drafts.ts';
import { freshRecords, linesToTakeIn } from './fresh-records.ts';
import { readOffered, type Offered, type OfferedRecords } from './offered.ts';
import { isKnown, ownPerson } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { fieldTitle } from '../../../shared/judgment/field-title.ts';
import { shown } from '../../../shared/records/settled.ts';
import { withoutStatements } from '../../../shared/judgment/left-out.ts';
import { kindCalled } from '../../../shared/judgment/event-types.ts';
import { otherRecords } from '../../../shared/judgment/record-names.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';
import type { SignedRecord } from '../../../shared/records/record.ts';
import { seenDraft } from '../../../shared/seen/seen-draft.ts';
import type { Person } from '../../../shared/people/person.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { OfferedDraft, OfferedFile } from '../../../shared/ipc/exchange-views.ts';

/** Says what taking a file in would do: new records by person and kind, conflicts it would open, what is broken. */
export async function offerFile(
  scope: Scope,
  { file }: { readonly file: string },
): Promise<Result<OfferedFile, CallError>> {
  const read = await readOffered(scope, file);
  if (!read.ok) return read;
  const self = await ownPerson(scope);
  const { opened } = scope.session;
  const blind: BlindDrafts = opened === null ? new Map() : await blindDrafts(scope, opened);
  return done({
    file: read.value.file,
    draft:
      read.value.draft === null
        ? null
        : draftView(scope, read.value, { offered: read.value.draft, self, blind }),
    people: cardsIn(scope, read.value, self),
    broken: brokenIn(read.value),
  });
}

/** What the file breaks: problems of the draft and people with it that they do not have without it. */
export function brokenIn({ people, together, draft }: Offered): readonly Problem[] {
  const mark = (problem: Problem): string => `${problem.code} ${problem.record ?? problem.line}`;
  const known = new Set([...people.problems, ...(draft?.before?.problems ?? [])].map(mark));
  return [...together.problems, ...(draft?.after.problems ?? [])].filter(
    (problem) => problem.level === 'broken' && !known.has(mark(problem)),
  );
}

function cardsIn(
  scope: Scope,
  { people, together, peopleLines }: Offered,
  self: Person | null,
): OfferedFile['people'] {
  const inFile = new Set(peopleLines.flatMap(({ read }) => (read.ok ? [read.value.author] : [])));
  const here = new Map(people.people.map((person) => [person.id, person]));
  return together.people
    .filter((person) => inFile.has(person.id))
    .map((person) => {
      const known = here.get(person.id);
      const same = JSON.stringify(known) === JSON.stringify(person);
      const standing = known === undefined ? 'new' : same ? 'known' : 'newer';
      return {
        person: person.id,
        card: person.card,
        standing: person.id === self?.id ? 'self' : standing,
        verified: isKnown(scope, self, person.id),
      };
    });
}

/** Who lodged something is nothing that a file tells: it counts among other records. */
function kindShown({ type }: SignedRecord): string {
  return kindCalled(type)?.lodges === true ? otherRecords : type;
}

function draftView(
  scope: Scope,
  { file, together }: Offered,
  { offered, self, blind }: { offered: OfferedRecords; self: Person | null; blind: BlindDrafts },
): OfferedDraft {
  const { draft, folder, incoming, before, after } = offered;
  const person = self?.id ?? '';
  const seen = blind.has(draft) ? null : seenDraft(after, person);
  const framework = seen === null ? null : adoptedFramework(seen, scope.ports.crypto.sha256);
  const fresh = freshRecords(offered);
  const names = new Map(together.people.map((person) => [person.id, person.card.name]));
  const open = new Set(before === null ? [] : seenDraft(before, person)?.state.conflicts);
  return {
    draft,
    provider: (seen === null ? null : shown(seen.state.details.provider)) ?? file,
    known: folder !== null,
    records: new Set(
      withoutStatements(incoming).records.flatMap(({ read }) => (read.ok ? [read.value.id] : [])),
    ).size,
    added: fresh.length,
    groups: [...Map.groupBy(fresh, (record) => record.author)]
      .map(([person, records]) => ({
        person,
        name: names.get(person) ?? 'someone unknown',
        verified: isKnown(scope, self, person),
        kinds: [...Map.groupBy(records, kindShown)]
          .map(([type, all]) => ({ type, count: all.length }))
          .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    conflicts: (seen?.state.conflicts ?? [])
      .filter((field) => !open.has(field))
      .map((field) => fieldTitle(field, framework, seen?.state.notes ?? [])),
    leftOut: linesToTakeIn(offered, scope.ports.crypto.sha256).lacking,
  };
}
