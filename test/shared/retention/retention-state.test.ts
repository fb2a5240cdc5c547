import { describe, expect, it } from 'vitest';
import { retentionStates } from '../../../src/shared/retention/retention-state.ts';
import type { Retention } from '../../../src/shared/framework/retention-schema.ts';

const rule = (years: number | null): Retention => ({
  id: 'evidence',
  title: 'Evidence',
  of: ['evidence'],
  years,
  from: 'published',
  editableDefault: true,
});
const held = [
  { id: 'a', type: 'evidence.noted' },
  { id: 'b', type: 'revision.saved' },
  { id: 'c', type: 'addendum.written' },
];

describe('what a schedule lets be erased', () => {
  it.each([
    ['before its day', 6, '2020-03-10', '2026-03-09', 'kept', '2026-03-10'],
    ['on its day', 6, '2020-03-10', '2026-03-10', 'due', '2026-03-10'],
    ['from a leap day', 1, '2024-02-29', '2025-02-28', 'kept', '2025-03-01'],
    ['at once', 0, '2026-01-05', '2026-01-05', 'due', '2026-01-05'],
    ['without end', null, '1990-01-01', '2026-01-01', 'without-end', null],
  ])('stands %s', (_when, years, published, today, standing, due) => {
    const [state] = retentionStates([rule(years)], held, { published }, today);
    expect(state).toMatchObject({ standing, due, records: ['a', 'c'] });
  });

  it('does not begin before its moment is known', () => {
    expect(retentionStates([rule(6)], held, {}, '2040-01-01')[0]).toMatchObject({
      standing: 'not-begun',
      due: null,
    });
  });
});
