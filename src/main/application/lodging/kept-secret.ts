import type { z } from 'zod';
import { fromFault } from '../session/call-errors.ts';
import type { Scope } from '../session/session.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

const unreadable: CallError = {
  code: 'damaged',
  message:
    'What you typed cannot be read on this computer any more. What you lodged is safe in the draft. Type it again to lodge it anew.',
};

/** Writes into the journal, encrypted, what must never lie on the disk in the clear. */
export async function keepSecret(
  { ports }: Scope,
  slot: string,
  kept: unknown,
  writer?: string,
): Promise<Result<{ at: string }, CallError>> {
  const concealed = await ports.keys.conceal(JSON.stringify(kept));
  if (!concealed.ok) return refused(fromFault(concealed.error));
  const at = new Date(ports.clock.now()).toISOString();
  const written = await ports.journal.write(slot, { at, content: concealed.value, writer });
  return written.ok ? done({ at }) : refused(fromFault(written.error));
}

/** Reads it again; nothing where nothing is kept. */
export async function readSecret<T>(
  { ports }: Scope,
  slot: string,
  schema: z.ZodType<T>,
): Promise<Result<{ readonly kept: T; readonly at: string } | null, CallError>> {
  const read = await ports.journal.read(slot);
  if (!read.ok) return refused(fromFault(read.error));
  if (read.value === null) return done(null);
  const text = await ports.keys.unconceal(read.value.content);
  const kept = text === null ? undefined : schema.safeParse(JSON.parse(text)).data;
  return kept === undefined ? refused(unreadable) : done({ kept, at: read.value.at });
}
