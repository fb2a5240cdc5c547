import type { Conclusion, TypedConclusion } from '../../shared/audits/reading-concluded.ts';
import {
  judgmentOutcome,
  keyFindingFrom,
  outcomeTitles,
  reasonless,
  type ReadOutcome,
  type ProtocolAnswer,
} from '../../shared/audits/reading-words.ts';
import type { OpenedReading, ReadingView } from '../../shared/ipc/reading-channels.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { Journalist } from '../lib/journalist.ts';
import { unkept } from '../lib/unkept.svelte.ts';
import type { OwnReading } from './reading.svelte.ts';

type Outcomes = Readonly<Record<string, { readonly outcome: ReadOutcome; readonly reason: string }>>;
type Answers = Readonly<Record<string, { readonly answer: ProtocolAnswer; readonly note: string }>>;

/** What a reader makes of a judgment once all of it is open: outcomes, answers and the file's grade. */
export class OwnConclusion {
  readonly #reading: OwnReading;
  outcomes = $state.raw<Outcomes>({});
  asked = $state.raw<Answers>({});
  fileGrade = $state(0);
  keyFinding = $state('');
  readonly #journalist: Journalist = unkept.journalist(
    () => this.#write(),
    () => [
      ...Object.entries(this.outcomes).map(([area, { reason }]) => ({
        title: `My reason for ${this.#reading.areaTitle(area)}`,
        text: reason,
      })),
      { title: 'The key finding', text: this.keyFinding },
    ],
  );

  constructor(reading: OwnReading) {
    this.#reading = reading;
  }

  /** Begins with what was recorded last, else with what was typed here and not recorded. */
  begin({ opened, typedConclusion }: ReadingView): void {
    const said = opened?.concluded ?? typedConclusion;
    if (opened === null || said === null) return;
    this.outcomes = Object.fromEntries(
      said.outcomes.map(({ area, outcome, reason }) => [area, { outcome, reason }]),
    );
    this.asked = Object.fromEntries(
      said.answers.map(({ question, answer, note }) => [question, { answer, note }]),
    );
    this.fileGrade = said.fileGrade;
    this.keyFinding = said.keyFinding;
  }

  get #opened(): OpenedReading | null {
    return this.#reading.view?.opened ?? null;
  }

  /** The judgment as a whole, in words: the worst outcome of its areas. */
  get headline(): string {
    const all = Object.values(this.outcomes).map(({ outcome }) => outcome);
    return all.length === 0 ? '' : outcomeTitles[judgmentOutcome(all)];
  }

  setOutcome(area: string, outcome: ReadOutcome): void {
    this.outcomes = { ...this.outcomes, [area]: { outcome, reason: this.outcomes[area]?.reason ?? '' } };
    this.#journalist.changed();
  }

  setReason(area: string, reason: string): void {
    const outcome = this.outcomes[area]?.outcome ?? 'cannot-tell';
    this.outcomes = { ...this.outcomes, [area]: { outcome, reason } };
    this.#journalist.changed();
  }

  answer(question: string, answer: ProtocolAnswer): void {
    this.asked = { ...this.asked, [question]: { answer, note: this.asked[question]?.note ?? '' } };
    this.#journalist.changed();
  }

  note(question: string, note: string): void {
    this.asked = { ...this.asked, [question]: { answer: this.asked[question]?.answer ?? 'differ', note } };
    this.#journalist.changed();
  }

  /** Grades the file, 1 to 4. */
  grade(grade: number): void {
    this.fileGrade = grade;
    this.#journalist.changed();
  }

  find(words: string): void {
    this.keyFinding = words;
    this.#journalist.changed();
  }

  keep(): Promise<void> {
    return this.#journalist.flush();
  }

  #said({ facts }: OpenedReading): TypedConclusion {
    return {
      outcomes: this.#reading.areas.flatMap(({ id }) => {
        const said = this.outcomes[id];
        return said === undefined ? [] : [{ area: id, ...said }];
      }),
      answers: Object.entries(this.asked).map(([question, said]) => ({
        question,
        record: facts[question] ?? '',
        ...said,
      })),
      fileGrade: this.fileGrade,
      keyFinding: this.keyFinding,
    };
  }

  async #write(): Promise<void> {
    const { place, answers, store } = this.#reading;
    if (this.#opened === null) return;
    await store({ ...place, answers: [...answers], conclusion: this.#said(this.#opened) });
  }

  /** What is still needed before outcomes can be recorded; '' for nothing. */
  get lacks(): string {
    const { areas } = this.#reading;
    if (this.#opened === null) return 'Everything opens once you have lodged twice.';
    const { questions } = this.#opened.protocol;
    const without = areas.find(({ id }) => this.outcomes[id] === undefined);
    if (without !== undefined) return `${without.title} still needs an outcome.`;
    const bare = areas.find(({ id }) => {
      const said = this.outcomes[id];
      return said !== undefined && !reasonless.has(said.outcome) && said.reason.trim() === '';
    });
    if (bare !== undefined) return `Say why of ${bare.title}.`;
    const open = questions.filter(({ id }) => this.asked[id] === undefined).length;
    if (open > 0) return `${open} of ${questions.length} questions are not answered yet.`;
    if (this.fileGrade === 0) return 'Grade the file.';
    return this.fileGrade >= keyFindingFrom && this.keyFinding.trim() === ''
      ? 'The two worst grades of a file need a key finding.'
      : '';
  }

  /** Records the outcomes; answers whether it did. */
  async record(): Promise<boolean> {
    const opened = this.#opened;
    if (this.lacks !== '' || opened === null) {
      app.refuse('info', this.lacks);
      return false;
    }
    await this.keep();
    const { id, version } = opened.protocol;
    const conclusion: Conclusion = { ...this.#said(opened), protocol: { id, version } };
    const done = await app.attempt(() => call('concludeReading', { ...this.#reading.place, conclusion }));
    if (done === undefined) return false;
    app.done('The outcomes are recorded and signed');
    await this.#reading.load();
    return true;
  }
}
