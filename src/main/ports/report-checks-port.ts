import type { Framework } from '../../shared/framework/framework-schema.ts';
import type { CheckedReport, ReportFinding } from '../../shared/checks/report-finding.ts';

/** Everything that checks find in a report, what a framework asks first; rejects only where the worker dies. */
export type CheckReport = (
  report: CheckedReport,
  framework: Framework | null,
) => Promise<readonly ReportFinding[]>;
