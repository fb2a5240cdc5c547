import { z } from 'zod';
import { frameworkAdopted } from '../framework/framework-adopted.ts';
import type { SignedRecord } from '../records/record.ts';
import { draftEventTypes } from './event-types.ts';
import { draftBegun } from '../draft/draft-begun.ts';
import { gradeField } from '../draft/judgment-fields.ts';
import { openValuesOf, type OpenValues } from '../records/open-values.ts';
import { RecordGraph, type GraphRecord } from '../records/record-graph.ts';
import type { GradeValue } from '../values/grade-value.ts';
import { settled, shown } from '../records/settled.ts';
import { frameworkField, reasonField } from '../framework/rule-fields.ts';
import { foldModeration } from '../moderation/fold-moderation.ts';
import type { ModerationState } from '../moderation/moderation-state.ts';
import { reliedOn } from './relied-on.ts';
import { nothingRevealed } from '../lodging/lodging-records.ts';
import { rightsOf, type Rights } from './rights.ts';
import { approvableOf, foldApprovals } from './fold-approvals.ts';
import { areasOfPanel } from '../finalising/stands-between.ts';

/** What a seal lacks under law 1. */
export type SealFault =
  'challenge-open' | 'round-open' | 'outcomes-open' | 'not-approved' | 'no-second-signature';

/** What each fault says to people. */
export const sealFaultWords: { readonly [fault in SealFault]: string } = {
  'challenge-open': 'a challenge was not answered',
  'round-open': 'a round of independent grades was open',
  'outcomes-open': 'what the panel settled was not in the draft',
  'not-approved': 'nobody who wrote none of it had approved what was sealed',
  'no-second-signature': 'the second signature that its framework asks for was missing',
};

const verdicts = new WeakMap<SignedRecord, readonly SealFault[]>();

/**
 * Law 1 of a seal (docs/file-format.md): what has to stand among the records that it covers, judged from their facts
 * alone, so that every reader judges alike. A later loss or removal changes nothing about it: it is judged by what its
 * signer could know. Empty where the law holds. A verdict over whole records is remembered, since none of them ever
 * changes; one over records whose facts are missing is not, since these can still arrive.
 */
export function sealFaults(
  graph: RecordGraph,
  seal: SignedRecord,
  heads: readonly string[],
): readonly SealFault[] {
  const covered = graph.upTo(heads);
  const isWhole = covered.every(({ facts }) => facts !== undefined);
  const known = isWhole ? verdicts.get(seal) : undefined;
  if (known !== undefined) return known;
  const found = judged(new RecordGraph(graph.draft, covered, draftEventTypes));
  if (isWhole) verdicts.set(seal, found);
  return found;
}

function judged(graph: RecordGraph): readonly SealFault[] {
  const rights = rightsOf(graph);
  const counted = graph.entries.filter(({ record }) => !rights.setAside.has(record.id));
  const values = openValuesOf(counted);
  const moderation = moderationOf(graph, counted, values, rights);
  const begun = graph.get(graph.draft)?.record;
  const demonstration = (begun === undefined ? undefined : draftBegun.in(begun))?.demonstration === true;
  const approvers = new Set(
    foldApprovals(counted, approvableOf(values)).flatMap((approval) =>
      approval.stands && !approval.wrote ? [approval.author] : [],
    ),
  );
  const second = secondSignature(counted, values);
  const signs = (person: string): boolean => rights.rolesOf(person).some((role) => second?.includes(role));
  const isSigned = second === null || (approvers.size > 1 && [...approvers].some(signs));
  const faults: readonly (readonly [SealFault, boolean])[] = [
    ['challenge-open', moderation.challenges.some((challenge) => challenge.state === 'open')],
    ['round-open', moderation.rounds.some((round) => round.standing === 'lodging')],
    ['outcomes-open', outcomesOpen(moderation, values)],
    ['not-approved', !demonstration && approvers.size === 0],
    ['no-second-signature', !demonstration && !isSigned],
  ];
  return faults.flatMap(([fault, stands]) => (stands ? [fault] : []));
}

/** Moderation as its facts say: whether a key opens a round is arithmetic that no fact says, and is left out. */
function moderationOf(
  graph: RecordGraph,
  counted: readonly GraphRecord[],
  values: OpenValues,
  rights: Rights,
): ModerationState {
  const folded = foldModeration(graph, counted, reliedOn(graph, counted), values, rights.ownership.owner);
  const { closed, pairwise } = folded.records;
  const keyFits = new Set([...closed, ...pairwise.closed].map(({ record }) => record.id));
  return folded.stateWith({ ...nothingRevealed, keyFits });
}

function outcomesOpen({ rounds }: ModerationState, values: OpenValues): boolean {
  const reasoned = reasonField.of(values, { rule: 'panel-outcomes' }).length > 0;
  const gradeOf = (area: string): GradeValue | null => settled(gradeField.of(values, { area }));
  return areasOfPanel(rounds, gradeOf).some(
    ({ why }) => why === 'gather' || why === 'points' || (why !== null && !reasoned),
  );
}

const signOff = z.object({
  signOff: z.object({ secondSignature: z.object({ by: z.array(z.string()) }).nullable() }),
});

/** The roles one of which has to sign beside the approval, by the framework that the draft stands under; null for none. */
function secondSignature(counted: readonly GraphRecord[], values: OpenValues): readonly string[] | null {
  const hash = shown(frameworkField.of(values, {}));
  const adopted = counted
    .flatMap(({ record }) => frameworkAdopted.in(record) ?? [])
    .find((body) => body.hash === hash);
  return signOff.safeParse(adopted?.framework).data?.signOff.secondSignature?.by ?? null;
}
