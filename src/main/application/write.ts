import { fromFault, lockedBy, noPerson, oversized } from './session/call-errors.ts';
import { loadAppended } from './load-appended.ts';
import { loadDraft, loadFolder, openedIn, printOf } from './load.ts';
import { whyNot } from './session/may-write.ts';
import { takeBack } from './session/take-back.ts';
import { whyNotYet } from './session/why-not-yet.ts';
import type { LaterIntent } from './session/later-intent.ts';
import { ownPlace } from './session/own-place.ts';
import { RecordChain, type ChainPlace } from './session/record-chain.ts';
import type { LoadedDraft, Scope } from './session/session.ts';
import type { FoldedDraft } from '../../shared/judgment/fold-draft.ts';
import type { EventType, Intent } from '../../shared/records/define-event.ts';
import { ownershipRecovered } from '../../shared/people/ownership-recovered.ts';
import { ownershipAccepted } from '../../shared/people/ownership-accepted.ts';
import { draftEventTypes } from '../../shared/judgment/event-types.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { SavedView } from '../../shared/ipc/views.ts';

/**
 * Writes one record to a draft: `intend` makes it from the draft as it stands now, rights are judged, the line is
 * appended and on disk before this answers. Writes of one process queue, so none builds on what another replaces.
 */
export function writeRecord(
  scope: Scope,
  draft: string,
  intend: (folded: FoldedDraft, person: string) => Result<Intent, CallError>,
): Promise<Result<SavedView, CallError>> {
  return writeRecords(scope, draft, (folded, person) => {
    const intent = intend(folded, person);
    return intent.ok ? done({ first: intent.value, rest: [] }) : intent;
  });
}

/** A service that writes one record, whose body is what came in without the draft it is for. */
export function writing<I extends { readonly draft: string }>(
  write: (body: Omit<I, 'draft'>) => Intent,
): (scope: Scope, input: I) => Promise<Result<SavedView, CallError>> {
  return (scope, { draft, ...body }) => writeRecord(scope, draft, () => done(write(body)));
}

/** Several records written in one append, all or nothing: the first, and others made from those before them. */
interface IntentSeries {
  readonly first: Intent;
  readonly rest: Iterable<LaterIntent>;
}

/** Writes several records as `writeRecord` writes one. `watch` hears how many are made, and stops the whole by false. */
export function writeRecords(
  scope: Scope,
  draft: string,
  intend: (folded: FoldedDraft, person: string) => Result<IntentSeries, CallError>,
  watch: (made: number) => boolean | Promise<boolean> = () => true,
): Promise<Result<SavedView, CallError>> {
  return scope.queue(async () => {
    const self = await scope.ports.keys.self();
    if (self === null) return refused(noPerson);
    if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
    const opened = openedIn(scope);
    if (!opened.ok) return opened;
    const loaded = await loadDraft(scope, draft);
    if (!loaded.ok) return loaded;
    const { folded } = loaded.value.verified;
    const place = ownPlace(loaded.value, self.person, self.device);
    if (folded === null || place === null) return refused(damagedDraft);
    const intent = (): ReturnType<typeof intend> => intend(folded, self.person);
    const made = await signed(scope, loaded.value, { ...self, folded, place }, intent, watch);
    if (!made.ok) return made;
    const { id, lines } = made.value;
    const taken = await takeBack(opened.value, loaded.value, self.device);
    if (!taken.ok) return taken;
    const { folder } = loaded.value;
    const { workspace } = opened.value;
    const appended = await workspace.append(folder, self.device, lines, printOf(loaded.value));
    if (!appended.ok) return refused(fromFault(appended.error));
    const isTaken =
      appended.value !== null &&
      (await loadAppended(scope, opened.value, loaded.value, self.device, lines, appended.value));
    if (!isTaken) await loadFolder(scope, opened.value, folder);
    scope.ports.windows.broadcast({ kind: 'changed', draft });
    return done({ record: id });
  });
}

/** Who writes where, on what. */
interface Writer {
  readonly person: string;
  readonly device: string;
  readonly folded: FoldedDraft;
  readonly place: ChainPlace;
}

/**
 * The lines of signed records, and the first one's id. What they were made of is let go with this call: of a hundred
 * thousand rows it is as much as all that is kept of them.
 */
async function signed(
  { ports }: Scope,
  loaded: LoadedDraft,
  { person, device, folded, place }: Writer,
  intend: () => Result<IntentSeries, CallError>,
  watch: (made: number) => boolean | Promise<boolean>,
): Promise<Result<{ readonly id: string; readonly lines: readonly Uint8Array[] }, CallError>> {
  const intent = intend();
  if (!intent.ok) return intent;
  const { first, rest } = intent.value;
  const error = whyNotYet(loaded, device, first.kind) ?? objection(folded, person, first);
  if (error !== null) return refused(error);
  const chain = new RecordChain(ports, place, 'device');
  const { id } = await chain.add(first);
  const judged = new Set([first.kind]);
  for (const make of rest) {
    const next = make(chain.made);
    const later = judged.has(next.kind) ? null : whyNotOfKind(folded, person, next.kind);
    if (later !== null) return refused(later);
    judged.add(next.kind);
    await chain.add(next);
    if (!(await watch(chain.made.length))) return refused(stopped);
  }
  return chain.isOversized() ? refused(oversized) : done({ id, lines: chain.bytes() });
}

const stopped: CallError = {
  code: 'cancelled',
  message: 'You stopped this, and nothing was written. Everything is as it was before.',
};

function objection(folded: FoldedDraft, person: string, intent: Intent): CallError | null {
  const { kind } = intent;
  const said = intent.said(person);
  if (!draftEventTypes.has(kind.type) || said === null) {
    return {
      code: 'wrong-shape',
      message:
        'What was to be saved is not in the form of its kind. Nothing was changed. Correct it and try again.',
    };
  }
  const error = whyNotOfKind(folded, person, kind);
  if (error !== null) return error;
  const stranger = said.read.names.find((id) => !folded.graph.has(id));
  if (stranger !== undefined) {
    return {
      code: 'out-of-date',
      message:
        'What you were looking at is not in the draft any more, or has not arrived here. Nothing was changed. Look again and repeat it.',
    };
  }
  return null;
}

/** Why a person may write no record of a kind, whatever it says. Every kind of a series is judged: the first may be free to all. */
function whyNotOfKind(folded: FoldedDraft, person: string, kind: EventType): CallError | null {
  const roles = folded.rights.rolesOf(person);
  if (kind.may.length > 0 && !kind.may.some((role) => roles.includes(role))) {
    return {
      code: 'not-allowed',
      message:
        'Your role in this draft does not allow this. Nothing was changed. Ask the owner of the draft for a role that does.',
    };
  }
  return mayTakeOver(folded, person, kind) ? whyNot(folded.state, kind, person) : notTheirs;
}

/** Ownership passes only to whom it was offered, or to whoever was named when the draft was begun; other kinds take nothing over. */
function mayTakeOver({ state }: FoldedDraft, person: string, { type }: EventType): boolean {
  if (type === ownershipRecovered.type) return state.recoveryOwner === person;
  return type !== ownershipAccepted.type || state.ownershipOffers.some((offer) => offer.to === person);
}

const notTheirs: CallError = {
  code: 'not-allowed',
  message:
    'The draft was not offered to you, and you are not the one named to take it over. Nothing was changed.',
};

const damagedDraft: CallError = {
  code: 'damaged',
  message:
    'This draft cannot be put together from its files, so nothing was written to it. The files are untouched. Verify the workspace to see which line is damaged.',
};
