import type { AttackedGround, AttackerName } from './attacked-ground.ts';
import type { Attacker } from './attacker.ts';
import { foreignLogs } from './foreign-logs.ts';
import { bodyOf } from '../../src/shared/judgment/event-types.ts';

/** One attack: by whom, on which folder, and what they write past every service and screen. */
export interface Attack {
  readonly name: string;
  readonly by: AttackerName;
  readonly on: 'open' | 'sealed';
  /** Whether it damages what is there, so that verification has to find it by name. */
  readonly found?: boolean;
  readonly write: (attacker: Attacker, ground: AttackedGround) => Promise<unknown>;
}

const everybody: readonly AttackerName[] = ['owner', 'lead', 'inspector', 'chair', 'removed', 'stranger'];
const tidying = { reason: 'Tidying', rule: 'None' };

const erasing = (attacker: Attacker, type: string): Promise<unknown> =>
  attacker.write('content.erased', {
    erased: [attacker.last(type).id],
    ...tidying,
  });

const stating = (attacker: Attacker, of: string, type: string): Promise<unknown> =>
  attacker.state({ of, leftOut: [attacker.last(type).id] });

/** What colleagues and strangers say of devices that are not theirs. */
const devices: readonly Attack[] = [
  {
    name: 'certifies a colleague’s device in a card of their own, and reports it lost',
    by: 'stranger',
    on: 'open',
    write: async (attacker) => {
      const { key, draft } = attacker.last('revision.saved');
      await attacker.writeCard('device.certified', { device: key, label: 'Mine' });
      const known = [{ draft: draft ?? '', seq: 0 }];
      await attacker.writeCard('device.revoked', { device: key, reason: 'Lost', known });
    },
  },
  {
    name: 'certifies the device that sealed, and reports it lost',
    by: 'inspector',
    on: 'sealed',
    write: async (attacker) => {
      const { key, draft } = attacker.last('judgment.sealed');
      await attacker.writeCard('device.certified', { device: key, label: 'Mine' });
      const known = [{ draft: draft ?? '', seq: 0 }];
      await attacker.writeCard('device.revoked', { device: key, reason: 'Lost', known });
    },
  },
  {
    name: 'reports a colleague’s device lost that they never certified',
    by: 'lead',
    on: 'open',
    write: (attacker) => {
      const { key, draft } = attacker.last('revision.saved');
      const known = [{ draft: draft ?? '', seq: 0 }];
      return attacker.writeCard('device.revoked', { device: key, reason: 'Lost', known });
    },
  },
];

const unlawfulRoles: readonly Attack[] = [
  ...(['lead', 'inspector', 'chair', 'removed', 'stranger'] as const).map((by): Attack => ({
    name: 'makes the stranger a lead',
    by,
    on: 'open',
    write: async (attacker, ground) =>
      attacker.write('role.granted', { person: await ground.idOf('stranger'), role: 'lead' }),
  })),
  ...(['lead', 'inspector', 'chair', 'removed', 'stranger'] as const).map((by): Attack => ({
    name: 'takes every role from the chair',
    by,
    on: 'open',
    write: async (attacker, ground) =>
      attacker.write('role.revoked', { person: await ground.idOf('chair'), role: null, reason: 'Left' }),
  })),
  ...(['lead', 'inspector', 'removed', 'stranger'] as const).map((by): Attack => ({
    name: 'recovers an ownership that is not theirs to recover',
    by,
    on: 'open',
    write: (attacker) => attacker.write('ownership.recovered', { reason: 'The owner is lost' }),
  })),
  {
    name: 'accepts the ownership that was offered before they were removed',
    by: 'removed',
    on: 'open',
    write: (attacker) =>
      attacker.write('ownership.accepted', { passed: attacker.last('ownership.passed').id }),
  },
  ...(['lead', 'stranger'] as const).map((by): Attack => ({
    name: 'accepts an ownership that was offered to somebody else',
    by,
    on: 'open',
    write: (attacker) =>
      attacker.write('ownership.accepted', { passed: attacker.last('ownership.passed').id }),
  })),
  {
    name: 'writes a revision as if they had not heard of their removal',
    by: 'removed',
    on: 'open',
    write: (attacker, ground) => {
      const { parents, prev } = attacker.last('role.revoked', (record) => record.draft === ground.draft);
      const revision = bodyOf(attacker.last('revision.saved'));
      return attacker.write('revision.saved', revision, {
        knowing: prev === null ? parents : [...parents, prev],
      });
    },
  },
];

