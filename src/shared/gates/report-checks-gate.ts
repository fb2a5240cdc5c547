import type { DraftState } from '../judgment/draft-state.ts';
import { settled, shown } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { ReportFinding, CheckedReport } from '../checks/report-finding.ts';
import { checkedReport } from '../checks/checked-report.ts';
import type { Gate } from './gate.ts';
import { listed } from './listed.ts';
import { checkGradeWords } from '../checks/check-grade-words.ts';
import { checkHeldIdentifiers } from '../checks/check-identifiers.ts';
import { checkLimits } from '../checks/check-limits.ts';

const shownMost = 4;

/** Findings of the framework's rules that nobody has answered; possible names are asked about elsewhere. */
export function openRuleFindings(state: DraftState, framework: Framework): readonly ReportFinding[] {
  return checkHeldRules(checkedReport(state, framework), framework).filter(
    (one) => shown(state.answers[one.id]) === null,
  );
}

/**
 * What the framework asks of the report's text holds, or is answered: limits, stated grades, dates of birth, case numbers
 * and addresses. Possible names are asked about and not held against anyone here: the list beside the text has them.
 */
export function reportChecksGate(state: DraftState, framework: Framework): Gate {
  const open = openRuleFindings(state, framework);
  const reason = settled(state.reasons['report-checks']);
  const told = open
    .slice(0, shownMost)
    .map((one) => (one.words === '' ? one.reason : `“${one.words.slice(0, 60)}”: ${one.reason}`));
  const more =
    open.length > shownMost ? ` ${open.length - shownMost} more are in the list beside the text.` : '';
  return {
    id: 'report-checks',
    title: 'The text keeps the rules of the framework',
    told: open.length === 0 ? 'Limits, stated grades and identifiers were checked' : `${listed(told)}${more}`,
    status: open.length === 0 || reason !== null ? 'done' : 'reason-needed',
    rule: 'report-checks',
    goTo: open[0] === undefined ? null : { screen: 'write', area: open[0].section },
  };
}

/**
 * What a report is held against before it is sealed: every finding of checkReportRules that weighs as a rule and is no
 * possible name. Suggestions, and what they would cost in a draft of many notes, are left out.
 */
export function checkHeldRules(report: CheckedReport, framework: Framework): readonly ReportFinding[] {
  return [
    ...checkHeldIdentifiers(report, framework),
    ...checkGradeWords(report, framework),
    ...checkLimits(report, framework),
  ].filter((one) => one.weight === 'rule');
}
