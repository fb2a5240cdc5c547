import type { GradeAnswer, LodgedEntry } from '../../shared/moderation/lodged-grades.ts';
import type { Challenge } from '../../shared/moderation/moderation-state.ts';
import type { PairwiseRound } from '../../shared/pairwise/pairwise-round.ts';
import type { Round } from '../../shared/moderation/round.ts';
import { holdsKey, mayLodge, takesPart, type LodgingRound } from '../../shared/lodging/lodging-state.ts';
import type { PersonId } from '../../shared/records/record.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import { scaleOf } from '../../shared/framework/grade-order.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { draftSession, type DraftSession } from '../lib/draft-session.svelte.ts';

/** What the panel screen shows: the round, or what stands beside it. */
export const moderationViews = [
  { id: 'round', title: 'This round' },
  { id: 'precedents', title: 'Precedents' },
  { id: 'agreement', title: 'Agreement' },
  { id: 'pairwise', title: 'Comparisons' },
] as const;
type ModerationView = (typeof moderationViews)[number]['id'];

/** What the screen of moderation shows of a session's draft. */
export class Moderation {
  readonly #draft: DraftSession;
  view = $state<ModerationView>('round');
  /** The round looked at; '' for the latest. */
  wanted = $state('');
  #tables = $state<Partial<Record<ModerationView, boolean>>>({});
  /** Opens the form for another round beside an ended one. */
  opening = $state(false);
  /** The round of comparisons looked at; '' for the latest. */
  wantedPairs = $state('');
  /** Opens the form for another round of comparisons. */
  openingPairs = $state(false);

  constructor(draft: DraftSession) {
    this.#draft = draft;
  }

  /** Shown as for a room: no private items, larger. */
  get projecting(): boolean {
    return app.projecting;
  }

  set projecting(shown: boolean) {
    app.projecting = shown;
  }

  /** Whether the view that is shown has its plots as tables; each view has its own answer. */
  get tables(): boolean {
    return this.#tables[this.view] ?? false;
  }

  set tables(shown: boolean) {
    this.#tables = { ...this.#tables, [this.view]: shown };
  }

  get rounds(): readonly Round[] {
    return this.#draft.state?.moderation.rounds ?? [];
  }

  get pairwise(): readonly PairwiseRound[] {
    return this.#draft.state?.moderation.pairwise ?? [];
  }

  get pairwiseRound(): PairwiseRound | null {
    return this.pairwise.find(({ id }) => id === this.wantedPairs) ?? this.pairwise.at(-1) ?? null;
  }

  get round(): Round | null {
    return this.rounds.find(({ id }) => id === this.wanted) ?? this.rounds.at(-1) ?? null;
  }

  get self(): string {
    return app.start?.person?.id ?? '';
  }

  /** Whether this window's person grades in a round. */
  takesPart(round: Pick<Round, 'participants' | 'excluded'>): boolean {
    return takesPart(round, this.self);
  }

  holds(round: Pick<Round, 'holders'>): boolean {
    return holdsKey(round, this.self);
  }

  /** Shows the round that another screen was left for, once. */
  showWanted(): void {
    const wanted = this.#draft.wantedRound;
    if (wanted === null) return;
    this.#draft.wantedRound = null;
    this.view = wanted.view;
    if (wanted.view === 'pairwise') this.wantedPairs = wanted.round;
    else this.wanted = wanted.round;
  }

  turn(by: number): void {
    const at = moderationViews.findIndex(({ id }) => id === this.view);
    const next = moderationViews[(at + by + moderationViews.length) % moderationViews.length];
    if (next === undefined) return;
    this.view = next.id;
    app.say(next.title);
  }
}

const bySession = new WeakMap<DraftSession, Moderation>();

/** The state of moderation in a component's session: it stays while other screens are looked at. */
export function moderationState(): Moderation {
  const draft = draftSession();
  const state = bySession.get(draft) ?? new Moderation(draft);
  bySession.set(draft, state);
  return state;
}

/** Whom a round still waits for: who takes part, has not lodged and did not say that they cannot attend. */
export function waitedFor(
  round: LodgingRound & { readonly absences?: Round['absences'] },
): readonly PersonId[] {
  const lodged = round.lodgings.map(({ author }) => author);
  const away = round.absences?.map(({ person }) => person) ?? [];
  return round.participants.filter(
    (person) => mayLodge(round, person) && !lodged.includes(person) && !away.includes(person),
  );
}

/** Reveals the grades of a round, with a reason where one is needed; answers whether they are revealed. */
export function revealGrades(draft: DraftSession, round: string, reason: string | null): Promise<boolean> {
  return draft.act('All grades are revealed', () => call('closeRound', { draft: draft.id, round, reason }));
}

/** How many of a round's members have lodged: "2 of 4". */
export function lodgedOf(round: LodgingRound): string {
  const hasLodged = (person: string): boolean => round.lodgings.some(({ author }) => author === person);
  const lodged = round.participants.filter(hasLodged);
  const all = round.participants.filter((person) => hasLodged(person) || mayLodge(round, person));
  return `${lodged.length} of ${all.length}`;
}

/** Challenges about an area, its grade, its evidence, a claim in its text or what it leaves out, that nobody answered. */
export function openChallenges(challenges: readonly Challenge[], area: string): readonly Challenge[] {
  return challenges.filter(
    ({ state, about }) =>
      state === 'open' && (about.what === 'claim' ? about.section === area : about.area === area),
  );
}

/** An answer in words: "Good", "No grade: insufficient evidence", "Not my area". */
export function answerWords(framework: Framework | null, area: string, answer: GradeAnswer | null): string {
  if (answer === null) return 'No answer';
  if ('notMine' in answer) return 'Not my area';
  const scale = framework === null ? undefined : scaleOf(framework, area);
  if ('grade' in answer) {
    const grade = scale?.grades.find(({ id }) => id === answer.grade);
    return grade?.short ?? grade?.title ?? answer.grade;
  }
  return `No grade: ${scale?.nonGrades.find(({ id }) => id === answer.notGraded)?.title ?? answer.notGraded}`;
}

/** What an entry still needs before it can be lodged; '' where nothing. */
export function stillNeeds(entry: LodgedEntry | undefined): string {
  if (entry === undefined) return 'Not started';
  if ('notMine' in entry.answer) return '';
  if ('grade' in entry.answer && entry.sure === null) return 'Say how sure you are';
  if (entry.rationale.trim().length < 20) return 'Rationale needs a sentence';
  const cites = entry.evidence.length + (entry.passages ?? []).length;
  return 'grade' in entry.answer && cites === 0 ? 'Cite evidence' : '';
}
