import type { EvidenceTable } from '../evidence/evidence-table.ts';
import type { Area, Framework } from '../framework/framework-schema.ts';
import { scaleOf } from '../framework/grade-order.ts';
import { statedDay } from '../framework/stated-day.ts';
import { plainWords } from '../report/plain-words.ts';
import { providerKey } from '../report/provider-key.ts';
import { refused, done, type Result } from '../result.ts';
import type { DirtyValue, PublishedOutcome, ReadOutcomes } from './published-outcome.ts';
import { statedGrade } from './stated-grade.ts';

interface Columns {
  readonly provider: number;
  readonly start: number;
  readonly published: number;
  readonly lead: number;
  /** Columns of grades, each with the words it is named by. */
  readonly grades: readonly { readonly at: number; readonly words: string }[];
}

function columnsOf(headers: readonly string[]): Columns {
  const plain = headers.map((header) => plainWords(header.replaceAll('_', ' ')));
  const find = (...names: string[]): number => plain.findIndex((header) => names.includes(header));
  return {
    provider: find('local authority', 'provider', 'authority', 'name'),
    start: find('inspection start date', 'start date', 'start', 'first day'),
    published: find('publication date', 'published', 'date published'),
    lead: find('inspector name', 'lead inspector', 'inspector'),
    grades: plain.flatMap((header, at) =>
      / (?:grade|judge?ment|outcome)$/u.test(header)
        ? [{ at, words: header.replace(/ (?:grade|judge?ment|outcome)$/u, '') }]
        : [],
    ),
  };
}

/** Which column holds each area's grade: the first by whose words the area is called, each column for one area. */
function columnsOfAreas(framework: Framework, { grades }: Columns): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const area of framework.areas.filter((area) => area.scale !== null)) {
    const column = grades.find(
      ({ at, words }) =>
        called(area).some((name) => name.includes(words)) && ![...taken.values()].includes(at),
    );
    if (column !== undefined) taken.set(area.id, column.at);
  }
  return taken;
}

function called({ title, brief, printed }: Area): readonly string[] {
  return [title, brief ?? title, ...printed].map(plainWords);
}

interface Able {
  readonly framework: Framework;
  readonly areas: ReadonlyMap<string, number>;
}

function gradesOf(able: Able | undefined, cell: (at: number) => string): PublishedOutcome['grades'] {
  return Object.fromEntries(
    [...(able?.areas ?? [])].flatMap(([area, at]) => {
      const scale = able === undefined ? undefined : scaleOf(able.framework, area);
      const stated = scale === undefined ? null : statedGrade(scale, cell(at));
      return stated?.grade == null ? [] : [[area, stated.grade]];
    }),
  );
}

/** In force on the day, or any where there is none, of those the one with most areas graded; null where none has any. */
function frameworkOf(
  start: string | null,
  cell: (at: number) => string,
  able: readonly Able[],
): Framework | null {
  const inForce = able.filter(
    ({ framework: { valid } }) =>
      start === null || (valid.from <= start && (valid.to === null || start <= valid.to)),
  );
  const graded = inForce.map((candidate) => ({
    candidate,
    count: Object.keys(gradesOf(candidate, cell)).length,
  }));
  const best = graded.reduce<(typeof graded)[number] | null>(
    (most, each) => (each.count > (most?.count ?? 0) ? each : most),
    null,
  );
  return best?.candidate.framework ?? null;
}

const tooLong =
  'The row has more cells than there are headings, so it is not known which grades are whose. It is left out.';
const madeOf = {
  blank: 'No grade is stated.',
  'no-such-judgment': 'There was no such judgment to make, so there is no grade.',
  unreadable: 'This is no grade of the scale, so none is taken.',
} as const;

/**
 * Reads published outcomes from a table with one row an inspection. The framework is the one in force on the inspection's
 * first day of those whose areas it grades; a row without a day is taken for the one with most areas graded. Whatever is not a grade or a day as it
 * stands is listed by column and value with what was made of it. Refused where no column names a provider or a grade.
 */
export function readOutcomes(
  { headers, rows }: EvidenceTable,
  frameworks: readonly Framework[],
): Result<ReadOutcomes, { readonly message: string }> {
  const columns = columnsOf(headers);
  if (columns.provider < 0 || columns.grades.length === 0)
    return refused({
      message:
        'These are no published outcomes: a column for the provider (“local_authority”) and columns of grades (“overall_effectiveness_grade”) are needed. Nothing was changed.',
    });
  const dirty = new Map<string, { column: string; value: string; rows: number[]; told: string }>();
  const note = (at: number, value: string, row: number, told: string): void => {
    const key = `${at} ${value} ${told}`;
    const known = dirty.get(key) ?? { column: headers[at] ?? '', value, rows: [], told };
    known.rows.push(row);
    dirty.set(key, known);
  };
  const able = frameworks
    .map((framework) => ({ framework, areas: columnsOfAreas(framework, columns) }))
    .filter(({ areas }) => areas.size >= 2)
    .toSorted((a, b) => (a.framework.valid.from < b.framework.valid.from ? 1 : -1));
  const outcomes: PublishedOutcome[] = [];
  for (const { row, cells } of rows) {
    const cell = (at: number): string => (at < 0 ? '' : (cells[at] ?? '').trim());
    const day = (at: number): string | null => {
      const made = statedDay(cell(at));
      if (made === null && at >= 0) note(at, cell(at), row, 'This is no day, so none is taken.');
      return made;
    };
    const beyond = cells.slice(headers.length).filter((text) => text.trim() !== '');
    if (beyond.length > 0) {
      note(headers.length, beyond.join(' '), row, tooLong);
      continue;
    }
    const start = day(columns.start);
    const published = day(columns.published);
    const framework = frameworkOf(start, cell, able);
    const scale = (framework ?? able[0]?.framework)?.scales[0];
    for (const { at } of scale === undefined ? [] : columns.grades) {
      const stated = scale === undefined ? null : statedGrade(scale, cell(at));
      if (stated === null) continue;
      if (stated.grade === null) note(at, cell(at), row, madeOf[stated.why]);
      else if (!stated.asIs) note(at, cell(at), row, `Read as “${stated.grade.replaceAll('-', ' ')}”.`);
    }
    if (framework === null) continue;
    const grades = gradesOf(
      able.find((candidate) => candidate.framework === framework),
      cell,
    );
    const provider = cell(columns.provider);
    const lead = cell(columns.lead).replaceAll(/(?:(?<!\s)\s+)?-\s*/gu, '-');
    outcomes.push({
      row,
      provider,
      key: providerKey(provider),
      start,
      published,
      lead,
      framework: framework.id,
      grades,
    });
  }
  return done({
    outcomes,
    dirty: [...dirty.values()].toSorted(
      (a, b) => b.rows.length - a.rows.length,
    ) satisfies readonly DirtyValue[],
    withoutGrades: rows.length - outcomes.length,
    rows: rows.length,
  });
}
