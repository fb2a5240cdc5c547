import { tick } from 'svelte';
import { changeReviewed } from '../../shared/draft/change-reviewed.ts';
import { revisionSaved } from '../../shared/draft/revision-saved.ts';
import { commentWritten } from '../../shared/draft/comment-written.ts';
import { count, pluralOf } from '../../shared/words.ts';
import type { JudgmentComparison } from '../../shared/comparison/compare-judgments.ts';
import type { ListedChange } from '../../shared/comparison/listed-changes.ts';
import type { GradeStep } from '../../shared/seen/grade-steps.ts';
import type { Revision } from '../../shared/judgment/draft-state.ts';
import { app } from '../lib/app-state.svelte.ts';
import { folder } from '../lib/folder.svelte.ts';
import { call } from '../lib/call.ts';
import { comparisonPage, type ComparisonPage } from './comparison-page.ts';
import { reviewedHere, toggleReviewed } from './reviewing.ts';
import type { AnchoredComment } from '../../shared/ipc/views.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import type { Area } from '../../shared/framework/framework-schema.ts';

/** Two revisions of the open draft, and what became of one in the other. */
export class RevisionComparison {
  readonly #draft: DraftSession;
  readonly #page: ComparisonPage;
  before = $state<string | null>(null);
  after = $state<string | null>(null);
  section = $state('');
  side = $state(false);
  /** Whether every stretch of changed words shows who changed it. */
  writers = $state(false);
  at = $state(-1);
  /** The change that the stepper reads out. */
  spoken = $state('');
  opened = $state<readonly string[]>([]);
  comparison = $state.raw<JudgmentComparison | null>(null);
  /** Whether a comparison is being made: what is shown of the last is no answer to it. */
  computing = $state(false);
  #compared = '';
  comments = $state.raw<readonly AnchoredComment[]>([]);
  /** The words that a comment is being written on; empty where none is. */
  quoted = $state('');
  /** Whether they are words that were taken out: the comment then is on the earlier revision. */
  quotedBefore = $state(false);
  /** Every change of the comparison that can be ticked as reviewed. */
  changes = $state.raw<readonly ListedChange[]>([]);
  gradeSteps = $state.raw<{ readonly [area: string]: readonly GradeStep[] }>({});
  /** The revision whose restoring waits for its reason. */
  restoring = $state.raw<Revision | null>(null);
  noteCodes = $state.raw<{ readonly [note: string]: string }>({});

  constructor(draft: DraftSession, page = comparisonPage) {
    this.#draft = draft;
    this.#page = page;
  }

