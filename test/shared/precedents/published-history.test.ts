import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPrecedents } from '../../../src/shared/precedents/find-precedents.ts';
import { readOutcomes } from '../../../src/shared/precedents/read-outcomes.ts';
import { rulesOverOutcomes } from '../../../src/shared/precedents/rules-over-outcomes.ts';
import { readTableFile } from '../../../src/main/documents/read-table-file.ts';
import { shippedFrameworks } from './shipped-frameworks.ts';

const file = new URL('../../../../shared/data/ilacs-history.csv', import.meta.url);
const present = existsSync(file);
const frameworks = shippedFrameworks();

it('says where the published outcomes are absent', () => {
  if (!present)
    console.warn('published outcomes absent: ../shared/data/ilacs-history.csv; nothing was read from them');
  expect(frameworks.map((framework) => framework.id)).toContain('ilacs-2023');
});

async function everyOutcome(): Promise<void> {
  const table = await readTableFile(readFileSync(file));
  if (!table.ok) throw new Error('the table could not be read');
  const read = readOutcomes(table.value, frameworks);
  if (!read.ok) throw new Error(read.error.message);
  const { outcomes, dirty, rows, withoutGrades } = read.value;

  it('is read, and what is dirty is listed with what was made of it', () => {
    expect(rows).toBe(497);
    expect(outcomes.length + withoutGrades).toBe(497);
    const listed = dirty.map(
      ({ column, value, rows: on, told }) => `${column}: “${value}” ${on.length} times. ${told}`,
    );
    console.log(listed.join('\n'));
    expect(listed).toContain(
      'help_and_protection_grade: “to requires improvement” 2 times. Read as “requires improvement”.',
    );
    expect(listed.some((line) => line.includes('“data_unreadable” 176 times'))).toBe(true);
    expect(
      listed.some((line) => line.includes('“not_reported_post_reform” 11 times. There was no such')),
    ).toBe(true);
    expect(
      listed.some((line) => line.includes('“inspection_pre_dates_judgement” 164 times. There was no such')),
    ).toBe(true);
  });

  it('308 grade every area of a framework with a whole', () => {
    const full = outcomes.filter(
      ({ framework: id, grades }) =>
        frameworks
          .find((framework) => framework.id === id)
          ?.areas.every((area) => grades[area.id] !== undefined) === true && grades['overall'] !== undefined,
    );
    expect(full).toHaveLength(308);
  });

  it('any practice area inadequate, overall inadequate: 33 of 33', () => {
    const tallies = rulesOverOutcomes(outcomes, frameworks);
    for (const { title, force, applied, kept } of tallies)
      console.log(`${title} (${force}): ${kept} of ${applied}`);
    expect(tallies.find((tally) => tally.rule === 'practice-inadequate')).toMatchObject({
      applied: 33,
      kept: 33,
      force: 'hard',
    });
  });

  it('a chosen pattern shows its precedents and what the whole was', () => {
    const framework = frameworks.find((framework) => framework.id === 'ilacs-2026');
    if (framework === undefined) throw new Error('ilacs-2026 is not there');
    const pattern = {
      leaders: 'requires-improvement',
      'help-and-protection': 'requires-improvement',
      'children-in-care': 'good',
      'care-leavers': 'good',
    };
    const found = findPrecedents(outcomes, framework, pattern);
    console.log(
      `R R G G: ${found.same.length} the same of ${found.comparable}, ${found.near.length} a step apart; overall ${found.overall.map(({ grade, count }) => `${grade} ${count}`).join(', ')}`,
    );
    expect(found.same.length).toBeGreaterThan(0);
    expect(found.comparable).toBeGreaterThan(100);
    for (const one of found.same) expect(one.grades).toMatchObject(pattern);
    const days = found.same.map(({ start, published }) => start ?? published ?? '');
    expect(days).toEqual([...days].sort().reverse());
  });
}

if (present) describe('every published outcome', everyOutcome);
