import type { Attack } from './attacks.ts';
import type { Attacker } from './attacker.ts';

const nonce = 'ab'.repeat(16);
const begins = { draft: null } as const;

/** Begins a log of its own in a place, and goes on in it with records that would do much in a log of another kind. */
async function rule(attacker: Attacker, place: string, begun: string, draft: string): Promise<void> {
  const { person } = await attacker.me();
  const { id } = await attacker.writeIn(place, begun, { nonce }, begins);
  const on = { draft: id };
  await attacker.writeIn(place, 'administrator.appointed', { person }, on);
  await attacker.writeIn(place, 'draft.removed', { draft, reason: 'A double' }, on);
  await attacker.writeIn(place, 'role.granted', { person, role: 'lead' }, on);
  await attacker.writeIn(place, 'content.erased', { erased: [id], reason: 'Tidying', rule: 'None' }, on);
}

/** What a stranger writes of audits and the programme, in their folders and in others. */
export const foreignLogs: readonly Attack[] = [
  {
    name: 'begins an audit, and rules the workspace and the draft in it',
    by: 'stranger',
    on: 'open',
    write: (attacker, { draft }) => rule(attacker, `audits/${'3f'.repeat(16)}`, 'audit.begun', draft),
  },
  {
    name: 'begins a programme, and rules the workspace and the draft in it',
    by: 'stranger',
    on: 'sealed',
    write: (attacker, { draft }) => rule(attacker, 'programme', 'programme.begun', draft),
  },
  {
    name: 'writes in the programme of the draft’s own log',
    by: 'stranger',
    on: 'open',
    found: true,
    write: (attacker, { draft }) =>
      attacker.writeIn(
        'programme',
        'role.revoked',
        { person: null, role: null },
        { draft, knowing: [draft] },
      ),
  },
  ...(['audit.begun', 'programme.begun'] as const).flatMap((type): readonly Attack[] => [
    {
      name: `writes ${type} among the records of the draft`,
      by: 'stranger',
      on: 'open',
      write: (attacker) => attacker.write(type, { nonce }),
    },
    {
      name: `writes ${type} among the records of the workspace`,
      by: 'stranger',
      on: 'open',
      write: (attacker) => attacker.writeInWorkspace(type, { nonce }),
    },
    {
      name: `writes ${type} on their own card`,
      by: 'stranger',
      on: 'sealed',
      write: (attacker) => attacker.writeCard(type, { nonce }),
    },
    {
      name: `begins with ${type} in the draft’s folder`,
      by: 'stranger',
      on: 'open',
      found: true,
      write: (attacker) => attacker.writeIn(attacker.draftPlace, type, { nonce }, begins),
    },
    {
      name: `begins with ${type} among the people`,
      by: 'stranger',
      on: 'open',
      found: true,
      write: (attacker) => attacker.writeIn('people', type, { nonce }, begins),
    },
    {
      name: `begins with ${type} in the workspace’s own log`,
      by: 'stranger',
      on: 'open',
      found: true,
      write: (attacker) => attacker.writeIn('workspace', type, { nonce }, begins),
    },
  ]),
  ...['audits/northmere', 'programme'].map((place): Attack => ({
    name: `begins a draft of their own in ${place}`,
    by: 'stranger',
    on: 'open',
    found: true,
    write: (attacker) =>
      attacker.writeIn(place, 'draft.begun', { nonce, recoveryOwner: null, demonstration: false }, begins),
  })),
];
