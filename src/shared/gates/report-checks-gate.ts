import { narrativeField } from '../draft/judgment-fields.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { fieldCalled } from '../judgment/fields.ts';
import { fieldTitle } from '../judgment/field-title.ts';
import { shown } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { ReportFinding, CheckedReport } from '../checks/report-finding.ts';
import { checkedReport } from '../checks/checked-report.ts';
import { checkGradeWords } from '../checks/check-grade-words.ts';
import { checkHeldIdentifiers } from '../checks/check-identifiers.ts';
import { checkLimits } from '../checks/check-limits.ts';
import { excerptOf } from '../words.ts';
import { hasText } from './areas-without-words-gate.ts';
import { defineGate } from './gate.ts';
import { listed } from './listed.ts';

const shownMost = 4;

/** Findings of the framework's rules that nobody has answered; possible names are asked about elsewhere. */
function openRuleFindings(state: DraftState, framework: Framework): readonly ReportFinding[] {
  return checkHeldRules(checkedReport(state, framework), framework).filter(
    (finding) => shown(state.answers[finding.id]) === null,
  );
}

/**
 * What the framework asks of the report's text holds, or is answered: limits, stated grades, dates of birth, case numbers
 * and addresses. Possible names are asked about and not held against anyone here: the list beside the text has them.
 */
export const reportChecksGate = defineGate({
  id: 'report-checks',
  title: 'The text keeps the rules of the framework',
  rule: 'report-checks',
  reasonRestsOn: (field) => fieldCalled(field)?.isJudged === true,
  check: (state, framework) => {
    if (!hasText(state)) return { status: 'not-needed', detail: 'There is no text yet' };
    const open = openRuleFindings(state, framework);
    if (open[0] === undefined)
      return { status: 'done', detail: 'Limits, stated grades and identifiers were checked' };
    const first = open
      .slice(0, shownMost)
      .map(({ words, reason }) => (words === '' ? reason : `“${excerptOf(words, 60)}”: ${reason}`));
    const more =
      open.length > shownMost ? ` ${open.length - shownMost} more are in the list beside the text.` : '';
    return {
      status: 'reason-needed',
      detail: `${listed(first)}${more}`,
      goTo: { screen: 'write', area: open[0].section },
    };
  },
  looksAt: (state, framework, recorded) =>
    openRuleFindings(state, framework).map(({ words, reason, section, times }) => ({
      title: words === '' ? fieldTitle(narrativeField.name({ section }), framework, []) : `“${words}”`,
      detail: times > 1 ? `${reason} It stands ${times} times.` : reason,
      isSettled: recorded !== null,
      goTo: { screen: 'write', area: section },
    })),
});

/**
 * What a report is held against before it is sealed: every finding of checkReportRules that weighs as a rule and is no
 * possible name. Suggestions, and what they would cost in a draft of many notes, are left out.
 */
export function checkHeldRules(report: CheckedReport, framework: Framework): readonly ReportFinding[] {
  return [
    ...checkHeldIdentifiers(report, framework),
    ...checkGradeWords(report, framework),
    ...checkLimits(report, framework),
  ].filter((finding) => finding.weight === 'rule');
}
