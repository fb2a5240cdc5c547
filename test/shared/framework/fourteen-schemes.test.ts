import { describe, expect, it } from 'vitest';
import { aggregateGrades } from '../../../src/shared/framework/aggregate-grades.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { evaluateLimiters, type GradesByArea } from '../../../src/shared/framework/limiting-rules.ts';
import {
  areaSend,
  contactReferralAssessment,
  safeguardingAndLookedAfter,
  sif,
} from './fourteen-schemes/before-2018.ts';
import { childrensHomes } from './fourteen-schemes/childrens-homes.ts';
import { education2025 } from './fourteen-schemes/education-2025.ts';
import {
  careInspectorate,
  cqcKeyQuestions,
  cqcScored,
  estyn,
  youthJustice,
} from './fourteen-schemes/health-and-care.ts';
import { ilacs2018, ilacs2023, ilacs2026 } from './fourteen-schemes/ilacs.ts';

const schemes: readonly Framework[] = [
  ilacs2018,
  ilacs2023,
  ilacs2026,
  childrensHomes,
  sif,
  safeguardingAndLookedAfter,
  contactReferralAssessment,
  education2025,
  cqcKeyQuestions,
  cqcScored,
  careInspectorate,
  youthJustice,
  areaSend,
  estyn,
];

/** Grades for areas in the order given, from words. */
function grades(areas: readonly string[], words: string): GradesByArea {
  const given = words.split(' ');
  expect(given).toHaveLength(areas.length);
  return Object.fromEntries(areas.map((area, at) => [area, given[at] ?? '']));
}

function broken(framework: Framework, given: GradesByArea, facts: readonly string[] = []): readonly string[] {
  return evaluateLimiters(framework, given, new Set(facts))
    .filter((limiter) => !limiter.holds)
    .map((limiter) => limiter.limiter);
}

it('there are fourteen, each with an id of its own', () => {
  expect(new Set(schemes.map((scheme) => scheme.id)).size).toBe(14);
});

describe.each(schemes.map((scheme) => [scheme.title, scheme] as const))('%s', (_title, scheme) => {
  it('is said without code: it passes the checker and comes back as it was', () => {
    const file: unknown = JSON.parse(JSON.stringify(scheme));
    const checked = checkFramework(file);
    expect(checked.problems).toEqual([]);
    expect(checked.framework).toEqual(file);
  });
});

