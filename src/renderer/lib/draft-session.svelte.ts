import type { SearchHit } from '../../shared/search/search-query.ts';
import { getContext, setContext } from 'svelte';
import type { EventType } from '../../shared/records/define-event.ts';
import { shown } from '../../shared/records/settled.ts';
import type { Area, Framework } from '../../shared/framework/framework-schema.ts';
import type { Revision } from '../../shared/judgment/draft-state.ts';
import type { EvidenceKind } from '../../shared/values/evidence-kind.ts';
import type { DraftView } from '../../shared/ipc/views.ts';
import { withChange } from '../../shared/ipc/view-change.ts';
import { app } from './app-state.svelte.ts';
import { call, CallFailure } from './call.ts';
import { folder } from './folder.svelte.ts';

function isView(value: unknown): value is DraftView {
  return typeof value === 'object' && value !== null && 'state' in value && 'gates' in value;
}

/** Whether a draft that no screen shows is gone, or just cannot be read at the moment. */
function whyUnseen(error: unknown): 'gone' | undefined {
  if (!(error instanceof CallFailure)) throw error;
  return error.code === 'not-found' ? 'gone' : undefined;
}

/** The draft that is open in a window, kept up to date: what every state class and component of a draft is given. */
export class DraftSession {
  /** Replaced as a whole, never changed: nothing in it is made reactive, which a thousand notes would feel. */
  view = $state.raw<DraftView | null>(null);
  #wanted = '';
  /** What was said when it could not be read last. */
  #refused: typeof app.banner = null;
  /** What was said when what changed was asked for and nothing had. */
  #nothingNew: typeof app.banner = null;
  #acting = 0;
  /** The number under which main sent the view. */
  #state = 0;

  /** The open draft as this person sees it. */
  get state(): DraftView['state'] | undefined {
    return this.view?.state;
  }

  /** The open draft's id; '' where none is open. */
  get id(): string {
    return this.view?.state.id ?? '';
  }

  get framework(): Framework | null {
    return this.view?.framework ?? null;
  }

  get areas(): readonly Area[] {
    return this.framework?.areas ?? [];
  }

