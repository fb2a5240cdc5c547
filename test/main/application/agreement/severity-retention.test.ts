import { describe, expect, it } from 'vitest';
import { keepsSeverity } from '../../../../src/main/application/agreement/pooled-agreement.ts';
import { shippedFrameworks } from '../../../shared/precedents/shipped-frameworks.ts';

describe('how long a round counts for its members’ severity', () => {
  it.each([
    [undefined, '2023-11-25', true],
    [undefined, '2023-11-24', false],
    [1, '2026-01-01', true],
    [1, '2025-11-01', false],
    [0, '2026-11-25', false],
  ])('with %s years in the framework, a round of %s: %s', (years, revealed, kept) => {
    const [framework] = shippedFrameworks();
    if (framework === undefined) throw new Error('no framework is shipped');
    const own = years === undefined ? framework : { ...framework, severityYears: years };
    expect(keepsSeverity(own, Date.parse(revealed), Date.parse('2026-11-25'))).toBe(kept);
  });
});
