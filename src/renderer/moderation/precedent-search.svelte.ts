import type { ImportedOutcomes, PrecedentsView } from '../../shared/ipc/precedent-views.ts';
import { patternAreas } from '../../shared/precedents/find-precedents.ts';
import { shown } from '../../shared/records/settled.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { count, pluralOf } from '../../shared/words.ts';

/** A pattern of grades that somebody chose, and what was published with it. */
export class PrecedentSearch {
  /** A grade for each area of the pattern; '' leaves the area out. */
  pattern = $state<Record<string, string>>({});
  view = $state.raw<PrecedentsView | null>(null);
  /** The file that this person imported while this was open, and its sheets. */
  imported = $state.raw<{ readonly file: string; readonly sheets: ImportedOutcomes['sheets'] } | null>(null);
  #asked = 0;
  readonly #draft: DraftSession;

  constructor(draft: DraftSession) {
    this.#draft = draft;
  }

  /** Areas that a pattern is made of, in the framework's order. */
  get areas(): readonly string[] {
    return this.#draft.framework === null ? [] : patternAreas(this.#draft.framework);
  }

  /** Begins with the draft's own grades, as far as this person may see them. */
  begin(grades: Readonly<Record<string, string>> = this.#own()): void {
    this.pattern = Object.fromEntries(this.areas.map((area) => [area, grades[area] ?? '']));
    void this.find();
  }

  #own(): Record<string, string> {
    const state = this.#draft.state;
    return Object.fromEntries(
      this.areas.flatMap((area) => {
        const value = shown(state?.grades[area]);
        return value !== null && 'grade' in value ? [[area, value.grade]] : [];
      }),
    );
  }

  choose(area: string, grade: string): void {
    this.pattern = { ...this.pattern, [area]: grade };
    void this.find();
  }

  async find(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const pattern = Object.fromEntries(Object.entries(this.pattern).filter(([, grade]) => grade !== ''));
    const view = await app.attempt(() => call('findPrecedents', { draft: this.#draft.id, pattern }));
    if (asked === this.#asked && view !== undefined) this.view = view;
  }

  /** Asks for a table of published outcomes and keeps it on this computer. */
  async importTable(): Promise<void> {
    const files = await app.ask(() => call('chooseFiles', { purpose: 'evidence' }));
    const file = files?.[0];
    if (file !== undefined) await this.#read(file.grant, null);
  }

  /** Takes another sheet of the workbook that was just imported, in place of the one that was read. */
  async takeSheet(sheet: string): Promise<void> {
    if (this.imported !== null) await this.#read(this.imported.file, sheet);
  }

  async #read(file: string, sheet: string | null): Promise<void> {
    const source = await app.attempt(() => call('importOutcomes', { file, sheet }));
    if (source === undefined) {
      // What was chosen could not be taken: what is shown as chosen is what stands.
      if (this.imported !== null) this.imported = { ...this.imported };
      return;
    }
    this.imported = { file, sheets: source.sheets };
    app.tell(
      'ok',
      `${source.outcomes} published outcomes read from ${source.rows} rows of ${source.file}. ${count(source.dirty.length, 'kind')} of values ${pluralOf(source.dirty.length, 'was', 'were')} no grade or day as they stand: see where they come from, below.`,
    );
    await this.find();
  }
}
