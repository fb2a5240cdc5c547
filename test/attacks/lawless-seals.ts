import type { AttackerName } from './attacked-ground.ts';
import type { Attacker } from './attacker.ts';
import { plainJson } from '../../src/shared/records/strict-json.ts';
import { narrativeField } from '../../src/shared/draft/judgment-fields.ts';
import type { ApprovedValue } from '../../src/shared/finalising/judgment-approved.ts';
import { bodyOf } from '../../src/shared/judgment/event-types.ts';

/** What somebody does to a draft whose approval stands before a lead seals it with a text editor, past every gate. */
export interface LawlessSeal {
  readonly name: string;
  readonly by: AttackerName;
  readonly before: (attacker: Attacker, colleague: (name: AttackerName) => Attacker) => Promise<unknown>;
}

const again = (attacker: Attacker, type: string): Promise<unknown> =>
  attacker.write(type, bodyOf(attacker.last(type)));

/** Writes a text anew over the one that stands, and nothing else: all that the law of a seal asks is left but an approval. */
export function rewrite(attacker: Attacker): Promise<unknown> {
  const [text] = attacker
    .approvable()
    .flatMap(({ field, records }) => (narrativeField.is(field) ? [{ field, over: records }] : []));
  const narratives = [
    { section: narrativeField.partsOf(text?.field ?? '')?.section, text: 'Otherwise.', over: text?.over },
  ];
  const body = { reason: 'Clearer', narratives, grades: [], improvements: null, rest: [] };
  return attacker.write('revision.saved', plainJson(body));
}

/** Values that are not those that stand. */
const unlikeApprovals: readonly (readonly [
  what: string,
  change: (values: readonly ApprovedValue[]) => readonly ApprovedValue[],
])[] = [
  ['a field less', (values) => values.slice(1)],
  ['a field more', (values) => [...values, { field: 'points/zeal', records: values[0]?.records ?? [] }]],
  [
    'a field by another name',
    ([first, ...rest]) => [{ field: 'grade', records: first?.records ?? [] }, ...rest],
  ],
  [
    'another write of a field',
    ([first, ...rest]) => {
      const written = rest
        .flatMap(({ records }) => records)
        .find((id) => first?.records.includes(id) !== true);
      return [{ field: first?.field ?? '', records: [written ?? ''] }, ...rest];
    },
  ],
  ['the fields in another order', (values) => values.toReversed()],
];

/** Seals that count for nothing, each for what the law of a seal wants of the records under it. */
export const lawlessSeals: readonly LawlessSeal[] = [
  ...(['owner', 'lead', 'inspector'] as const).map((by): LawlessSeal => ({
    name: 'wrote a revision that nobody approved',
    by,
    before: rewrite,
  })),
  {
    name: 'wrote a revision and approved it alone',
    by: 'lead',
    before: async (attacker) => {
      await rewrite(attacker);
      await attacker.write(
        'judgment.approved',
        plainJson({ values: attacker.approvable(), path: [], note: '' }),
      );
    },
  },
  ...unlikeApprovals.map(([what, change]): LawlessSeal => ({
    name: `approved ${what} after the inspector wrote`,
    by: 'chair',
    before: async (attacker, colleague) => {
      await rewrite(colleague('inspector'));
      const values = change(attacker.approvable());
      await attacker.write('judgment.approved', plainJson({ values, path: [], note: '' }));
    },
  })),
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
