import { z } from 'zod';
import type { StorageFault, WorkspaceWitness } from '../ports/storage-ports.ts';
import type { LogTip } from '../../shared/records/log-tips.ts';
import { nothingSeen, type SeenFolder, type SeenWorkspace } from '../../shared/folder/seen-workspace.ts';
import type { Result } from '../../shared/result.ts';

const idForm = /^[0-9a-f]{64}$/u;
const dayForm = /^\d{4}-\d{2}-\d{2}$/u;

// By hand, entry by entry: a schema of them takes twenty milliseconds for a thousand drafts as a window opens.
function isFolder(value: unknown): value is SeenFolder {
  return (
    hasText(value, 'folder') && hasText(value, 'name') && hasText(value, 'day') && dayForm.test(value.day)
  );
}

function isTip(value: unknown): value is LogTip {
  return (
    hasText(value, 'log') &&
    hasText(value, 'key') &&
    hasText(value, 'author') &&
    hasText(value, 'name') &&
    idForm.test(value.log) &&
    idForm.test(value.key) &&
    idForm.test(value.author) &&
    'seq' in value &&
    Number.isSafeInteger(value.seq)
  );
}

function hasText<N extends string>(value: unknown, name: N): value is Record<N, string> {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'string';
}

function byId<T>(is: (value: unknown) => value is T): z.ZodType<ReadonlyMap<string, T>> {
  return z.unknown().transform((found, context) => {
    const map = new Map<string, T>();
    if (typeof found !== 'object' || found === null || Array.isArray(found)) {
      context.addIssue({ code: 'custom', message: 'This is not what is remembered by ids' });
      return map;
    }
    for (const id of Object.keys(found)) {
      const value: unknown = Reflect.get(found, id);
      if (idForm.test(id) && is(value)) map.set(id, value);
      else context.addIssue({ code: 'custom', message: `“${id}” is not what is remembered` });
    }
    return map;
  });
}

/** What is remembered of a workspace as JSON, by the ids of drafts and of records; reading it gives what it tells. */
export const seenShape = z.strictObject({
  drafts: byId(isFolder),
  people: byId(isTip),
  log: byId(isTip),
  audits: byId(isTip),
  programme: byId(isTip),
});

/** What is remembered as such JSON. */
export function seenJson({
  drafts,
  people,
  log,
  audits,
  programme,
}: SeenWorkspace): Readonly<Record<keyof SeenWorkspace, unknown>> {
  return {
    drafts: Object.fromEntries(drafts),
    people: Object.fromEntries(people),
    log: Object.fromEntries(log),
    audits: Object.fromEntries(audits),
    programme: Object.fromEntries(programme),
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
    return seenShape.parse(JSON.parse(text));
  } catch {
    return nothingSeen;
  }
}
