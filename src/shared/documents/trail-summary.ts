import { revisionSaved } from '../draft/revision-saved.ts';
import { ownershipAccepted } from '../people/ownership-accepted.ts';
import { ownershipPassed } from '../people/ownership-passed.ts';
import { ownershipRecovered } from '../people/ownership-recovered.ts';
import { roleGranted } from '../people/role-granted.ts';
import { roleRevoked } from '../people/role-revoked.ts';
import { interestSentence } from '../moderation/interest-declared.ts';
import { gradeTitle } from '../framework/grade-order.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { ClockState } from '../clocks/clock-states.ts';
import { recordsOfKind } from '../judgment/record-names.ts';
import { withNames } from '../records/record-titles.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import type { GradeStep } from '../seen/grade-steps.ts';
import { count, listOf, longDayWords, momentWords } from '../words.ts';
import type { DocumentNames } from './document-names.ts';
import { plain, plainRows, type Block } from './printed-document.ts';

/** What the summary of how a judgment came about is made of. */
export interface TrailParts {
  readonly state: SeenState;
  readonly framework: Framework | null;
  readonly names: DocumentNames;
  /** By area, its grades from the first to the last. */
  readonly steps: { readonly [area: string]: readonly GradeStep[] };
  readonly clocks: readonly ClockState[];
  /** By approval, how its approver's key was verified. */
  readonly verifications: ReadonlyMap<string, string>;
}

const ofRoles: ReadonlySet<string> = new Set([
  roleGranted.type,
  roleRevoked.type,
  ownershipPassed.type,
  ownershipAccepted.type,
  ownershipRecovered.type,
]);

function section(text: string, none: string, blocks: readonly Block[]): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text },
    ...(blocks.length === 0 ? [{ kind: 'paragraph' as const, words: plain(none) }] : blocks),
  ];
}

function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items: items.map(plain) }];
}

/** Every time that an area's grade became another: from what to what, by whom, when and why. */
function gradeChanges({ framework, steps, names }: TrailParts): readonly Block[] {
  const called = (area: string, { value }: GradeStep): string =>
    'grade' in value
      ? framework === null
        ? value.grade
        : gradeTitle(framework, area, value.grade)
      : `Not graded: ${value.reason}`;
  const rows = (framework?.areas ?? []).flatMap(({ id, title }) =>
    (steps[id] ?? []).map((step, at, all) => {
      const before = all[at - 1];
      return [
        title,
        before === undefined ? 'No grade' : called(id, before),
        called(id, step),
        `${names.person(step.author)}, ${momentWords(step.at)}`,
        step.reason,
      ];
    }),
  );
  return rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption: 'How each grade became what it is',
          columns: ['Area', 'From', 'To', 'By', 'Reason'],
          rows: plainRows(rows),
          rowHeaders: true,
          widths: [26, 14, 14, 20, 26],
        },
      ];
}

/** Everything that changed who may do what, in the order in which it happened: to whom, by whom, and when. */
function roleChanges({ state, names }: TrailParts): readonly string[] {
  return state.timeline
    .filter(({ type, counted }) => counted && ofRoles.has(type))
    .map(
      ({ author, at, sentence }) =>
        `${momentWords(at)}: ${names.person(author)} ${withNames(sentence, names.person)}`,
    );
}

function interests({ state, names }: TrailParts): readonly string[] {
  return state.moderation.interests.flatMap(({ person, interests: declared }) => {
    if (declared.length === 0) return [`${names.person(person)}: none`];
    return declared.map((interest) => {
      const by = interest.recordedBy === null ? '' : `, recorded by ${names.person(interest.recordedBy)}`;
      const kept = interest.excludes ? 'kept out of grading' : 'kept nobody out';
      return `${names.person(person)}: ${interestSentence(interest)} (${kept}${by})`;
    });
  });
}

