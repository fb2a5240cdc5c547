import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { needFree, writeOut } from './checked-paths.ts';
import { readText } from './read-text.ts';
import { figuresFromFiles } from '../application/audits/figures-of-draw.ts';
import { renderAuditReport } from '../application/audits/report-of-audit.ts';
import type { Scope } from '../application/session/session.ts';
import { loadAudits } from '../application/session/load-audit.ts';
import { nodeCrypto } from '../identity/node-crypto.ts';
import { ticketsOf } from '../../shared/audits/consistent-sampler.ts';
import type { Audit } from '../../shared/audits/fold-audit.ts';
import { stepAt, type Draw } from '../../shared/audits/fold-draw.ts';
import { stepOfFinding } from '../../shared/audits/fold-findings.ts';
import { stepOfReading } from '../../shared/audits/fold-readings.ts';

/** What the steps of an audit are told on the command line. */
export interface AuditOptions {
  readonly seed?: string;
  readonly draw?: string;
  readonly format?: string;
  readonly out?: string;
  readonly annex?: string;
  readonly public?: boolean;
}

/** `audit STEP FILE`: the tickets of a file of ids, or of a workspace its draws anew and how its audits stand. */
export async function auditCommand(
  place: CliPlace,
  step: string,
  file: string,
  options: AuditOptions,
): Promise<Said> {
  if (step === 'tickets') return tickets(file, options);
  if (step === 'redraw') return ofWorkspace(place, file, redraw);
  if (step === 'status') return ofWorkspace(place, file, status);
  if (step === 'figures') return ofWorkspace(place, file, figures);
  if (step === 'report') return report(place, file, options);
  throw new Unreadable(`audit has no step ${step}: write audit tickets, redraw, status, figures or report.`);
}

/** `audit tickets IDS --seed TEXT [--draw N]`: the tickets of ids, one a line, the lowest first. */
async function tickets(file: string, { seed, draw }: AuditOptions): Promise<Said> {
  if (seed === undefined) throw new Unreadable('audit tickets needs --seed TEXT.');
  const ids = (await readText(file)).split(/\r?\n/u).filter((id) => id !== '');
  if (draw !== undefined && !/^[1-9]\d*$/u.test(draw))
    throw new Unreadable(`--draw is a whole number from 1 on, not ${draw}.`);
  const lowest = ticketsOf(ids, seed, nodeCrypto.sha256).slice(0, Number(draw ?? ids.length));
  return { json: lowest, lines: lowest.map(({ id, ticket }) => `${ticket}  ${id}`), code: 0 };
}

/** Reads a workspace's audits, and lets go of it. */
async function ofWorkspace(
  place: CliPlace,
  path: string,
  say: (audits: readonly Audit[], scope: Scope) => Said | Promise<Said>,
): Promise<Said> {
  const { app, scope } = cliScope(place);
  try {
    need(await openForReading({ app, scope }, path));
    const { opened } = scope.session;
    if (opened === null) throw new Unreadable('This is no workspace.');
    return await say(
      need(await loadAudits(scope, opened)).map(({ audit }) => audit),
      scope,
    );
  } finally {
    app.release();
  }
}

/** A draw as it comes out of the files. */
interface Redrawn {
  readonly frame: string;
  readonly seed: string;
  readonly strata: readonly {
    readonly name: string;
    readonly size: number;
    readonly drawn: readonly string[];
  }[];
}

function redrawn({ frame, seed, sample, strata }: Draw): Redrawn | null {
  if (seed === null || sample === null) return null;
  return {
    frame,
    seed,
    strata: strata.map(({ name, judgments }, at) => ({
      name,
      size: judgments.length,
      drawn: sample[at] ?? [],
    })),
  };
}

/** `audit redraw WORKSPACE`: the last draw that was not abandoned, from its frame, contributions and number. */
function redraw(audits: readonly Audit[]): Said {
  const draws = audits
    .flatMap((audit) => audit.draws)
    .filter(({ abandoned }) => abandoned === null)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const last = draws.findLast(({ seed }) => seed !== null);
  const drawn = last === undefined ? null : redrawn(last);
  if (drawn === null) throw new Unreadable('No draw of this workspace has its seed yet.');
  const signed =
    last?.drawnAt == null ? 'No audit lead has signed it yet.' : 'The signed sample is this one.';
  return {
    json: drawn,
    lines: [
      `Frame ${drawn.frame}`,
      `Seed ${drawn.seed}`,
      ...drawn.strata.flatMap(({ name, size, drawn: seals }) => [
        `${name}: ${seals.length} of ${size}`,
        ...seals.map((seal) => `  ${seal}`),
      ]),
      signed,
    ],
    code: 0,
  };
}

