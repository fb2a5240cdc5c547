import { z } from 'zod';
import { fromFault, lockedBy } from '../session/call-errors.ts';
import { keepSecret, readSecret } from '../lodging/kept-secret.ts';
import type { Scope } from '../session/session.ts';
import type { JournalEntry } from '../../ports/storage-ports.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** The journal's entry: one for the draft's text, one for a note that is being written. */
function entryOf({ draft, slot }: CallInput<'readJournal'>): string {
  return slot === 'note' ? `${draft}-note` : draft;
}

const inAnotherWindow: CallError = {
  code: 'conflict',
  message:
    'You typed here in another window of yours since, and what you typed there is kept. What you typed in this window is in it alone: copy it, or save it as a text file. Once you save or discard the text in the other window, this is kept by itself.',
};

/** Whether an entry may be written: not over what another window wrote there and this one never read. */
async function mayWrite(
  scope: Scope,
  entry: string,
  standing: CallInput<'keepWords'>['standing'],
): Promise<Result<null, CallError>> {
  if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
  if (standing === undefined) return done(null);
  const read = await scope.ports.journal.read(entry);
  // What cannot be read has nothing to lose: it is written anew.
  const there = read.ok ? read.value : null;
  const own = there === null || there.writer === standing.writer || there.at === standing.over;
  return own ? done(null) : refused(inAnotherWindow);
}

/** What was typed in a draft and not yet saved. */
export async function readJournal(
  scope: Scope,
  place: CallInput<'readJournal'>,
): Promise<Result<JournalEntry | null, CallError>> {
  const read = await scope.ports.journal.read(entryOf(place));
  return read.ok ? read : refused(fromFault(read.error));
}

/** Keeps what is typed; it is on disk when this answers. */
export async function writeJournal(
  scope: Scope,
  { content, standing, ...place }: CallInput<'writeJournal'>,
): Promise<Result<{ at: string }, CallError>> {
  const may = await mayWrite(scope, entryOf(place), standing);
  if (!may.ok) return may;
  const at = new Date(scope.ports.clock.now()).toISOString();
  const written = await scope.ports.journal.write(entryOf(place), { at, content, writer: standing?.writer });
  return written.ok ? done({ at }) : refused(fromFault(written.error));
}

/** Throws away what was typed and not saved, at the person's word. */
export async function clearJournal(
  scope: Scope,
  place: CallInput<'clearJournal'>,
): Promise<Result<null, CallError>> {
  const cleared = await scope.ports.journal.clear(entryOf(place));
  return cleared.ok ? cleared : refused(fromFault(cleared.error));
}

/** The journal's entry for what is written in a form. */
function formEntry({ draft, slot }: CallInput<'readWords'>): string {
  return `${draft}-form-${slot}`;
}

/** What was typed in a form and not saved. */
export async function readWords(
  scope: Scope,
  place: CallInput<'readWords'>,
): Promise<Result<{ at: string; text: string } | null, CallError>> {
  const read = await readSecret(scope, formEntry(place), z.string());
  if (!read.ok) return read;
  return done(read.value === null ? null : { at: read.value.at, text: read.value.kept });
}

/** Keeps what is typed in a form, encrypted; it is on disk when this answers. */
export async function keepWords(
  scope: Scope,
  { text, standing, ...place }: CallInput<'keepWords'>,
): Promise<Result<{ at: string }, CallError>> {
  // Words that cannot be read any more stand in nobody's way.
  const legible = (await readWords(scope, place)).ok;
  const may = await mayWrite(scope, formEntry(place), legible ? standing : undefined);
  return may.ok ? keepSecret(scope, formEntry(place), text, standing?.writer) : may;
}

/** Forgets what was typed in a form: it was saved, or the person threw it away. */
export async function clearWords(
  scope: Scope,
  place: CallInput<'clearWords'>,
): Promise<Result<null, CallError>> {
  const cleared = await scope.ports.journal.clear(formEntry(place));
  return cleared.ok ? cleared : refused(fromFault(cleared.error));
}
