import { frameFiguresOf } from './frame-figures-of.ts';
import { blindDrafts } from '../session/blind-drafts.ts';
import { nothingChanged } from '../session/call-errors.ts';
import { loadAudit } from '../session/load-audit.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { decryptReading } from './reading-packets.ts';
import { sealedJudgments } from './sealed-judgments.ts';
import { auditFigures, type ReadJudgment } from '../../../shared/audit-results/audit-figures.ts';
import { severityFor } from '../../../shared/audit-results/reader-severity.ts';
import type { Audit } from '../../../shared/audits/fold-audit.ts';
import type { Draw } from '../../../shared/audits/fold-draw.ts';
import { isKeptFrom, type Reading } from '../../../shared/audits/fold-readings.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { DrawFiguresView } from '../../../shared/ipc/reading-channels.ts';
import type { SealedJudgment } from '../../../shared/judgment/sealed-judgment.ts';
import type { LodgedEntry } from '../../../shared/moderation/lodged-grades.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

function gradeIn(entries: readonly LodgedEntry[] | null, area: string): string | null {
  const answer = entries?.find((entry) => entry.area === area)?.answer;
  return answer !== undefined && 'grade' in answer ? answer.grade : null;
}

/** A drawn judgment with what its readers lodged and made of it; the first who concluded stands for it. */
async function readJudgment(
  scope: Scope,
  audit: Audit,
  own: readonly Reading[],
  { seal, at, grades, scales }: SealedJudgment,
): Promise<ReadJudgment> {
  const opened = own.filter((reading) => reading.opened !== null);
  const first = opened.find(({ concluded }) => concluded !== null) ?? opened[0];
  const second = opened.find((reading) => reading !== first);
  const entriesOf = async (reading: Reading | undefined): Promise<readonly LodgedEntry[] | null> =>
    reading?.opened == null
      ? null
      : (await decryptReading(scope.ports.hpke, audit.id, reading, reading.opened.privateKey)).evidence;
  const [read, beside] = [await entriesOf(first), await entriesOf(second)];
  return {
    seal,
    sealedAt: at,
    outcomes: first?.concluded?.outcomes.map(({ outcome }) => outcome) ?? null,
    known: Object.values(first?.lodged ?? {}).some(({ known }) => known),
    areas:
      first === undefined
        ? []
        : scales.map(({ area, grades: scale }) => {
            // The step in its scale, from 0 for the best.
            const stepOf = (grade: string | null | undefined): number | null => {
              const step = grade == null ? -1 : scale.indexOf(grade);
              return step < 0 ? null : step;
            };
            return {
              area,
              read: stepOf(gradeIn(read, area)),
              second: stepOf(gradeIn(beside, area)),
              sealed: stepOf(grades[area]),
            };
          }),
  };
}

/** The figures of a draw, from what its readers have opened and concluded so far. */
async function workOut(
  scope: Scope,
  opened: OpenedWorkspace,
  audit: Audit,
  draw: Draw,
): Promise<Result<DrawFiguresView, CallError>> {
  const sealed = await sealedJudgments(scope, opened);
  if (!sealed.ok) return sealed;
  const bySeal = new Map(sealed.value.map((judgment) => [judgment.seal, judgment]));
  const readings = Map.groupBy(
    audit.readings.filter(({ frame }) => frame === draw.frame),
    ({ seal }) => seal,
  );
  const strata = [];
  for (const [at, { name, judgments }] of draw.strata.entries()) {
    const drawn: ReadJudgment[] = [];
    for (const seal of draw.sample?.[at] ?? []) {
      const judgment = bySeal.get(seal);
      drawn.push(
        judgment === undefined
          ? { seal, sealedAt: '', outcomes: null, known: false, areas: [] }
          : await readJudgment(scope, audit, readings.get(seal) ?? [], judgment),
      );
    }
    strata.push({ name, size: judgments.length, drawn });
  }
  const frame = await frameFiguresOf(scope, { audit, draw, strata, bySeal });
  return done({ ...auditFigures(strata), ofFrame: frame });
}

/** Why somebody who reads blind is shown no figure of a draw; null where they read nothing of it. */
async function whyKept(
  scope: Scope,
  opened: OpenedWorkspace,
  { audit, draw }: { readonly audit: Audit; readonly draw: Draw },
  self: string,
): Promise<CallError | null> {
  if (isKeptFrom(audit, draw.frame, self)) return stillBlind;
  // A judgment may be drawn in two audits, and be read blind in the other.
  const blind = await blindDrafts(scope, opened);
  return audit.readings.some(({ frame, draft }) => frame === draw.frame && blind.has(draft))
    ? stillBlind
    : null;
}

/** The figures of a draw for whoever has a role in its audit and reads none of its judgments blind. */
export async function figuresOfDraw(
  scope: Scope,
  { audit: id, frame }: CallInput<'figuresOfDraw'>,
): Promise<Result<DrawFiguresView, CallError>> {
  const self = (await scope.ports.keys.self())?.person ?? '';
  const loaded = await loadAudit(scope, id);
  if (!loaded.ok) return loaded;
  const role = loaded.value.audit.people.get(self);
  if (role === undefined)
    return refused(
      nothingChanged('Figures are shown to the people of an audit. Its lead can make you an observer.'),
    );
  const figures = await allFigures(scope, { audit: id, frame });
  if (!figures.ok) return figures;
  const { ofFrame } = figures.value;
  // A lead of the audit sees everybody's severity, whoever else is in it their own.
  const severity = severityFor(ofFrame.severity, self, role === 'lead');
  return done({ ...figures.value, ofFrame: { ...ofFrame, severity } });
}

/** The same for whoever has the files before them, whether they have a role or not: with nobody's severity by name. */
export async function figuresFromFiles(
  scope: Scope,
  asked: CallInput<'figuresOfDraw'>,
): Promise<Result<DrawFiguresView, CallError>> {
  const figures = await allFigures(scope, asked);
  if (!figures.ok) return figures;
  const { ofFrame } = figures.value;
  return done({
    ...figures.value,
    ofFrame: { ...ofFrame, severity: severityFor(ofFrame.severity, '', false) },
  });
}

/** Every figure, but not while its person reads blind. */
async function allFigures(
  scope: Scope,
  { audit: id, frame }: CallInput<'figuresOfDraw'>,
): Promise<Result<DrawFiguresView, CallError>> {
  const loaded = await loadAudit(scope, id);
  if (!loaded.ok) return loaded;
  const { audit, opened } = loaded.value;
  const draw = audit.draws.find((one) => one.frame === frame);
  if (draw?.drawnAt == null) return refused(nothingChanged('This draw has no signed sample yet.'));
  const self = (await scope.ports.keys.self())?.person ?? '';
  const why = await whyKept(scope, opened, { audit, draw }, self);
  return why === null ? workOut(scope, opened, audit, draw) : refused(why);
}

const stillBlind = nothingChanged(
  'You read judgments of this draw blind, or are an auditor who was given none yet. Its figures open to you after your last lodging.',
);
