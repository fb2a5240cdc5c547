import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Grants } from '../ports/ports.ts';
import type { StorageFault } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { FileGrant, FolderGrant } from '../../shared/ipc/grant.ts';
import type { FileSystem } from './file-system.ts';
import { NotOrdinary } from './not-ordinary.ts';
import { replaceFile } from './replace-file.ts';
import { errnoOf, storageFault } from './storage-fault.ts';

/** The most bytes of files that windows handed over and nothing has read yet: what came first is forgotten for more. */
const mostUnread = 1_000_000_000;

/** The most bytes of files that windows handed over and that were read: they can be read again, as a file on disk can. */
const mostRead = 50_000_000;

const remembered = z.record(z.string(), z.string());

/** Turns paths into opaque grants and back; paths stay on this side. Bytes handed in by a window are granted too. */
export class PathGrants implements Grants {
  readonly #fs: FileSystem;
  readonly #profile: string;
  readonly #paths = new Map<string, string>();
  readonly #unread = new Map<string, HandedOver>();
  readonly #read = new Map<string, HandedOver>();
  readonly #most: { readonly unread: number; readonly read: number };

  constructor(fs: FileSystem, profile: string, most = { unread: mostUnread, read: mostRead }) {
    this.#fs = fs;
    this.#profile = profile;
    this.#most = most;
  }

  grantFolder(path: string): FolderGrant {
    return { grant: this.#put(path), name: basename(path) === '' ? path : basename(path) };
  }

  async grantFile(path: string): Promise<FileGrant> {
    const facts = await this.#fs.facts(await chosen(path));
    return { grant: this.#put(path), name: basename(path), bytes: facts?.size ?? 0 };
  }

  /**
   * Takes the content of a file that a window handed in, in whatever form its host has bytes. Where nothing reads them,
   * those that came first are forgotten, so that they fill no memory.
   */
  grantBytes(name: string, content: Uint8Array | ArrayBufferLike): FileGrant {
    const grant = randomBytes(16).toString('hex');
    const bytes = plainBytes(content);
    this.#unread.set(grant, { name, bytes });
    forgetFirst(this.#unread, Math.max(this.#most.unread, bytes.length));
    return { grant, name, bytes: bytes.length };
  }

  /** The path behind a grant, for adapters only. */
  pathOf(grant: string): string | null {
    return this.#paths.get(grant) ?? null;
  }

  async readFile(grant: string, maxBytes: number): ReturnType<Grants['readFile']> {
    const handedOver = this.#unread.get(grant) ?? this.#read.get(grant);
    if (handedOver !== undefined) return this.#again(grant, handedOver, maxBytes);
    const path = this.#paths.get(grant);
    if (path === undefined) return refused(forgotten);
    try {
      return done({ name: basename(path), bytes: await this.#fs.readFile(await chosen(path), maxBytes) });
    } catch (error) {
      if (errnoOf(error) === 'EFBIG') return refused(tooLarge(basename(path), maxBytes));
      if (error instanceof NotOrdinary) return refused(noFile(basename(path)));
      return refused(storageFault(error, `read ${basename(path)}`));
    }
  }

  /** Gives a copy of what a window handed over, since a worker may take the bytes along, and keeps it while there is room. */
  #again(grant: string, file: HandedOver, maxBytes: number): Awaited<ReturnType<Grants['readFile']>> {
    this.#unread.delete(grant);
    this.#read.delete(grant);
    if (file.bytes.length > maxBytes) return refused(tooLarge(file.name, maxBytes));
    if (file.bytes.length > this.#most.read) return done(file);
    this.#read.set(grant, file);
    forgetFirst(this.#read, this.#most.read);
    return done({ ...file, bytes: file.bytes.slice() });
  }

  folderOfRecent(recent: string): FolderGrant | null {
    const paths = this.#remembered();
    const path = Object.hasOwn(paths, recent) ? paths[recent] : undefined;
    return path === undefined ? null : this.grantFolder(path);
  }

  async rememberFolder(folder: FolderGrant): Promise<Result<string, StorageFault>> {
    const path = this.#paths.get(folder.grant) ?? '';
    const id = createHash('sha256').update(path).digest('hex').slice(0, 16);
    const text = JSON.stringify({ ...this.#remembered(), [id]: path });
    try {
      await this.#fs.makeFolder(this.#profile);
    } catch (error) {
      return refused(storageFault(error, 'remember the folder'));
    }
    const file = join(this.#profile, 'folders.json');
    const kept = await replaceFile(this.#fs, file, new TextEncoder().encode(text), 'remember the folder');
    return kept.ok ? done(id) : kept;
  }

  async ownFolder(name: string): Promise<Result<FolderGrant, StorageFault>> {
    const path = join(this.#profile, name);
    try {
      await this.#fs.makeFolder(path);
      return done(this.grantFolder(path));
    } catch (error) {
      return refused(storageFault(error, 'make a folder for the sample'));
    }
  }

  #put(path: string): string {
    const grant = randomBytes(16).toString('hex');
    this.#paths.set(grant, path);
    return grant;
  }

  #remembered(): Readonly<Record<string, string>> {
    try {
      return remembered.parse(JSON.parse(readFileSync(join(this.#profile, 'folders.json'), 'utf8')));
    } catch {
      return {};
    }
  }
}

/** A file that a window handed over. */
interface HandedOver {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Forgets what came first, until the rest is no more than so many bytes. */
function forgetFirst(files: Map<string, HandedOver>, most: number): void {
  let sum = [...files.values()].reduce((bytes, file) => bytes + file.bytes.length, 0);
  for (const [grant, file] of files) {
    if (sum <= most) return;
    files.delete(grant);
    sum -= file.bytes.length;
  }
}

/**
 * A copy in memory of its own: the reader of PDFs refuses node's Buffers, a part of a larger buffer brings its neighbours
 * along when it goes to a worker, and shared memory can change while it is read.
 */
function plainBytes(content: Uint8Array | ArrayBufferLike): Uint8Array<ArrayBuffer> {
  return new Uint8Array(ArrayBuffer.isView(content) ? content : new Uint8Array(content));
}

/** The file itself that a person chose, who may have chosen a link to it. */
function chosen(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function noFile(name: string): StorageFault {
  return {
    code: 'not-a-file',
    message: `${name} is no ordinary file: it is a folder, a pipe, a socket or a device. It was not opened, and nothing was imported. Choose a file.`,
  };
}

const forgotten: StorageFault = {
  code: 'not-found',
  message: 'Plumbline no longer has leave to read that. Nothing was changed. Choose it again.',
};

function tooLarge(name: string, maxBytes: number): StorageFault {
  return {
    code: 'too-large',
    message: `${name} is larger than ${Math.floor(maxBytes / 1_000_000)} MB. Nothing was imported from it. Check that it is the right file.`,
  };
}
