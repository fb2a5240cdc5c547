import { z } from 'zod';
import {
  agreedRules,
  outcomeKinds,
  type AgreedRule,
  type OutcomeKind,
} from '../../shared/values/area-outcome.ts';
import type { GradeValue } from '../../shared/values/grade-value.ts';
import type { Round } from '../../shared/moderation/round.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { KeptForm } from '../lib/kept-form.svelte.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { chosenGrade } from './grade-choice.ts';

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
/** How an outcome was found, as the panel may choose it, and by its arbiter. */
export const ruleTitles: Readonly<Record<AgreedRule | 'arbiter', string>> = {
  consensus: 'Consensus',
  median: 'Median',
  majority: 'Majority',
  chair: 'Chair decides',
  arbiter: 'By the arbiter',
};

const pointShape = z.object({ text: z.string(), owner: z.string().nullable(), due: z.string() });
/** A point back to the team while it is written. */
type WrittenPoint = z.infer<typeof pointShape>;

const formShape = z.object({
  kind: z.enum(['', ...outcomeKinds]),
  grade: z.string(),
  rule: z.enum(['', ...agreedRules]),
  reason: z.string(),
  points: z.array(pointShape),
  next: pointShape,
});
type OutcomeForm = z.infer<typeof formShape>;

function blankForm(): OutcomeForm {
  const next = { text: '', owner: null, due: '' };
  return { kind: '', grade: '', rule: '', reason: '', points: [], next };
}

/** What an outcome still needs: the sentence, and which part of the form it is about. */
interface OutcomeNeed {
  readonly words: string;
  readonly field: 'outcome-kind' | 'outcome-grade' | 'outcome-rule' | 'outcome-reason' | 'outcome-points';
}

/** An outcome while it is written: the chair's choice, nothing of it chosen beforehand. Each area of a round has its own. */
export class OutcomeDraft {
  kind = $state<OutcomeKind | ''>('');
  grade = $state('');
  rule = $state<AgreedRule | ''>('');
  reason = $state('');
  points = $state<WrittenPoint[]>([]);
  /** The point that is being written and not added yet. */
  next = $state<WrittenPoint>(blankForm().next);
  #about = '';
  /** Whether what was kept about this area was read: before, an empty form would be kept over it. */
  #ready = false;
  readonly #draft: DraftSession;
  readonly #kept: KeptForm<OutcomeForm>;

  constructor(draft: DraftSession) {
    this.#draft = draft;
    this.#kept = new KeptForm<OutcomeForm>(draft, {
      title: 'An outcome of the panel',
      slot: () => this.#about,
      shape: formShape,
      blank: blankForm,
      words: ({ reason, points, next }) =>
        [reason, ...[...points, next].map(({ text }) => text)].filter((text) => text !== '').join('\n\n'),
    });
  }

  /** The form as it is filled in now. */
  readonly filledIn: OutcomeForm = $derived({
    kind: this.kind,
    grade: this.grade,
    rule: this.rule,
    reason: this.reason,
    points: this.points,
    next: this.next,
  });

  /** Shows what was written about an area of a round before and never recorded; of another area nothing stays. */
  async begin(round: Round, area: string): Promise<void> {
    const about = `outcome-${round.id.slice(0, 16)}-${area}`;
    if (about !== this.#about) {
      await this.#kept.leave();
      this.#ready = false;
      this.#about = about;
      this.#fill(blankForm());
    }
    const before = await this.#kept.begin();
    if (this.#about !== about) return;
    this.#ready = true;
    if (JSON.stringify(this.filledIn) === JSON.stringify(blankForm())) this.#fill(before);
    else this.keep();
  }

  /** Keeps what is filled in. */
  keep(): void {
    if (this.#ready) this.#kept.keep($state.snapshot(this.filledIn));
  }

  leave(): Promise<void> {
    return this.#kept.leave();
  }

  #fill(form: OutcomeForm): void {
    ({ kind: this.kind, grade: this.grade, rule: this.rule, reason: this.reason } = form);
    ({ points: this.points, next: this.next } = form);
  }

  /** What is still needed, of several the first in the order of the form; null where nothing is. */
  #need(agreed: GradeValue | null): OutcomeNeed | null {
    if (this.kind === '') return { field: 'outcome-kind', words: 'Choose the outcome first.' };
    if (this.kind === 'agree' && agreed === null)
      return {
        field: 'outcome-kind',
        words: 'The team gave no grade here to agree with: change it, or return it.',
      };
    if (this.kind === 'change' && agreed === null)
      return { field: 'outcome-grade', words: 'Choose the agreed grade first.' };
    if (this.rule === '') return { field: 'outcome-rule', words: 'Choose how the outcome was found.' };
    if (this.reason.trim() === '') return { field: 'outcome-reason', words: 'Write the reason first.' };
    return this.kind === 'return' && this.points.length === 0
      ? { field: 'outcome-points', words: 'What goes back goes back with points: add one.' }
      : null;
  }

  /** Records it for an area over whatever stands there; says what is still needed, and goes there. */
  async record(round: Round, area: string): Promise<boolean> {
    const provisional = round.provisionalGrades[area] ?? null;
    const agreed =
      this.kind === 'agree'
        ? provisional
        : this.kind === 'change'
          ? chosenGrade(this.grade, this.reason)
          : null;
    const { kind, rule } = this;
    const need = this.#need(agreed);
    if (need !== null || kind === '' || rule === '') {
      app.refuse('warn', need?.words ?? '');
      document.getElementById(need?.field ?? '')?.focus();
      return false;
    }
    const outcome = {
      outcome: kind,
      agreed,
      rule,
      reason: this.reason,
      points: $state.snapshot(this.points),
    };
    const over = (round.outcomes[area] ?? []).map((outcome) => outcome.record).toSorted();
    const done = await this.#draft.act(`Outcome recorded for ${this.#draft.placeTitle(area)}`, () =>
      call('decideOutcome', { draft: this.#draft.id, round: round.id, area, outcome, over }),
    );
    if (!done) return false;
    this.#fill(blankForm());
    await this.#kept.clear();
    return true;
  }
}
