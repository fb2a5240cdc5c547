import { readdirSync, readFileSync } from 'node:fs';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';

/** The frameworks as they ship. */
export function shippedFrameworks(): readonly Framework[] {
  const folder = new URL('../../../resources/frameworks/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const checked = checkFramework(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
      return checked.framework;
    });
}
