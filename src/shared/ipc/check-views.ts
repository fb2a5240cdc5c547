import type { ReportFinding } from '../checks/report-finding.ts';

/** A finding with what people said to it. */
export interface AskedFinding extends ReportFinding {
  /** Why it is left as it is; null while nobody said. */
  readonly answer: string | null;
  /** The open answers that another answer replaces. */
  readonly answers: readonly string[];
}

/** What the checks find in a draft's report. */
export interface ReportChecksView {
  readonly findings: readonly AskedFinding[];
}
