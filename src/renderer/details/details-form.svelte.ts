import { detailsSet } from '../../shared/draft/details-set.ts';
import {
  detailProblems,
  type DetailFramework,
  type DetailProblem,
  type DetailValues,
} from '../../shared/judgment/detail-problems.ts';
import { detailTitles } from '../../shared/draft/detail-words.ts';
import { detailNames, type DetailName } from '../../shared/draft/detail-names.ts';
import type { Field } from '../../shared/records/open-value.ts';
import { shown } from '../../shared/records/settled.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { DetailsView } from '../../shared/ipc/views.ts';
import { call } from '../lib/call.ts';
import { KeptWords } from '../lib/kept-words.svelte.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { Answer, whenChanged } from '../lib/when-changed.svelte.ts';

/** Details while they are typed: of the open draft, or of one that is about to begin. */
export interface TypedDetails {
  /** What was typed or chosen, by detail. */
  typed: Partial<Record<DetailName, string>>;
  /** Details whose field holds something that is no day. */
  unread: Partial<Record<DetailName, boolean>>;
  readonly problems: readonly DetailProblem[];
  value(name: DetailName): string;
}

/** What speaks against typed details: fields that hold no day first, then what the details say together. */
export function typedProblems(
  { unread }: Pick<TypedDetails, 'unread'>,
  values: DetailValues,
  framework: DetailFramework | null,
): readonly DetailProblem[] {
  return [
    ...detailNames
      .filter((name) => unread[name] === true)
      .map((name): DetailProblem => ({
        of: [name],
        message: `${detailTitles[name]}: there is no such day.`,
        mayStand: false,
      })),
    ...detailProblems(values, framework),
  ];
}

/** The details of the open draft as somebody is changing them. */
export class DetailsForm implements TypedDetails {
  /** What was typed or chosen and is not saved, by detail; it stays while the dialog is closed. */
  typed = $state<Partial<Record<DetailName, string>>>({});
  /** Details whose field holds something that is no day. */
  unread = $state<Partial<Record<DetailName, boolean>>>({});
  readonly reason: KeptWords;
  readonly #draft: DraftSession;
  readonly #read: Answer<DetailsView>;

  /** `open` tells whether the dialog is: how the details came to be is read then, and anew with every record. */
  constructor(draft: DraftSession, open: () => boolean) {
    this.#draft = draft;
    this.reason = new KeptWords(draft, 'Why details are changed', () => 'details');
    this.#read = new Answer(
      () =>
        open() && this.#draft.view !== null
          ? `${this.#draft.view.state.id} ${this.#draft.view.state.count}`
          : null,
      (question) => call('readDetails', { draft: question.split(' ')[0] ?? '' }),
      true,
    );
    whenChanged(
      () => this.#draft.state?.id,
      () => {
        this.#forget();
        return undefined;
      },
    );
  }

  get view(): DetailsView | null {
    return this.#read.value;
  }

  /** Throws away what was typed: it is saved, or the person says so. */
  clear(): Promise<void> {
    this.#forget();
    return this.reason.clear();
  }

  #forget(): void {
    this.typed = {};
    this.unread = {};
  }

  /** The open values of a detail: several where people wrote it without knowing of each other. */
  open(name: DetailName): Field<string> {
    return this.#draft.state?.details[name] ?? [];
  }

  /** What stands, of a conflict the latest; the stage with what happened since it was said. */
  stands(name: DetailName): string {
    if (name === 'stage' && this.open('stage').length < 2) return this.#draft.state?.stage.now ?? '';
    return shown(this.open(name)) ?? '';
  }

  value(name: DetailName): string {
    return this.typed[name] ?? this.stands(name);
  }

  readonly values: DetailValues = $derived({
    provider: this.value('provider'),
    kind: this.value('kind'),
    start: this.value('start'),
    end: this.value('end'),
    published: this.value('published'),
    leadInspector: this.value('leadInspector'),
    inspectorate: this.value('inspectorate'),
    stage: this.value('stage'),
  });

  /** Details that would be written: those that differ, and conflicts of which one value was chosen. */
  readonly changed: readonly DetailName[] = $derived(
    detailNames.filter((name) => {
      const typed = this.typed[name];
      return (
        this.unread[name] === true ||
        (typed !== undefined && (typed.trim() !== this.stands(name) || this.open(name).length > 1))
      );
    }),
  );

  /** What speaks against what would be written. */
  readonly problems: readonly DetailProblem[] = $derived(
    typedProblems(this, this.values, this.view?.framework ?? null).filter(({ of }) =>
      of.some((name) => this.changed.includes(name)),
    ),
  );

  readonly needsReason = $derived(
    this.changed.includes('stage') || this.problems.some((problem) => problem.mayStand),
  );

  /** Why nothing can be saved now; null where it can. */
  readonly whyNot: string | null = $derived.by(() => {
    if (this.changed.length === 0) return 'Nothing has been changed yet.';
    const [problem] = this.problems.filter(({ mayStand }) => !mayStand);
    if (problem !== undefined) return problem.message;
    return this.needsReason && this.reason.text.trim() === '' ? 'A reason is needed.' : null;
  });

  /** Saves what was changed; answers whether it was. */
  async save(): Promise<boolean> {
    const id = this.#draft.id;
    if (!this.#draft.may(detailsSet)) return this.#savePublished(id);
    const writes: CallInput<'setDetails'>['writes'] = this.changed.map((name) => ({
      name,
      value: this.value(name).trim(),
      over: this.open(name).map((write) => write.record),
    }));
    const reason = this.needsReason ? this.reason.text.trim() : null;
    const done = await this.#draft.act('Details saved', () =>
      call('setDetails', { draft: id, writes, reason }),
    );
    if (done) await this.clear();
    return done;
  }

  /** Beside a sealed judgment publication alone is recorded, as a moment that came after it. */
  async #savePublished(id: string): Promise<boolean> {
    const day = this.value('published');
    const over = this.open('published').map((write) => write.record);
    const done = await this.#draft.act('Day recorded', () =>
      call('recordMoment', { draft: id, moment: 'published', day: day === '' ? null : day, over }),
    );
    if (done) await this.clear();
    return done;
  }
}
