import type { Claim } from '../../../shared/coverage/claims.ts';
import { claimsOf } from '../../../shared/coverage/claims.ts';
import { evidenceMatrix, type EvidenceMatrix } from '../../../shared/coverage/evidence-matrix.ts';
import type { ClockState } from '../../../shared/clocks/clock-states.ts';
import type { ReportFinding } from '../../../shared/checks/report-finding.ts';
import { unseenParagraphs } from '../../../shared/documents/unseen-paragraphs.ts';
import { accountOf } from '../../../shared/evidence/child-experience.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { evaluateLimiters } from '../../../shared/framework/limiting-rules.ts';
import type { GateView } from '../../../shared/gates/gate.ts';
import { factsThatHold } from '../../../shared/judgment/facts-that-hold.ts';
import { gradesByArea } from '../../../shared/judgment/grades-by-area.ts';
import type { DraftState } from '../../../shared/judgment/draft-state.ts';
import { shown } from '../../../shared/records/settled.ts';
import { count, listOf, pluralOf } from '../../../shared/words.ts';
import type { RecordFact } from '../../../shared/audits/protocol.ts';

/** What the facts beside the questions are worked out from. */
interface JudgedRecord {
  readonly state: DraftState;
  readonly framework: Framework;
  readonly clocks: readonly ClockState[];
  readonly gates: readonly GateView[];
  readonly findings: readonly ReportFinding[];
}

const nobody: ReadonlySet<string> = new Set([
  'name',
  'place',
  'date-of-birth',
  'case-number',
  'address',
  'rare-detail',
]);

/** What a sealed judgment's record says to each question of a protocol, in a sentence. */
export function protocolFacts(judged: JudgedRecord): { readonly [fact in RecordFact]: string } {
  const { state, framework } = judged;
  const matrix = evidenceMatrix(state, framework);
  const claims = Object.entries(state.narratives).flatMap(([section, field]) =>
    claimsOf(section, shown(field) ?? '', state.notes),
  );
  return {
    gaps: gapsFact(matrix),
    claims: claimsFact(claims),
    contradictions: contradictionsFact(matrix),
    children: childrenFact(matrix),
    limits: limitsFact(judged),
    moved: movedFact(state),
    unseen: unseenFact(state),
    tone: toneFact(judged.findings),
    late: lateFact(state),
    clocks: clocksFact(judged),
    interests: interestsFact(state),
    overrides: overridesFact(judged.gates),
    none: 'The record does not say.',
  };
}

function gapsFact({ areas }: EvidenceMatrix): string {
  const rows = areas.flatMap((area) => area.rows);
  const lacking = rows.filter(({ gaps }) => gaps.length > 0);
  const none = rows.filter((row) => row.for + row.against === 0).length;
  if (rows.length === 0) return 'The framework has no criteria.';
  return lacking.length === 0
    ? `None of ${count(rows.length, 'criterion', 'criteria')} lacks anything.`
    : `${lacking.length} of ${count(rows.length, 'criterion', 'criteria')} ${pluralOf(lacking.length, 'lacks', 'lack')} something; ${none} ${pluralOf(none, 'has', 'have')} no note at all.`;
}

function claimsFact(claims: readonly Claim[]): string {
  const of = (concern: Claim['concern']): number =>
    claims.filter((claim) => claim.concern === concern).length;
  return `${of('no-evidence')} of ${count(claims.length, 'claim')} cite no note, ${of('single-source')} rest on one source, ${of('unknown-note')} name a note that is not there.`;
}

function contradictionsFact({ areas }: EvidenceMatrix): string {
  const pairs = areas.flatMap(({ rows }) => rows.flatMap(({ contradictions }) => contradictions));
  const open = pairs.filter(({ settled }) => settled === null).length;
  return pairs.length === 0
    ? 'No two notes point different ways on the same words.'
    : `${count(pairs.length, 'pair')} of notes point different ways; ${open} ${pluralOf(open, 'was', 'were')} not weighed.`;
}

