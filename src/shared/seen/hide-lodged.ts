import type { DraftState } from '../judgment/draft-state.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { withheldTitle } from '../pairwise/item-titles.ts';
import type { Round } from '../moderation/round.ts';

type Hideable = Pick<Round, 'standing' | 'holders' | 'problems' | 'amendments' | 'excused'> & {
  readonly lodgings: readonly { readonly author: PersonId; readonly record: RecordId }[];
  readonly absences?: Round['absences'];
};

/** What a person may know of a round that is not revealed: their own lodgings, and everybody's presence for holders. */
function unrevealed<R extends Hideable>(round: R, person: PersonId, hidden: Set<RecordId>): R {
  if (round.standing === 'revealed' || round.holders.some((holder) => holder.person === person)) return round;
  const own = (author: PersonId, record: RecordId): boolean => {
    if (author !== person) hidden.add(record);
    return author === person;
  };
  return {
    ...round,
    lodgings: round.lodgings.filter((lodging) => own(lodging.author, lodging.record)),
    ...(round.absences === undefined
      ? {}
      : { absences: round.absences.filter((absence) => own(absence.person, absence.record)) }),
    // Who was excused, a member may know who waits for the reveal; why, only holders do.
    amendments: [],
    excused: round.excused.map((excusal) => ({ ...excusal, reason: '' })),
    problems: round.problems.filter((problem) => !hidden.has(problem.record)),
  };
}

/** Leaves out everything that would tell a person who has lodged or stays away, but for whoever holds the round's key. */
export function hideLodged(state: DraftState, person: PersonId): DraftState {
  const hidden = new Set<RecordId>();
  const rounds = state.moderation.rounds.map((round) => unrevealed(round, person, hidden));
  const pairwise = state.moderation.pairwise.map((round) => {
    const own = unrevealed(round, person, hidden);
    const isWithheld =
      round.namesWithheld && round.standing === 'lodging' && round.participants.includes(person);
    if (!isWithheld) return own;
    return { ...own, items: own.items.map((item, at) => ({ ...item, title: withheldTitle(at) })) };
  });
  const shown = { ...state, moderation: { ...state.moderation, rounds, pairwise } };
  return hidden.size === 0 ? shown : withoutRecords(shown, hidden);
}

const readers = new Set(['chair', 'deputy', 'qa']);

/**
 * Leaves out the words of others' interests but for the chair, deputies and quality assurance; one's own stand as they were
 * written, also where a round masks grades in all words.
 */
export function hideInterestWords(state: DraftState, person: PersonId, own: DraftState): DraftState {
  const isReader = state.roles.some((role) => role.person === person && readers.has(role.role));
  const written = own.moderation.interests.find((interests) => interests.person === person);
  const interests = state.moderation.interests.map((each) =>
    each.person === person
      ? (written ?? each)
      : isReader
        ? each
        : { ...each, interests: each.interests.map((interest) => ({ ...interest, told: '' })) },
  );
  const withoutWhy = <R extends Pick<Round, 'excluded'>>(round: R): R => ({
    ...round,
    excluded: round.excluded.map((out) => (isReader || out.person === person ? out : { ...out, why: '' })),
  });
  return {
    ...state,
    moderation: {
      ...state.moderation,
      interests,
      rounds: state.moderation.rounds.map(withoutWhy),
      pairwise: state.moderation.pairwise.map(withoutWhy),
    },
  };
}

/** A state that shows nothing of some records. */
function withoutRecords(state: DraftState, hidden: ReadonlySet<RecordId>): DraftState {
  return {
    ...state,
    count: state.count - hidden.size,
    heads: state.heads.filter((id) => !hidden.has(id)),
    revisions: state.revisions.map((revision) => ({
      ...revision,
      parents: revision.parents.filter((id) => !hidden.has(id)),
    })),
    notices: state.notices.filter((notice) => !hidden.has(notice.record)),
    timeline: state.timeline.filter((entry) => !hidden.has(entry.record)),
    waiting: state.waiting.filter(({ record, neededBy }) => !hidden.has(record) && !hidden.has(neededBy)),
  };
}

/**
 * Leaves out what the panel's members gave and what came of it, for whoever an interest keeps out; of some rounds only
 * where `hides` says so.
 */
export function hidePanel(
  state: DraftState,
  person: PersonId,
  hides: (round: RecordId) => boolean = () => true,
): DraftState {
  const hidden = new Set<RecordId>();
  const rounds = state.moderation.rounds.map((round): Round => {
    if (!hides(round.id)) return round;
    const others = round.lodgings.filter((lodging) => lodging.author !== person);
    for (const { record } of [...others, ...round.reconsidered, ...round.dissents]) hidden.add(record);
    for (const { record } of Object.values(round.outcomes).flat()) hidden.add(record);
    for (const { record, decided } of round.arbitrations)
      for (const id of [record, decided?.record ?? '']) hidden.add(id);
    return {
      ...round,
      lodgings: round.lodgings.filter((lodging) => lodging.author === person),
      reconsidered: [],
      dissents: [],
      outcomes: {},
      arbitrations: round.arbitrations
        .filter(({ arbiter }) => arbiter === person)
        .map((asked) => ({ ...asked, reason: '' })),
      problems: [],
    };
  });
  const pairwise = state.moderation.pairwise.map((round) => {
    if (!hides(round.id)) return round;
    for (const { record, author } of round.lodgings) if (author !== person) hidden.add(record);
    return {
      ...round,
      lodgings: round.lodgings.filter((lodging) => lodging.author === person),
      problems: [],
    };
  });
  return withoutRecords({ ...state, moderation: { ...state.moderation, rounds, pairwise } }, hidden);
}

/** What `hidePanel` leaves out, and what else says in whose name members asked, answered and commented: for an arbiter. */
export function hideFromArbiter(state: DraftState, person: PersonId): DraftState {
  const { challenges, rounds } = state.moderation;
  const members = new Set(
    rounds.flatMap(({ participants, holders }) => [...participants, ...holders.map((each) => each.person)]),
  );
  const [left, kept] = [
    state.comments.filter(({ author }) => members.has(author)),
    state.comments.filter(({ author }) => !members.has(author)),
  ];
  const said = challenges.flatMap(({ id, answers, accepted, withdrawn }) => [
    ...[id, ...answers.map(({ record }) => record)],
    ...[accepted, withdrawn].flatMap((each) => (each === null ? [] : [each.record])),
  ]);
  const replied = [...kept.flatMap(({ replies }) => replies.filter(({ author }) => members.has(author)))];
  const spoken = left.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
  const hidden = new Set([...said, ...spoken, ...replied.map(({ id }) => id)]);
  const comments = kept.map((comment) => ({
    ...comment,
    replies: comment.replies.filter(({ id }) => !hidden.has(id)),
    resolved: comment.resolved === null ? null : { ...comment.resolved, author: '' },
  }));
  const without = { ...state, comments, moderation: { ...state.moderation, challenges: [] } };
  return hidePanel(withoutRecords(without, hidden), person);
}