  /**
   * Opens a draft, or reads it anew: of a draft that is open, only what changed crosses to this window. Of one that no
   * screen shows nothing is said where it cannot be read; one that is gone is let go of.
   */
  async load(draft: string, isShown = true): Promise<void> {
    this.#wanted = draft;
    const since = this.view?.state.id === draft ? this.#state : 0;
    const follow = (): ReturnType<typeof call<'followDraft'>> => call('followDraft', { draft, since });
    const answer = isShown ? await app.attempt(follow) : await follow().catch(whyUnseen);
    const update = answer === 'gone' ? undefined : answer;
    if (this.#wanted !== draft) return;
    // Once it can be read again, nothing says any more that it cannot.
    if (update !== undefined && this.#refused !== null && app.banner === this.#refused) app.banner = null;
    this.#refused = update === undefined && isShown ? app.banner : null;
    if (update === undefined) {
      if (this.view?.state.id !== draft || answer === 'gone') this.view = null;
    } else if (update.view !== null) {
      this.#take(update.view, update.state);
    } else if (update.since !== this.#state || this.view?.state.id !== draft) {
      this.#state = 0;
      await this.load(draft, isShown);
    } else if (update.change !== null) {
      const changed = withChange(this.view, update.change);
      if (isView(changed)) this.#take(changed, update.state);
    }
  }

  #take(view: DraftView, state: number): void {
    this.#state = state;
    this.view = view;
    // What was said of nothing new is true no longer once there is something.
    if (this.#nothingNew === null || this.newRevisions.length === 0) return;
    if (app.banner === this.#nothingNew) app.banner = null;
    this.#nothingNew = null;
  }

  /** A grade by its title in the draft's framework. */
  gradeTitle(grade: string): string {
    const grades = this.framework?.scales.flatMap((scale) => scale.grades) ?? [];
    return grades.find(({ id }) => id === grade)?.title ?? grade;
  }

  /** An area or section by what it is called in tight places. */
  placeTitle(id: string): string {
    const area = this.areas.find((area) => area.id === id);
    return (
      area?.brief ?? area?.title ?? this.framework?.sections.find((section) => section.id === id)?.title ?? id
    );
  }

  /** Names of those who write in an area of this draft now, as their computers claim. */
  writersIn(area: string): string {
    const all = folder.writing.filter(
      (presence) => presence.draft === this.view?.state.id && presence.area === area,
    );
    return all.map(({ person }) => this.personName(person)).join(' and ');
  }

  /** A note that a screen was left for; the evidence screen goes to it and forgets it. */
  wantedNote = $state('');

  /** The words that a note or a section was looked for by; its screen marks them and forgets them. */
  wantedWords = $state('');

  /** Whether the revisions were asked for what changed since this person last read; they show it and forget it. */
  wantsSinceRead = $state(false);

  /** The revisions saved since this person last read the draft, the latest last; none where all of them are their own. */
  get newRevisions(): readonly Revision[] {
    const revisions = this.state?.revisions ?? [];
    const read = folder.readUpTo.get(this.id);
    if (read === undefined) return [];
    const since = revisions.slice(1 + revisions.findIndex(({ id }) => id === read));
    return since.some(({ author }) => author !== this.me) ? since : [];
  }

  /** Shows what changed since this person last read the draft. */
  showSinceRead(): void {
    if (this.newRevisions.length === 0) {
      app.refuse('info', 'Nobody else saved a revision since you last read this inspection.');
      this.#nothingNew = app.banner;
    } else {
      this.wantsSinceRead = true;
      app.goInDraft({ screen: 'revisions' });
    }
  }

  /** A point of the provider that a screen was left for; Finalise goes to its answer and forgets it. */
  wantedPoint = $state('');

  /** A round of grades or of comparisons that a screen was left for; the panel goes to it and forgets it. */
  wantedRound = $state.raw<{ readonly view: 'round' | 'pairwise'; readonly round: string } | null>(null);

  /** The criterion that a note is to be written for, and its kind where one alone is asked for; the evidence screen begins it and forgets it. */
  wantedFor = $state.raw<{ readonly criterion: string; readonly kind?: EvidenceKind } | null>(null);

  /** Begins a note for a criterion, of a kind where only that one is missing, on the evidence screen. */
  writeNoteFor(criterion: string, kind?: EvidenceKind): void {
    const area = this.areas.find((area) => area.criteria.some(({ id }) => id === criterion))?.id ?? '';
    this.wantedFor = { criterion, ...(kind === undefined ? {} : { kind }) };
    app.goInDraft({ screen: 'evidence', area });
  }

  /** Shows a note on the evidence screen, under a criterion it stands under: the one named, or the first. */
  goToNote(note: string, criterion?: string): void {
    const link = this.view?.state.links.find((link) => link.note === note && shown(link.values) !== 'none');
    const wanted = criterion ?? link?.criterion;
    const area = this.areas.find((area) => area.criteria.some((each) => each.id === wanted))?.id ?? '';
    this.wantedNote = note;
    app.goInDraft({ screen: 'evidence', area });
  }

  /** Opens a note or a section that the search found, in whichever draft it lies, at the words that were looked for. */
  async openHit(hit: Pick<SearchHit, 'draft' | 'what' | 'place' | 'area'>, words: string): Promise<void> {
    if (this.state?.id !== hit.draft) await this.load(hit.draft);
    this.wantedWords = words;
    app.go({ screen: hit.what === 'note' ? 'evidence' : 'write', draft: hit.draft, area: hit.area });
    if (hit.what === 'note') this.goToNote(hit.place);
  }

  /** This person's id; empty while no draft is open. */
  get me(): string {
    return this.view?.people.find((person) => person.self)?.id ?? '';
  }

  /** Whether a record of a kind may be written in the draft by this person, as it stands. */
  may({ type }: Pick<EventType, 'type'>): boolean {
    return this.view?.may.includes(type) ?? false;
  }

  /** Why they may not: the draft as it stands, or their roles, which do not let them do what `act` says. */
  whyNot({ type }: Pick<EventType, 'type'>, act: string): string {
    return (
      this.view?.mayNot[type] ??
      `Your role in this draft does not let you ${act}. Ask its owner for one that does.`
    );
  }

  /**
   * Reads the draft anew because its files changed, or those of any draft may have (null), unless something this window
   * does is about to. One that could not be read is tried again: its folder may be back.
   */
  async changed(draft: string | null): Promise<void> {
    const open = this.view?.state.id ?? (this.#refused === null ? '' : this.#wanted);
    if (open !== '' && (draft ?? open) === open && this.#acting === 0)
      await this.load(open, app.place?.draft === open);
  }

  /** Does something to the draft, reads it anew and says what was done; answers whether it was done. */
  async act(said: string, work: () => Promise<unknown>): Promise<boolean> {
    this.#acting += 1;
    const answer = await app.attempt(async () => {
      await work();
      return true;
    });
    this.#acting -= 1;
    if (this.view !== null && this.#acting === 0) await this.load(this.view.state.id);
    if (answer === true) app.done(said);
    return answer === true;
  }

  /** A person as an author is named everywhere: whose phrase was not compared is said to be unverified. */
  personName(id: string): string {
    const person = this.view?.people.find((person) => person.id === id);
    if (person === undefined) return 'someone unknown';
    // The people of a demonstration are fictional: nobody can compare a phrase with them.
    const vouched = person.verified || this.view?.state.demonstration === true;
    return vouched ? person.card.name : `${person.card.name} (unverified)`;
  }

  initials(id: string): string {
    const name = this.view?.people.find((person) => person.id === id)?.card.name ?? '?';
    return name
      .split(' ')
      .map((part) => part.charAt(0))
      .join('')
      .slice(0, 2)
      .toUpperCase();
  }
}

const context = Symbol('draft session');

/** Opens the session of a window: its components find it with `draftSession`. Called while the window's root is made. */
export function openDraftSession(): DraftSession {
  return setContext(context, new DraftSession());
}

/** The session of the window that a component stands in; called while the component is made, nowhere later. */
export function draftSession(): DraftSession {
  return getContext<DraftSession>(context);
}
