import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../src/renderer/lib/ui/grade-shape.ts';
import { frameworkSchema } from '../../../src/shared/framework/framework-schema.ts';

const folder = join(import.meta.dirname, '../../../resources/frameworks');
const scales = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const { scales } = frameworkSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return scales.map((scale) => [`${name}, ${scale.id}`, scale.grades] as const);
  });

describe('the sign of a grade', () => {
  it('is that of no grade for no grade alone', () => {
    expect(shapeOf(null)).toBe('n');
    expect(scales.flatMap(([, grades]) => grades).filter(({ id }) => shapeOf(id) === 'n')).toEqual([]);
  });

  it('has the colour of another grade in no framework', () => {
    expect([shapeOf('inadequate'), shapeOf('improved'), shapeOf('inconsistent')]).toEqual(['i', 'x', 'x']);
    expect([shapeOf('good'), shapeOf('adequate'), shapeOf('requires-improvement')]).toEqual(['g', 'x', 'r']);
  });

  it.each(scales)('is another for each grade of a scale: %s', (_, grades) => {
    const byLetter = grades.map(({ id, symbol }) => `${shapeOf(id)} ${symbol}`);
    expect(new Set(byLetter).size).toBe(grades.length);
  });
});
