import { nothingChanged } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import type { Scope, Service } from '../session/session.ts';
import { auditRow, auditView } from './audit-view.ts';
import { loadAudit, loadAudits } from '../session/load-audit.ts';
import { sealedJudgments, strataOf } from './sealed-judgments.ts';
import { beginAudit, writeInAudit, type Auditing } from './write-in-audit.ts';
import { auditPlanned } from '../../../shared/audits/audit-planned.ts';
import { auditorNamed } from '../../../shared/audits/auditor-named.ts';
import { contributionLodged } from '../../../shared/audits/contribution-lodged.ts';
import { contributionOpened } from '../../../shared/audits/contribution-opened.ts';
import { drawAbandoned } from '../../../shared/audits/draw-abandoned.ts';
import { frameConfirmed } from '../../../shared/audits/frame-confirmed.ts';
import { frameFrozen } from '../../../shared/audits/frame-frozen.ts';
import { outsideNumberSchema, outsideRecorded } from '../../../shared/audits/outside-recorded.ts';
import { sampleDrawn } from '../../../shared/audits/sample-drawn.ts';
import type { Draw } from '../../../shared/audits/fold-draw.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { AuditRow, AuditView, PlannedFrame } from '../../../shared/ipc/audit-channels.ts';

/** The audits of the open workspace, the latest first. */
async function listAudits(scope: Scope): Promise<Result<readonly AuditRow[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadAudits(scope, opened.value);
  if (!loaded.ok) return loaded;
  const self = await scope.ports.keys.self();
  const now = scope.ports.clock.now();
  return done(
    loaded.value
      .map(({ audit }) => auditRow(audit, self?.person ?? '', now))
      .toSorted((a, b) => b.begunAt.localeCompare(a.begunAt)),
  );
}

/** An audit with its draws; of each, the judgments that its rule selects today and its frame lacks. */
async function openAudit(
  scope: Scope,
  { audit: id }: CallInput<'openAudit'>,
): Promise<Result<AuditView, CallError>> {
  const loaded = await loadAudit(scope, id);
  if (!loaded.ok) return loaded;
  const { audit, opened } = loaded.value;
  const sealed = audit.draws.length === 0 ? done([]) : await sealedJudgments(scope, opened);
  if (!sealed.ok) return sealed;
  const judgments = sealed.value;
  const self = await scope.ports.keys.self();
  const { clock, crypto } = scope.ports;
  return done(auditView(audit, self?.person ?? '', { judgments, now: clock.now(), sha256: crypto.sha256 }));
}

/** What a rule selects of the sealed judgments, by stratum. */
async function planFrame(
  scope: Scope,
  { rule }: CallInput<'planFrame'>,
): Promise<Result<PlannedFrame, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const sealed = await sealedJudgments(scope, opened.value);
  if (!sealed.ok) return sealed;
  const judgments = sealed.value;
  const frameworks = new Map(judgments.map(({ framework }) => [framework.id, framework.title]));
  return done({
    strata: strataOf(rule, judgments).map(({ name, judgments: own }) => ({ name, size: own.length })),
    frameworks: [...frameworks].map(([framework, title]) => ({ id: framework, title })),
  });
}

/** Freezes what the rule selects now: the window says the rule, and never which judgments. */
const freezeFrame: Service<'freezeFrame'> = (scope, { audit, rule, draw, ...ceremony }) =>
  writeInAudit(scope, audit, async ({ opened }) => {
    const sealed = await sealedJudgments(scope, opened);
    if (!sealed.ok) return sealed;
    const strata = strataOf(rule, sealed.value);
    if (strata.length === 0)
      return refused(
        nothingChanged('The rule selects no sealed judgment, so there is nothing to draw from.'),
      );
    const unknown = Object.keys(draw).filter((name) => strata.every((stratum) => stratum.name !== name));
    if (unknown.length > 0)
      return refused(
        nothingChanged('The judgments have changed since the strata were shown. Look at them again.'),
      );
    return done(
      frameFrozen.write({
        ...ceremony,
        rule,
        strata: strata.map((stratum) => ({ ...stratum, draw: draw[stratum.name] ?? 0 })),
      }),
    );
  });

/** A step of one draw. */
function step<I extends { readonly audit: string; readonly frame: string }>(
  decide: (
    draw: Draw,
    auditing: Auditing,
    scope: Scope,
    input: I,
  ) => Promise<Result<Intent, CallError>> | Result<Intent, CallError>,
): (scope: Scope, input: I) => ReturnType<typeof writeInAudit> {
  return (scope, input) =>
    writeInAudit(scope, input.audit, (auditing) => {
      const draw = auditing.audit.draws.find(({ frame }) => frame === input.frame);
      return draw === undefined
        ? refused(nothingChanged('This frame counts for nothing in the audit.'))
        : decide(draw, auditing, scope, input);
    });
}

/**
 * A person's part of the seed of one frame: their device's signature over its id. Nobody else can make it, its maker cannot
 * make another with this key, and nothing has to be kept until it is opened.
 */
function contributionTo(scope: Scope, frame: string): Promise<string> {
  return scope.ports.keys.sign('device', `plumbline audit contribution ${frame}`);
}

const lodgeContribution = step<CallInput<'lodgeContribution'>>(async ({ frame }, _auditing, scope) => {
  const commitment = scope.ports.crypto.sha256(await contributionTo(scope, frame));
  return done(contributionLodged.write({ frame, commitment }));
});

const openContribution = step<CallInput<'openContribution'>>(async (draw, { self }, scope) => {
  const lodged = draw.lodged.get(self.person);
  if (lodged === undefined) return refused(nothingChanged('You lodged nothing for this draw.'));
  const contribution = await contributionTo(scope, draw.frame);
  if (scope.ports.crypto.sha256(contribution) !== lodged.commitment)
    return refused(
      nothingChanged(
        'You lodged this contribution on another of your devices, whose key alone can open it. Open it there, or abandon the draw and freeze a frame anew.',
      ),
    );
  return done(contributionOpened.write({ lodged: lodged.record, contribution }));
});

const drawSample = step<CallInput<'drawSample'>>(({ frame, seed, sample }) =>
  seed === null || sample === null
    ? refused(nothingChanged('The seed is not known yet.'))
    : done(sampleDrawn.write({ frame, seed, drawn: sample })),
);

/** The services of audits, one for every channel of theirs. */
export const auditServices = {
  listAudits,
  beginAudit,
  openAudit,
  planAudit: (scope: Scope, { audit, ...body }: CallInput<'planAudit'>) =>
    writeInAudit(scope, audit, () => done(auditPlanned.write(body))),
  nameAuditor: (scope: Scope, { audit, ...body }: CallInput<'nameAuditor'>) =>
    writeInAudit(scope, audit, () => done(auditorNamed.write(body))),
  planFrame,
  freezeFrame,
  confirmFrame: step<CallInput<'confirmFrame'>>(({ frame }) => done(frameConfirmed.write({ frame }))),
  lodgeContribution,
  openContribution,
  recordOutsideNumber: step<CallInput<'recordOutsideNumber'>>(({ frame }, _auditing, _scope, { number }) =>
    outsideNumberSchema.safeParse(number).success
      ? done(outsideRecorded.write({ frame, number }))
      : refused(
          nothingChanged(
            'The number is written with the digits, letters and signs of a plain keyboard and single spaces, so that two people can write the same.',
          ),
        ),
  ),
  drawSample,
  abandonDraw: step<CallInput<'abandonDraw'>>(({ frame }, _auditing, _scope, { reason }) =>
    done(drawAbandoned.write({ frame, reason })),
  ),
};
