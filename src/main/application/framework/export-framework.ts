import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Hands out a framework, finished or not, as the JSON file that it is. */
export async function exportFramework(
  scope: Scope,
  { name, text }: { name: string; text: string },
): Promise<Result<{ name: string } | null, CallError>> {
  const bytes = new TextEncoder().encode(`${text}\n`);
  return handOut(scope, `${name}.json`, bytes);
}