/** Kinds that nobody may erase, whoever owns the draft. */
const kept = [
  'draft.begun',
  'role.granted',
  'role.revoked',
  'challenge.raised',
  'round.opened',
  'round.closed',
  'outcome.decided',
  'judgment.approved',
  'framework.adopted',
] as const;

const erasings: readonly Attack[] = [
  ...kept.map((type): Attack => ({
    name: `says that a ${type} is erased`,
    by: 'owner',
    on: 'open',
    write: (attacker) => erasing(attacker, type),
  })),
  ...(['judgment.sealed', 'judgment.approved', 'role.revoked'] as const).map((type): Attack => ({
    name: `says that a ${type} is erased, and takes its content out`,
    by: 'owner',
    on: 'sealed',
    found: true,
    write: async (attacker) => {
      await erasing(attacker, type);
      attacker.strip(attacker.last(type));
    },
  })),
  ...(['lead', 'inspector', 'chair', 'removed', 'stranger'] as const).map((by): Attack => ({
    name: 'says that a note is erased',
    by,
    on: 'open',
    write: (attacker) => erasing(attacker, 'evidence.noted'),
  })),
];

const copies: readonly Attack[] = [
  ...(['evidence.noted', 'challenge.raised', 'role.revoked', 'revision.saved'] as const).flatMap(
    (type): readonly Attack[] => [
      {
        name: `states a copy that lacks a ${type}`,
        by: 'stranger',
        on: 'open',
        write: (attacker, { draft }) => stating(attacker, draft, type),
      },
      {
        name: `takes the content of a ${type} out, and states a copy that lacks it`,
        by: 'stranger',
        on: 'open',
        found: true,
        write: (attacker, { draft }) => {
          attacker.strip(attacker.last(type));
          return stating(attacker, draft, type);
        },
      },
    ],
  ),
  {
    name: 'takes the content of the seal out, and states a copy that lacks it',
    by: 'lead',
    on: 'sealed',
    found: true,
    write: (attacker, { draft }) => {
      attacker.strip(attacker.last('judgment.sealed'));
      return stating(attacker, draft, 'judgment.sealed');
    },
  },
];

const seals: readonly Attack[] = [
  ...everybody.map((by): Attack => ({
    name: 'withdraws the one seal alone',
    by,
    on: 'sealed',
    write: (attacker) =>
      attacker.write('seal.withdrawn', { seal: attacker.last('judgment.sealed').id, reason: 'Wrong' }),
  })),
  {
    name: 'seals less beside their own seal, and withdraws the first',
    by: 'owner',
    on: 'sealed',
    write: async (attacker) => {
      const first = attacker.last('judgment.sealed');
      const older = attacker.last('judgment.approved');
      await attacker.write('judgment.sealed', bodyOf(first), { knowing: [older.id] });
      await attacker.write('seal.withdrawn', { seal: first.id, reason: 'Wrong' });
    },
  },
  ...everybody.map((by): Attack => ({
    name: 'proposes to reopen and confirms it alone',
    by,
    on: 'sealed',
    write: async (attacker) => {
      const seal = attacker.last('judgment.sealed').id;
      const { id } = await attacker.write('reopening.proposed', { seal, reason: 'Wrong' });
      await attacker.write('judgment.reopened', { seal, proposal: id });
    },
  })),
  ...everybody.map((by): Attack => ({
    name: 'writes a revision into the sealed judgment',
    by,
    on: 'sealed',
    write: (attacker) => attacker.write('revision.saved', bodyOf(attacker.last('revision.saved'))),
  })),
];

const unknown: readonly Attack[] = [
  ...(['removed', 'stranger'] as const).flatMap((by): readonly Attack[] => [
    {
      name: 'writes a kind that nobody knows, to freeze the draft for everybody',
      by,
      on: 'open',
      write: (attacker) => attacker.write('vote.cast', { yes: true }),
    },
    {
      name: 'writes a later version of a kind',
      by,
      on: 'open',
      write: (attacker) => attacker.write('evidence.noted', { more: 1 }, { v: 2 }),
    },
    {
      name: 'writes a kind whose body holds something else',
      by,
      on: 'open',
      write: (attacker) => attacker.write('role.granted', { person: 'me', role: 'emperor' }),
    },
    {
      name: 'gives a record a place before what it follows',
      by,
      on: 'open',
      found: true,
      write: (attacker) => attacker.write('comment.written', {}, { lamport: 1 }),
    },
  ]),
];

/** What a stranger, somebody with a role, or the owner alone might try. None of it may change what counts. */
export const attacks: readonly Attack[] = [
  ...devices,
  ...unlawfulRoles,
  ...erasings,
  ...copies,
  ...seals,
  ...unknown,
  ...foreignLogs,
];
