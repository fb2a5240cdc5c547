import { plainEnglish } from './plain-english.ts';
import { rankNames } from './rank-names.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import { checkReportRules } from '../../shared/checks/check-report-rules.ts';
import type { CheckedReport, ReportFinding } from '../../shared/checks/report-finding.ts';

/** Sections checked before, by their id and text: while one section is typed the others are not read again. */
const known = new Map<string, readonly ReportFinding[]>();
const mostKnown = 200;

async function plainEnglishOf(section: CheckedReport['sections'][number]): Promise<readonly ReportFinding[]> {
  const key = `${section.id}\n${section.text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = await plainEnglish(section);
  if (known.size >= mostKnown) known.clear();
  known.set(key, found);
  return found;
}

/** Everything the checks find in a report: what the framework asks first, then what may be a name, then its English. */
export async function checkReport(
  report: CheckedReport,
  framework: Framework | null,
): Promise<readonly ReportFinding[]> {
  const texts = new Map(report.sections.map((section) => [section.id, section.text]));
  const rules = rankNames(checkReportRules(report, framework), (section) => texts.get(section) ?? '');
  const english = await Promise.all(report.sections.map(plainEnglishOf));
  const all = [...rules, ...english.flat()];
  return [...all.filter(({ weight }) => weight === 'rule'), ...all.filter(({ weight }) => weight !== 'rule')];
}
