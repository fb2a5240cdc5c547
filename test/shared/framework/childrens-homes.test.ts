import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { frameworkForKind } from '../../../src/shared/framework/framework-for-kind.ts';
import { scaleOf } from '../../../src/shared/framework/grade-order.ts';
import { evaluateLimiters } from '../../../src/shared/framework/limiting-rules.ts';

const file = new URL('../../../resources/frameworks/sccif-childrens-homes.json', import.meta.url);
const checked = checkFramework(JSON.parse(readFileSync(file, 'utf8')));
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const { framework } = checked;
const full = frameworkForKind(framework, 'full inspection');
const interim = frameworkForKind(framework, 'interim visit');

describe('the framework for children’s homes', () => {
  it('judges limiting and graded areas before the overall, and describes good alone', () => {
    expect(full.areas.map(({ id, kind, after }) => [id, kind, after])).toEqual([
      ['overall', 'overall', ['protection', 'leaders']],
      ['protection', 'limiting', []],
      ['leaders', 'graded', []],
    ]);
    for (const criterion of full.areas.flatMap((area) => area.criteria))
      expect(
        criterion.descriptors.map((descriptor) =>
          'text' in descriptor ? descriptor.grade : `not ${descriptor.absenceOf}`,
        ),
      ).toEqual(['good', 'not good']);
    for (const area of full.areas) expect(area.required?.length).toBeGreaterThan(0);
  });

  it.each([
    ['inadequate', 'good', 'good', ['protection-inadequate']],
    ['good', 'inadequate', 'good', ['leaders-cap', 'leaders-likely']],
    ['good', 'inadequate', 'requires-improvement', ['leaders-likely']],
    ['good', 'good', 'good', []],
  ])(
    'with protection %s, leaders %s and overall %s, departs from %j',
    (protection, leaders, overall, broken) => {
      const found = evaluateLimiters(full, { protection, leaders, overall });
      expect(found.filter(({ applies, holds }) => applies && !holds).map(({ limiter }) => limiter)).toEqual(
        broken,
      );
    },
  );

  it('judges an interim visit on a scale of its own, and by no rule of a full inspection', () => {
    expect(interim.areas.map((area) => area.id)).toEqual(['since-last']);
    expect(scaleOf(interim, 'since-last')?.grades.map((grade) => grade.id)).toEqual([
      'improved',
      'sustained',
      'declined',
    ]);
    expect([interim.limiters, interim.aggregations]).toEqual([[], []]);
    expect(frameworkForKind(framework, 'another kind')).toBe(framework);
  });

  it('judges the same areas however a report prints the type', () => {
    for (const printed of ['interim-visit', 'Interim Visit', ' interim visit'])
      expect(frameworkForKind(framework, printed)).toEqual(interim);
  });
});
