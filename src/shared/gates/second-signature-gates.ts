import type { Framework } from '../framework/framework-schema.ts';
import { independentApprovals } from '../judgment/independent-approvals.ts';
import { defineGate, type Gate } from './gate.ts';
import { listed } from './listed.ts';
import { roleNames } from '../values/role.ts';

/** A second signature by another person in a role that the framework names; none where it asks for none. */
export function secondSignatureGates({ signOff }: Framework): readonly Gate[] {
  const second = signOff?.secondSignature ?? null;
  if (second === null) return [];
  const named = new Set<string>(second.by);
  return [
    defineGate({
      id: 'second-signature',
      title: second.title,
      work: 'approvals',
      check: (state) => {
        const approvals = independentApprovals(state).filter(
          ({ record }) => state.changedSince[record] === undefined,
        );
        const isSigned = approvals.some(
          ({ author }) =>
            state.roles.some(({ person, role }) => person === author && named.has(role)) &&
            approvals.some((other) => other.author !== author),
        );
        return isSigned
          ? {
              status: 'done',
              detail:
                'Two people who wrote none of it stand by it, one of them in the role that the framework names',
            }
          : {
              status: state.demonstration ? 'not-needed' : 'blocking',
              detail: `The framework asks for a second signature beside the approval, by: ${listed(second.by.map((role) => roleNames[role]))}.`,
              goTo: { screen: 'people' },
            };
      },
    }),
  ];
}
