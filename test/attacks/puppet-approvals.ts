import type { AttackedGround, AttackerName } from './attacked-ground.ts';
import type { Attacker } from './attacker.ts';
import { bodyOf } from '../../src/shared/judgment/event-types.ts';
import { plainJson } from '../../src/shared/records/strict-json.ts';

/** What happens in one folder: anybody writes what they like, and knows whom by their id. */
export interface Scene {
  readonly as: (name: AttackerName) => Attacker;
  readonly idOf: AttackedGround['idOf'];
}

/** An approval whose cited verification somebody made up, or one that must hold, and what all verifiers say of it. */
export interface PuppetApproval {
  readonly name: string;
  readonly write: (scene: Scene) => Promise<unknown>;
  /** Why the path does not hold; null where it does. */
  readonly fault: string | null;
}

/** Somebody stands for somebody's key in their own log; answers with the step of a path that this is. */
async function meets(
  { as, idOf }: Scene,
  by: AttackerName,
  whom: AttackerName,
  type = 'person.verified',
): Promise<Step> {
  const { id } = await as(by).writeCard(type, { person: await idOf(whom) });
  return { person: await idOf(by), record: id };
}

interface Step {
  readonly person: string;
  readonly record: string;
}

function approves({ as }: Scene, by: AttackerName, path: readonly Step[]): Promise<unknown> {
  const values = as(by).approvable();
  return as(by).write('judgment.approved', plainJson({ values, path, note: '' }));
}

const revises = ({ as }: Scene, by: AttackerName): Promise<unknown> =>
  as(by).write('revision.saved', bodyOf(as(by).last('revision.saved')));

/** The owner founded the workspace and administers it. */
export const puppetApprovals: readonly PuppetApproval[] = [
  {
    name: 'was verified by its author alone',
    write: async (scene) => {
      await revises(scene, 'inspector');
      await approves(scene, 'chair', [await meets(scene, 'inspector', 'chair')]);
    },
    fault: 'begins-with-writer',
  },
  {
    name: 'was verified by an administrator who wrote in the draft',
    write: async (scene) => {
      await revises(scene, 'owner');
      await approves(scene, 'chair', [await meets(scene, 'owner', 'chair')]);
    },
    fault: 'begins-with-writer',
  },
  {
    name: 'was verified by an administrator who wrote in the draft, through a second puppet',
    write: async (scene) => {
      await revises(scene, 'owner');
      const steps = [await meets(scene, 'owner', 'stranger'), await meets(scene, 'stranger', 'chair')];
      await approves(scene, 'chair', steps);
    },
    fault: 'begins-with-writer',
  },
  {
    name: 'verified itself',
    write: async (scene) => approves(scene, 'chair', [await meets(scene, 'chair', 'chair')]),
    fault: 'begins-with-approver',
  },
  {
    name: 'cites a record about somebody else',
    write: async (scene) => approves(scene, 'chair', [await meets(scene, 'owner', 'lead')]),
    fault: 'speaks-of-another',
  },
  {
    name: 'cites a record of somebody else’s log as the administrator’s',
    write: async (scene) => {
      const { record } = await meets(scene, 'stranger', 'chair');
      await approves(scene, 'chair', [{ person: await scene.idOf('owner'), record }]);
    },
    fault: 'record-missing',
  },
  {
    name: 'cites somebody who vouched for it and never compared its phrase',
    write: async (scene) => {
      const steps = [
        await meets(scene, 'owner', 'inspector'),
        await meets(scene, 'inspector', 'chair', 'person.vouched'),
      ];
      await meets(scene, 'inspector', 'chair');
      await approves(scene, 'chair', steps);
    },
    fault: 'record-missing',
  },
  {
    name: 'goes round in a circle',
    write: async (scene) => {
      const steps = [
        await meets(scene, 'owner', 'inspector'),
        await meets(scene, 'inspector', 'owner'),
        await meets(scene, 'owner', 'chair'),
      ];
      await approves(scene, 'chair', steps);
    },
    fault: 'circle',
  },
  {
    name: 'cites somebody who never administered the workspace',
    write: async (scene) => approves(scene, 'chair', [await meets(scene, 'stranger', 'chair')]),
    fault: 'begins-with-no-administrator',
  },
  {
    name: 'cites a stranger who appointed themselves',
    write: async (scene) => {
      const person = await scene.idOf('stranger');
      await scene.as('stranger').writeInWorkspace('administrator.appointed', { person });
      await approves(scene, 'chair', [await meets(scene, 'stranger', 'chair')]);
    },
    fault: 'begins-with-no-administrator',
  },
  {
    name: 'cites an administrator who was removed since, and is not judged anew',
    write: async (scene) => {
      const person = await scene.idOf('inspector');
      await scene.as('owner').writeInWorkspace('administrator.appointed', { person });
      await approves(scene, 'chair', [await meets(scene, 'inspector', 'chair')]);
      await scene.as('owner').writeInWorkspace('administrator.removed', { person, reason: 'Left' });
    },
    fault: null,
  },
  {
    name: 'cites somebody who compared its phrase, vouched for it and was verified by an administrator',
    write: async (scene) => {
      await meets(scene, 'inspector', 'chair');
      const steps = [
        await meets(scene, 'owner', 'inspector'),
        await meets(scene, 'inspector', 'chair', 'person.vouched'),
      ];
      await approves(scene, 'chair', steps);
    },
    fault: null,
  },
];
