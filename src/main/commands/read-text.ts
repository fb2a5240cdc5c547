import { readFile } from 'node:fs/promises';
import { Unreadable } from './cli-output.ts';

/** A file's bytes; ends the command where it cannot be read. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new Unreadable(`${file} cannot be read. Nothing was changed.`);
  }
}

/** A file's text; ends the command where it is not UTF-8. */
export async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch {
    throw new Unreadable(`${file} cannot be read as UTF-8 text. Nothing was changed.`);
  }
}
