import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenValues } from '../../../../src/shared/domain/draft/open-values.ts';
import type { Hiding } from '../../../../src/shared/domain/moderation/moderation-state.ts';
import { readersOfFields, visibleValues } from '../../../../src/shared/domain/moderation/visible-values.ts';

const events = join(import.meta.dirname, '../../../../src/shared/domain/events');
/** The kinds of field that records write, as their definitions name them. */
const written = readdirSync(events).flatMap((name) =>
  [
    ...readFileSync(join(events, name), 'utf8').matchAll(/\bfield: [`']([a-z]+)|[?:] [`']([a-z]+)\/[a-z$]/gu),
  ].map(([, direct, chosen]) => direct ?? chosen ?? ''),
);
const fields = [...new Set(written), 'something-new'].map((kind) =>
  kind === 'mark' ? 'mark/hp.plans/good/ada' : kind === 'reviewed' ? 'reviewed/ada/change' : `${kind}/x/y`,
);
const values: OpenValues = new Map(fields.map((field) => [field, []]));
const kindsSeen = (hiding: Partial<Hiding> | null, person: string): readonly string[] =>
  [
    ...visibleValues(
      values,
      hiding === null ? null : { round: null, provisional: false, panel: false, told: '', ...hiding },
      person,
    ).keys(),
  ]
    .map((field) => field.split('/')[0] ?? '')
    .sort();
const toMembers = ['calibration', 'detail', 'framework', 'link', 'moment', 'outcome', 'resumed', 'term'];

describe('who may read the open values of a field', () => {
  it('is decided for every kind of field that a record writes', () => {
    expect([...new Set(written)].sort()).toEqual(Object.keys(readersOfFields).sort());
  });

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
      fields
        .map((field) => field.split('/')[0] ?? '')
        .filter((kind) => kind !== 'outcome')
        .sort(),
    );
  });

  it('is everybody where nothing is hidden', () => {
    expect(kindsSeen(null, 'ben')).toHaveLength(fields.length);
  });
});
