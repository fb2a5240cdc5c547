import { mostFileBytes } from '../../shared/ipc/grant.ts';

/** No name is longer on any system; a longer one came from no file. */
const longestName = 300;

/**
 * A file that a window handed over, whatever its host: a name without the folders before it, and its bytes. Null where
 * it is anything else, or larger than windows may hand over.
 */
export function handedOver(
  name: unknown,
  content: unknown,
): { readonly name: string; readonly bytes: Uint8Array } | null {
  if (typeof name !== 'string' || !(content instanceof Uint8Array)) return null;
  if (content.length > mostFileBytes) return null;
  const own = name.slice(0, longestName).split(/[/\\]/u).at(-1) ?? '';
  return { name: own === '' ? 'file' : own, bytes: content };
}
