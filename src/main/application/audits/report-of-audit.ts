import { renderDocument } from '../documents/render-document.ts';
import { nothingChanged } from '../session/call-errors.ts';
import { handOut } from '../session/hand-out.ts';
import { loadAudit, loadAudits } from '../session/load-audit.ts';
import { personViews } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { figuresFromFiles, figuresOfDraw } from './figures-of-draw.ts';
import { sealedJudgments, selectedBy } from './sealed-judgments.ts';
import { auditReport } from '../../../shared/audit-results/audit-report.ts';
import {
  answerColumns,
  answerRows,
  sampleColumns,
  sampleRows,
} from '../../../shared/audit-results/reading-blocks.ts';
import type { AuditReportParts } from '../../../shared/audit-results/report-parts.ts';
import { frameRows } from '../../../shared/audit-results/frame-rows.ts';
import { figureRows } from '../../../shared/audit-results/figure-blocks.ts';
import { ticketsOf } from '../../../shared/audits/consistent-sampler.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

type Wanted = CallInput<'exportAuditReport'>;

/** Puts together what a report says; `figures` are refused to whoever may not see them, and then so is the report. */
async function partsOf(
  scope: Scope,
  { audit: id, frame }: Pick<Wanted, 'audit' | 'frame'>,
  figuresBy: typeof figuresFromFiles,
): Promise<Result<AuditReportParts, CallError>> {
  const figures = await figuresBy(scope, { audit: id, frame });
  if (!figures.ok) return figures;
  const loaded = await loadAudit(scope, id);
  if (!loaded.ok) return loaded;
  const { audit, opened } = loaded.value;
  const draw = audit.draws.find((one) => one.frame === frame);
  if (draw === undefined) return refused(nothingChanged('This frame counts for nothing in the audit.'));
  const all = await loadAudits(scope, opened);
  if (!all.ok) return all;
  const sealed = await sealedJudgments(scope, opened);
  if (!sealed.ok) return sealed;
  const { clock, crypto, resources } = scope.ports;
  const names = new Map((await personViews(scope)).map((person) => [person.id, person.card.name]));
  const bySeal = new Map(sealed.value.map((judgment) => [judgment.seal, judgment]));
  const titles = new Map(sealed.value.map(({ framework }) => [framework.id, framework.title]));
  const frozen = new Set(draw.strata.flatMap(({ judgments }) => judgments.map(({ seal }) => seal)));
  const tickets = (draw.sample ?? []).flatMap((seals) => ticketsOf(seals, draw.seed ?? '', crypto.sha256));
  return done({
    ...{ audit, draw, figures: figures.value },
    tickets: new Map(tickets.map((one) => [one.id, one.ticket])),
    otherAudits: all.value
      .filter((other) => other.audit.id !== id)
      .map((other) => ({
        name: other.audit.name,
        drawn: other.audit.draws.flatMap(({ drawnAt, sample }) =>
          drawnAt === null ? [] : (sample ?? []).flat(),
        ).length,
      })),
    lacking: selectedBy(draw.rule, sealed.value).filter(({ seal }) => !frozen.has(seal)).length,
    frameworks: draw.rule.frameworks.map((one) => titles.get(one) ?? one),
    protocols: await resources.protocols(),
    person: (one) => names.get(one) ?? 'someone unknown',
    provider: (seal) => bySeal.get(seal)?.provider ?? '',
    area: (seal, area) => bySeal.get(seal)?.scales.find((one) => one.area === area)?.title ?? area,
    at: new Date(clock.now()).toISOString(),
  });
}

/** A report of an audit, or one of its annexes as CSV, with the name of its file. */
export async function renderAuditReport(
  scope: Scope,
  { format, annex, isPublic, ...place }: Wanted,
  figuresBy: typeof figuresFromFiles = figuresFromFiles,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, CallError>> {
  const parts = await partsOf(scope, place, figuresBy);
  if (!parts.ok) return parts;
  const name = `audit-${place.frame.slice(0, 8)}`;
  if (format === 'csv') {
    if (isPublic)
      return refused(
        nothingChanged('Annexes name people and judgments and hold every count, so there is no public one.'),
      );
    const tables = {
      sample: { columns: sampleColumns, rows: sampleRows(parts.value) },
      figures: {
        columns: ['Stratum', 'Figure', 'Value'],
        rows: [
          ...figureRows(parts.value.figures),
          ...frameRows(parts.value.figures.ofFrame, parts.value.person),
        ],
      },
      answers: { columns: answerColumns, rows: answerRows(parts.value) },
    };
    const bytes = await scope.ports.documents.tableAsCsv({ ...tables[annex], abbreviations: [] });
    return done({ name: `${name}-${annex}.csv`, bytes });
  }
  const rendered = await renderDocument(scope, auditReport(parts.value, isPublic), format);
  return rendered.ok
    ? done({ name: `${name}-${isPublic ? 'public' : 'report'}.${format}`, bytes: rendered.value })
    : rendered;
}

/** Makes it for whoever may see the draw's figures, and hands it to them. */
export async function exportAuditReport(
  scope: Scope,
  input: Wanted,
): Promise<Result<{ readonly name: string } | null, CallError>> {
  const made = await renderAuditReport(scope, input, figuresOfDraw);
  return made.ok ? handOut(scope, made.value.name, made.value.bytes) : made;
}
