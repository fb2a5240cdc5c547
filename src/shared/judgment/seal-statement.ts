import { draftBegun } from '../draft/draft-begun.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { attachmentAdded } from '../evidence/attachment-added.ts';
import { evidenceNoted } from '../evidence/evidence-noted.ts';
import { foldReopenings } from '../finalising/fold-reopenings.ts';
import { judgmentApproved } from '../finalising/judgment-approved.ts';
import { judgmentReopened } from '../finalising/judgment-reopened.ts';
import { spokenFingerprint } from '../finalising/spoken-fingerprint.ts';
import { reasonGiven } from '../framework/reason-given.ts';
import { reasonField } from '../framework/rule-fields.ts';
import { roundOpened } from '../lodging/round-opened.ts';
import { challengeRaised } from '../moderation/challenge-raised.ts';
import { comparisonOpened } from '../pairwise/comparison-opened.ts';
import type { PersonCard } from '../people/person.ts';
import { openValuesOf, type OpenValues } from '../records/open-values.ts';
import { RecordGraph, type GraphRecord } from '../records/record-graph.ts';
import type { PersonId, SignedRecord } from '../records/record.ts';
import { roleNames, roleSchema, type Role } from '../values/role.ts';
import { count } from '../words.ts';
import type { Trust } from './approval-paths.ts';
import type { Seal } from './draft-state.ts';
import { draftEventTypes } from './event-types.ts';
import { approvableOf, foldApprovals } from './fold-approvals.ts';
import { keyVerification } from './key-verification.ts';
import { rightsOf, type Rights } from './rights.ts';

/** Somebody who signed or approved, as a verifier names them. */
interface Signatory {
  readonly person: PersonId;
  readonly name: string;
  /** What they were in the draft when it was sealed: "owner", "chair". */
  readonly roles: readonly string[];
  /** Their professional registration; empty where their card says none. */
  readonly registration: string;
  /** How their key was verified, in words; empty in a demonstration, whose people are fictional. */
  readonly verification: string;
  readonly at: string;
}

/** What a standing seal says of who stands by it and how it came about, as both verifiers print it. */
export interface SealStatement {
  readonly id: string;
  readonly words: readonly string[];
  readonly signer: Signatory;
  readonly approvers: readonly Signatory[];
  readonly reopenings: readonly {
    readonly at: string;
    readonly proposedBy: string;
    readonly confirmedBy: string;
    readonly reason: string;
  }[];
  /** What was passed by reason, by the rule's id; null where the copy leaves the reasons out. */
  readonly reasons:
    | readonly { readonly rule: string; readonly reason: string; readonly by: string; readonly at: string }[]
    | null;
  /** How many records it covers, and of the kinds that people count. */
  readonly records: number;
  readonly counts: readonly string[];
  /** Whether these are the records of a redacted copy, where nobody can tell what an approval approved. */
  readonly redacted: boolean;
}

/** Who people are and why their keys are trusted, where a draft is read. */
export interface StatementGround {
  readonly trust: Trust;
  readonly card: (person: PersonId) => Pick<PersonCard, 'name' | 'registration'> | undefined;
}

const roleOrder: readonly Role[] = ['owner', ...roleSchema.options];
/** The kinds of record that people count. */
const countedKinds = [
  evidenceNoted,
  revisionSaved,
  roundOpened,
  comparisonOpened,
  challengeRaised,
  attachmentAdded,
];

/** A moment as records have it. */
const asSigned = (at: string): string => at;

/** Words as one line, whatever stands between them. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** What stands among the records that a seal covers, judged over them alone: later changes of roles and trust say nothing. */
export function sealStatement(all: RecordGraph, seal: Seal, ground: StatementGround): SealStatement {
  const graph = new RecordGraph(all.draft, all.upTo(seal.heads), draftEventTypes);
  const rights = rightsOf(graph);
  const counts = graph.entries.filter(({ record }) => !rights.setAside.has(record.id));
  const values = openValuesOf(counts);
  const nameOf = (person: PersonId): string => oneLine(ground.card(person)?.name ?? person);
  const signatory = signatoryIn(graph, rights, ground, nameOf);
  return {
    id: seal.id,
    words: spokenFingerprint(seal.id),
    signer: signatory({ id: null, author: seal.author, at: seal.at }),
    approvers: approvalsAmong(counts, values, all.redacted).map(signatory),
    reopenings: reopeningsAmong(counts).map(({ confirmed, reason, author }) => ({
      at: confirmed.at,
      proposedBy: nameOf(author),
      confirmedBy: nameOf(confirmed.author),
      reason: oneLine(reason),
    })),
    reasons: reasonsIn(counts, values, nameOf, all.redacted),
    records: seal.count,
    counts: countedKinds.map(({ type, noun: [singular, plural] }) =>
      count(counts.filter(({ record }) => record.type === type).length, singular, plural),
    ),
    redacted: all.redacted,
  };
}

/** What somebody signed: an approval by its id, or a seal, which is not among the records that it covers. */
type Signing = Pick<SignedRecord, 'author' | 'at'> & { readonly id: string | null };

