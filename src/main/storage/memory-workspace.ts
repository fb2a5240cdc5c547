import type {
  Attachments,
  DraftFolder,
  Founding,
  LogLine,
  StorageFault,
  Workspace,
  Workspaces,
} from '../ports/storage-ports.ts';
import type { FolderChange, FolderWatch } from '../ports/folder-ports.ts';
import type { AuditFolder, SharedFiles, SharedFolder } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { FolderGrant } from '../../shared/ipc/grant.ts';
import { MemoryAttachments } from './memory-attachments.ts';
import { MemorySharedFiles } from './memory-shared-files.ts';
import { splitLines } from './split-lines.ts';

const absent: StorageFault = {
  code: 'vanished',
  message: 'The folder or file is no longer there. What you typed is kept on this computer.',
};

/** Logs of one folder by file name; each the text of its whole lines. */
type MemoryLogs = ReadonlyMap<string, string>;

/** A workspace that lives in memory: the twin of the one on disk under the same contract, and what .judgment files are read into. */
export class MemoryWorkspace implements Workspace {
  readonly id: string;
  readonly name: string;
  readonly kind: Workspace['kind'] = 'folder';
  readonly folder = null;
  readonly openedFrom = null;
  readonly #drafts = new Map<DraftFolder, Map<string, string>>();
  readonly #people: Map<string, string>;
  readonly #log = new Map<string, string>();
  readonly #audits = new Map<AuditFolder, Map<string, string>>();
  readonly #programme: MemoryLogs;
  readonly #files = new Map<DraftFolder, MemoryAttachments>();
  readonly #shared = {
    calendars: new MemorySharedFiles(),
    frameworks: new MemorySharedFiles(),
    presence: new MemorySharedFiles(),
  };
  #stamp = 0;
  readonly #hearers = new Set<(change: FolderChange) => void>();

  constructor(
    id: string,
    name: string,
    people: MemoryLogs = new Map(),
    drafts: ReadonlyMap<DraftFolder, MemoryLogs> = new Map(),
    audits: ReadonlyMap<AuditFolder, MemoryLogs> = new Map(),
    programme: MemoryLogs = new Map(),
  ) {
    for (const [folder, logs] of audits) this.#audits.set(folder, new Map(logs));
    this.#programme = programme;
    this.id = id;
    this.name = name;
    this.#people = new Map(people);
    for (const [folder, logs] of drafts) this.#drafts.set(folder, new Map(logs));
  }

  listDraftFolders(): Promise<Result<readonly DraftFolder[], StorageFault>> {
    return Promise.resolve(done([...this.#drafts.keys()].sort()));
  }

  readDraft(folder: DraftFolder): Promise<Result<readonly LogLine[], StorageFault>> {
    const logs = this.#drafts.get(folder);
    return Promise.resolve(logs === undefined ? refused(absent) : done(linesOf(logs)));
  }

  readPeople(): Promise<Result<readonly LogLine[], StorageFault>> {
    return Promise.resolve(done(linesOf(this.#people)));
  }

  readWorkspaceLog(): Promise<Result<readonly LogLine[], StorageFault>> {
    return Promise.resolve(done(linesOf(this.#log)));
  }

  listAudits(): Promise<Result<readonly AuditFolder[], StorageFault>> {
    return Promise.resolve(done([...this.#audits.keys()].sort()));
  }

  readAudit(folder: AuditFolder): Promise<Result<readonly LogLine[], StorageFault>> {
    const logs = this.#audits.get(folder);
    return Promise.resolve(logs === undefined ? refused(absent) : done(linesOf(logs)));
  }

  readProgramme(): Promise<Result<readonly LogLine[], StorageFault>> {
    return Promise.resolve(done(linesOf(this.#programme)));
  }

  createDraft(
    slug: string,
    draft: string,
    key: string,
    lines: readonly string[],
  ): Promise<Result<DraftFolder, StorageFault>> {
    const folder = `${slug}-${draft.slice(0, 8)}`;
    this.#drafts.set(folder, new Map([[`${key}.jsonl`, joined(lines)]]));
    this.#stamp += 1;
    return Promise.resolve(done(folder));
  }

  async append(
    folder: DraftFolder,
    key: string,
    lines: readonly (string | Uint8Array)[],
    since = '',
  ): ReturnType<Workspace['append']> {
    const isSame = (await this.fingerprint(folder)) === since;
    const texts = lines.map((line) => (typeof line === 'string' ? line : new TextDecoder().decode(line)));
    const added = await this.#add(this.#drafts.get(folder), `${key}.jsonl`, texts, { kind: 'draft', folder });
    return added.ok ? done(isSame ? await this.fingerprint(folder) : null) : added;
  }

  appendPerson(person: string, lines: readonly string[]): Promise<Result<null, StorageFault>> {
    return this.#add(this.#people, `${person}.jsonl`, lines, { kind: 'people' });
  }

  appendToWorkspaceLog(key: string, lines: readonly string[]): Promise<Result<null, StorageFault>> {
    return this.#add(this.#log, `${key}.jsonl`, lines, { kind: 'workspace' });
  }

  appendToAudit(
    ...[folder, key, lines]: Parameters<Workspace['appendToAudit']>
  ): ReturnType<Workspace['appendToAudit']> {
    const logs = this.#audits.get(folder) ?? new Map<string, string>();
    this.#audits.set(folder, logs);
    return this.#add(logs, `${key}.jsonl`, lines, { kind: 'audits' });
  }

  rewriteOwn(
    ...[folder, key, replace]: Parameters<Workspace['rewriteOwn']>
  ): Promise<Result<null, StorageFault>> {
    const logs = this.#drafts.get(folder);
    const text = logs?.get(`${key}.jsonl`);
    if (logs === undefined || text === undefined) return Promise.resolve(refused(absent));
    const lines = text
      .split('\n')
      .map((line) => [...replace].find(([id]) => line.includes(`"id":"${id}"`))?.[1] ?? line);
    logs.set(`${key}.jsonl`, lines.join('\n'));
    this.#stamp += 1;
    return Promise.resolve(done(null));
  }

  shared(folder: SharedFolder): SharedFiles {
    return this.#shared[folder];
  }

  attachments(folder: DraftFolder): Attachments | null {
    const files = this.#files.get(folder) ?? new MemoryAttachments();
    this.#files.set(folder, files);
    return files;
  }

  takeBack(folder: DraftFolder, key: string, lines: readonly string[]): Promise<Result<null, StorageFault>> {
    const logs = this.#drafts.get(folder);
    if (logs === undefined) return Promise.resolve(refused(absent));
    const file = `${key}.jsonl`;
    const own = (logs.get(file) ?? '').split('\n').filter((line) => line !== '');
    const taken = new Set(own.map(seqOf));
    const all = [...own, ...lines.filter((line) => !taken.has(seqOf(line)))];
    logs.set(file, joined(all.toSorted((a, b) => seqOf(a) - seqOf(b))));
    this.#stamp += 1;
    return Promise.resolve(done(null));
  }

  irregularFiles(): Promise<Result<readonly never[], StorageFault>> {
    return Promise.resolve(done([]));
  }

  mayWrite(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** Tells of every append; a look finds nothing more. */
  watch(hear: (change: FolderChange) => void): FolderWatch {
    this.#hearers.add(hear);
    return {
      how: () => ({ events: true, everySeconds: 0 }),
      isAway: () => false,
      attend: () => undefined,
      look: () => Promise.resolve(),
      stop: () => Promise.resolve(void this.#hearers.delete(hear)),
    };
  }

  fingerprint(folder: DraftFolder): Promise<string> {
    return Promise.resolve(`${folder}:${this.#stamp}`);
  }

  #add(
    logs: Map<string, string> | undefined,
    file: string,
    lines: readonly string[],
    change: FolderChange,
  ): Promise<Result<null, StorageFault>> {
    if (logs === undefined) return Promise.resolve(refused(absent));
    logs.set(file, (logs.get(file) ?? '') + joined(lines));
    this.#stamp += 1;
    for (const hear of this.#hearers) hear(change);
    return Promise.resolve(done(null));
  }
}

const seqOf = (line: string): number => Number([...line.matchAll(/"seq":(\d+)/g)].at(-1)?.[1] ?? 0);

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function linesOf(logs: MemoryLogs): readonly LogLine[] {
  const encoder = new TextEncoder();
  return [...logs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, text]) => splitLines(file, encoder.encode(text)));
}

/** Workspaces in memory, by grant. */
export class MemoryWorkspaces implements Workspaces {
  readonly #made = new Map<string, MemoryWorkspace>();

  open(folder: FolderGrant): Promise<Result<Workspace, StorageFault>> {
    const found = this.#made.get(folder.grant);
    return Promise.resolve(
      found === undefined
        ? refused({ code: 'not-a-workspace', message: 'This folder is no Plumbline workspace.' })
        : done(found),
    );
  }

  async create(
    folder: FolderGrant,
    name: string,
    found: (left: readonly LogLine[]) => Promise<Result<Founding, StorageFault>>,
  ): Promise<Result<Workspace, StorageFault>> {
    if (this.#made.has(folder.grant))
      return refused({ code: 'exists', message: 'This folder already is a Plumbline workspace.' });
    const founding = await found([]);
    if (!founding.ok) return founding;
    const { id, key, lines } = founding.value;
    const made = new MemoryWorkspace(id, name);
    const founded = await made.appendToWorkspaceLog(key, lines);
    if (!founded.ok) return founded;
    this.#made.set(folder.grant, made);
    return done(made);
  }
}
