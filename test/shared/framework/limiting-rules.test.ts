import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { evaluateLimiters, type LimiterFinding } from '../../../src/shared/framework/limiting-rules.ts';
import type { Condition, Limiter } from '../../../src/shared/framework/limiter-schema.ts';
import { area, fourPoint, sketch } from './fourteen-schemes/sketch.ts';

const ladder = fourPoint.grades.map((grade) => grade.id);
const [O, G, R, I] = ['outstanding', 'good', 'requires-improvement', 'inadequate'];

function framework(
  when: Condition | readonly Condition[],
  then: Limiter['then'],
  force: Limiter['force'] = 'hard',
): Framework {
  return sketch({
    id: 'rules',
    title: 'Rules',
    scales: [fourPoint],
    facts: [{ id: 'breach', title: 'A breach of the regulations' }],
    areas: [area('help'), area('care'), area('overall', { kind: 'overall' })],
    limiters: [{ id: 'rule', title: 'The rule', when: [when].flat(), then, force }],
  });
}

function find(
  of: Framework,
  grades: { readonly [area: string]: string },
  facts: readonly string[] = [],
): LimiterFinding {
  const [finding, ...more] = evaluateLimiters(of, grades, new Set(facts));
  if (finding === undefined || more.length > 0) throw new Error('one rule, one finding');
  return finding;
}

const helpInadequate: Condition = { on: 'grade', area: 'help', is: 'exactly', grade: 'inadequate' };
const setInadequate: Limiter['then'] = { area: 'overall', rule: 'set', grade: 'inadequate' };

describe('when a rule applies', () => {
  it.each([
    ['exactly', [false, false, true, false]],
    ['at-most', [false, false, true, true]],
    ['at-least', [true, true, true, false]],
  ] as const)('a grade %s requires improvement, best to worst', (is, expected) => {
    const rules = framework({ on: 'grade', area: 'help', is, grade: 'requires-improvement' }, setInadequate);
    expect(ladder.map((grade) => find(rules, { help: grade }).applies)).toEqual(expected);
  });

  it.each([
    ['none of two', { help: G, care: G }, [true, false, false]],
    ['one of two', { help: R, care: G }, [true, true, false]],
    ['two of two', { help: R, care: I }, [true, true, true]],
  ])('a count at its boundary: %s', (_words, grades, expected) => {
    const applies = [0, 1, 2].map(
      (atLeast) =>
        find(
          framework(
            { on: 'count', areas: ['help', 'care'], is: 'at-most', grade: 'requires-improvement', atLeast },
            setInadequate,
          ),
          grades,
        ).applies,
    );
    expect(applies).toEqual(expected);
  });

  it.each([
    [{ help: O, care: O }, false],
    [{ help: O, care: G }, true],
    [{ help: G, care: G }, true],
  ])('at most one outstanding in %o: %s', (grades, applies) => {
    const few: Condition = {
      on: 'count',
      areas: ['help', 'care'],
      is: 'exactly',
      grade: 'outstanding',
      atLeast: 0,
      atMost: 1,
    };
    expect(find(framework(few, setInadequate), grades).applies).toBe(applies);
  });

  it('all its conditions must hold together', () => {
    const both = framework([helpInadequate, { on: 'fact', fact: 'breach', holds: true }], setInadequate);
    expect(find(both, { help: I }).applies).toBe(false);
    expect(find(both, { help: G }, ['breach']).applies).toBe(false);
    expect(find(both, { help: I }, ['breach']).applies).toBe(true);
  });

  it('a rule may turn on a fact that is not recorded', () => {
    const without = framework({ on: 'fact', fact: 'breach', holds: false }, setInadequate);
    expect(find(without, {}).applies).toBe(true);
    expect(find(without, {}, ['breach']).applies).toBe(false);
  });
});

describe('grades still to be given', () => {
  const few: Condition = {
    on: 'count',
    areas: ['help', 'care'],
    is: 'exactly',
    grade: 'outstanding',
    atLeast: 0,
    atMost: 1,
  };
  const capped = framework(few, { area: 'overall', rule: 'cap', grade: 'good' }, 'soft');

  it('keep a rule from applying as long as they could undo it', () => {
    const finding = find(capped, { help: 'outstanding', overall: 'outstanding' });
    expect(finding).toMatchObject({ applies: false, holds: true });
    expect(finding.detail).toContain('hangs on what is not graded yet');
    expect(find(capped, { help: 'good', overall: 'outstanding' })).toMatchObject({
      applies: true,
      holds: false,
    });
  });

  it('a rule about an ungraded area does not apply yet; nothing breaks a rule before its target has a grade', () => {
    const rules = framework(helpInadequate, setInadequate);
    expect(find(rules, { overall: 'good' }).detail).toContain('hangs on what is not graded yet');
    expect(find(rules, { help: 'inadequate' })).toMatchObject({ applies: true, holds: true });
  });

  it('a grade of no scale meets nothing', () => {
    expect(find(framework(helpInadequate, setInadequate), { help: 'adequate' }).applies).toBe(false);
  });
});

describe('what a rule leaves', () => {
  it.each([
    ['set', [false, false, true, false]],
    ['cap', [false, false, true, true]],
    ['floor', [true, true, true, false]],
  ] as const)('%s at requires improvement, best to worst', (rule, expected) => {
    const rules = framework(helpInadequate, { area: 'overall', rule, grade: 'requires-improvement' });
    expect(ladder.map((overall) => find(rules, { help: 'inadequate', overall }).holds)).toEqual(expected);
  });
});

describe('what a rule tells', () => {
  it('says what it looked at, what follows and what would change it', () => {
    const hard = find(framework(helpInadequate, setInadequate), { help: 'inadequate', overall: 'good' });
    expect(hard.detail).toBe(
      'The rule. overall then is Inadequate. help: Inadequate; overall: Good. It would be kept if overall were Inadequate, and would not apply if help were another grade than Inadequate. This rule allows no exception.',
    );
    const soft = find(framework(helpInadequate, setInadequate, 'soft'), {
      help: 'inadequate',
      overall: 'good',
    });
    expect(soft.detail).toContain('It may be departed from with a reason, which goes on the record.');
  });

  it('names facts by their titles, recorded or not', () => {
    const rules = framework({ on: 'fact', fact: 'breach', holds: true }, setInadequate);
    expect(find(rules, {}).detail).toContain('A breach of the regulations: not recorded');
    expect(find(rules, {}, ['breach']).detail).toContain('A breach of the regulations: recorded');
  });

  it('asks for nothing where the rule is kept', () => {
    expect(
      find(framework(helpInadequate, setInadequate), { help: 'inadequate', overall: 'inadequate' }).detail,
    ).toBe(
      'The rule. overall then is Inadequate. help: Inadequate; overall: Inadequate. It would not apply if help were another grade than Inadequate.',
    );
    expect(find(framework(helpInadequate, setInadequate), { help: 'good', overall: 'good' }).detail).toBe(
      'The rule. It does not apply to these grades. help: Good; overall: Good. It would apply if help were Inadequate.',
    );
  });
});
