import type { AgreedRule, OutcomeKind, TeamPoint } from '../../../shared/domain/moderation/area-outcome.ts';
import type { Round } from '../../../shared/domain/moderation/round.ts';
import { app } from '../../lib/app-state.svelte.ts';
import { call } from '../../lib/call.ts';
import { draft } from '../../lib/open-draft.svelte.ts';
import { chosenGrade } from './grade-choice.ts';
import { panel } from './panel.svelte.ts';

/** What each outcome is called. */
export const outcomeTitles: Readonly<Record<OutcomeKind, string>> = {
  agree: 'Agree the provisional grade',
  change: 'Change the grade',
  return: 'Return to the team with points',
  gather: 'Evidence not sufficient: return to the team',
};
/** The key that chooses it. */
export const outcomeKeys: Readonly<Record<OutcomeKind, string>> = {
  agree: 'a',
  change: 'x',
  return: 'r',
  gather: 'n',
};
/** What each rule is called. */
export const ruleTitles: Readonly<Record<AgreedRule, string>> = {
  consensus: 'Consensus',
  median: 'Median',
  majority: 'Majority',
  chair: 'Chair decides',
};

/** An outcome while it is written: the chair's choice, never filled in from a rule. */
export class OutcomeDraft {
  kind = $state<OutcomeKind>('agree');
  grade = $state('');
  rule = $state<AgreedRule>('chair');
  reason = $state('');
  points = $state<TeamPoint[]>([]);

  /** Records it for an area over whatever stands there; says in place what is still needed. */
  async record(round: Round, area: string): Promise<void> {
    const provisional = round.provisionalGrades[area] ?? null;
    const agreed =
      this.kind === 'agree'
        ? provisional
        : this.kind === 'change'
          ? chosenGrade(this.grade, this.reason)
          : null;
    const needs =
      this.kind === 'agree' && provisional === null
        ? 'The team gave no grade here to agree with: change it, or return it.'
        : this.kind === 'change' && agreed === null
          ? 'Choose the agreed grade first.'
          : this.kind === 'return' && this.points.length === 0
            ? 'What goes back goes back with points: add one.'
            : this.reason.trim() === ''
              ? 'Write the reason first.'
              : '';
    if (needs !== '') {
      app.refuse('warn', needs);
      return;
    }
    const outcome = {
      outcome: this.kind,
      agreed,
      rule: this.rule,
      reason: this.reason,
      points: $state.snapshot(this.points),
    };
    const over = (round.outcomes[area] ?? []).map((one) => one.record).toSorted();
    const done = await draft.act(`Outcome recorded for ${draft.placeTitle(area)}`, () =>
      call('decideOutcome', { draft: panel.draftId, round: round.id, area, outcome, over }),
    );
    if (!done) return;
    this.reason = '';
    this.points = [];
    this.grade = '';
    this.kind = 'agree';
  }
}