function childrenFact({ areas }: EvidenceMatrix): string {
  const without = areas.filter(({ rows }) =>
    rows.every(({ kinds }) =>
      Object.keys(kinds).every(
        (kind) => !(kind in accountOf) || accountOf[kind as keyof typeof accountOf] !== 'said',
      ),
    ),
  );
  if (without.length === 0) return `In all ${areas.length} areas.`;
  return `In ${areas.length - without.length} of ${areas.length} areas. None in ${listOf(without.map(({ title }) => title))}.`;
}

function limitsFact({ state, framework }: JudgedRecord): string {
  const found = evaluateLimiters(framework, gradesByArea(state), factsThatHold(state));
  const applied = found.filter(({ applies }) => applies);
  const departed = applied.filter(({ holds }) => !holds);
  if (applied.length === 0) return 'No limiting rule applies.';
  const reasons = departed.map(({ limiter }) => shown(state.reasons[limiter]) ?? 'no reason on the record');
  return departed.length === 0
    ? `${count(applied.length, 'limiting rule')} ${pluralOf(applied.length, 'applies', 'apply')}, and the grades are within.`
    : `Departed from ${listOf(departed.map(({ title }) => title))}: ${reasons.join(' ')}`;
}

function movedFact({ moderation: { rounds }, notes }: DraftState): string {
  const revealed = rounds.filter(({ standing }) => standing === 'revealed');
  const moved = revealed.flatMap((round) =>
    round.reconsidered
      .filter(({ change }) => change === 'changed')
      .map((change) => ({
        ...change,
        since: round.closes.find(({ invalid }) => invalid === null)?.at ?? '',
      })),
  );
  if (revealed.length === 0) return 'No panel graded it.';
  const fresh = moved.filter(({ since, at }) => notes.some(({ written }) => written > since && written < at));
  return `${moved.length} grades moved after the reveal; ${fresh.length} of them after a note that was written since.`;
}

function unseenFact(state: DraftState): string {
  if (state.finalising.accuracy.sent === null) return 'The report was not sent to the provider.';
  const unseen = unseenParagraphs(state).length;
  return unseen === 0
    ? 'Nothing was changed after the provider had seen it.'
    : `${count(unseen, 'paragraph')} ${pluralOf(unseen, 'was', 'were')} changed after the provider had seen the report.`;
}

function toneFact(findings: readonly ReportFinding[]): string {
  const of = (fits: (kind: string) => boolean): number => findings.filter(({ kind }) => fits(kind)).length;
  return `${of((kind) => kind === 'hedge' || kind === 'absolute')} hedges or absolutes, ${of((kind) => nobody.has(kind))} possible names or details of people.`;
}

function lateFact({ notes }: DraftState): string {
  const late = notes.filter(({ lateDays }) => lateDays > 0);
  const most = Math.max(0, ...late.map(({ lateDays }) => lateDays));
  return late.length === 0
    ? `None of ${count(notes.length, 'note')} is a late entry.`
    : `${late.length} of ${count(notes.length, 'note')} ${pluralOf(late.length, 'is a late entry', 'are late entries')}, by up to ${count(most, 'day')}.`;
}

function clocksFact({ clocks, state }: JudgedRecord): string {
  const late = clocks.filter(({ standing }) => standing === 'late' || standing === 'kept-late');
  const pauses = count(state.pauses.length, 'pause');
  return late.length === 0
    ? `No clock was missed; ${pauses}.`
    : `Missed: ${listOf(late.map(({ title }) => title))}; ${pauses}.`;
}

function interestsFact({ moderation: { interests, rounds } }: DraftState): string {
  const some = interests.filter((each) => each.interests.length > 0);
  const out = interests.filter(({ excludes }) => excludes).length;
  const silent = new Set(rounds.flatMap(({ participants }) => participants)).difference(
    new Set(interests.filter(({ declared }) => declared).map(({ person }) => person)),
  ).size;
  return `${some.length} declared or recorded, ${out} of them kept out; ${silent} ${pluralOf(silent, 'member', 'members')} of a panel declared nothing.`;
}

function overridesFact(gates: readonly GateView[]): string {
  const passed = gates.filter(({ status }) => status === 'by-reason');
  return passed.length === 0
    ? 'No rule was passed by a reason.'
    : `Passed by a reason: ${listOf(passed.map(({ title }) => title))}.`;
}
