import { fieldCalled } from '../judgment/fields.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { PersonId } from '../records/record.ts';
import type { Hiding } from '../moderation/moderation-state.ts';

/** A draft's open values without those of fields that are hidden from a person: see `Readers`. */
export function visibleValues(values: OpenValues, hiding: Hiding | null, person: PersonId): OpenValues {
  if (hiding === null) return values;
  return values.filter((field) => mayRead(field, hiding, person));
}

/** Whether a person may read the open values of a field while something is hidden from them. */
export function mayRead(name: string, hiding: Hiding, person: PersonId): boolean {
  const field = fieldCalled(name);
  switch (field?.readers) {
    case 'everybody':
      return true;
    case 'panel':
      return !hiding.panel;
    case 'owner':
      return !hiding.provisional || field.owner === person;
    default:
      return !hiding.provisional;
  }
}
