import type { DetailFramework, DetailProblem, DetailValues } from '../../shared/judgment/detail-problems.ts';
import type { DetailName } from '../../shared/draft/detail-names.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { typedProblems, type TypedDetails } from './details-form.svelte.ts';

/** What a new draft begins with, as somebody types it; it stays while the dialog is closed, until a draft has begun. */
export class BeginForm implements TypedDetails {
  typed = $state<Partial<Record<DetailName, string>>>({});
  unread = $state<Partial<Record<DetailName, boolean>>>({});
  framework = $state('');
  recoveryOwner = $state('');
  reason = $state('');

  readonly #usual: () => string;

  /** `usual` is the inspectorate of the draft that was changed last, which is offered. */
  constructor(usual: () => string) {
    this.#usual = usual;
  }

  readonly chosen: DetailFramework | null = $derived(
    app.workspace?.frameworks.find((framework) => framework.id === this.framework) ?? null,
  );

  /** The type of inspection is the framework's first until somebody chooses. */
  value(name: DetailName): string {
    const typed = this.typed[name] ?? (name === 'inspectorate' ? this.#usual() : '');
    if (name !== 'kind' || this.chosen?.kinds.includes(typed) === true) return typed;
    return this.chosen?.kinds[0] ?? typed;
  }

  readonly #values: DetailValues = $derived({
    provider: this.value('provider'),
    kind: this.value('kind'),
    start: this.value('start'),
    end: this.value('end'),
    published: '',
    leadInspector: '',
    inspectorate: this.value('inspectorate'),
    stage: '',
  });

  /** What speaks against what is typed; a name that nobody typed yet is no fault. */
  readonly problems: readonly DetailProblem[] = $derived(
    typedProblems(this, this.#values, this.chosen).filter(
      ({ of: [name] }) => name !== 'provider' || this.typed.provider !== undefined,
    ),
  );

  readonly needsReason = $derived(this.problems.some(({ mayStand }) => mayStand));

  /** Why the draft cannot begin yet; null where it can. */
  readonly whyNot: string | null = $derived.by(() => {
    const [problem] = this.problems.filter(({ mayStand }) => !mayStand);
    if (problem !== undefined) return problem.message;
    if (this.value('provider').trim() === '') return 'The authority or setting has no name yet.';
    if (this.chosen === null) return 'No framework is chosen yet.';
    if (this.value('start') === '') return 'The first day is not set yet.';
    return this.needsReason && this.reason.trim() === '' ? 'A reason is needed.' : null;
  });

  /** Begins the draft and answers its id; undefined where it was refused. */
  async begin(): Promise<string | undefined> {
    const { provider, kind, start, end, inspectorate } = this.#values;
    const begun = await app.attempt(() =>
      call('beginDraft', {
        provider: provider.trim(),
        kind,
        framework: this.framework,
        start,
        end: end === '' ? null : end,
        inspectorate: inspectorate.trim(),
        recoveryOwner: this.recoveryOwner === '' ? null : this.recoveryOwner,
        ...(this.needsReason ? { reason: this.reason.trim() } : {}),
      }),
    );
    if (begun === undefined) return undefined;
    [this.typed, this.unread] = [{}, {}];
    this.framework = this.recoveryOwner = this.reason = '';
    return begun.draft;
  }
}
