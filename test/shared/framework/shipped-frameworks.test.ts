import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { frameworkForDay } from './framework-for-dates.ts';
import { frameworkHash } from '../../../src/shared/framework/framework-hash.ts';
import { shipped } from './shipped.ts';

const names = ['ilacs-2018', 'ilacs-2023', 'ilacs-2026'];
const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex');

function parsed(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../resources/frameworks/${name}.json`, import.meta.url), 'utf8'),
  );
}

const all = names.map(shipped);

describe.each(names)('%s', (name) => {
  const framework = shipped(name);
  const graded = framework.areas.filter((area) => area.kind === 'graded');

  it('passes the checker and comes back as it stands in the file', () => {
    expect(framework).toEqual(parsed(name));
    expect(framework.id).toBe(name);
  });

  it('describes every criterion of every graded area at all four grades, in words of its own', () => {
    const texts = graded.flatMap((area) => {
      expect(area.criteria.length).toBeGreaterThanOrEqual(5);
      return area.criteria.flatMap((criterion) => {
        expect(criterion.descriptors.map((descriptor) => descriptor.grade)).toEqual([
          'outstanding',
          'good',
          'requires-improvement',
          'inadequate',
        ]);
        return criterion.descriptors.map((descriptor) => ('text' in descriptor ? descriptor.text : ''));
      });
    });
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => text.length < 40)).toEqual([]);
  });

  it('judges its parts before an overall, where it has one', () => {
    const overall = framework.areas.find((area) => area.kind === 'overall');
    expect(overall === undefined).toBe(name === 'ilacs-2026');
    if (overall !== undefined) expect(overall.after).toEqual(graded.map((area) => area.id));
  });

  it('marks its deadlines as defaults to review', () => {
    expect(framework.deadlines.map((deadline) => deadline.workingDays)).toEqual(
      expect.arrayContaining([18, 5, 30]),
    );
    expect(framework.deadlines.every((deadline) => deadline.editableDefault)).toBe(true);
  });

  it('is adopted by the same hash however the file orders its names', () => {
    const turned: unknown = JSON.parse(
      JSON.stringify(parsed(name), (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ),
    );
    const again = checkFramework(turned);
    expect(again.ok && frameworkHash(again.framework, sha256)).toBe(frameworkHash(framework, sha256));
    expect(frameworkHash(framework, sha256)).toMatch(/^[0-9a-f]{64}$/u);
    expect(frameworkHash({ ...framework, title: 'Another' }, sha256)).not.toBe(
      frameworkHash(framework, sha256),
    );
  });
});

describe('the framework of an inspection follows from its first day', () => {
  it.each([
    ['2017-12-31', null],
    ['2018-01-01', 'ilacs-2018'],
    ['2022-12-31', 'ilacs-2018'],
    ['2023-01-01', 'ilacs-2023'],
    ['2026-01-12', 'ilacs-2023'],
    ['2026-03-31', 'ilacs-2023'],
    ['2026-04-01', 'ilacs-2026'],
    ['2040-01-01', 'ilacs-2026'],
  ])('%s: %s', (day, id) => {
    expect(frameworkForDay(all, day)?.id ?? null).toBe(id);
    expect(frameworkForDay(all.toReversed(), day)?.id ?? null).toBe(id);
  });

  it('none is chosen where two hold', () => {
    const twin = { ...shipped('ilacs-2023'), id: 'twin' };
    expect(frameworkForDay([...all, twin], '2024-05-01')).toBeNull();
    expect(frameworkForDay([], '2024-05-01')).toBeNull();
  });
});
