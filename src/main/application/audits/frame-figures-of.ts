import { adoptedFramework } from '../session/adopted-framework.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { decryptReading } from './reading-packets.ts';
import type { ReadJudgment, ReadStratum } from '../../../shared/audit-results/audit-figures.ts';
import {
  driftByQuarter,
  gradeUse,
  leadFunnel,
  measuredStrata,
  type FrameFigures,
} from '../../../shared/audit-results/frame-figures.ts';
import { readerSeverity, type RegradedArea } from '../../../shared/audit-results/reader-severity.ts';
import type { Audit } from '../../../shared/audits/fold-audit.ts';
import type { Draw } from '../../../shared/audits/fold-draw.ts';
import { rankOf, scaleOf } from '../../../shared/framework/grade-order.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { SealedJudgment } from '../../../shared/judgment/sealed-judgment.ts';
import { independentGrades } from '../../../shared/moderation/independent-grades.ts';
import type { GradeAnswer } from '../../../shared/moderation/lodged-grades.ts';

/** What a draw's further figures are worked out from. */
interface About {
  readonly audit: Audit;
  readonly draw: Draw;
  readonly strata: readonly ReadStratum[];
  readonly bySeal: ReadonlyMap<string, SealedJudgment>;
}

interface Regraded {
  readonly areas: readonly RegradedArea[];
  readonly framework: Framework | null;
}

/** Who graded a drawn judgment on the same evidence: its panel before the discussion, and its readers blind. */
async function regraded(
  scope: Scope,
  { audit, draw }: About,
  { seal, draft }: SealedJudgment,
): Promise<Regraded> {
  const loaded = await loadSeen(scope, draft);
  const seen = loaded.ok ? loaded.value.seen : null;
  const framework = seen === null ? null : adoptedFramework(seen, scope.ports.crypto.sha256);
  if (seen === null || framework === null) return { areas: [], framework };
  const byArea = new Map<string, { person: string; step: number }[]>();
  const add = (person: string, area: string, answer: GradeAnswer): void => {
    const scale = scaleOf(framework, area);
    const step = scale === undefined || !('grade' in answer) ? -1 : rankOf(scale, answer.grade);
    const own = byArea.get(area) ?? [];
    // What somebody grades again is no further grade of the same evidence by somebody else.
    if (step >= 0 && own.every((one) => one.person !== person)) byArea.set(area, [...own, { person, step }]);
  };
  for (const round of seen.state.moderation.rounds)
    if (round.standing === 'revealed')
      for (const area of round.areas)
        for (const { person, answer } of independentGrades(round, area)) add(person, area, answer);
  for (const reading of audit.readings) {
    if (reading.frame !== draw.frame || reading.seal !== seal || reading.opened === null) continue;
    const { evidence } = await decryptReading(scope.ports.hpke, audit.id, reading, reading.opened.privateKey);
    for (const { area, answer } of evidence ?? []) add(reading.reader, area, answer);
  }
  return { areas: [...byArea.values()], framework };
}

/** How the seals that a frame names stand in the workspace. */
function sealsOf({ draw, bySeal }: About): FrameFigures['seals'] {
  const framed = draw.strata.flatMap(({ judgments }) => judgments);
  const here = framed.flatMap(({ seal, ids }) => {
    const judgment = bySeal.get(seal);
    return judgment === undefined ? [] : [{ judgment, isSame: judgment.ids === ids }];
  });
  return {
    match: here.filter(({ isSame }) => isSame).length,
    changed: here.filter(({ isSame }) => !isSame).map(({ judgment }) => judgment.provider),
    gone: framed.length - here.length,
  };
}

/**
 * The further figures of a draw: severity reads the drafts of the drawn judgments, and writes nothing into them; all others
 * come from the list of drafts and the audit's log.
 */
export async function frameFiguresOf(scope: Scope, about: About): Promise<FrameFigures> {
  const { draw, strata, bySeal } = about;
  const drawn: readonly ReadJudgment[] = strata.flatMap((stratum) => stratum.drawn);
  const areas: RegradedArea[] = [];
  const named: Record<string, { title: string; symbol: string }> = {};
  for (const { seal } of drawn) {
    const judgment = bySeal.get(seal);
    if (judgment === undefined) continue;
    const found = await regraded(scope, about, judgment);
    areas.push(...found.areas);
    for (const { grades } of found.framework?.scales ?? [])
      for (const { id, title, symbol } of grades) named[id] = { title, symbol };
  }
  const framed = draw.strata.flatMap(({ judgments }) =>
    judgments.flatMap(({ seal }) => bySeal.get(seal) ?? []),
  );
  const days = framed.map(({ at }) => at.slice(0, 10)).toSorted();
  return {
    strata: measuredStrata(strata),
    drift: driftByQuarter(drawn),
    severity: readerSeverity(areas),
    funnel: leadFunnel(
      drawn.map((judgment) => ({ ...judgment, lead: bySeal.get(judgment.seal)?.lead ?? '' })),
    ),
    use: gradeUse(framed),
    named,
    seals: sealsOf(about),
    days: { from: days[0] ?? '', to: days.at(-1) ?? '' },
  };
}
