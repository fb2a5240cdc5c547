import { readFileSync } from 'node:fs';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';

/** A framework that ships, by its id; a test that names none, or one that does not hold together, fails. */
export function shipped(id: string): Framework {
  const file = new URL(`../../../resources/frameworks/${id}.json`, import.meta.url);
  const checked = checkFramework(JSON.parse(readFileSync(file, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.framework;
}
