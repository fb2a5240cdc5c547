import { readFile } from 'node:fs/promises';
import { cliScope, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { readOutcomeTable } from '../documents/read-outcome-table.ts';
import { checkFramework } from '../../shared/framework/check-framework.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import {
  heldAgainstHistory,
  type HeldAgainstHistory,
  type HistoryFinding,
} from '../../shared/framework/held-against-history.ts';

/** `frameworks`: those that ship. */
export async function listFrameworks(place: CliPlace): Promise<Said> {
  const { app, scope } = cliScope(place);
  try {
    const all = await scope.ports.resources.frameworks();
    const json = all.map(({ id, title, valid, areas }) => ({
      id,
      title,
      valid,
      areas: areas.map((area) => area.id),
    }));
    return {
      json,
      lines: json.map(
        ({ id, title, valid }) => `${id}  ${title}  from ${valid.from} to ${valid.to ?? 'now'}`,
      ),
      code: 0,
    };
  } finally {
    app.release();
  }
}

/** `frameworks check FILE`, and with a table of published outcomes its rules held against them. */
export async function checkFrameworkFile(file: string, history?: string): Promise<Said> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Unreadable(`${file} cannot be read as JSON. Nothing was changed.`);
  }
  const { ok, problems, framework } = checkFramework(value);
  if (framework !== null && history !== undefined) return holdAgainst(framework, history);
  const lines = ok
    ? ['The framework holds together.']
    : problems.map((problem) => `${problem.place}: ${problem.message}`);
  return { json: { ok, problems }, lines, code: ok ? 0 : 1 };
}

async function holdAgainst(framework: Framework, history: string): Promise<Said> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(history);
  } catch {
    throw new Unreadable(`${history} cannot be read. Nothing was changed.`);
  }
  const report = heldAgainstHistory(framework, need(readOutcomeTable(bytes)));
  if (report.inspections === 0)
    throw new Unreadable(
      `${history} states no inspection with a grade for every area of this framework. Nothing was changed. Its columns should be called after the areas, as in help_and_protection_grade.`,
    );
  return { json: report, lines: inWords(report), code: report.ok ? 0 : 1 };
}

function listed(title: string, findings: readonly HistoryFinding[]): readonly string[] {
  if (findings.length === 0) return [];
  return [
    '',
    title,
    ...findings.map((finding) => `  row ${finding.row}, ${finding.inspection}: ${finding.told}`),
  ];
}

function inWords(report: HeldAgainstHistory): readonly string[] {
  const { inspections, hardBroken, softDeparted, agree, advisoryDiffers } = report;
  return [
    `${inspections} inspections with a grade for every area that they judged.`,
    `Hard rules broken: ${hardBroken.length}. Soft rules departed from: ${softDeparted.length}.`,
    agree === null
      ? 'The framework puts no grades together.'
      : `The advisory aggregation agrees with ${agree} of ${inspections}.`,
    ...listed('Hard rules broken:', hardBroken),
    ...listed('Soft rules departed from:', softDeparted),
    ...listed('The aggregation points elsewhere:', advisoryDiffers),
  ];
}
