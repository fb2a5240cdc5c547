import { z } from 'zod';
import type { StandingWrite } from './open-values.ts';

const carriesFramework = z.looseObject({ framework: z.looseObject({ title: z.string() }) });

/** One open value in words, whatever kind of field holds it; what was erased says so. */
export function valueWords({ record, value }: StandingWrite): string {
  if (value === null) return 'Erased';
  if (record.type === 'framework.adopted')
    return carriesFramework.safeParse(record.body).data?.framework.title ?? 'A framework';
  if ('text' in value) return value.text === '' ? 'Nothing' : value.text;
  if ('grade' in value) {
    return 'grade' in value.grade
      ? value.grade.grade.replaceAll('-', ' ')
      : `No grade: ${value.grade.reason}`;
  }
  if ('points' in value) return value.points.map((point) => `• ${point.text}`).join('\n');
  if ('direction' in value) {
    const strength = value.strength === null ? '' : `, weighs ${value.strength}`;
    return `${value.direction}${strength}${value.passage === null ? '' : `: “${value.passage}”`}`;
  }
  if ('outcome' in value) {
    const { agreed, reason } = value.outcome;
    const told = agreed === null ? 'no grade agreed' : 'grade' in agreed ? agreed.grade : agreed.reason;
    return `${told.replaceAll('-', ' ')}: ${reason}`;
  }
  if ('fact' in value) return `${value.fact.holds ? 'Yes' : 'No'}: ${value.fact.reason}`;
  return `${value.mark}${value.reason === '' ? '' : `: ${value.reason}`}`;
}
