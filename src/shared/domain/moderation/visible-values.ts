import type { OpenValues } from '../draft/open-values.ts';
import type { PersonId } from '../events/record.ts';
import type { Hiding } from './moderation-state.ts';

const ofTheTeam = /^(?:narrative|grade|fit|answer|reason|contradiction)\/|^improvements$/;

/** A draft's open values without those of fields that are hidden from a person. */
export function visibleValues(values: OpenValues, hiding: Hiding | null, person: PersonId): OpenValues {
  if (hiding === null) return values;
  const hidden = (field: string): boolean => {
    if (hiding.panel && field.startsWith('outcome/')) return true;
    if (!hiding.provisional) return false;
    return ofTheTeam.test(field) || (field.startsWith('mark/') && field.split('/')[3] !== person);
  };
  return new Map([...values].filter(([field]) => !hidden(field)));
}
