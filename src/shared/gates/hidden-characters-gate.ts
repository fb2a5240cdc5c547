import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import { hiddenCharacters } from '../text/hidden-characters.ts';
import type { Gate } from './gate.ts';
import { listed } from './listed.ts';

/** The texts that hold hidden characters, with how many. */
export function hiddenSections(
  state: Pick<DraftState, 'narratives'>,
): readonly { readonly section: string; readonly count: number }[] {
  return Object.entries(state.narratives).flatMap(([section, field]) => {
    const count = hiddenCharacters(settled(field) ?? '').length;
    return count === 0 ? [] : [{ section, count }];
  });
}

/** No narrative holds hidden characters, or a reason says why. */
export function hiddenGate(state: DraftState): Gate {
  const sections = hiddenSections(state);
  const reason = settled(state.reasons['hidden-characters']);
  const first = sections[0]?.section;
  return {
    id: 'hidden-characters',
    title: 'No hidden characters in the text',
    told: first === undefined ? 'None found' : `Found in: ${listed(sections.map(({ section }) => section))}.`,
    status: first === undefined ? 'done' : reason === null ? 'reason-needed' : 'done',
    rule: 'hidden-characters',
    goTo: first === undefined ? null : { screen: 'write', area: first },
  };
}
