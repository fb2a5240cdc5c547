import type { FindingAct, FindingView } from '../../../shared/ipc/finding-channels.ts';
import type { Owed } from '../../../shared/together/owed.ts';

const orders: Readonly<Record<Exclude<FindingAct, 'reopen'>, string>> = {
  assess: 'Assess your own judgment for an audit',
  send: 'Send a finding',
  answer: 'Answer a finding',
  plan: 'Plan what follows from a finding',
  check: 'Check that an action worked',
};

/** What of a finding waits for whoever sees it; null where nothing does. */
export function owedOfFinding(finding: FindingView, person: string, today: string): Owed | null {
  const { may, step, assessments, action, title, auditName, isMine } = finding;
  const act = (['assess', 'answer', 'plan', 'send', 'check'] as const).find(
    (one) =>
      may.includes(one) &&
      one === step.replace('send', isMine ? 'assess' : 'send') &&
      // Whoever assessed waits for the others; an action is checked once its day has come.
      !(one === 'assess' && assessments.some(({ by }) => by === person)) &&
      !(one === 'check' && action !== null && action.due > today),
  );
  if (act === undefined) return null;
  const due = act === 'assess' ? finding.due : act === 'check' ? (action?.due ?? null) : null;
  return {
    kind: 'finding',
    todo: orders[act],
    detail: `${title}, in the audit ${auditName}`,
    screen: isMine ? 'record' : 'audits',
    area: '',
    subject: finding.asked,
    since: finding.sent?.at ?? finding.at,
    due,
  };
}
