import { listFrameworks } from '../application/framework/list-frameworks.ts';
import { moveFramework } from '../application/draft/move-framework.ts';
import {
  dropUnpublished,
  keepUnpublished,
  readUnpublished,
} from '../application/framework/unpublished-framework.ts';
import { publishFramework } from '../application/framework/publish-framework.ts';
import type { Scope } from '../application/session/session.ts';
import { handOut } from '../application/session/hand-out.ts';
import type { Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

/** The services of frameworks, one for every channel of theirs. */
export const frameworkServices = {
  listFrameworks,
  publishFramework,
  readUnpublished,
  keepUnpublished,
  dropUnpublished,
  exportFramework,
  moveFramework,
};

/** Hands out a framework, finished or not, as the JSON file that it is. */
async function exportFramework(
  scope: Scope,
  { name, text }: { name: string; text: string },
): Promise<Result<{ name: string } | null, CallError>> {
  const bytes = new TextEncoder().encode(`${text}\n`);
  return handOut(scope, `${name}.json`, bytes);
}