/** `audit status WORKSPACE`: how every audit stands. */
function status(audits: readonly Audit[]): Said {
  const json = audits.map(({ id, name, draws, readings, findings, setAside }) => ({
    audit: id,
    name,
    draws: draws.map((draw) => {
      const own = readings.filter(({ frame }) => frame === draw.frame).map(stepOfReading);
      return {
        frame: draw.frame,
        step: stepAt(draw, Date.now()),
        judgments: draw.strata.reduce((sum, { judgments }) => sum + judgments.length, 0),
        drawn: (draw.sample ?? []).flat().length,
        readings: { given: own.length, done: own.filter((step) => step === 'done').length },
      };
    }),
    findings: findings.map((finding) => ({
      finding: finding.asked,
      area: finding.area,
      step: stepOfFinding(finding, new Date().toISOString().slice(0, 10)),
      action: finding.action === null ? null : { words: finding.action.words, due: finding.action.due },
    })),
    setAside: setAside.size,
  }));
  return {
    json,
    lines: json.flatMap(({ name, draws, findings }) => [
      name,
      ...draws.map(
        ({ step, judgments, drawn, readings }) =>
          `  ${step}: ${drawn} of ${judgments} drawn, ${readings.done} of ${readings.given} readings done`,
      ),
      ...findings.map(
        ({ area, step, action }) =>
          `  finding on ${area ?? 'the whole judgment'}: ${findingWords[step]}${action === null ? '' : `, action until ${action.due}: ${action.words}`}`,
      ),
    ]),
    code: 0,
  };
}

/** What a finding waits for, in a word or two. */
const findingWords = {
  assess: 'self-assessment asked for',
  send: 'to be sent',
  answer: 'sent',
  plan: 'answered',
  check: 'acted on',
  ended: 'ended',
} as const;

/** The last draw of a workspace that was signed and not abandoned. */
function lastSigned(audits: readonly Audit[]): { readonly audit: string; readonly frame: string } {
  const signed = audits
    .flatMap(({ id, draws }) => draws.map((draw) => ({ id, draw })))
    .filter(({ draw }) => draw.drawnAt !== null && draw.abandoned === null)
    .toSorted((a, b) => (a.draw.at < b.draw.at ? -1 : 1))
    .at(-1);
  if (signed === undefined) throw new Unreadable('No draw of this workspace has a signed sample.');
  return { audit: signed.id, frame: signed.draw.frame };
}

const formats = ['docx', 'pdf', 'html', 'csv'] as const;
const annexes = ['sample', 'figures', 'answers'] as const;

/** `audit report WORKSPACE --format docx, pdf, html or csv --out FILE [--public] [--annex NAME]`: of the last signed draw. */
async function report(place: CliPlace, path: string, options: AuditOptions): Promise<Said> {
  const { out = '' } = options;
  const format = formats.find((one) => one === (options.format ?? 'html'));
  const annex = annexes.find((one) => one === (options.annex ?? 'figures'));
  if (format === undefined || annex === undefined || out === '')
    throw new Unreadable(
      `audit report needs --out FILE, with --format ${formats.join(', ')}, and for csv --annex ${annexes.join(', ')}.`,
    );
  await needFree(out);
  return ofWorkspace(place, path, async (audits, scope) => {
    const wanted = { ...lastSigned(audits), format, annex, isPublic: options.public === true };
    const { bytes } = need(await renderAuditReport(scope, wanted));
    await writeOut(out, bytes);
    const file = out === '-' ? 'to standard output' : out;
    return {
      json: { file: out, bytes: bytes.length },
      lines: [`Wrote ${file}, ${bytes.length} bytes.`],
      code: 0,
      outTaken: out === '-',
    };
  });
}

/** `audit figures WORKSPACE`: the figures of the last draw that was signed. */
async function figures(audits: readonly Audit[], scope: Scope): Promise<Said> {
  const { audit, frame } = lastSigned(audits);
  const found = need(await figuresFromFiles(scope, { audit, frame }));
  return {
    json: { draw: frame, ...found },
    lines: [
      `${found.frame.read} of ${found.frame.drawn} drawn are read, of ${found.frame.size} in the frame`,
      ...found.strata.map(
        ({ name, size, read, failures, bound }) =>
          `${name}: ${failures} of ${read} read fail, at most ${bound.most} of ${size} (one-sided, 95 %)`,
      ),
    ],
    code: 0,
  };
}
