import { contradictionKey, type Contradiction } from '../../shared/coverage/contradictions.ts';
import { linkedEvidence, type WeighedNote } from '../../shared/coverage/linked-evidence.ts';
import type { EventType } from '../../shared/records/define-event.ts';
import { evidenceLinked } from '../../shared/evidence/evidence-linked.ts';
import { evidenceNoted } from '../../shared/evidence/evidence-noted.ts';
import { noteCorrected } from '../../shared/evidence/note-corrected.ts';
import { attachmentAdded } from '../../shared/evidence/attachment-added.ts';
import { descriptorMarked } from '../../shared/evidence/descriptor-marked.ts';
import type { LinkStrength } from '../../shared/values/link-strength.ts';
import { Linking, type LinkWish } from './linking.svelte.ts';
import { noLinks, pairsByCriterion, steadyLinked, unlinkedNotes } from './criterion-evidence.ts';
import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import { shown } from '../../shared/records/settled.ts';
import type { Criterion } from '../../shared/framework/framework-schema.ts';
import type { EvidenceKind } from '../../shared/values/evidence-kind.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { evidencePage, type EvidencePage } from './evidence-page.ts';

const acts: Readonly<Record<string, string>> = {
  [evidenceLinked.type]: 'link evidence',
  [evidenceNoted.type]: 'add evidence notes',
  [noteCorrected.type]: 'correct notes',
  [attachmentAdded.type]: 'attach files',
  [descriptorMarked.type]: 'mark descriptors',
};

/** How far a descriptor is met, and why. */
interface Marked {
  readonly mark: 'met' | 'partly' | 'not' | 'none';
  readonly reason: string;
}

/** The evidence of one area held against its criteria. */
export class EvidenceOfArea {
  readonly #draft: DraftSession;
  readonly #page: EvidencePage;
  readonly linking: Linking;

  openCriterion = $state('');
  focusedNote = $state('');
  descriptor = $state('');
  /** How many notes of the open criterion someone went on to: so many are drawn, however far that is. */
  wantedNotes = $state(0);
  kind = $state<EvidenceKind | ''>('');
  /** Notes picked to be linked together. */
  picked = $state<readonly string[]>([]);

