import type { GradeAnswer, LodgedEntry } from '../../shared/moderation/lodged-grades.ts';
import type { ComparisonRound } from '../../shared/pairwise/comparison-round.ts';
import type { Round } from '../../shared/moderation/round.ts';
import { areaOf } from '../../shared/framework/grade-order.ts';
import { app } from '../lib/app-state.svelte.ts';
import { draft } from '../lib/open-draft.svelte.ts';

/** What the panel screen shows: the round, or what stands beside it. */
export const panelViews = [
  { id: 'round', title: 'This round' },
  { id: 'precedents', title: 'Precedents' },
  { id: 'agreement', title: 'Agreement' },
  { id: 'comparisons', title: 'Comparisons' },
] as const;
/** One of them. */
type PanelView = (typeof panelViews)[number]['id'];

/** What the panel screen of this window shows. */
class Panel {
  view = $state<PanelView>('round');
  /** The round looked at; '' for the latest. */
  wanted = $state('');
  /** Plots as tables. */
  tables = $state(false);
  /** Opens the form for another round beside an ended one. */
  opening = $state(false);

  /** Shown as for a room: no private items, larger. */
  get projecting(): boolean {
    return app.projecting;
  }

  set projecting(shown: boolean) {
    app.projecting = shown;
  }

  get rounds(): readonly Round[] {
    return draft.view?.state.moderation.rounds ?? [];
  }

  get comparisons(): readonly ComparisonRound[] {
    return draft.view?.state.moderation.comparisons ?? [];
  }

  get round(): Round | null {
    return this.rounds.find((one) => one.id === this.wanted) ?? this.rounds.at(-1) ?? null;
  }

  get self(): string {
    return app.start?.person?.id ?? '';
  }

  get draftId(): string {
    return draft.view?.state.id ?? '';
  }

  /** Whether this window's person grades in a round. */
  takesPart(round: Pick<Round, 'participants' | 'excluded'>): boolean {
    return round.participants.includes(this.self) && !round.excluded.some((one) => one.person === this.self);
  }

  holds(round: Pick<Round, 'holders'>): boolean {
    return round.holders.some((one) => one.person === this.self);
  }

  turn(by: number): void {
    const at = panelViews.findIndex((one) => one.id === this.view);
    const next = panelViews[(at + by + panelViews.length) % panelViews.length];
    if (next === undefined) return;
    this.view = next.id;
    app.say(next.title);
  }
}

/** The panel screen's state in this window. */
export const panel = new Panel();

/** An answer in words: "Good", "No grade: insufficient evidence", "Not my area". */
export function answerWords(area: string, answer: GradeAnswer | null): string {
  if (answer === null) return 'No answer';
  if ('notMine' in answer) return 'Not my area';
  const scale = draft.framework?.scales.find(
    (one) => one.id === (draft.framework === null ? '' : areaOf(draft.framework, area)?.scale),
  );
  if ('grade' in answer) {
    const grade = scale?.grades.find((one) => one.id === answer.grade);
    return grade?.short ?? grade?.title ?? answer.grade;
  }
  return `No grade: ${scale?.nonGrades.find((one) => one.id === answer.notGraded)?.title ?? answer.notGraded}`;
}

/** What an entry still needs before it can be lodged; '' where nothing. */
export function stillNeeds(entry: LodgedEntry | undefined): string {
  if (entry === undefined) return 'Not started';
  if ('notMine' in entry.answer) return '';
  if (entry.rationale.trim().length < 20) return 'Rationale needs a sentence';
  return 'grade' in entry.answer && entry.evidence.length === 0 ? 'Cite evidence' : '';
}
