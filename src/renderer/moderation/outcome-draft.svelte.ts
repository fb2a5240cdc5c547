import { z } from 'zod';
import {
  agreedRules,
  outcomeKinds,
  type AgreedRule,
  type OutcomeKind,
} from '../../shared/values/area-outcome.ts';
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
export const ruleTitles: Readonly<Record<AgreedRule, string>> = {
  consensus: 'Consensus',
  median: 'Median',
  majority: 'Majority',
  chair: 'Chair decides',
};

const pointShape = z.object({ text: z.string(), owner: z.string().nullable(), due: z.string() });
/** A point back to the team while it is written. */
type WrittenPoint = z.infer<typeof pointShape>;

const formShape = z.object({
  kind: z.enum(outcomeKinds),
  grade: z.string(),
  rule: z.enum(agreedRules),
  reason: z.string(),
  points: z.array(pointShape),
  next: pointShape,
});
type OutcomeForm = z.infer<typeof formShape>;

function blankForm(): OutcomeForm {
  const next = { text: '', owner: null, due: '' };
  return { kind: 'agree', grade: '', rule: 'chair', reason: '', points: [], next };
}

/** An outcome while it is written: the chair's choice, never filled in from a rule. Each area of a round has its own. */
export class OutcomeDraft {
  kind = $state<OutcomeKind>('agree');
  grade = $state('');
  rule = $state<AgreedRule>('chair');
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
    const over = (round.outcomes[area] ?? []).map((outcome) => outcome.record).toSorted();
    const done = await this.#draft.act(`Outcome recorded for ${this.#draft.placeTitle(area)}`, () =>
      call('decideOutcome', { draft: this.#draft.id, round: round.id, area, outcome, over }),
    );
    if (!done) return;
    this.#fill({ ...blankForm(), rule: this.rule });
    await this.#kept.clear();
  }
}
