import { clocksThatRan } from '../clocks/clocks-of.ts';
import { workspaceHolidays } from '../clocks/workspace-holidays.ts';
import { noDraft } from '../session/call-errors.ts';
import { seeDraft } from '../see.ts';
import type { LoadedDraft, Scope } from '../session/session.ts';
import { protocolFacts } from './protocol-facts.ts';
import { decryptReading } from './reading-packets.ts';
import { checkedReport } from '../../../shared/checks/checked-report.ts';
import type { Audit } from '../../../shared/audits/fold-audit.ts';
import type { Reading } from '../../../shared/audits/fold-readings.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { checkGates } from '../../../shared/gates/all-gates.ts';
import { gradesByArea } from '../../../shared/judgment/grades-by-area.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { OpenedArea, OpenedReading } from '../../../shared/ipc/reading-channels.ts';
import { independentGrades } from '../../../shared/moderation/independent-grades.ts';
import type { LodgedEntry } from '../../../shared/moderation/lodged-grades.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import { gradedAreas } from '../../../shared/seen/blind-case.ts';
import type { SeenState } from '../../../shared/seen/seen-draft.ts';

interface About {
  readonly audit: Audit;
  readonly reading: Reading;
  readonly draft: LoadedDraft;
  readonly framework: Framework;
}

/** The panel's grades of an area: those of the last revealed round that graded it. */
function panelOf(
  { moderation }: SeenState,
  area: string,
): Pick<OpenedArea, 'independent' | 'after' | 'agreed'> {
  const round = moderation.rounds.findLast(
    ({ standing, areas }) => standing === 'revealed' && areas.includes(area),
  );
  if (round === undefined) return { independent: [], after: [], agreed: null };
  const decided = round.outcomes[area]?.findLast(({ value }) => value !== null);
  return {
    independent: independentGrades(round, area).map(({ person, answer }) => ({ person, answer })),
    after: round.reconsidered
      .filter((one) => one.area === area)
      .map(({ person, answer }) => ({ person, answer })),
    agreed: decided?.value?.agreed ?? null,
  };
}

/** Everything side by side, for a reader who lodged twice and opened what they lodged. */
export async function openedReading(
  scope: Scope,
  { audit, reading, draft, framework }: About,
): Promise<Result<OpenedReading, CallError>> {
  const { hpke, resources } = scope.ports;
  const seen = await seeDraft(scope, draft);
  const { opened } = reading;
  const [protocol] = (await resources.protocols()).toSorted((a, b) => b.version - a.version);
  if (seen === null || opened === null || protocol === undefined) return refused(noDraft);
  const own = await decryptReading(hpke, audit.id, reading, opened.privateKey);
  const others: { person: string; entries: readonly LodgedEntry[] | null }[] = [];
  for (const other of audit.readings)
    if (
      other !== reading &&
      other.opened !== null &&
      other.frame === reading.frame &&
      other.seal === reading.seal
    )
      others.push({
        person: other.reader,
        entries: (await decryptReading(hpke, audit.id, other, other.opened.privateKey)).evidence,
      });
  const { state } = seen;
  const sealed = gradesByArea(state);
  const entryOf = (entries: readonly LodgedEntry[] | null, area: string): LodgedEntry | null =>
    entries?.find((entry) => entry.area === area) ?? null;
  const facts = protocolFacts({
    state,
    framework,
    clocks: clocksThatRan(state, framework, await workspaceHolidays(scope)),
    gates: checkGates(state, framework),
    findings: await scope.ports.checkReport(checkedReport(state, framework), framework),
  });
  const draw = audit.draws.find(({ frame }) => frame === reading.frame);
  const stratum = draw?.strata.find(({ judgments }) => judgments.some(({ seal }) => seal === reading.seal));
  return done({
    record: opened.record,
    stratum: stratum?.name ?? '',
    areas: gradedAreas(framework).map(({ id }) => ({
      area: id,
      evidence: entryOf(own.evidence, id),
      narrative: entryOf(own.narrative, id),
      ...panelOf(state, id),
      sealed: sealed[id] ?? null,
      others: others.map(({ person, entries }) => ({ person, evidence: entryOf(entries, id) })),
    })),
    protocol,
    facts: Object.fromEntries(protocol.questions.map(({ id, record }) => [id, facts[record]])),
    concluded: reading.concluded === null ? null : conclusionOf(reading.concluded),
    leads: [
      ...new Set([
        ...state.roles.filter(({ role }) => role === 'lead').map(({ person }) => person),
        state.owner,
      ]),
    ],
  });
}

function conclusionOf({
  outcomes,
  protocol,
  answers,
  fileGrade,
  keyFinding,
}: NonNullable<Reading['concluded']>): NonNullable<OpenedReading['concluded']> {
  return { outcomes, protocol, answers, fileGrade, keyFinding };
}
