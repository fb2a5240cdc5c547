import { describe, expect, it } from 'vitest';
import { FieldsByKind } from '../../../src/shared/records/fields-by-kind.ts';
import { fields } from '../../../src/shared/judgment/fields.ts';
import { kindInName } from '../../../src/shared/records/name-key.ts';
import type { OpenValues } from '../../../src/shared/records/open-values.ts';
import type { Hiding } from '../../../src/shared/moderation/moderation-state.ts';
import { visibleValues } from '../../../src/shared/seen/visible-values.ts';

const names = [...fields.map(({ kind, parts }) => [kind, ...parts].join('/')), 'something-new/x'].map(
  (name) => name.replace('author', 'ada').replace('person', 'ada'),
);
const values: OpenValues = new FieldsByKind(
  new Map(names.map((name) => [kindInName(name), new Map([[name, []]])])),
);
const kindsSeen = (hiding: Partial<Hiding> | null, person: string): readonly string[] =>
  [
    ...visibleValues(
      values,
      hiding === null
        ? null
        : { round: null, provisional: false, panel: false, arbiter: false, message: '', ...hiding },
      person,
    ),
  ]
    .map(([field]) => kindInName(field))
    .sort();
const toMembers = 'address calibration detail framework link moment noted outcome resumed shelf term'.split(
  ' ',
);

describe('who may read the open values of a field', () => {
  it('is, during a round, a member only where it tells no grade, and nobody where the kind is unknown', () => {
    expect(kindsSeen({ provisional: true, round: 'r' }, 'ben')).toEqual(toMembers);
    expect(kindsSeen({ provisional: true, round: 'r' }, 'ada')).toEqual(
      [...toMembers, 'mark', 'reviewed'].sort(),
    );
  });

  it('is not the panel’s outcomes for whoever an interest keeps out', () => {
    expect(kindsSeen({ provisional: true, panel: true }, 'ben')).toEqual(
      toMembers.filter((kind) => kind !== 'outcome'),
    );
    expect(kindsSeen({ panel: true }, 'ben')).toEqual(
      names
        .map((field) => field.split('/')[0] ?? '')
        .filter((kind) => kind !== 'outcome')
        .sort(),
    );
  });

  it('is everybody where nothing is hidden', () => {
    expect(kindsSeen(null, 'ben')).toHaveLength(names.length);
  });
});
