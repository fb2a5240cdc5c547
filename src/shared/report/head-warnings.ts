import type { ImportWarning } from './import-warning.ts';
import type { ReportFramework } from './report-framework.ts';
import type { PlacedLine } from './source-text.ts';
import type { TitlePage } from './title-page.ts';

/** What is known once title page and table of grades have been read. */
interface HeadParts extends Pick<TitlePage, 'provider' | 'inspection' | 'leadInspector'> {
  readonly framework: ReportFramework | null;
  readonly table: boolean;
  /** Lines of the title page that state nothing known. */
  readonly loose: readonly PlacedLine[];
}

/** Warnings about what a title page should state and does not, and about lines of it that could not be placed. */
export function headWarnings(parts: HeadParts): readonly ImportWarning[] {
  const { provider, inspection, leadInspector, framework, table, loose } = parts;
  const warnings: ImportWarning[] = [];
  const warn = (code: ImportWarning['code'], message: string): number =>
    warnings.push({ code, message, line: null, text: null });
  if (provider === null)
    warn(
      'provider-not-read',
      'The title does not say whose services were inspected. Set the provider by hand.',
    );
  if (inspection.start === null) {
    warn(
      'dates-not-read',
      'No dates of inspection could be read. Set them by hand, and choose the framework, which follows from them.',
    );
  }
  if (leadInspector === null) warn('lead-not-read', 'No lead inspector could be read. Set the name by hand.');
  if (framework === null) {
    warn(
      'no-framework',
      `No framework here fits this inspection${inspection.start === null ? '' : `, which began on ${inspection.start}`}: none both was in force then and names its areas. The report was kept whole as narrative, without areas or grades; adopt a framework to work with it.`,
    );
  } else if (!table) {
    warn(
      'no-table',
      'The report has no table of grades. Grades were taken from the headings of its sections; check them.',
    );
  }
  for (const line of loose) {
    warnings.push({
      code: 'not-placed',
      message:
        'A line of the title page states nothing that is known here. It is kept with this warning; put it where it belongs.',
      line: line.line,
      text: line.text,
    });
  }
  return warnings;
}
