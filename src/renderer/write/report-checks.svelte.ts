import type { AskedFinding } from '../../shared/ipc/check-views.ts';
import { call } from '../lib/call.ts';

/** How long nothing must be typed before the text is read again, in ms: nobody is told anything while typing. */
const pause = 1500;

/** What the checks find in the report as it is typed. */
export class ReportChecks {
  findings = $state.raw<readonly AskedFinding[]>([]);
  /** Whether anything was read yet. */
  ready = $state(false);
  /** Why the last reading failed; empty where it did not. */
  failed = $state('');
  /** The id of the question that somebody stepped to. */
  at = $state('');
  readonly #draft: string;
  readonly #typed: () => Readonly<Record<string, string>>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(draft: string, typed: () => Readonly<Record<string, string>>) {
    this.#draft = draft;
    this.#typed = typed;
  }

  /** What is asked about a section and not answered, in the order of importance. */
  open(section: string): readonly AskedFinding[] {
    return this.findings.filter((finding) => finding.section === section && finding.answer === null);
  }

  answered(section: string): readonly AskedFinding[] {
    return this.findings.filter((finding) => finding.section === section && finding.answer !== null);
  }

  /** Reads the text once nothing was typed for a while. */
  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.read(), pause);
  }

  /** Reads the text again soon, where it was read before. */
  again(): undefined {
    if (this.ready) this.later();
  }

  /** Reads the text now; an older reading that ends later is thrown away. */
  async read(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const { findings } = await call('checkReport', { draft: this.#draft, typed: { ...this.#typed() } });
      if (asked !== this.#asked) return;
      this.findings = findings;
      this.failed = '';
      this.ready = true;
    } catch (error) {
      if (asked === this.#asked) this.failed = error instanceof Error ? error.message : String(error);
    }
  }

  /** Goes to the next or previous question of a section, round and round; answers which it is. */
  step(section: string, by: 1 | -1): AskedFinding | undefined {
    const open = this.open(section);
    const now = open.findIndex(({ id }) => id === this.at);
    const next = open.at(now < 0 ? (by === 1 ? 0 : -1) : (now + by) % open.length);
    this.at = next?.id ?? '';
    return next;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }
}