  /** Newest first. */
  get revisions(): readonly Revision[] {
    return [...(this.#draft.state?.revisions ?? [])].reverse();
  }

  begin(): void {
    const [last, earlier] = this.revisions;
    this.after = last?.id ?? null;
    this.before = earlier?.id ?? null;
    void this.load();
  }

  async load(): Promise<void> {
    const { before, after } = this;
    const id = this.#draft.state?.id;
    if (id === undefined) return;
    this.computing = true;
    // Of another pair, the last answer would be shown under the wrong numbers.
    const asked = `${before ?? ''} ${after ?? ''}`;
    if (asked !== this.#compared) [this.comparison, this.changes] = [null, []];
    this.#compared = asked;
    const view = await app.attempt(() => call('compareRevisions', { draft: id, before, after }));
    if (before !== this.before || after !== this.after) return;
    this.computing = false;
    if (view === undefined) return;
    this.comparison = view.comparison;
    this.noteCodes = view.noteCodes;
    this.changes = view.changes;
    this.gradeSteps = view.gradeSteps;
    this.comments = view.comments;
    this.at = -1;
    this.opened = [];
    if (!this.changed.includes(this.section)) this.section = this.changed[0] ?? '';
    const changes = this.changed.length;
    app.say(
      changes === 0
        ? 'No differences'
        : `${count(changes, 'section or area', 'sections or areas')} ${pluralOf(changes, 'differs', 'differ')}`,
    );
  }

  /** Chooses a revision: with shift or as the older one when it is older than the newer one chosen. */
  choose(revision: Revision, as: 'before' | 'after'): void {
    this[as] = revision.id;
    const number = (id: string | null): number =>
      this.revisions.find((revision) => revision.id === id)?.number ?? 0;
    if (number(this.before) > number(this.after)) [this.before, this.after] = [this.after, this.before];
    void this.load();
  }

  /** Begins a comment on the words selected, or on the change that has the focus. */
  comment(): void {
    const { words, before } = this.#page.wordsToQuote();
    if (!this.#draft.may(commentWritten))
      app.refuse('info', this.#draft.whyNot(commentWritten, 'write comments'));
    else if (words === '') app.refuse('info', 'Select words of the text, or step to a change, and press C.');
    else [this.quoted, this.quotedBefore] = [words, before];
  }

  /** Ticks the change that has the focus, or takes the tick back. */
  tick(): void {
    const change = this.#page.changeInFocus();
    if (change === '' || this.after === null)
      app.refuse('info', 'Step to a change first: N goes to the next.');
    else if (!this.#draft.may(changeReviewed))
      app.refuse('info', this.#draft.whyNot(changeReviewed, 'review changes'));
    else void toggleReviewed(this.#draft, change, this.after);
  }

  /** What the change of a grade, criterion, point or paragraph is ticked by; '' where it did not change. */
  keyOf(kind: ListedChange['kind'], of: string): string {
    const own = this.changes.find(
      (change) => change.place === this.section && change.kind === kind && change.of === of,
    );
    return own?.key ?? '';
  }

  /** How many changes each place has, and how many of them are reviewed. */
  readonly progress: { readonly [place: string]: { readonly changes: number; readonly reviewed: number } } =
    $derived.by(() => {
      const ticked = reviewedHere(this.#draft);
      const places = Map.groupBy(this.changes, ({ place }) => place);
      return Object.fromEntries(
        [...places].map(([place, own]) => [
          place,
          { changes: own.length, reviewed: own.filter(({ key }) => ticked.has(key)).length },
        ]),
      );
    });

  /** Compares from the revision before or after the one that is compared from. */
  stepFrom(by: number): void {
    const at = this.revisions.findIndex(({ id }) => id === this.before);
    const last = this.revisions.findIndex(({ id }) => id === this.after);
    // Newest first: what is earlier comes later in the list, and never up to the revision that is compared to.
    const wanted = this.revisions[Math.max(last + 1, at - by)];
    if (wanted === undefined || wanted.id === this.before)
      app.say(by < 0 ? 'There is no revision before it' : 'There is none between the two');
    else this.choose(wanted, 'before');
  }

  /** Asks for the reason to restore a revision: the one named, or the earlier of the two that are compared. */
  askToRestore(id: string | null = this.before): void {
    const revision = this.revisions.find((saved) => saved.id === id);
    if (revision === undefined || revision.id === this.revisions[0]?.id)
      app.refuse('info', 'Compare from an earlier revision first: that one is restored.');
    else if (!this.#draft.may(revisionSaved))
      app.refuse('info', this.#draft.whyNot(revisionSaved, 'save revisions'));
    else this.restoring = revision;
  }

  /** Compares the latest revision with an earlier one. */
  since(revision: string | null): void {
    this.before = revision;
    this.after = this.revisions[0]?.id ?? null;
    void this.load();
  }

  /** The revision read last, where others came since; undefined where none did. */
  get readUpTo(): string | null | undefined {
    return this.#draft.newRevisions.length === 0 ? undefined : folder.readUpTo.get(this.#draft.id);
  }

  /** Compares the latest revision with the one that this person read last, and goes to the first change. */
  async sinceRead(): Promise<void> {
    if (this.readUpTo === undefined) return;
    [this.before, this.after] = [this.readUpTo, this.revisions[0]?.id ?? null];
    await this.load();
    await tick();
    if (this.changed.length > 0) this.show(this.section);
  }

  /** Whoever leaves what came since they last read has read it. */
  leave(): void {
    if (this.readUpTo !== undefined && this.showsSince(this.readUpTo) && this.comparison !== null)
      folder.hasRead(this.#draft.id, this.after);
  }

  /** Whether the latest revision is compared with this one now. */
  showsSince(revision: string | null): boolean {
    return this.before === revision && this.after === this.revisions[0]?.id;
  }

  /** Sections and areas in which anything differs. */
  get changed(): readonly string[] {
    return changedPlaces(this.changes, this.#draft.areas);
  }

  /** Shows a place at its first change, which gets the focus and is read out, also where the place is in view already. */
  show(place: string): void {
    this.section = place;
    this.at = -1;
    if (this.#page.changes().length === 0) app.say(`${this.#draft.placeTitle(place)}: no changes`);
    else this.step(1);
  }

  step(by: number): void {
    const changes = this.#page.changes();
    const wanted = this.at + by;
    const place = this.changed[this.changed.indexOf(this.section) + by];
    if (place !== undefined && (wanted < 0 || wanted >= changes.length)) {
      this.section = place;
      this.at = by > 0 ? -1 : this.#page.changes().length;
      this.step(by);
      return;
    }
    if (wanted < 0 || wanted >= changes.length) {
      const end = by > 0 ? 'This is the last change' : 'This is the first change';
      app.say(changes.length === 0 ? 'There is no change to read here' : end);
    }
    this.at = Math.max(0, Math.min(changes.length - 1, wanted));
    this.#page.focusChange(this.at);
    const words = changes[this.at] ?? '';
    this.spoken =
      words === ''
        ? ''
        : `${this.#draft.placeTitle(this.section)}, change ${this.at + 1} of ${changes.length}. ${words}`;
  }

  toggle(fold: string): void {
    this.opened = this.opened.includes(fold)
      ? this.opened.filter((key) => key !== fold)
      : [...this.opened, fold];
  }
}

/** The places of changes: summary, strengths and improvements first, then the framework's order. */
function changedPlaces(changes: readonly ListedChange[], areas: readonly Area[]): readonly string[] {
  const places = new Set(changes.map(({ place }) => place));
  const order = ['summary', 'strengths', 'improvements', ...areas.map((area) => area.id)];
  return [...places].filter((place) => place !== '').sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
