import { describe, expect, it } from 'vitest';
import { aggregateGrades } from '../../../src/shared/framework/aggregate-grades.ts';
import { evaluateLimiters, type GradesByArea } from '../../../src/shared/framework/limiting-rules.ts';
import { heldAgainstHistory } from '../../../src/shared/framework/held-against-history.ts';
import { frameworkForDay } from './framework-for-dates.ts';
import { shipped } from './shipped.ts';

/** Where each fact is read: the scheme's number in the notes on the field (domain.md), and what was published. */
const sources = {
  cqcQuestions: 'domain.md 1.9: CQC, how we aggregate ratings using the rating principles',
  cqcScored: 'domain.md 1.10: CQC, how we reach a rating',
  sccif: 'domain.md 1.4 and 2: draft within 18 working days of fieldwork, comments within 5, final within 30',
  joint:
    'domain.md 1.6: joint with the health regulator; overall and capacity beside each other in each stream',
  contact: 'domain.md 1.7: a letter without a grade',
  justice: 'domain.md 1.12: about twelve standards, each scored',
  estyn: 'domain.md 1.14: narrative evaluations and no grades',
} as const;

const clockOf = (id: string, deadline: string): unknown =>
  shipped(id).deadlines.find((one) => one.id === deadline);

describe(sources.cqcQuestions, () => {
  it('ends where the scored one begins, so that each day of inspection has one of the two', () => {
    const both = [shipped('cqc-key-questions'), shipped('cqc-scored')];
    const [questions, scored] = both;
    expect(questions?.valid.to).toBe('2023-11-20');
    expect(scored?.valid.from).toBe('2023-11-21');
    for (const [day, id] of [
      ['2023-11-20', 'cqc-key-questions'],
      ['2023-11-21', 'cqc-scored'],
    ] as const)
      expect(frameworkForDay(both, day)?.id).toBe(id);
  });
});

describe(sources.cqcScored, () => {
  const scored = shipped('cqc-scored');
  const statements = scored.areas.filter(({ parent }) => parent === 'caring').map(({ id }) => id);
  const [one, two, three, four] = ['one', 'two', 'three', 'four'];
  const grades = (given: readonly (string | undefined)[], caring?: string): GradesByArea => ({
    ...Object.fromEntries(statements.map((id, at) => [id, given[at] ?? ''])),
    ...(caring === undefined ? {} : { caring }),
  });
  // Five statements: at most 20 points. 25 to 38, 39 to 62, 63 to 87, 88 to 100 per cent.
  it.each([
    [[one, one, one, one, three], 'inadequate'],
    [[one, one, two, two, two], 'requires-improvement'],
    [[two, two, two, three, three], 'requires-improvement'],
    [[two, two, three, three, three], 'good'],
    [[four, four, three, three, three], 'good'],
    [[four, four, four, three, three], 'outstanding'],
  ])('reads %j as %s', (given, grade) => {
    const caring = aggregateGrades(scored, grades(given)).find(({ area }) => area === 'caring');
    expect(caring?.grade).toBe(grade);
  });

  it.each([
    ['one statement scored 1', [one, four, four, four, four], 'good', ['caring-one-caps']],
    ['one statement scored 2', [two, four, four, four, four], 'outstanding', ['caring-two-caps']],
    ['one statement scored 2', [two, four, four, four, four], 'good', []],
    ['none below 3', [three, four, four, four, four], 'outstanding', []],
  ])('with %s: %j as %s breaks %j', (_what, given, caring, broken) => {
    const found = evaluateLimiters(scored, grades(given, caring), new Set()).filter(({ holds }) => !holds);
    expect(found.map(({ limiter }) => limiter)).toEqual(broken);
  });
});

describe(sources.sccif, () => {
  it('has the three clocks, each a default to review', () => {
    const days = { draft: [18, 'end', 'draft-written'], comments: [5, 'draft-sent', 'comments-received'] };
    for (const [id, [workingDays, from, until]] of Object.entries({
      ...days,
      final: [30, 'end', 'published'],
    }))
      expect(clockOf('sccif-childrens-homes', id)).toMatchObject({
        ...{ workingDays, from, until, editableDefault: true },
      });
  });
});

describe(sources.joint, () => {
  const joint = shipped('safeguarding-looked-after-2009');
  it('has capacity beside overall in each stream, and the others within overall', () => {
    for (const stream of ['safeguarding', 'looked-after']) {
      const parents = joint.areas
        .filter(({ id }) => id.startsWith(`${stream}.`))
        .map(({ id, parent }) => [id.slice(stream.length + 1), parent ?? null] as const);
      const beside = parents.filter(([, parent]) => parent === null).map(([id]) => id);
      expect(beside).toEqual(['overall', 'capacity']);
      expect(new Set(parents.flatMap(([, parent]) => parent ?? []))).toEqual(new Set([`${stream}.overall`]));
    }
  });

  it('asks for a second signature, by somebody other than who approves, as a default to review', () => {
    expect(joint.signOff).toMatchObject({ secondSignature: { by: ['qa', 'deputy'] }, editableDefault: true });
  });
});

describe('frameworks whose bodies describe no grades', () => {
  it.each([
    [sources.joint, 'safeguarding-looked-after-2009'],
    [sources.cqcScored, 'cqc-scored'],
    [sources.justice, 'youth-justice'],
  ])('are described in our own words as a default to review (%s)', (_source, id) => {
    const framework = shipped(id);
    expect(framework.notes.join(' ')).toContain('own words');
    const criteria = framework.areas.flatMap((area) => area.criteria);
    expect(criteria.length).toBeGreaterThan(20);
    for (const { descriptors, basis } of criteria) {
      expect(descriptors.filter((each) => 'text' in each).length).toBeGreaterThanOrEqual(2);
      expect(basis).toBe('default-to-review');
    }
  });

  it.each([
    [sources.estyn, 'estyn'],
    [sources.contact, 'contact-referral-assessment-2009'],
  ])('say what each criterion aims at where there is no grade (%s)', (_source, id) => {
    for (const { aim, descriptors, basis } of shipped(id).areas.flatMap((area) => area.criteria)) {
      expect(descriptors).toEqual([]);
      expect(aim ?? '').toMatch(/^\p{Lu}.{20,}\.$/u);
      expect(basis).toBe('default-to-review');
    }
  });
});

describe('published history', () => {
  it('is held to the framework of its own dates: CQC outcomes of either side to each', () => {
    const headers = ['provider', 'start_date', 'safe_grade', 'effective_grade', 'caring_grade'];
    const more = ['responsive_grade', 'well_led_grade', 'overall_grade'];
    const row = (at: number, day: string) => ({
      row: at,
      cells: ['Home', day, 'Good', 'Good', 'Good', 'Good', 'Inadequate', 'Outstanding'],
    });
    const rows = [row(1, '2023-11-20'), row(2, '2023-11-21')];
    const held = heldAgainstHistory(shipped('cqc-key-questions'), [...headers, ...more], rows);
    expect([held.inspections, held.otherTimes]).toEqual([1, 1]);
    expect(new Set(held.softDeparted.map((finding) => finding.row))).toEqual(new Set([1]));
  });
});
