import { canonical } from '../records/canonical.ts';
import type { ParagraphHunk } from './hunks.ts';

/** What a change is known by, whatever number its paragraph has: sha256 over its section, kind and words. */
export function hunkKey(
  section: string,
  { kind, pieces }: ParagraphHunk,
  sha256: (utf8: string) => string,
): string {
  return sha256(canonical({ section, kind, pieces: pieces.map((piece) => [piece.kind, piece.text]) }));
}
