import { canonical } from '../records/canonical.ts';
import type { Framework } from './framework-schema.ts';

/** The hash a draft adopts a framework by: sha256 of its canonical form, hex. */
export function frameworkHash(framework: Framework, sha256: (utf8: string) => string): string {
  return sha256(canonical(framework));
}