function signatoryIn(
  graph: RecordGraph,
  rights: Rights,
  { trust, card }: StatementGround,
  nameOf: (person: PersonId) => string,
): (signing: Signing) => Signatory {
  const begun = graph.get(graph.draft)?.record;
  const isDemonstration = (begun === undefined ? undefined : draftBegun.in(begun))?.demonstration === true;
  const revisions = graph.entries.flatMap(({ record }) => (record.type === revisionSaved.type ? record : []));
  return ({ id, author, at }) => {
    const record = id === null ? undefined : graph.get(id)?.record;
    const path = record === undefined ? null : (judgmentApproved.in(record)?.path ?? null);
    const wrote = (person: PersonId): boolean =>
      revisions.some(
        (revision) => revision.author === person && (id === null || graph.isAncestor(revision.id, id)),
      );
    const roles = rights.rolesOf(author).toSorted((a, b) => roleOrder.indexOf(a) - roleOrder.indexOf(b));
    return {
      person: author,
      name: nameOf(author),
      roles: roles.map((role) => (role === 'owner' ? role : roleNames[role])),
      registration: oneLine(card(author)?.registration ?? ''),
      verification: isDemonstration
        ? ''
        : keyVerification(path, { ...trust, approver: author, wrote }, nameOf),
      at,
    };
  };
}

/** The approvals that the law of a seal rests on, of each person the last; in a redacted copy, which lacks what they approved, all. */
function approvalsAmong(
  counts: readonly GraphRecord[],
  values: OpenValues,
  isRedacted: boolean,
): readonly Signing[] {
  const writers = new Set(
    counts.flatMap(({ record }) => (record.type === revisionSaved.type ? [record.author] : [])),
  );
  const signings: readonly Signing[] = isRedacted
    ? counts.flatMap(({ record }) =>
        record.type === judgmentApproved.type && !writers.has(record.author) ? [record] : [],
      )
    : foldApprovals(counts, approvableOf(values)).flatMap(({ record, author, at, stands, wrote }) =>
        stands && !wrote ? [{ id: record, author, at }] : [],
      );
  return [...new Map(signings.map((signing) => [signing.author, signing])).values()];
}

function reopeningsAmong(
  counts: readonly GraphRecord[],
): readonly { readonly author: PersonId; readonly reason: string; readonly confirmed: SignedRecord }[] {
  const confirmations = new Map(
    counts.flatMap(({ record }) =>
      record.type === judgmentReopened.type ? [[record.id, record] as const] : [],
    ),
  );
  return foldReopenings(counts).flatMap(({ author, reason, confirmedBy }) => {
    const confirmed = confirmations.get(confirmedBy ?? '');
    return confirmed === undefined ? [] : [{ author, reason, confirmed }];
  });
}

function reasonsIn(
  counts: readonly GraphRecord[],
  values: OpenValues,
  nameOf: (person: PersonId) => string,
  isRedacted: boolean,
): SealStatement['reasons'] {
  const hasReasons = counts.some(({ record }) => record.type === reasonGiven.type);
  if (isRedacted) return hasReasons ? null : [];
  const rules = new Set(counts.flatMap(({ record }) => reasonGiven.in(record)?.rule ?? []));
  return [...rules].sort().flatMap((rule) =>
    reasonField.of(values, { rule }).map(({ value, author, at }) => ({
      rule,
      reason: oneLine(value ?? '(erased)'),
      by: nameOf(author),
      at,
    })),
  );
}

/** Somebody who signed or approved as one line; `moment` writes the time as its reader expects it. */
export function signatoryWords(
  { name, roles, registration, verification, at }: Signatory,
  moment: (at: string) => string,
): string {
  const registered = registration === '' ? [] : [`registration ${registration}`];
  return [name, ...roles, ...registered, ...(verification === '' ? [] : [verification]), moment(at)].join(
    ', ',
  );
}

/** A statement as verifiers print it, line by line: docs/verify-says.mjs prints the same. */
export function statementLines(statement: SealStatement): readonly string[] {
  const { id, words, signer, approvers, reopenings, reasons, records, counts, redacted } = statement;
  const approved = redacted ? ' (what it approved is not in this copy)' : '';
  const passed =
    reasons === null
      ? ['not in this copy']
      : reasons.map(({ rule, reason, by, at }) => `${rule}: ${reason} (${by}, ${at})`);
  return [
    `seal  ${id}`,
    `words  ${words.join(' ')}`,
    `signed by  ${signatoryWords(signer, asSigned)}`,
    ...approvers.map((approver) => `approved by  ${signatoryWords(approver, asSigned)}${approved}`),
    ...reopenings.map(
      ({ at, proposedBy, confirmedBy, reason }) =>
        `reopened  ${at}, proposed by ${proposedBy}, confirmed by ${confirmedBy}: ${reason}`,
    ),
    ...passed.map((words) => `by reason  ${words}`),
    `holds  ${count(records, 'record')}: ${counts.join(', ')}`,
  ].map((line) => `  ${line}`);
}
