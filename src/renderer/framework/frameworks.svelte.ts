import { z } from 'zod';
import { checkFramework, type FrameworkCheck } from '../../shared/framework/check-framework.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import type { FrameworkView } from '../../shared/ipc/framework-views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { Journalist } from '../lib/journalist.ts';
import { unkept } from '../lib/unkept.svelte.ts';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a value is a framework as the editor keeps it, sound or not yet. */
function isWritten(value: unknown): value is Framework {
  if (typeof value !== 'object' || value === null) return false;
  const lists = ['scales', 'sections', 'areas', 'aggregations', 'limiters', 'deadlines', 'reportChecks'];
  return lists.every((name) => Array.isArray(Reflect.get(value, name)));
}

/** What is kept of the editor: the framework, and what is typed beside it and not taken over yet. */
const keptShape = z.object({
  framework: z.unknown(),
  raw: z.string().nullable(),
  pasted: z.record(z.string(), z.string()),
});

/** The frameworks of the workspace, and the one that is being written here. */
class FrameworkDesk {
  list = $state.raw<readonly FrameworkView[]>([]);
  problems = $state.raw<readonly string[]>([]);
  loaded = $state(false);
  chosen = $state('');
  against = $state('');
  mode = $state<'read' | 'compare' | 'edit'>('read');
  /** Kept on this computer while it is written, through a kill too; published or handed out, it is a file. */
  edited = $state<Framework | null>(null);
  /** The framework as JSON that was typed and not taken over; null where none was. */
  raw = $state<string | null>(null);
  /** Words of several grades that were pasted and not taken over, by criterion. */
  pasted = $state<Record<string, string>>({});
  readonly #journalist: Journalist = unkept.journalist(
    async () => {
      if (this.edited !== null) await call('keepUnpublished', { text: JSON.stringify(this.#written()) });
    },
    () => [
      { title: this.edited?.title ?? '', text: JSON.stringify(this.#written().framework) },
      { title: 'The framework as JSON', text: this.raw ?? '' },
      ...Object.values(this.pasted).map((text) => ({ title: 'Words of several grades', text })),
    ],
  );

  get current(): FrameworkView | null {
    return this.list.find(({ key }) => key === this.chosen) ?? this.list[0] ?? null;
  }

  get other(): FrameworkView | null {
    return this.list.find(({ key }) => key === this.against) ?? null;
  }

  /** The framework being written as it is checked: all problems, each with its place. */
  get check(): FrameworkCheck | null {
    return this.edited === null ? null : checkFramework(JSON.parse(JSON.stringify(this.edited)));
  }

  async load(): Promise<void> {
    const found = await app.attempt(() => call('listFrameworks', {}));
    if (found !== undefined) {
      this.list = found.frameworks;
      this.problems = found.problems;
    }
    if (this.edited === null) await this.#bringBack();
    this.loaded = true;
  }

  /** What was being written when the window was closed or killed stands in the editor again. */
  async #bringBack(): Promise<void> {
    const kept = await app.attempt(() => call('readUnpublished', {}));
    if (kept == null) return;
    const value = parsed(kept.text);
    // Before there was anything beside it, the framework alone was kept.
    const {
      framework: read,
      raw,
      pasted,
    } = keptShape.safeParse(value).data ?? {
      framework: value,
      raw: null,
      pasted: {},
    };
    if (!isWritten(read)) return;
    this.edited = read;
    this.raw = raw;
    this.pasted = pasted;
    app.tell('info', `${read.title}, ${read.version}, which you were writing and did not publish, is back.`);
  }

  #written(): z.infer<typeof keptShape> {
    return {
      framework: $state.snapshot(this.edited),
      raw: this.raw,
      pasted: $state.snapshot(this.pasted),
    };
  }

  /** Says what is typed as JSON; null takes it back. */
  writeRaw(text: string | null): void {
    this.raw = text;
    this.keep();
  }

  /** Shows the framework again in place of what was typed as JSON, and offers that back. */
  takeBackRaw(): void {
    const { raw } = this;
    if (raw === null) return;
    this.writeRaw(null);
    app.offerUndo('What was typed as JSON was taken back.', () => {
      this.writeRaw(raw);
    });
  }

  /** Says what was pasted beside a criterion and is not taken over. */
  paste(criterion: string, text: string): void {
    this.pasted[criterion] = text;
    this.keep();
  }

  /** Keeps what is being written; called whenever it changes. */
  keep(): void {
    this.#journalist.changed();
  }

  /** Takes a part out of the framework that is being written, and offers it back. */
  takeOut(what: string, work: () => unknown): void {
    const before = $state.snapshot(this.edited);
    work();
    app.offerUndo(`${what.trim() === '' ? 'It' : what} was taken out.`, () => {
      this.edited = before;
      this.keep();
    });
  }

  /** Throws away what was written and not published. */
  async drop(): Promise<void> {
    this.#forget();
    this.mode = 'read';
    await this.#journalist.drop();
    await app.attempt(() => call('dropUnpublished', {}));
    app.say('Thrown away');
  }

  #forget(): void {
    this.edited = null;
    this.raw = null;
    this.pasted = {};
  }

  choose(key: string): void {
    this.chosen = key;
    if (this.mode === 'edit') this.mode = 'read';
  }

  step(by: number): void {
    const at = this.list.findIndex(({ key }) => key === this.current?.key);
    const next = this.list[Math.max(0, Math.min(this.list.length - 1, at + by))];
    if (next !== undefined) this.choose(next.key);
  }

  /** Begins a new version from the framework that is shown; words written before and not published are asked for first. */
  begin(): void {
    const { current } = this;
    if (current === null) return;
    if (this.edited === null) {
      const copy = structuredClone(current.framework);
      this.edited = { ...copy, version: `${copy.version}, revised` };
    }
    this.mode = 'edit';
  }

  /** Takes a framework file's text into the editor, sound or not in its rules; false where it is not even of the form. */
  take(text: string): boolean {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      app.tell('stop', 'This is not JSON, so nothing was taken over. What stood in the editor still does.');
      return false;
    }
    const checked = checkFramework(value);
    if (!checked.ok) {
      const problems = checked.problems.slice(0, 3).map((problem) => `${problem.place}: ${problem.message}`);
      app.tell('stop', `Nothing was taken over, for this is no sound framework. ${problems.join(' ')}`);
      return false;
    }
    const before = $state.snapshot(this.edited);
    this.edited = checked.framework;
    this.mode = 'edit';
    this.keep();
    if (before === null) app.done('The framework stands in the editor');
    else
      app.offerUndo('What stood in the editor was replaced.', () => {
        this.edited = before;
        this.keep();
      });
    return true;
  }

  async publish(): Promise<void> {
    const framework = $state.snapshot(this.edited);
    if (framework === null) return;
    const made = await app.attempt(() => call('publishFramework', { text: JSON.stringify(framework) }));
    if (made === undefined) return;
    this.#forget();
    this.mode = 'read';
    await this.#journalist.drop();
    await app.attempt(() => call('dropUnpublished', {}));
    await this.load();
    await app.refresh();
    this.chosen = made.key;
    app.tell(
      'ok',
      `${framework.title}, ${framework.version}, was published in this workspace under your signature.`,
    );
  }

  async hand(framework: Framework): Promise<void> {
    const name = framework.id;
    const text = JSON.stringify(framework, null, 2);
    const saved = await app.attempt(() => call('exportFramework', { name, text }));
    if (saved != null) app.tell('ok', `${saved.name} was saved.`);
  }
}

/** The frameworks of this window. */
export const desk = new FrameworkDesk();
