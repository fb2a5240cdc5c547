import { constants } from 'node:fs';
import { access, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Unreadable } from './cli-output.ts';

/** Ends the command unless every path is a file that can be read. */
export async function needFiles(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const facts = await stat(file).catch(() => null);
    const readable = await access(file, constants.R_OK).then(
      () => true,
      () => false,
    );
    if (facts?.isFile() !== true || !readable)
      throw new Unreadable(`${file} is no file that can be read. Nothing was changed.`);
  }
}

/**
 * Ends the command where no folder is at a path and none can be made there. The folders above it are not made: where a
 * share is away, they would stand where it is mounted.
 */
export async function needRoomForFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  const here = await stat(path).catch(() => null);
  const place = here === null ? dirname(path) : path;
  const facts = here ?? (await stat(place).catch(() => null));
  if (facts === null)
    throw new Unreadable(
      `No folder can be made at ${folder}: ${place} is not there. Nothing was changed. Check that the shared folder is connected, or make that folder first.`,
    );
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!facts.isDirectory() || !writable)
    throw new Unreadable(
      `No folder can be made at ${folder}: ${place} is in the way or may not be written. Nothing was changed.`,
    );
}

/** Ends the command unless a folder is at a path, into which several files go. */
export async function needFolder(out: string): Promise<void> {
  const facts = out === '-' ? null : await stat(out).catch(() => null);
  if (facts?.isDirectory() !== true)
    throw new Unreadable(
      `${out === '-' ? 'Standard output' : out} is no folder, and several drafts make several files. Nothing was changed. Name a folder with --out.`,
    );
}

/** Ends the command where something stands already at a path that it would write. */
export async function needFree(out: string): Promise<void> {
  const facts = out === '-' ? null : await stat(out).catch(() => null);
  if (facts !== null)
    throw new Unreadable(`${out} exists already. Nothing was changed. Choose another name.`);
}

/** Writes a new file, or for `-` to standard output; nothing that exists is overwritten. */
export async function writeOut(out: string, bytes: Uint8Array): Promise<void> {
  if (out === '-') {
    await new Promise<void>((done, fail) => {
      process.stdout.write(bytes, (error) => (error == null ? done() : fail(error)));
    });
    return;
  }
  await writeFile(out, bytes, { flag: 'wx' }).catch(() => {
    throw new Unreadable(
      `${out} exists already or cannot be written. Nothing was changed. Choose another name.`,
    );
  });
}
