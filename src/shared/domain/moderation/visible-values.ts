import type { OpenValues } from '../draft/open-values.ts';
import type { PersonId } from '../events/record.ts';
import type { Hiding } from './moderation-state.ts';

/**
 * Who may read a field's open values while grades are hidden from them: everybody; `panel`: whoever takes part in the
 * panel, as long as no interest keeps them out; `writer`: the one person whose field it is; `team`: nobody who grades.
 */
type Readers = 'everybody' | 'panel' | 'writer' | 'team';

/**
 * Every kind of field, by the word before its first stroke. A kind that does not stand here is the team's: a new one is
 * hidden until somebody decides that it tells no grade.
 */
export const readersOfFields: Readonly<Record<string, Readers>> = {
  accuracy: 'team',
  answer: 'team',
  calibration: 'everybody',
  contradiction: 'team',
  detail: 'everybody',
  fact: 'team',
  fit: 'team',
  framework: 'everybody',
  grade: 'team',
  improvements: 'team',
  link: 'everybody',
  mark: 'writer',
  moment: 'everybody',
  narrative: 'team',
  outcome: 'panel',
  points: 'team',
  reason: 'team',
  resumed: 'everybody',
  reviewed: 'writer',
  term: 'everybody',
};

/** A draft's open values without those of fields that are hidden from a person. */
export function visibleValues(values: OpenValues, hiding: Hiding | null, person: PersonId): OpenValues {
  if (hiding === null) return values;
  return new Map([...values].filter(([field]) => mayRead(field, hiding, person)));
}

function mayRead(field: string, hiding: Hiding, person: PersonId): boolean {
  const parts = field.split('/');
  const [kind = ''] = parts;
  switch (Object.hasOwn(readersOfFields, kind) ? readersOfFields[kind] : 'team') {
    case 'everybody':
      return true;
    case 'panel':
      return !hiding.panel;
    case 'writer':
      return !hiding.provisional || parts[kind === 'mark' ? 3 : 1] === person;
    default:
      return !hiding.provisional;
  }
}
