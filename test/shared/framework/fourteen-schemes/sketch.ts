import type { Area, Criterion, Framework, Scale } from '../../../../src/shared/framework/framework-schema.ts';

/** A framework of which only what a test is about need be said. */
export function sketch(parts: Partial<Framework> & Pick<Framework, 'id' | 'title'>): Framework {
  return {
    format: 1,
    publisher: 'An inspectorate',
    version: '1',
    valid: { from: '2020-01-01', to: null },
    kinds: ['standard inspection'],
    labels: { judgment: 'judgment', provider: 'provider' },
    scales: [],
    sections: [],
    areas: [],
    aggregations: [],
    limiters: [],
    deadlines: [],
    reportChecks: [],
    notes: [],
    ...parts,
  };
}

/** A scale from "id/Title/symbol" lines, best first. */
export function scale(id: string, ...grades: readonly string[]): Scale {
  return {
    id,
    title: id,
    grades: grades.map((line) => {
      const [grade = '', title = '', symbol = ''] = line.split('/');
      return { id: grade, title, symbol };
    }),
    nonGrades: [{ id: 'not-inspected', title: 'Not inspected' }],
  };
}

/** An area on a scale, without criteria unless they are given. */
export function area(id: string, parts: Partial<Area> = {}): Area {
  return {
    id,
    title: id.replaceAll('-', ' '),
    short: id.slice(0, 3).toUpperCase(),
    printed: [],
    kind: 'graded',
    scale: 'four-point',
    after: [],
    criteria: [],
    ...parts,
  };
}

/** A criterion described at the grades that are given. */
export function criterion(id: string, descriptors: Criterion['descriptors'] = []): Criterion {
  return { id, title: id.replaceAll('-', ' '), descriptors };
}

/** The four grades of English social care since 2013. */
export const fourPoint = scale(
  'four-point',
  'outstanding/Outstanding/O',
  'good/Good/G',
  'requires-improvement/Requires improvement to be good/R',
  'inadequate/Inadequate/I',
);
