import { readFile } from 'node:fs/promises';
import { cliScope, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { readBytes } from './read-text.ts';
import { readTableFile } from '../documents/read-table-file.ts';
import { hiddenRowsLine } from '../../shared/evidence/evidence-table.ts';
import { pluralOf, rowsNamed } from '../../shared/words.ts';
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
  const table = need(await readTableFile(await readBytes(history)));
  const long = table.rows.filter(
    ({ cells }) =>
      cells.length > table.headers.length &&
      cells.slice(table.headers.length).some((cell) => cell.trim() !== ''),
  );
  if (long.length > 0)
    throw new Unreadable(
      `${history}: ${rowsNamed(long.map(({ row }) => row))} ${pluralOf(long.length, 'has', 'have')} more cells than there are headings, so it is not known which grades are whose. Nothing was changed. Put quotation marks around text that holds the sign between cells.`,
    );
  const report = heldAgainstHistory(framework, table.headers, table.rows);
  const reading = [...(table.warnings ?? []), ...(table.reading ?? []), ...hiddenRowsLine(table)];
  if (report.inspections === 0)
    throw new Unreadable(
      `${history} states no inspection with a grade for every area of this framework. Nothing was changed. Its columns should be called after the areas, as in help_and_protection_grade.`,
    );
  return { json: { ...report, reading }, lines: [...reading, ...inWords(report)], code: report.ok ? 0 : 1 };
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
  const { inspections, otherTimes, hardBroken, softDeparted, agree, advisoryDiffers } = report;
  return [
    `${inspections} inspections with a grade for every area that they judged.`,
    ...(otherTimes === 0
      ? []
      : [`${otherTimes} others began on days on which the framework was not in force, and were left out.`]),
    `Hard rules broken: ${hardBroken.length}. Soft rules departed from: ${softDeparted.length}.`,
    agree === null
      ? 'The framework puts no grades together.'
      : `The advisory aggregation agrees with ${agree} of ${inspections}.`,
    ...listed('Hard rules broken:', hardBroken),
    ...listed('Soft rules departed from:', softDeparted),
    ...listed('The aggregation points elsewhere:', advisoryDiffers),
  ];
}