function approvals({ state, names, verifications }: TrailParts): readonly string[] {
  return state.finalising.approvals.map(({ record, author, at, stands, wrote, note }) =>
    [
      `${names.person(author)}, ${momentWords(at)}`,
      stands ? 'stands' : 'lapsed: what was approved changed',
      ...(wrote ? ['no independent approval, since they wrote in the draft'] : []),
      ...(verifications.has(record) ? [verifications.get(record) ?? ''] : []),
      ...(note === '' ? [] : [`“${note}”`]),
    ].join('; '),
  );
}

const answerWords = { accepted: 'accepted', partly: 'partly accepted', 'not-accepted': 'not accepted' };

function accuracy({ state, names }: TrailParts): readonly string[] {
  const { sent, points, receivedAt } = state.finalising.accuracy;
  if (sent === null) return [];
  const answered = points.filter(({ answers }) => answers.length > 0);
  const kinds = Object.entries(answerWords).flatMap(([answer, words]) => {
    const many = answered.filter(({ answers }) => answers.at(-1)?.answer === answer).length;
    return many === 0 ? [] : [`${many} ${words}`];
  });
  const due = sent.due === null ? '' : `, with answers by ${longDayWords(sent.due)}`;
  return [
    `Sent ${momentWords(sent.at)} by ${names.person(sent.author)}${due}`,
    receivedAt === null ? 'Nothing came back' : `Comments received ${momentWords(receivedAt)}`,
    `${count(points.length, 'point')}, ${answered.length} answered${kinds.length === 0 ? '' : `: ${listOf(kinds)}`}`,
  ];
}

function reopenings({ state, names }: TrailParts): readonly string[] {
  return state.finalising.proposals.map(
    ({ author, at, reason, confirmedBy }) =>
      `${momentWords(at)}, proposed by ${names.person(author)}${confirmedBy === null ? ', not confirmed' : ''}: ${reason}`,
  );
}

/** What the records are, by kind, the most first. */
function kinds({ state }: TrailParts): string {
  const counts = [...Map.groupBy(state.timeline, ({ type }) => type)]
    .map(([type, all]) => ({ type, many: all.length }))
    .toSorted((a, b) => b.many - a.many || (a.type < b.type ? -1 : 1));
  const most = counts.slice(0, 8);
  const rest = counts.slice(8).reduce((sum, { many }) => sum + many, 0);
  const others = rest === 0 ? [] : [count(rest, 'other')];
  return `${count(state.count, 'record')}: ${listOf([...most.map(({ type, many }) => recordsOfKind(type, many)), ...others])}.`;
}

/** How a judgment came about, on a few pages: what stands in full is the annex of whoever prints it. */
export function trailSummary(parts: TrailParts): readonly Block[] {
  const { state, names, clocks } = parts;
  const writers = new Set(
    state.timeline.filter(({ type }) => type === revisionSaved.type).map(({ author }) => author),
  );
  const wrote = [...writers].map(names.person);
  return [
    { kind: 'paragraph', words: plain(kinds(parts)) },
    {
      kind: 'paragraph',
      words: plain(
        writers.size === 0
          ? 'Nothing has been saved as a revision.'
          : `${count(state.revisions.length, 'revision')} by ${listOf(wrote)}.`,
      ),
    },
    ...section('Changes of grades', 'No area was graded.', gradeChanges(parts)),
    ...section('Roles given and taken', 'No role was given.', list(roleChanges(parts))),
    ...section('Interests', 'Nobody declared any, nor that they have none.', list(interests(parts))),
    ...section('Approvals', 'Nobody has approved it.', list(approvals(parts))),
    ...section('Factual accuracy', 'The draft was not sent to the provider.', list(accuracy(parts))),
    ...section('Reopenings', 'It was not opened again.', list(reopenings(parts))),
    ...section(
      'Clocks',
      'No clock of the framework runs for it.',
      list(clocks.map(({ title, short }) => `${title}: ${short}`)),
    ),
  ];
}
