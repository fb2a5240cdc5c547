import { z } from 'zod';
import { evidenceKindSchema, type EvidenceKind } from '../../shared/values/evidence-kind.ts';
import type { FileGrant } from '../../shared/ipc/grant.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { newStanding, type Journalist } from '../lib/journalist.ts';
import { unkept } from '../lib/unkept.svelte.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import type { Direction } from './note-keys.ts';

const kept = z.object({
  kind: evidenceKindSchema.or(z.literal('')),
  source: z.string(),
  when: z.string(),
  direction: z.enum(['strength', 'weakness', 'neutral', '']),
  text: z.string(),
});

function localMinute(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function nowIso(): string {
  return new Date().toISOString();
}

/** The note that is being written: every keystroke of it is kept on this computer until it is saved. */
export class NoteInProgress {
  readonly #draft: DraftSession;
  /** Nothing is chosen for its writer: '' until they do. */
  kind = $state<EvidenceKind | ''>('');
  source = $state('');
  when = $state('');
  direction = $state<Direction | ''>('');
  text = $state('');
  /** Files to keep with it; they are chosen anew where the process died before the note was saved. */
  files = $state.raw<readonly FileGrant[]>([]);
  /** When what was typed before was written, where it came back. */
  restored = $state('');
  /** The code of the note saved last in this sitting. */
  last = $state('');
  #typedAt = '';
  /** Whether what stands in the form is of a note that was saved or discarded, and of none that is being written. */
  #finished = false;
  #saving = '';
  #asked: EvidenceKind | '' = '';
  readonly #standing = newStanding();
  readonly #journalist: Journalist = unkept.journalist(
    () => this.#write(),
    () => [{ title: `Note: ${this.source}`, text: this.text }],
    () => this.#standing,
  );

  constructor(draft: DraftSession) {
    this.#draft = draft;
  }

  /** Begins a note, of a kind where one is asked for; what was typed before and never saved comes back as it was. */
  async begin(asked: EvidenceKind | '' = ''): Promise<void> {
    this.last = '';
    this.thrownAway = '';
    this.restored = '';
    if (this.text !== '') {
      this.restored = this.#typedAt;
      return;
    }
    if (this.#finished) Object.assign(this, { kind: '', source: '', direction: '' });
    // A kind that was asked for and of which nothing was written is nobody's choice.
    if (asked !== '' || this.kind === this.#asked) this.kind = asked;
    this.#asked = asked;
    this.when = localMinute();
    const place = { draft: this.#id, slot: 'note' as const };
    const entry = await app.attempt(() => call('readJournal', place));
    this.#standing.over = entry?.at ?? null;
    const read = entry == null ? null : kept.safeParse(JSON.parse(entry.content));
    if (entry == null || read?.success !== true || read.data.text === '') return;
    ({ kind: this.kind, source: this.source, when: this.when } = read.data);
    ({ direction: this.direction, text: this.text } = read.data);
    this.restored = entry.at;
  }

  typed(): void {
    this.#finished = false;
    this.#typedAt = nowIso();
    this.#journalist.changed();
  }

  flush(): Promise<void> {
    return this.#journalist.flush();
  }

  /**
   * Saves the note and makes room at once for the next of the same kind and source, whose direction is open again, linked
   * to a criterion in the same step; what is typed meanwhile is the next note's. Answers whether it was saved; where not,
   * its words are back.
   */
  async save(criterion: string | null): Promise<boolean> {
    const { kind, source, when, direction, text, files } = this;
    if (kind === '' || direction === '') return false;
    this.#saving = text;
    this.text = '';
    this.direction = '';
    this.files = [];
    const done = await this.#draft.act('Note saved', async () => {
      const note = { kind, source, when, direction, text };
      const towards = direction === 'weakness' ? 'against' : 'for';
      const link = criterion === null ? {} : { link: { criterion, direction: towards } as const };
      const kept = files.length === 0 ? {} : { files: files.map((file) => file.grant) };
      const saved = await call('noteEvidence', { draft: this.#id, note, ...link, ...kept });
      this.last = saved.code;
    });
    this.#saving = '';
    if (!done) this.#putBack(text, direction);
    else if (this.text === '') await this.discard();
    else {
      this.when = localMinute();
      this.typed();
    }
    return done;
  }

  /** What was not saved stands again, before what was typed or chosen since. */
  #putBack(text: string, direction: NoteInProgress['direction']): void {
    this.text = text + this.text;
    if (this.direction === '') this.direction = direction;
  }

  /** What was thrown away by hand, until the next note is begun or typed. */
  thrownAway = $state('');

  /** Throws away what was typed because its writer says so; it can be brought back. */
  async throwAway(): Promise<void> {
    const { text } = this;
    await this.discard();
    this.thrownAway = text;
  }

  /** Brings back what was thrown away last, before what was typed since. */
  bringBack(): void {
    this.text = [this.thrownAway, this.text].filter((words) => words !== '').join('\n');
    this.thrownAway = '';
    this.typed();
  }

  /** Throws away what was typed. */
  async discard(): Promise<void> {
    this.#finished = true;
    this.text = '';
    this.restored = '';
    this.when = localMinute();
    await this.#journalist.drop();
    await app.attempt(() => call('clearJournal', { draft: this.#id, slot: 'note' }));
  }

  get #id(): string {
    return this.#draft.id;
  }

  /** While a note is being saved it is kept as well: should the process die, it comes back rather than be lost. */
  async #write(): Promise<void> {
    const { kind, source, when, direction } = this;
    const text = [this.#saving, this.text].filter((part) => part !== '').join('\n');
    const content = JSON.stringify({ kind, source, when, direction, text });
    const standing = { ...this.#standing };
    const written = await call('writeJournal', { draft: this.#id, slot: 'note', content, standing });
    this.#standing.over = written.at;
  }
}
