import { frameworkAdopted } from '../events/framework-adopted.ts';
import { z } from 'zod';
import { isDay } from '../finalising/clocks/calendar-days.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { dayWords } from '../words.ts';
import { detailWords } from './detail-words.ts';
import { detailNames } from './draft-state.ts';
import type { GradeValue } from './grade-value.ts';
import type { StandingWrite } from './open-values.ts';

const carriesFramework = z.looseObject({ title: z.string() });
const directionTitles = { for: 'Strength', against: 'Weakness', none: 'No link' } as const;
const markTitles = { met: 'Met', partly: 'Partly met', not: 'Not met', none: 'No evidence' } as const;

function gradeCalled(framework: Framework | null, id: string): string {
  const grades = framework?.scales.flatMap((scale) => scale.grades) ?? [];
  return grades.find((grade) => grade.id === id)?.title ?? id.replaceAll('-', ' ');
}

function answerWords(framework: Framework | null, answer: GradeValue): string {
  return 'grade' in answer ? gradeCalled(framework, answer.grade) : `No grade: ${answer.reason}`;
}

/** What a field of text holds: days, stages and grades by what they are called, anything else as it was written. */
function textWords(field: string, text: string, framework: Framework | null): string {
  const [kind, first] = field.split('/');
  const detail = kind === 'detail' ? detailNames.find((name) => name === first) : undefined;
  if (detail !== undefined) return detailWords(detail, text);
  if (text === '') return 'Nothing';
  if (kind === 'fit') return gradeCalled(framework, text);
  return isDay(text) ? dayWords(text) : text;
}

/** One open value of a field in words, whatever kind of field holds it; what was erased says so. */
export function valueWords(
  field: string,
  { record, value }: StandingWrite,
  framework: Framework | null,
): string {
  if (value === null) return 'Erased';
  const adopted = frameworkAdopted.in(record);
  if (adopted !== undefined)
    return carriesFramework.safeParse(adopted.framework).data?.title ?? 'A framework';
  if ('text' in value) return textWords(field, value.text, framework);
  if ('grade' in value) return answerWords(framework, value.grade);
  if ('points' in value) return value.points.map((point) => `• ${point.text}`).join('\n');
  if ('direction' in value) {
    const strength = value.strength === null ? '' : `, weighs ${value.strength}`;
    return `${directionTitles[value.direction]}${strength}${value.passage === null ? '' : `: “${value.passage}”`}`;
  }
  if ('outcome' in value) {
    const { agreed, reason } = value.outcome;
    return `${agreed === null ? 'No grade agreed' : answerWords(framework, agreed)}: ${reason}`;
  }
  if ('fact' in value) return `${value.fact.holds ? 'Yes' : 'No'}: ${value.fact.reason}`;
  return `${markTitles[value.mark]}${value.reason === '' ? '' : `: ${value.reason}`}`;
}
