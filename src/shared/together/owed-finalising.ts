import { count } from '../words.ts';
import { leads } from '../records/define-event.ts';
import type { PersonId } from '../records/record.ts';
import type { ClockState } from '../clocks/clock-states.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import type { Owed } from './owed.ts';

/**
 * What finalising waits for from those who answer for a draft: the provider's points without one answer, and clocks
 * that are late or have two working days or fewer left. Nobody else is asked, and nothing once the draft is sealed, or of a report
 * that was published outside Plumbline.
 */
export function owedForFinalising(
  { state, rolesOf }: SeenDraft,
  clocks: readonly ClockState[],
  person: PersonId,
): readonly Owed[] {
  const answersForIt = rolesOf(person).some((role) => leads.includes(role));
  if (!answersForIt || state.standing === 'sealed' || state.stage.now === 'published') return [];
  const at = { screen: 'finalise', area: '' } as const;
  const { points, receivedAt } = state.finalising.accuracy;
  const open = points.filter(({ answers }) => answers.length !== 1);
  const accuracy: readonly Owed[] =
    open.length === 0
      ? []
      : [
          {
            ...at,
            kind: 'accuracy',
            todo: `Answer ${open.length} of the provider’s ${count(points.length, 'point')}`,
            detail: open.map(({ number, comment }) => `${number}: ${comment}`).join(' · '),
            subject: open[0]?.received ?? '',
            since: receivedAt ?? '',
          },
        ];
  const due = clocks
    .filter(({ standing }) => standing === 'late' || standing === 'soon')
    .map(({ deadline, title, short, sentence, started }): Owed => ({
      ...at,
      kind: 'clock',
      todo: `${title}: ${short}`,
      detail: sentence,
      subject: deadline,
      since: started ?? '',
    }));
  return [...due, ...accuracy];
}
