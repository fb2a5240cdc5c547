import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** The bytes by which a text could lie somewhere: plain, hex, UTF-16 in both orders, base64 at each alignment. */
function formsOf(secret: string): readonly Buffer[] {
  const plain = Buffer.from(secret, 'utf8');
  const wide = Buffer.from(secret, 'utf16le');
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -4));
  });
  const hex = plain.toString('hex');
  return [
    plain,
    wide,
    Buffer.from(wide).swap16(),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...aligned,
  ];
}

/** Which of the forms of which secrets stand in some bytes. */
export function leaksIn(bytes: Buffer, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => bytes.includes(form)));
}

/** Every file below a folder in which a secret stands in any form. */
export async function leakingFiles(folder: string, secrets: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    for (const secret of leaksIn(await readFile(path), secrets)) found.push(`${path}: ${secret}`);
  }
  return found;
}

/** Everything the server says to a page from now on: bodies of answers and frames of sockets. */
export function overhear(page: Page, heard: string[]): void {
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(String(payload)));
  });
  page.on('response', (response) => {
    void response.text().then(
      (text) => heard.push(text),
      () => heard.push(''),
    );
  });
}
