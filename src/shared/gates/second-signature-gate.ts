import type { DraftState } from '../judgment/draft-state.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { Gate } from './gate.ts';
import { independentApprovals } from '../judgment/independent-approvals.ts';
import { listed } from './listed.ts';

const roleWords: Readonly<Record<string, string>> = {
  lead: 'lead inspector',
  inspector: 'inspector',
  panel: 'panel member',
  chair: 'chair',
  deputy: 'deputy',
  qa: 'quality assurance',
  reader: 'reader',
};

/** A second signature by another person in a role that the framework names; null where it asks for none. */
export function secondSignatureGate(state: DraftState, framework: Framework): Gate | null {
  const second = framework.signOff?.secondSignature ?? null;
  if (second === null) return null;
  const approvals = independentApprovals(state);
  const named = new Set<string>(second.by);
  const signed = approvals.some(
    ({ author }) =>
      state.roles.some((one) => one.person === author && named.has(one.role)) &&
      approvals.some((other) => other.author !== author),
  );
  return {
    id: 'second-signature',
    title: second.title,
    told: signed
      ? 'Two people who wrote none of it stand by it, one of them in the role that the framework names'
      : `The framework asks for a second signature beside the approval, by: ${listed(second.by.map((role) => roleWords[role] ?? role))}.`,
    status: signed ? 'done' : state.demonstration ? 'not-needed' : 'blocking',
    rule: null,
    goTo: signed ? null : { screen: 'people' },
  };
}
