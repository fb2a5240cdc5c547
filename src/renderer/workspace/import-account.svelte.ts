import type { ImportOutcome } from '../../shared/ipc/import-views.ts';
import { tight } from '../../shared/report/place-lines.ts';
import type { ReportEdit, TextEdit } from '../../shared/report/report-edit.ts';
import { splitSentences } from '../../shared/text/split-sentences.ts';
import { excerptOf } from '../../shared/words.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { answersTo, questionsOf, type AccountQuestion } from './account-questions.ts';
import { saveAnswers, saveEdits } from './save-edits.ts';
import { countUnder, rowsOf, sectionSums, shortTitle, textsFrom, type AccountRow } from './account-rows.ts';

/** A file that was read, and what a person changed of the reading. */
interface ReadReport {
  readonly outcome: ImportOutcome;
  readonly edits: readonly ReportEdit[];
}

/** One thing that can be done with a block. */
interface AccountChoice {
  readonly title: string;
  /** It is so already. */
  readonly off: boolean;
  readonly run: () => Promise<void>;
}

/** What one report became or would become, and what a person does to it before it comes in or after. */
export class AccountOf {
  outcome: ImportOutcome;
  edits: readonly ReportEdit[];
  at = $state(0);
  /** How many paragraphs after this row’s go along with it. */
  more = $state(0);
  doing = $state<'reading' | 'moving' | 'splitting'>('reading');
  #busy = false;

  constructor({ outcome, edits }: ReadReport) {
    this.outcome = $state.raw(outcome);
    this.edits = $state.raw(edits);
    this.at = Math.max(
      0,
      this.rows.findIndex(({ block }) => block.question !== null),
    );
  }

  readonly rows: readonly AccountRow[] = $derived.by(() =>
    this.outcome.account === null ? [] : rowsOf(this.outcome.account),
  );
  readonly sums = $derived.by(() => sectionSums(this.rows));
  readonly row = $derived(this.rows[this.at]);
  readonly isIn = $derived.by(() => this.outcome.draft !== null);
  readonly places = $derived.by(() => [
    { id: 'summary', title: 'Summary' },
    { id: 'improvements', title: 'What needs to improve' },
    ...this.outcome.areas.map(({ id, title }) => ({ id, title: shortTitle(title) })),
    { id: 'aside', title: 'Page furniture' },
  ]);
  readonly questions: readonly AccountQuestion[] = $derived.by(() =>
    questionsOf(this.outcome, this.rows, this.edits),
  );
  /** The places in this row’s text where it can be split, each with what would begin there. */
  readonly sentences = $derived.by(() => {
    const text = this.row?.text ?? '';
    return splitSentences(text)
      .slice(1)
      .map(([from, to]) => ({
        at: text.slice(0, from).replaceAll(/\s+/gu, '').length,
        begins: excerptOf(text.slice(from, to), 60),
      }));
  });
  readonly taken = $derived(textsFrom(this.rows, this.at, this.more));

  readonly canMove = $derived.by(
    () => (this.row?.section ?? null) !== null || (this.row?.block.to.of === 'heading' && !this.isIn),
  );
  /** What can be done with the row that is open: where it can go, or where its text can be split. */
  readonly choices: readonly AccountChoice[] = $derived.by(() => {
    if (this.doing === 'reading') return [];
    if (this.doing === 'splitting')
      return this.sentences.map(({ at, begins }) => ({
        title: begins,
        off: false,
        run: () => this.split(at),
      }));
    if (this.row?.block.to.of === 'heading')
      return [{ title: 'It is text and no heading', off: false, run: () => this.isText() }];
    return this.places.map(({ id, title }) => ({
      title,
      off: id === this.row?.section,
      run: () => this.move(id),
    }));
  });

  /** The answers that the open question takes by one key each. */
  get answers(): { readonly yes?: string; readonly no?: string } {
    return answersTo[this.question?.code ?? ''] ?? {};
  }

  async say(said: 'yes' | 'no'): Promise<void> {
    const { question } = this;
    if (question === undefined || this.answers[said] === undefined) return;
    await this.answer(question, said === 'yes' ? question.area : null);
  }

  /** Answers which area begins where the open question is. */
  async answerOpen(area: string): Promise<void> {
    if (this.question !== undefined) await this.answer(this.question, area);
  }

  titleOf(section: string | null): string {
    return (
      this.places.find(({ id }) => id === section)?.title ??
      (section === 'kept' ? 'Kept with a question' : 'Other section')
    );
  }

  /** The section that a row was moved from; null where it was not moved. */
  movedFrom(row: AccountRow): string | null {
    const moved = this.edits.findLast(
      (edit) =>
        edit.does === 'move' &&
        edit.to === row.section &&
        edit.texts.some((text) => tight(text) === tight(row.text)),
    );
    return moved?.does === 'move' ? moved.from : null;
  }