  constructor(draft: DraftSession, page = evidencePage) {
    this.#draft = draft;
    this.#page = page;
    this.linking = new Linking(draft, () => this.#linked);
  }

  get areaId(): string {
    const wanted = app.place?.area ?? '';
    const compared = this.#draft.areas.filter((area) => area.criteria.length > 0);
    return compared.find((area) => area.id === wanted)?.id ?? compared[0]?.id ?? '';
  }

  get criteria(): readonly Criterion[] {
    return this.#draft.areas.find((area) => area.id === this.areaId)?.criteria ?? [];
  }

  get current(): Criterion | undefined {
    return this.criteria.find((criterion) => criterion.id === this.openCriterion) ?? this.criteria[0];
  }

  get me(): string {
    return this.#draft.me;
  }

  /** All links by criterion, and notes by id, made once for each state of the draft. */
  #before = noLinks;
  readonly #linked = $derived.by(() => {
    this.#before = steadyLinked(this.#before, linkedEvidence(this.#draft.state ?? { notes: [], links: [] }));
    return this.#before;
  });
  readonly #contradictions = $derived.by(() =>
    pairsByCriterion(this.#linked, this.#draft.state?.contradictions ?? {}),
  );
  readonly #unlinked = $derived.by(() => unlinkedNotes(this.#draft.state?.notes ?? [], this.#linked));

  linked(criterion: string): readonly WeighedNote[] {
    const notes = this.#linked.get(criterion) ?? [];
    return this.kind === '' ? notes : notes.filter((note) => note.note.kind === this.kind);
  }

  /** Criteria whose pairs were compared: no key waits for that, so they come after the frame that shows their notes. */
  #compared = $state.raw<readonly string[]>([]);

  /** Compares the notes under a criterion in pairs, from now on. */
  comparePairs(criterion: string): void {
    this.#contradictions(criterion);
    if (!this.#compared.includes(criterion)) this.#compared = [...this.#compared, criterion];
  }

  /** The pairs that point different ways under a criterion; none until they were compared. */
  contradictions(criterion: string): readonly Contradiction[] {
    return this.#compared.includes(criterion) ? this.#contradictions(criterion) : [];
  }

  /** The pair in which a note points another way than one beside it. */
  contradictionOf(criterion: string, note: string): Contradiction | undefined {
    return this.contradictions(criterion).find((contradiction) => contradiction.notes.includes(note));
  }

  get unlinked(): readonly EvidenceNote[] {
    return this.#unlinked;
  }

  mark(criterion: string, grade: string, author: string): Marked | null {
    const found = this.#draft.state?.marks.find(
      (mark) => mark.criterion === criterion && mark.grade === grade && mark.author === author,
    );
    return shown(found?.values);
  }

  marksOfOthers(criterion: string, grade: string): readonly (Marked & { readonly author: string })[] {
    return (this.#draft.state?.marks ?? []).flatMap((mark) => {
      const value = shown(mark.values);
      return mark.criterion === criterion && mark.grade === grade && mark.author !== this.me && value !== null
        ? [{ author: mark.author, ...value }]
        : [];
    });
  }

  /** Links the notes picked, or the one that has the focus. */
  async linkPicked(criterion: string, direction: LinkWish): Promise<void> {
    const notes = this.picked.length > 0 ? this.picked : [this.focusedNote];
    const passage = notes.length === 1 ? this.#page.selectedIn(notes[0] ?? '') : '';
    await this.linking.linkAll(notes, criterion, direction, passage === '' ? {} : { passage });
    this.picked = [];
  }

  pick(note: string): void {
    this.picked = this.picked.includes(note)
      ? this.picked.filter((picked) => picked !== note)
      : [...this.picked, note];
    app.say(`${this.picked.length} picked`);
  }

  /** Picks all of these beside what is picked; where all are picked, lets go of them. */
  pickAll(notes: readonly EvidenceNote[]): void {
    const ids = notes.map(({ id }) => id);
    const rest = this.picked.filter((id) => !ids.includes(id));
    this.picked = rest.length + ids.length === this.picked.length ? rest : [...rest, ...ids];
    app.say(`${this.picked.length} picked`);
  }

  focusNote(note: string): void {
    if (note !== '') this.#page.focusNote(note);
  }

  /** Whether one may write this here; says so where not, since a key has no place to be disabled. */
  mayOrSays(kind: Pick<EventType, 'type'>): boolean {
    if (!this.#draft.may(kind)) app.refuse('warn', this.#draft.whyNot(kind, acts[kind.type] ?? 'do this'));
    return this.#draft.may(kind);
  }

  /** Weighs the note that has the focus one step heavier; after the heaviest it is the lightest again. False where it is not linked here. */
  async heavier(criterion: string): Promise<boolean> {
    const found = this.linked(criterion).find(({ note }) => note.id === this.focusedNote);
    if (found === undefined) return false;
    const steps: readonly LinkStrength[] = ['slight', 'moderate', 'strong'];
    const at = found.strength === null ? 1 : (steps.indexOf(found.strength) + 1) % steps.length;
    await this.linking.link(found.note.id, criterion, found.direction, { strength: steps[at] ?? 'moderate' });
    return true;
  }

  settle({ criterion, notes }: Contradiction, reason: string): Promise<boolean> {
    const id = this.#draft.id;
    const key = contradictionKey(criterion, ...notes);
    const over = (this.#draft.state?.contradictions[key] ?? []).map((value) => value.record);
    const settled = { draft: id, criterion, notes: [...notes] as [string, string], reason, over };
    return this.#draft.act('Settled', () => call('settleContradiction', settled));
  }

  async setMark(criterion: string, grade: string, mark: Marked['mark']): Promise<void> {
    const id = this.#draft.id;
    const mine = this.#draft.state?.marks.find(
      (mark) => mark.criterion === criterion && mark.grade === grade && mark.author === this.me,
    );
    const over = (mine?.values ?? []).map((value) => value.record);
    await this.#draft.act('Mark kept', () =>
      call('markDescriptor', {
        draft: id,
        criterion,
        grade,
        mark,
        reason: shown(mine?.values)?.reason ?? '',
        over,
      }),
    );
  }

  async setFit(criterion: string, grade: string): Promise<void> {
    const over = (this.#draft.state?.fits[criterion] ?? []).map((value) => value.record);
    const fit = { draft: this.#draft.id, criterion, grade, over };
    await this.#draft.act('Best fit kept', () => call('setBestFit', fit));
  }

  open(criterion: string): void {
    this.openCriterion = criterion;
    this.wantedNotes = 0;
  }

  /** Opens a criterion and puts the focus on it: the row that was pressed is gone then. */
  openHere(criterion: string): void {
    if (criterion !== this.current?.id) this.#page.leaveRow(criterion);
    this.open(criterion);
    this.#page.focusCriterion(criterion);
  }

  /** Opens the criterion that a note stands under, so far that it is drawn, and puts the focus on it. */
  goTo(note: string, words = ''): void {
    const isWanted = (weighed: WeighedNote): boolean => weighed.note.id === note;
    if (this.#draft.state?.notes.some(({ id, kind }) => id === note && kind !== this.kind)) this.kind = '';
    const criterion = this.criteria.find(({ id }) => this.linked(id).some(isWanted));
    if (criterion !== undefined) {
      this.open(criterion.id);
      this.wantedNotes = 1 + this.linked(criterion.id).findIndex(isWanted);
    }
    this.focusedNote = note;
    setTimeout(() => this.#page.focusNote(note, words), 0);
  }

  stepCriterion(by: number): void {
    const at = this.criteria.findIndex((criterion) => criterion.id === this.current?.id);
    const next = this.criteria[at + by];
    if (next === undefined) {
      app.say(by > 0 ? 'This is the last criterion' : 'This is the first criterion');
      return;
    }
    this.openHere(next.id);
  }

  stepNote(by: number): void {
    const { ids, open } = this.#page.notes();
    const at = ids.indexOf(this.focusedNote);
    const to = Math.max(0, Math.min(ids.length - 1, at < 0 ? 0 : at + by));
    if (ids.length === 0) app.say('No note stands here');
    else if (to === at) app.say(by > 0 ? 'This is the last note' : 'This is the first note');
    if (to + 2 >= open) this.wantedNotes = open + 3;
    this.#page.focusNote(ids[to] ?? '');
  }
}
