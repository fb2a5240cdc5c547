import { areaOfField, fieldTitle, fieldTitlesOf } from '../judgment/field-title.ts';
import { fieldCalled } from '../judgment/fields.ts';
import { openImportQuestions } from '../draft/import-questions.ts';
import { commentWritten } from '../draft/comment-written.ts';
import { narrativeField } from '../draft/judgment-fields.ts';
import { recordAdopted } from '../people/record-adopted.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { writers, type EventType } from '../records/define-event.ts';
import { count } from '../words.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';

/** Something in one draft that waits for one person. */
export interface Owed {
  readonly kind:
    | 'conflict'
    | 'offer'
    | 'comment'
    | 'set-aside'
    | 'challenge'
    | 'round'
    | 'pairs'
    | 'reveal'
    | 'outcome'
    | 'arbitration'
    | 'point'
    | 'interest'
    | 'accuracy'
    | 'clock'
    | 'approval'
    | 'seal'
    | 'reopening'
    | 'finding'
    | 'import';
  /** What is to be done, as an order to oneself: "Settle the text of Help and protection". */
  readonly todo: string;
  /** Who asked, or what is behind it. */
  readonly detail: string;
  /** Where it is done. */
  readonly screen:
    'conflicts' | 'people' | 'revisions' | 'panel' | 'finalise' | 'write' | 'record' | 'audits';
  readonly area: string;
  /** The field or record that it is about. */
  readonly subject: string;
  /** ISO time of what it waits on: its writer's claim. */
  readonly since: string;
  /** YYYY-MM-DD, where somebody or a clock named the day. */
  readonly due: string | null;
}

/** For whom what waits is looked for, and what they may write in the draft as it stands. */
export interface Asked {
  readonly person: PersonId;
  readonly may: (kind: Pick<EventType, 'type'>) => boolean;
  readonly nameOf: (person: PersonId) => string;
}

/** What waits for a person in a draft's text, ownership and records: only what they may do as it stands. */
export function owedBy(draft: SeenDraft, framework: Framework | null, asked: Asked): readonly Owed[] {
  const { person, may, nameOf } = asked;
  const offers = draft.state.ownershipOffers
    .filter((offer) => offer.to === person && draft.state.owner !== person)
    .map(({ record }): Owed => {
      const { author, at } = placeOf(draft, record);
      return {
        kind: 'offer',
        todo: 'Accept the draft or leave it',
        detail: `${nameOf(author)} offered you this draft. It is theirs until you accept.`,
        screen: 'people',
        area: '',
        subject: record,
        since: at,
        due: null,
      };
    });
  const roles = draft.rolesOf(person);
  if (roles.length === 0) return offers;
  const writes = roles.some((role) => writers.includes(role));
  return [
    ...conflicts(draft, framework, asked),
    ...offers,
    ...(may(commentWritten) ? comments(draft, framework, asked) : []),
    ...(may(recordAdopted) ? setAside(draft, nameOf) : []),
    ...(writes && draft.state.standing !== 'sealed' ? imports(draft, person, roles.includes('owner')) : []),
  ];
}

function placeOf(draft: SeenDraft, record: RecordId): { author: PersonId; at: string } {
  const found = draft.records().find(({ id }) => id === record);
  return { author: found?.author ?? '', at: found?.at ?? '' };
}

/** Marks and ticks are one person's own: only that person can settle them. */
function isOthers(field: string, person: PersonId): boolean {
  return (fieldCalled(field)?.owner ?? person) !== person;
}

function conflicts(
  { state, values }: SeenDraft,
  framework: Framework | null,
  { person, may, nameOf }: Asked,
): readonly Owed[] {
  return state.conflicts
    .filter((field) => !isOthers(field, person) && (values.get(field) ?? []).every(may))
    .map((field) => {
      const open = values.get(field) ?? [];
      const names = [...new Set(open.map(({ author }) => nameOf(author)))];
      return {
        kind: 'conflict',
        todo: `Settle: ${fieldTitle(field, framework, state.notes)}`,
        detail:
          names.length === 1
            ? `${names.join()} wrote it on two devices. Both are kept.`
            : `${names.join(' and ')} wrote it without knowing of each other. Both are kept.`,
        screen: 'conflicts',
        area: areaOfField(field, framework),
        subject: field,
        since: open.at(-1)?.at ?? '',
        due: null,
      };
    });
}

/**
 * Comments by others on sections that this person wrote in: each waits until the person writes in that section again,
 * or comments there.
 */
function comments(
  { state, records }: SeenDraft,
  framework: Framework | null,
  { person, nameOf }: Asked,
): readonly Owed[] {
  const order = new Map(records().map(({ id }, at) => [id, at]));
  const at = (record: RecordId): number => order.get(record) ?? -1;
  return state.comments
    .filter((comment) => comment.author !== person && comment.resolved === null)
    .filter((comment) => {
      const mine = state.revisions.filter(
        (revision) =>
          revision.author === person &&
          revision.fields.includes(narrativeField.name({ section: comment.section })),
      );
      const replied =
        comment.replies.at(-1)?.author === person ||
        state.comments.some(
          (other) =>
            other.author === person && other.section === comment.section && at(other.id) > at(comment.id),
        );
      return mine.length > 0 && mine.every(({ id }) => at(id) < at(comment.id)) && !replied;
    })
    .map((comment) => ({
      kind: 'comment',
      todo: `Answer a comment on ${fieldTitlesOf(framework, state.notes).place(comment.section)}`,
      detail: `${nameOf(comment.author)}: ${comment.text}`,
      screen: 'write',
      area: comment.section,
      subject: comment.id,
      since: comment.at,
      due: null,
    }));
}

/** Questions of imports that were left open: they wait for whoever imported the report, and for the draft's owner. */
function imports({ state }: SeenDraft, person: PersonId, owns: boolean): readonly Owed[] {
  return state.imports
    .filter(({ author }) => owns || author === person)
    .flatMap((imported): readonly Owed[] => {
      const open = openImportQuestions(imported, state.answers);
      if (open.length === 0) return [];
      return [
        {
          kind: 'import',
          todo: `Answer ${count(open.length, 'question')} about how ${imported.report.file} was read`,
          detail: open.map(({ message }) => message).join(' '),
          screen: 'write',
          area: '',
          subject: imported.record,
          since: imported.at,
          due: null,
        },
      ];
    });
}

function setAside(draft: SeenDraft, nameOf: (person: PersonId) => string): readonly Owed[] {
  return draft.state.notices
    .filter((notice) => notice.code === 'set-aside')
    .map(({ record, message }) => {
      const { author, at } = placeOf(draft, record);
      return {
        kind: 'set-aside',
        todo: `Decide on what ${nameOf(author)} wrote`,
        detail: message,
        screen: 'people',
        area: '',
        subject: record,
        since: at,
        due: null,
      };
    });
}
