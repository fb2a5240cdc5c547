import { areaOfField, fieldTitle } from '../judgment/field-title.ts';
import { count } from '../words.ts';
import { defineGate } from './gate.ts';

/** No field has two open values. */
export const conflictsGate = defineGate({
  id: 'conflicts',
  title: 'Nothing is written twice',
  needsFramework: false,
  check: ({ conflicts, revisions }) =>
    conflicts.length === 0
      ? { status: revisions.length === 0 ? 'not-needed' : 'done', detail: 'Every field has one value' }
      : {
          status: 'blocking',
          detail: `${count(conflicts.length, 'field has', 'fields have')} two values that somebody must settle.`,
          goTo: { screen: 'write' },
        },
  looksAt: ({ conflicts, notes }, framework) =>
    conflicts.map((field) => ({
      title: fieldTitle(field, framework, notes),
      detail: 'Two values stand',
      isSettled: false,
      goTo: { screen: 'write', area: areaOfField(field, framework) },
    })),
});