describe('what is peculiar to a scheme follows from its data', () => {
  const questions = ['safe', 'effective', 'caring', 'responsive', 'well-led', 'overall'];
  const O = 'outstanding';
  const G = 'good';
  const R = 'requires-improvement';
  const I = 'inadequate';

  it.each([
    ['protection inadequate allows no better overall', [I, G, R], ['protection-inadequate']],
    ['leaders inadequate allow requires improvement with a reason', [G, I, R], ['leaders-likely']],
    ['leaders inadequate allow no good overall', [G, I, G], ['leaders-likely', 'leaders-cap']],
    ['leaders inadequate, overall inadequate', [G, I, I], []],
  ])('children’s homes: %s', (_words, given, expected) => {
    const areas = ['protection', 'leaders', 'overall'];
    expect(broken(childrensHomes, grades(areas, given.join(' ')))).toEqual(expected);
  });

  it('SIF: a nested judgment alone does not make the overall inadequate, one of the three does', () => {
    const given = { 'help-and-protection': G, 'looked-after-and-permanence': R, leadership: G, overall: R };
    expect(broken(sif, { ...given, adoption: I })).toEqual([]);
    expect(broken(sif, { ...given, 'looked-after-and-permanence': I })).toEqual(['any-inadequate']);
  });

  it('2009-12: one is printed for the best, in Scotland six', () => {
    expect(safeguardingAndLookedAfter.scales[0]?.grades[0]).toMatchObject({ printed: 1, id: O });
    expect(careInspectorate.scales[0]?.grades[0]).toMatchObject({ printed: 6, id: 'excellent' });
  });

  it('ILACS 2026: no visit after good for leaders and two practice areas', () => {
    const areas = ['leaders', 'help-and-protection', 'children-in-care', 'care-leavers', 'focused-visit'];
    expect(broken(ilacs2026, grades(areas, `${G} ${G} ${O} ${I} made`))).toEqual(['no-visit-after-good']);
    expect(broken(ilacs2026, grades(areas, `${G} ${G} ${R} ${I} made`))).toEqual([]);
    expect(broken(ilacs2026, grades(areas, `${R} ${G} ${O} ${G} made`))).toEqual([]);
  });

  it.each([
    [`${O} ${O} ${G} ${G} ${G}`, O],
    [`${O} ${G} ${G} ${G} ${G}`, G],
    [`${G} ${G} ${G} ${G} ${R}`, G],
    [`${O} ${O} ${G} ${G} ${R}`, G],
    [`${O} ${O} ${G} ${R} ${R}`, R],
    [`${G} ${G} ${G} ${G} ${I}`, R],
    [`${G} ${G} ${G} ${I} ${I}`, I],
  ])('CQC: %s points to %s', (given, grade) => {
    const found = aggregateGrades(cqcKeyQuestions, grades(questions.slice(0, 5), given));
    expect(found.map(({ grade }) => grade)).toEqual([grade]);
  });

  it('CQC: a breach caps the overall, a missing manager caps well-led, neither where not recorded', () => {
    const given = grades(questions, `${O} ${O} ${G} ${G} ${G} ${O}`);
    expect(broken(cqcKeyQuestions, given)).toEqual([]);
    expect(broken(cqcKeyQuestions, given, ['breach'])).toEqual(['breach-cap']);
    expect(broken(cqcKeyQuestions, given, ['no-registered-manager'])).toEqual(['manager-cap']);
  });

  it('CQC: outstanding with one outstanding question may be, with a reason', () => {
    expect(broken(cqcKeyQuestions, grades(questions, `${O} ${G} ${G} ${G} ${G} ${O}`))).toEqual([
      'outstanding-needs-two',
    ]);
  });

  it.each([
    ['one one one one', 25, I],
    ['two two one one', 38, I],
    ['two two two one', 44, R],
    ['three three two two', 63, G],
    ['four four three three', 88, O],
    ['four three three three', 81, G],
  ])('CQC scored: %s is %i %% and points to %s', (given, _percent, grade) => {
    const statements = cqcScored.areas.filter((area) => area.parent === 'safe').map((area) => area.id);
    expect(aggregateGrades(cqcScored, grades(statements, given))[0]?.grade).toBe(grade);
  });

  it('youth justice: a sum just under a band stays under it', () => {
    const standards = youthJustice.areas.filter((area) => area.kind === 'graded').map((area) => area.id);
    // 9 of 18 points are 50 %, 10 are 55 %.
    expect(aggregateGrades(youthJustice, grades(standards, `${G} ${G} ${G} ${R} ${R} ${R}`))[0]?.grade).toBe(
      R,
    );
    expect(aggregateGrades(youthJustice, grades(standards, `${G} ${G} ${G} ${G} ${R} ${R}`))[0]?.grade).toBe(
      G,
    );
  });

  it('education: an area is as secure as its least secure standard, read from best fits', () => {
    const gradeOf = (identify: string, support: string): string | null | undefined =>
      aggregateGrades(education2025, {}, { 'inclusion.identify': identify, 'inclusion.support': support })[0]
        ?.grade;
    expect(gradeOf('strong', 'strong')).toBe('strong');
    expect(gradeOf('exceptional', 'expected')).toBe('expected');
    expect(aggregateGrades(education2025, {}, { 'inclusion.identify': 'strong' })[0]).toMatchObject({
      grade: null,
      sentence: 'inclusion: nothing can be said until these are graded: inclusion.support.',
    });
  });

  it('Estyn and the visits of 2009-12 have no grade anywhere', () => {
    for (const scheme of [estyn, contactReferralAssessment]) {
      expect(scheme.areas.every((area) => area.scale === null)).toBe(true);
      expect(aggregateGrades(scheme, {})).toEqual([]);
    }
  });
});
