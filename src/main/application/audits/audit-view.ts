import { selectedBy } from './sealed-judgments.ts';
import type { SealedJudgment } from '../../../shared/judgment/sealed-judgment.ts';
import { ticketsOf, type Sha256 } from '../../../shared/audits/consistent-sampler.ts';
import type { Audit } from '../../../shared/audits/fold-audit.ts';
import { stepAt, type Draw, type DrawStep } from '../../../shared/audits/fold-draw.ts';
import { isKeptFrom } from '../../../shared/audits/fold-readings.ts';
import type { AuditRow, AuditView, DrawView } from '../../../shared/ipc/audit-channels.ts';
import type { PersonId } from '../../../shared/records/record.ts';
import { auditEventTypes } from '../../../shared/audits/audit-event-types.ts';

/** An audit as one line of the list, at a moment in ms since 1970. */
export function auditRow(audit: Audit, self: PersonId, now: number): AuditRow {
  const draws = audit.draws.filter(({ abandoned }) => abandoned === null);
  const last = draws.at(-1) ?? audit.draws.at(-1);
  return {
    audit: audit.id,
    name: audit.name,
    begunAt: audit.begunAt,
    role: audit.people.get(self) ?? null,
    judgments: new Set(
      draws.flatMap(({ strata }) => strata.flatMap(({ judgments }) => judgments.map(({ seal }) => seal))),
    ).size,
    drawn: new Set(draws.flatMap(({ sample, drawnAt }) => (drawnAt === null ? [] : (sample ?? []).flat())))
      .size,
    step: last === undefined ? null : stepAt(last, now),
  };
}

interface Around {
  readonly judgments: readonly SealedJudgment[];
  /** ms since 1970. */
  readonly now: number;
  readonly sha256: Sha256;
}

/** What somebody may do with a draw now. */
function mayOf(audit: Audit, draw: Draw, self: PersonId, step: DrawStep): readonly DrawStep[] {
  const isLead = audit.people.get(self) === 'lead';
  const gives = draw.contributors.includes(self);
  const may: Readonly<Record<DrawStep, boolean>> = {
    confirm: step === 'confirm' && self !== draw.by && (isLead || gives),
    // Lodging binds its giver to a frame that two people signed.
    lodge: step === 'lodge' && gives && !draw.lodged.has(self),
    wait: false,
    open: step === 'open' && gives && !draw.opened.has(self),
    read: ['open', 'read'].includes(step) && (isLead || gives),
    draw: step === 'draw' && isLead,
    drawn: false,
    abandoned: isLead && !['drawn', 'abandoned'].includes(step),
  };
  return (Object.keys(may) as DrawStep[]).filter((one) => may[one]);
}

/** Givers whose step has not come. */
function awaitedBy({ by, contributors, lodged, opened, readings }: Draw, step: DrawStep): readonly string[] {
  if (step === 'confirm') return contributors.filter((person) => person !== by);
  if (step === 'lodge') return contributors.filter((person) => !lodged.has(person));
  if (step === 'open') return contributors.filter((person) => !opened.has(person));
  return step === 'read' ? contributors.filter((person) => !readings.has(person)) : [];
}

function drawView(audit: Audit, draw: Draw, self: PersonId, { judgments, now, sha256 }: Around): DrawView {
  const step = stepAt(draw, now);
  const bySeal = new Map(judgments.map((judgment) => [judgment.seal, judgment]));
  const titles = new Map(judgments.map(({ framework }) => [framework.id, framework.title]));
  const isKept = isKeptFrom(audit, draw.frame, self);
  const frozen = new Set(draw.strata.flatMap((stratum) => stratum.judgments.map(({ seal }) => seal)));
  return {
    frame: draw.frame,
    by: draw.by,
    at: draw.at,
    rule: draw.rule,
    frameworks: draw.rule.frameworks.map((id) => titles.get(id) ?? id),
    source: draw.source,
    moment: draw.moment,
    step,
    confirmedBy: draw.confirmedBy,
    awaited: awaitedBy(draw, step),
    contributors: draw.contributors.map((person) => ({
      person,
      lodged: draw.lodged.has(person),
      opened: draw.opened.has(person),
    })),
    readings: [...draw.readings].map(([person, number]) => ({ person, number })),
    seed: isKept ? null : draw.seed,
    strata: draw.strata.map(({ name, draw: number, judgments: own }, at) => ({
      name,
      size: own.length,
      draw: number,
      sample: ticketsOf(isKept ? [] : (draw.sample?.[at] ?? []), draw.seed ?? '', sha256).map(
        ({ id, ticket }) => ({
          seal: id,
          draft: bySeal.get(id)?.draft ?? '',
          provider: bySeal.get(id)?.provider ?? '',
          ticket,
        }),
      ),
    })),
    isKept: isKept && draw.seed !== null,
    drawnAt: draw.drawnAt,
    abandoned: draw.abandoned,
    lacking: selectedBy(draw.rule, judgments)
      .filter(({ seal }) => !frozen.has(seal))
      .map(({ seal, provider, at }) => ({ seal, provider, at })),
    may: mayOf(audit, draw, self, step),
  };
}

/** An audit as its screen shows it to somebody. */
export function auditView(audit: Audit, self: PersonId, around: Around): AuditView {
  return {
    audit: audit.id,
    name: audit.name,
    purpose: audit.purpose,
    begunBy: audit.begunBy,
    begunAt: audit.begunAt,
    people: [...audit.people].map(([person, role]) => ({ person, role })),
    role: audit.people.get(self) ?? null,
    draws: audit.draws.map((draw) => drawView(audit, draw, self, around)).toReversed(),
    setAside: [...audit.setAside].flatMap(([id, why]) => {
      const record = audit.graph.get(id)?.record;
      return record === undefined
        ? []
        : [{ what: auditEventTypes.get(record.type)?.noun[0] ?? '', by: record.author, at: record.at, why }];
    }),
  };
}
