import { describe, expect, it } from 'vitest';
import { evidenceMatrix } from '../../../src/shared/coverage/evidence-matrix.ts';
import { evidenceKindSchema } from '../../../src/shared/values/evidence-kind.ts';
import { matrixKinds } from '../../../src/renderer/matrix/matrix-place.ts';
import { small } from '../../shared/coverage/noted.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';

const [area] = small.areas;
const bare: Framework = {
  ...small,
  areas: small.areas.map((one) => ({
    ...one,
    required: [],
    criteria: one.criteria.map((criterion) => ({ ...criterion, required: [] })),
  })),
};
const asks = { kinds: ['formal-statement' as const], atLeast: 1 };

/** The columns of a matrix without a note. */
const columns = (framework: Framework): readonly string[] =>
  matrixKinds(
    evidenceMatrix({ notes: [], links: [], contradictions: {} }, framework),
    framework,
    evidenceKindSchema.options,
  );

describe('the columns of the matrix', () => {
  it('are none where nobody used a kind of source and none is asked for', () => {
    expect([area === undefined, columns(bare)]).toEqual([false, []]);
  });

  it.each([
    ['an area', bare.areas.map((one) => ({ ...one, required: [asks] }))],
    [
      'a criterion',
      bare.areas.map((one) => ({
        ...one,
        criteria: one.criteria.map((criterion) => ({ ...criterion, required: [asks] })),
      })),
    ],
  ])('have the kind that %s asks for, though nobody used it', (_what, areas) => {
    expect(columns({ ...bare, areas })).toEqual(['formal-statement']);
  });
});
