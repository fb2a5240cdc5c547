import { narrativeField } from '../draft/judgment-fields.ts';
import { fieldTitle } from '../judgment/field-title.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import { hiddenCharacters } from '../text/hidden-characters.ts';
import { pluralOf } from '../words.ts';
import { defineGate } from './gate.ts';
import { listed } from './listed.ts';

function hiddenSections({
  narratives,
}: DraftState): readonly { readonly section: string; readonly count: number }[] {
  return Object.entries(narratives).flatMap(([section, field]) => {
    const count = hiddenCharacters(settled(field) ?? '').length;
    return count === 0 ? [] : [{ section, count }];
  });
}

/** No narrative holds hidden characters, or a reason says why. */
export const hiddenCharactersGate = defineGate({
  id: 'hidden-characters',
  title: 'No hidden characters in the text',
  rule: 'hidden-characters',
  reasonRestsOn: narrativeField.is,
  needsFramework: false,
  check: (state) => {
    if (Object.keys(state.narratives).length === 0)
      return { status: 'not-needed', detail: 'There is no text yet' };
    const sections = hiddenSections(state);
    return sections[0] === undefined
      ? { status: 'done', detail: 'None found' }
      : {
          status: 'reason-needed',
          detail: `Found in: ${listed(sections.map(({ section }) => section))}.`,
          goTo: { screen: 'write', area: sections[0].section },
        };
  },
  looksAt: (state, framework, reason) =>
    hiddenSections(state).map(({ section, count }) => ({
      title: fieldTitle(narrativeField.name({ section }), framework, []),
      detail: `${count} hidden ${pluralOf(count, 'character', 'characters')}`,
      isSettled: reason !== null,
      goTo: { screen: 'write', area: section },
    })),
});
