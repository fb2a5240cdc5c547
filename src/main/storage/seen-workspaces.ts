import { z } from 'zod';
import type { StorageFault, WorkspaceWitness } from '../ports.ts';
import { nothingSeen, type SeenWorkspace } from '../../shared/domain/folder/seen-workspace.ts';
import type { Result } from '../../shared/domain/result.ts';

const idShape = z.string().regex(/^[0-9a-f]{64}$/u);
const tipsShape = z.record(
  idShape,
  z.strictObject({ key: idShape, seq: z.int(), author: idShape, name: z.string() }),
);

/** What is remembered of a workspace as JSON, by the ids of drafts and of records. */
export const seenShape = z.strictObject({
  drafts: z.record(idShape, z.strictObject({ folder: z.string(), name: z.string(), day: z.iso.date() })),
  people: tipsShape,
  log: tipsShape,
});

/** What such JSON tells. */
export function seenFrom({ drafts, people, log }: z.infer<typeof seenShape>): SeenWorkspace {
  const byId = <T>(of: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(of));
  return { drafts: byId(drafts), people: byId(people), log: byId(log) };
}

/** What is remembered as such JSON. */
export function seenJson({ drafts, people, log }: SeenWorkspace): z.infer<typeof seenShape> {
  return {
    drafts: Object.fromEntries(drafts),
    people: Object.fromEntries(people),
    log: Object.fromEntries(log),
  };
}

/** One file of the profile, in which all that is remembered of one workspace lies. */
interface SeenFile {
  read(): Promise<string | null>;
  write(text: string): Promise<Result<null, StorageFault>>;
}

/**
 * What this device has seen of its workspaces, a file for each. One process at a time writes in a profile: it reads a file
 * once, its windows remember one after another, and another process remembers in memory alone. A file that is damaged
 * counts as none.
 */
export class SeenWorkspaces implements WorkspaceWitness {
  readonly #fileOf: (workspace: string) => SeenFile;
  readonly #writes: boolean;
  readonly #known = new Map<string, SeenWorkspace>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(fileOf: (workspace: string) => SeenFile, writes = true) {
    this.#fileOf = fileOf;
    this.#writes = writes;
  }

  async read(workspace: string): Promise<SeenWorkspace> {
    const known = this.#known.get(workspace);
    if (known !== undefined) return known;
    const text = await this.#fileOf(workspace).read();
    // Another window may have remembered more while this one read.
    const seen = this.#known.get(workspace) ?? (text === null ? nothingSeen : seenIn(text));
    this.#known.set(workspace, seen);
    return seen;
  }

  async remember(workspace: string, add: (seen: SeenWorkspace) => SeenWorkspace): Promise<void> {
    const before = await this.read(workspace);
    const now = add(this.#known.get(workspace) ?? before);
    if (now === this.#known.get(workspace)) return;
    this.#known.set(workspace, now);
    if (!this.#writes) return;
    const written = this.#writing.then(() => {
      const latest = this.#known.get(workspace) ?? now;
      return this.#fileOf(workspace).write(JSON.stringify(seenJson(latest)));
    });
    this.#writing = written.catch(() => undefined);
    await written;
  }
}

function seenIn(text: string): SeenWorkspace {
  try {
    return seenFrom(seenShape.parse(JSON.parse(text)));
  } catch {
    return nothingSeen;
  }
}