  go(to: number): void {
    this.at = Math.max(0, Math.min(this.rows.length - 1, to));
    this.more = 0;
    this.doing = 'reading';
  }

  takeMore(): void {
    const most = textsFrom(this.rows, this.at, this.rows.length).length - 1;
    this.more = Math.min(most, this.more + 1);
  }

  nextQuestion(): void {
    const rows = this.questions.flatMap(({ row }) => (row === -1 ? [] : [row])).sort((a, b) => a - b);
    const next = rows.find((row) => row > this.at) ?? rows[0];
    if (next !== undefined) this.go(next);
  }

  /** The question about the row that is open, else the first. */
  get question(): AccountQuestion | undefined {
    return this.questions.find(({ row }) => row === this.at) ?? this.questions[0];
  }

  async move(to: string): Promise<void> {
    const { row, taken } = this;
    if (row?.section == null || to === row.section) return;
    const move = { does: 'move' as const, from: row.section, to, texts: [...taken], page: row.block.page };
    // Before it comes in, the text is read anew and asks no more; after it, whoever moves it answers what asked about it.
    const asked = this.isIn ? this.questions.filter((question) => question.row === this.at) : [];
    const answers = asked.map(({ line }) => ({ does: 'answer' as const, line, area: null }));
    await this.#edit([move, ...answers], `Moved to ${this.titleOf(to)}.`);
  }

  async split(at: number): Promise<void> {
    const { row } = this;
    if (row?.section == null) return;
    await this.#edit(
      [{ does: 'split', section: row.section, text: row.text, at, page: row.block.page }],
      'Split into two.',
    );
  }

  /** Answers a question: `area` begins there, or null where the report was read as it should be. */
  async answer({ line, row }: AccountQuestion, area: string | null): Promise<void> {
    const standing = this.rows[row];
    if (!this.isIn || area === null || standing?.section == null) {
      await this.#edit([{ does: 'answer', line, area }], 'Answered.');
      return;
    }
    const texts = [...textsFrom(this.rows, row, countUnder(this.rows, row))];
    const move = {
      does: 'move' as const,
      from: standing.section,
      to: area,
      texts,
      page: standing.block.page,
    };
    await this.#edit([move, { does: 'answer', line, area: null }], `Moved to ${this.titleOf(area)}.`);
  }

  /** Says of a heading that it is none: its line is text of where it stands. */
  async isText(): Promise<void> {
    if (this.isIn || this.row?.block.to.of !== 'heading') return;
    await this.#edit([{ does: 'answer', line: this.row.block.line, area: null }], 'Read as text.');
  }

  async undo(): Promise<void> {
    if (!this.isIn && this.edits.length > 0) await this.#read(this.edits.slice(0, -1), 'Undone.');
  }

  async #edit(edits: readonly ReportEdit[], said: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const texts = edits.filter((edit) => edit.does !== 'answer');
      const reason = texts.map((edit) => this.#reason(edit)).join('; ');
      const { draft } = this.outcome;
      const saved =
        (draft === null || texts.length === 0 || (await saveEdits(draft, texts, reason))) &&
        (await this.#saveAnswers(edits, texts.length === 0 ? 'The report was read as it should be.' : said));
      const more = this.isIn && texts.length > 0 ? ' It is a revision on the record.' : '';
      if (saved) await this.#read([...this.edits, ...edits], said + more);
    } finally {
      this.#busy = false;
    }
  }

  /** Puts answers about a report that came in on its record. */
  async #saveAnswers(edits: readonly ReportEdit[], answer: string): Promise<boolean> {
    const { draft, file } = this.outcome;
    const lines = edits.flatMap((edit) => (edit.does === 'answer' ? [edit.line] : []));
    const said = this.questions
      .filter(({ line }) => lines.includes(line))
      .map(({ code, line }) => ({ code, line, answer }));
    return draft === null || said.length === 0 || saveAnswers(draft, file, said);
  }

  /** Reads the report again with these edits. */
  async #read(edits: readonly ReportEdit[], said: string): Promise<void> {
    const file = this.outcome.again;
    const read =
      file === null ? undefined : await app.attempt(() => call('previewReport', { file, edits: [...edits] }));
    if (read === undefined) {
      if (this.isIn) app.done(`${said} Open the inspection to see it.`);
      return;
    }
    if (read.problem !== null) {
      app.tell('stop', read.problem);
      return;
    }
    this.edits = edits;
    this.outcome = this.isIn ? { ...this.outcome, account: read.account, again: read.again } : read;
    this.go(this.at);
    app.done(said);
  }

  #reason(edit: TextEdit): string {
    const where = `of ${this.outcome.file}, page ${edit.page}`;
    return edit.does === 'split'
      ? `Split a paragraph ${where}`
      : `Moved text ${where}, from ${this.titleOf(edit.from)} to ${this.titleOf(edit.to)}`;
  }
}
