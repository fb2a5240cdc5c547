import { pluralOf } from '../words.ts';
import { areaOfField, fieldTitle } from '../judgment/field-title.ts';
import { settled } from '../records/settled.ts';
import { openRuleFindings } from './report-checks-gate.ts';
import { hiddenSections } from './hidden-characters-gate.ts';
import type { Looking } from './looking.ts';
import { narrativeField } from '../draft/judgment-fields.ts';

/** Every finding of the framework's rules that nobody has answered, with its words. */
export const rulesOfText: Looking = (state, framework) => {
  const reason = settled(state.reasons['report-checks']);
  return openRuleFindings(state, framework).map(({ words, reason: why, section, times }) => ({
    what: words === '' ? fieldTitle(narrativeField.name({ section }), framework, []) : `“${words}”`,
    found: times > 1 ? `${why} It stands ${times} times.` : why,
    area: null,
    settled: reason !== null,
    goTo: { screen: 'write', area: section },
  }));
};

/** Every text with hidden characters in it. */
export const hiddenIn: Looking = (state, framework) => {
  const reason = settled(state.reasons['hidden-characters']);
  return hiddenSections(state).map(({ section, count }) => ({
    what: fieldTitle(narrativeField.name({ section }), framework, []),
    found: `${count} hidden ${pluralOf(count, 'character', 'characters')}`,
    area: null,
    settled: reason !== null,
    goTo: { screen: 'write', area: section },
  }));
};

/** Every field with more than one value. */
export const fieldsInConflict: Looking = (state, framework) =>
  state.conflicts.map((field) => ({
    what: fieldTitle(field, framework, state.notes),
    found: 'Two values stand',
    area: null,
    settled: false,
    goTo: { screen: 'write', area: areaOfField(field, framework) },
  }));
