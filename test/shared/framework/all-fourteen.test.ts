import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aggregateGrades } from '../../../src/shared/framework/aggregate-grades.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { evaluateLimiters, type GradesByArea } from '../../../src/shared/framework/limiting-rules.ts';

const folder = new URL('../../../resources/frameworks/', import.meta.url);
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const checked = checkFramework(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!checked.ok) throw new Error(`${name}: ${JSON.stringify(checked.problems)}`);
    expect(`${checked.framework.id}.json`).toBe(name);
    return checked.framework;
  });

function called(id: string): Framework {
  const found = all.find((framework) => framework.id === id);
  if (found === undefined) throw new Error(`there is no framework ${id}`);
  return found;
}

const O = 'outstanding';
const G = 'good';
const R = 'requires-improvement';
const I = 'inadequate';

/** Grades for areas in the order given. */
function graded(areas: readonly string[], given: readonly string[]): GradesByArea {
  return Object.fromEntries(areas.map((area, at) => [area, given[at] ?? '']));
}

function broken(framework: Framework, given: GradesByArea, facts: readonly string[] = []): readonly string[] {
  return evaluateLimiters(framework, given, new Set(facts))
    .filter((limiter) => !limiter.holds)
    .map((limiter) => limiter.limiter);
}

function pointsTo(framework: Framework, given: GradesByArea, area: string): string | null {
  return aggregateGrades(framework, given).find((grade) => grade.area === area)?.grade ?? null;
}

describe.each(all.map((framework) => [framework.title, framework] as const))('%s', (_title, framework) => {
  it('has criteria in every area but one that is put together from others, and says which words are whose', () => {
    const made = new Set(framework.aggregations.map((aggregation) => aggregation.area));
    for (const area of framework.areas)
      if (area.kind !== 'overall') expect(area.criteria.length > 0 || made.has(area.id)).toBe(true);
    expect(framework.notes.join(' ')).toMatch(/own words/u);
  });

  it('marks every clock as a default to review, and every clock says what stops it and whom it waits for', () => {
    expect(framework.deadlines.length).toBeGreaterThan(0);
    for (const one of framework.deadlines) {
      expect(one.editableDefault).toBe(true);
      expect([one.until, one.waitsFor]).not.toContain(undefined);
    }
  });

  it('forbids identifiers in its reports', () => {
    expect(framework.reportChecks.some((check) => check.check === 'identifiers')).toBe(true);
  });
});

describe('what is peculiar to each scheme, in the data that ships', () => {
  it('SIF: a nested judgement alone does not make the overall inadequate, one of the three does', () => {
    const three = graded(
      ['help-and-protection', 'looked-after-and-permanence', 'leadership', 'overall'],
      [G, R, G, R],
    );
    expect(broken(called('sif-2013'), { ...three, adoption: I })).toEqual([]);
    expect(broken(called('sif-2013'), { ...three, leadership: I })).toEqual(['any-inadequate']);
  });

  it('2009-12: one is best in two streams, and visits give no grade', () => {
    const joint = called('safeguarding-looked-after-2009');
    expect(joint.scales[0]?.grades.map((grade) => grade.printed)).toEqual([1, 2, 3, 4]);
    expect(joint.scales[0]?.grades.every((grade) => grade.meaning !== undefined)).toBe(true);
    expect(joint.areas.filter((area) => area.kind === 'overall')).toHaveLength(2);
    expect(called('contact-referral-assessment-2009').sections.every((section) => section.points)).toBe(true);
    expect(called('contact-referral-assessment-2009').scales).toEqual([]);
  });

  it('education: an area is as secure as its least secure standard; safeguarding is met or not; no overall', () => {
    const framework = called('education-2025');
    const fits = { 'edu.inc.identify': 'strong', 'edu.inc.support': 'expected' };
    expect(aggregateGrades(framework, {}, fits).find((grade) => grade.area === 'inclusion')?.grade).toBe(
      'expected',
    );
    expect(framework.areas.filter((area) => area.kind === 'overall')).toEqual([]);
    expect(framework.areas.find((area) => area.id === 'safeguarding')?.kind).toBe('met-or-not');
  });

  const questions = ['safe', 'effective', 'caring', 'responsive', 'well-led'];
  it.each([
    [[O, O, G, G, G], O],
    [[O, G, G, G, G], G],
    [[G, G, G, G, R], G],
    [[O, O, G, R, R], R],
    [[G, G, G, I, I], I],
  ])('CQC: %j point to %s', (given, grade) => {
    expect(pointsTo(called('cqc-key-questions'), graded(questions, given), 'overall')).toBe(grade);
  });

  it('CQC: recorded facts cap, and only once recorded', () => {
    const given = graded([...questions, 'overall'], [O, O, G, G, O, O]);
    const framework = called('cqc-key-questions');
    expect(broken(framework, given)).toEqual([]);
    expect(broken(framework, given, ['breach'])).toEqual(['breach-caps-overall']);
    expect(broken(framework, given, ['no-registered-manager'])).toEqual(['no-manager-caps-well-led']);
  });

  it.each([
    ['three three three three three', G, []],
    ['four four four four three', O, []],
    ['three three three three two', G, []],
    ['four four four four one', G, ['caring-one-caps']],
  ])('CQC scored: caring with %s points to %s', (given, grade, caps) => {
    const framework = called('cqc-scored');
    const statements = framework.areas.filter((area) => area.parent === 'caring').map((area) => area.id);
    const scores = graded(statements, given.split(' '));
    expect(pointsTo(framework, scores, 'caring')).toBe(grade);
    expect(broken(framework, { ...scores, caring: grade })).toEqual(caps);
  });

  it('Care Inspectorate: six is printed for the best, and only very good and weak are described', () => {
    const framework = called('care-inspectorate-scotland');
    expect(framework.scales[0]?.grades.map((grade) => grade.printed)).toEqual([6, 5, 4, 3, 2, 1]);
    for (const criterion of framework.areas.flatMap((area) => area.criteria))
      expect(criterion.descriptors.map((descriptor) => descriptor.grade)).toEqual(['very-good', 'weak']);
    expect(framework.deadlines.every((deadline) => deadline.calendar === 'scotland')).toBe(true);
  });

  it.each([
    [6, I],
    [7, R],
    [18, R],
    [19, G],
    [30, G],
    [31, O],
  ])('youth justice: %i of 36 points to %s', (points, grade) => {
    const framework = called('youth-justice');
    const standards = framework.areas.filter((area) => area.kind === 'graded').map((area) => area.id);
    const each = [I, R, G, O];
    const given = standards.map((_id, at) => {
      const most = Math.max(0, Math.min(3, points - at * 3));
      return each[most] ?? I;
    });
    expect(standards).toHaveLength(12);
    expect(pointsTo(framework, graded(standards, given), 'overall')).toBe(grade);
  });

  it('area SEND has one judgment of three outcomes; Estyn has none', () => {
    expect(called('area-send').scales[0]?.grades).toHaveLength(3);
    expect(called('area-send').areas).toHaveLength(1);
    expect(called('estyn').areas.every((area) => area.scale === null)).toBe(true);
    expect(called('estyn').deadlines.every((deadline) => deadline.calendar === 'wales')).toBe(true);
  });
});
