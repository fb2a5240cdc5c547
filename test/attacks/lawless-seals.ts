import type { AttackerName } from './attacked-ground.ts';
import type { Attacker } from './attacker.ts';
import { plainJson } from '../../src/shared/domain/events/strict-json.ts';
import { bodyOf } from '../../src/shared/domain/events/event-types.ts';

/** What somebody does to a draft whose approval stands before a lead seals it with a text editor, past every gate. */
export interface LawlessSeal {
  readonly name: string;
  readonly by: AttackerName;
  readonly before: (attacker: Attacker) => Promise<unknown>;
}

const again = (attacker: Attacker, type: string): Promise<unknown> =>
  attacker.write(type, bodyOf(attacker.last(type)));

/** Seals that count for nothing, each for what the law of a seal wants of the records under it. */
export const lawlessSeals: readonly LawlessSeal[] = [
  ...(['owner', 'lead', 'inspector'] as const).map((by): LawlessSeal => ({
    name: 'wrote a revision that nobody approved',
    by,
    before: (attacker) => again(attacker, 'revision.saved'),
  })),
  {
    name: 'wrote a revision and approved it alone',
    by: 'lead',
    before: async (attacker) => {
      await again(attacker, 'revision.saved');
      await attacker.write(
        'judgment.approved',
        plainJson({ values: attacker.approvable(), path: [], note: '' }),
      );
    },
  },
  ...(['lead', 'chair'] as const).map((by): LawlessSeal => ({
    name: 'raised a challenge that nobody answered',
    by,
    before: (attacker) => again(attacker, 'challenge.raised'),
  })),
  {
    name: 'opened a round that nobody revealed',
    by: 'chair',
    before: (attacker) => again(attacker, 'round.opened'),
  },
];
