import type { ImportedReport } from '../../../src/shared/report/imported-report.ts';
import { setAside } from '../../../src/main/application/report/report-records.ts';
import type { SourceText } from '../../../src/shared/report/source-text.ts';

/** Whether every non-space character of a source stands in its report, and which do not. */
interface CharacterAccount {
  readonly complete: boolean;
  /** Non-space characters of the source, and of the report with all that was set aside. */
  readonly source: number;
  readonly report: number;
  /** Characters the report lacks, and those it has too often, each with how many. */
  readonly missing: readonly { readonly character: string; readonly count: number }[];
  readonly extra: readonly { readonly character: string; readonly count: number }[];
}

/**
 * Counts every non-space character, U+FFFE as the hyphen and no soft hyphen, in the source and in the report's narrative, improvements,
 * other sections, footnotes, facts, furniture and warnings. The account is complete where each occurs equally often.
 */
export function accountForCharacters(source: SourceText | string, report: ImportedReport): CharacterAccount {
  const texts = typeof source === 'string' ? [source] : source.lines.map((line) => line.text);
  const there = count(texts);
  const here = count(textsOf(report));
  const characters = [...new Set([...there.keys(), ...here.keys()])].sort();
  const balance = characters.map((character) => ({
    character,
    count: (there.get(character) ?? 0) - (here.get(character) ?? 0),
  }));
  const missing = balance.filter(({ count }) => count > 0);
  const extra = balance.filter(({ count }) => count < 0).map((entry) => ({ ...entry, count: -entry.count }));
  return {
    complete: missing.length === 0 && extra.length === 0,
    source: total(there),
    report: total(here),
    missing,
    extra,
  };
}

/** Every text of a report that holds characters of the source. Headings and grades stand among the facts. */
function textsOf(report: ImportedReport): readonly string[] {
  return [
    ...report.areas.flatMap((area) => area.paragraphs),
    ...report.summary,
    ...report.improvements,
    ...report.otherSections.flatMap((section) => section.paragraphs),
    ...setAside(report).map((line) => line.text),
    ...report.warnings.flatMap((warning) => (warning.text === null ? [] : [warning.text])),
  ];
}

function count(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const character of text.replaceAll(/[\s\u00AD]+/gu, '').replaceAll('\uFFFE', '-')) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const one of counts.values()) sum += one;
  return sum;
}
