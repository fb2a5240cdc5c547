import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ticketsOf } from '../../../src/shared/audits/consistent-sampler.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const idsOf = (ids: readonly string[], seed: string): readonly string[] =>
  ticketsOf(ids, seed, sha256).map(({ id }) => id);

describe('tickets of the consistent sampler', () => {
  it('are those that its author prints', () => {
    expect(idsOf(['a', 'b', 'c', 'd'], '31')).toEqual(['b', 'a', 'd', 'c']);
    expect(ticketsOf(['AB-130'], '01382438112797316654', sha256)).toEqual([
      {
        id: 'AB-130',
        ticket: '0.26299714122838008416507544297546663599715395525154425586041245287750224561854',
      },
    ]);
  });

  it('do not depend on the order or the repetition of ids', () => {
    expect(idsOf(['d', 'c', 'b', 'a', 'b'], '31')).toEqual(['b', 'a', 'd', 'c']);
  });

  it('are for seeds as text: a nought before makes another one', () => {
    const ids = Array.from({ length: 30 }, (_id, at) => `seal-${at}`);
    expect(idsOf(ids, '031')).not.toEqual(idsOf(ids, '31'));
  });

  it('keep who was drawn when more are drawn, and when another is added', () => {
    const ids = Array.from({ length: 200 }, (_id, at) => `seal-${at}`);
    const drawn = idsOf(ids, 'x').slice(0, 20);
    expect(idsOf(ids, 'x').slice(0, 40).slice(0, 20)).toEqual(drawn);
    const more = idsOf([...ids, 'seal-new'], 'x').filter((id) => id !== 'seal-new');
    expect(more.slice(0, 20)).toEqual(drawn);
  });
});
