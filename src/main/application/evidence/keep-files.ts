import { fromFault } from '../session/call-errors.ts';
import { loadDraft, openedIn } from '../load.ts';
import type { Scope } from '../session/session.ts';
import type { AttachmentAddedBody } from '../../../shared/evidence/attachment-added.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** First bytes by which a kind of file is known; what a file is called decides nothing. */
const beginnings: readonly (readonly [string, number, string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['application/pdf', 0, '%PDF-'],
];

/** What a file is, by its first bytes: a media type that can be previewed, or application/octet-stream. */
export function mediaOf(bytes: Uint8Array): string {
  const found = beginnings.find(([, from, text]) =>
    Array.from(text).every((letter, at) => bytes[from + at] === letter.charCodeAt(0)),
  );
  return found?.[0] ?? 'application/octet-stream';
}

const mostBytes = 100_000_000;

/** What a record says of a file that lies in the draft's folder. */
type KeptFile = Omit<AttachmentAddedBody, 'note'>;

/** Puts files into the draft's folder, by hash; no record names them yet. Files that no record names are harmless. */
export async function keepFiles(
  scope: Scope,
  draft: string,
  grants: readonly string[],
): Promise<Result<readonly KeptFile[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const place = opened.value.workspace.attachments(loaded.value.folder);
  if (place === null) return refused(readOnlyPlace);
  const kept: KeptFile[] = [];
  for (const grant of grants) {
    const file = await scope.ports.grants.readFile(grant, mostBytes);
    if (!file.ok) return refused(fromFault(file.error));
    const { name, bytes } = file.value;
    const put = await place.put(bytes);
    if (!put.ok) return refused(fromFault(put.error));
    kept.push({ sha256: put.value, name: plainName(name), media: mediaOf(bytes), bytes: bytes.length });
  }
  return done(kept);
}

/** Takes away a file that was kept for a record which was then not written, unless another record names it. */
export async function dropUnnamed(scope: Scope, draft: string, sha256: string): Promise<void> {
  const opened = openedIn(scope);
  const loaded = await loadDraft(scope, draft);
  if (!opened.ok || !loaded.ok) return;
  const entries = loaded.value.verified.folded?.graph.entries ?? [];
  if (entries.some(({ record }) => JSON.stringify(record.facts ?? null).includes(sha256))) return;
  await opened.value.workspace.attachments(loaded.value.folder)?.remove(sha256);
}

/** A name as it is shown: no control or direction characters, 200 characters at most. */
function plainName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return plain === '' ? 'file' : Array.from(plain).slice(-180).join('').trim();
}

const readOnlyPlace: CallError = {
  code: 'read-only',
  message: 'A .judgment file holds records only, so no file can be kept in it. Nothing was changed.',
};
