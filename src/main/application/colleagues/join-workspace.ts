import { openedIn } from '../load.ts';
import { brokenIn } from '../exchange/offer-file.ts';
import { readOffered, type Offered } from '../exchange/offered.ts';
import { takeCards } from '../exchange/take-in.ts';
import { extendOwnLog } from '../session/extend-own-log.ts';
import { handOut } from '../session/hand-out.ts';
import { fromFault, lockedBy, noPerson, nothingChanged } from '../session/call-errors.ts';
import { loadPeople, peopleOf } from '../session/load-people.ts';
import { ownPerson } from '../session/person-views.ts';
import { readLines } from '../session/read-lines.ts';
import type { Scope } from '../session/session.ts';
import { personDistrusted } from '../../../shared/people/person-distrusted.ts';
import { personVouched } from '../../../shared/people/person-vouched.ts';
import { cardLine, cardsInText, invitationLine, readInvitation } from '../../../shared/people/invitation.ts';
import type { PersonCard } from '../../../shared/people/person.ts';
import { printable } from '../../../shared/printable.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { AddedCards, InvitationView } from '../../../shared/ipc/colleague-channels.ts';

/** How many of the first lines of a log say who somebody is: card, device, key for encrypted grades. */
const cardLines = 3;
const encoder = new TextEncoder();

async function makeInvitation(scope: Scope): Promise<Result<{ line: string }, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const self = await ownPerson(scope);
  if (self === null) return refused(noPerson);
  const { id, name } = opened.value.workspace;
  const lines = (await scope.ports.keys.cardLines()).slice(0, cardLines);
  return done({ line: invitationLine({ workspace: { id, name }, lines }, self.card.name) });
}

async function saveInvitation(scope: Scope): Promise<Result<{ name: string } | null, CallError>> {
  const made = await makeInvitation(scope);
  if (!made.ok) return made;
  const slug = (scope.session.opened?.workspace.name ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return handOut(
    scope,
    `${slug === '' ? 'workspace' : slug}.invitation`,
    encoder.encode(`${made.value.line}\n`),
  );
}

const noInvitation: CallError = {
  code: 'unreadable',
  message:
    'There is no whole invitation in this. Nothing was changed. Copy all of the line, or ask for the invitation as a file.',
};

async function textOf(scope: Scope, input: CallInput<'readInvitation'>): Promise<Result<string, CallError>> {
  if ('text' in input) return done(input.text);
  const read = await scope.ports.grants.readFile(input.file, 1_000_000);
  return read.ok ? done(new TextDecoder().decode(read.value.bytes)) : refused(fromFault(read.error));
}

async function whatInvites(
  scope: Scope,
  input: CallInput<'readInvitation'>,
): Promise<Result<InvitationView, CallError>> {
  const text = await textOf(scope, input);
  if (!text.ok) return text;
  const invitation = readInvitation(text.value);
  const maker = invitation === null ? null : cardIn(scope, invitation.lines);
  if (invitation === null || maker === null) return refused(noInvitation);
  const { id, name } = invitation.workspace;
  return done({ workspace: { id, name: printable(name) }, maker });
}

/** The card that signed lines of a log say; null where they say none. */
function cardIn(scope: Scope, lines: readonly string[]): PersonCard | null {
  const read = lines.map((text, at) => ({
    ...{ file: 'invitation', line: at + 1, isComplete: true },
    bytes: encoder.encode(text),
  }));
  const { people, problems } = peopleOf(readLines(read, scope.ports.crypto), scope);
  return problems.some(({ level }) => level === 'broken') ? null : (people[0]?.card ?? null);
}

async function ownCardLine(scope: Scope): Promise<Result<{ line: string }, CallError>> {
  const self = await ownPerson(scope);
  if (self === null) return refused(noPerson);
  return done({ line: cardLine(await scope.ports.keys.cardLines(), self.card.name) });
}

/** Why a file is no card to be added; null where it is. */
function whyNoCard(offered: Offered, names: readonly string[]): string | null {
  if (offered.draft !== null) return 'It holds a draft, and not a card.';
  const broken = brokenIn(offered).at(0);
  return broken === undefined ? (names.length === 0 ? 'It holds no card.' : null) : broken.message;
}

/** Adds the cards in files or in a text. One that is broken keeps no other out. */
function addCards(scope: Scope, input: CallInput<'addCards'>): Promise<Result<AddedCards, CallError>> {
  return scope.queue(async () => {
    const opened = openedIn(scope);
    if (!opened.ok) return opened;
    if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
    const files =
      'files' in input
        ? input.files
        : cardsInText(input.text).map(
            (lines, at) =>
              scope.ports.grants.grantBytes(`Card ${at + 1}.card`, encoder.encode(`${lines}\n`)).grant,
          );
    if (files.length === 0)
      return refused(nothingChanged('There is no whole card in this text: copy all of the line.'));
    const all: { added: string[]; known: string[]; refused: AddedCards['refused'][number][] } = {
      ...{ added: [], known: [], refused: [] },
    };
    for (const file of files) {
      const offered = await readOffered(scope, file);
      if (!offered.ok) {
        all.refused.push({ name: '', why: offered.error.message });
        continue;
      }
      const { value } = offered;
      const ids = new Set(value.peopleLines.flatMap(({ read }) => (read.ok ? [read.value.author] : [])));
      const names = value.together.people.filter(({ id }) => ids.has(id)).map(({ card }) => card.name);
      const why = whyNoCard(value, names);
      if (why !== null) {
        all.refused.push({ name: value.file, why });
        continue;
      }
      const taken = await takeCards(value);
      if (!taken.ok) return taken;
      (taken.value > 0 ? all.added : all.known).push(...names);
    }
    scope.session.offered = undefined;
    await loadPeople(scope, opened.value);
    scope.ports.windows.broadcast({ kind: 'changed', draft: null });
    return done(all);
  });
}

/** Stands before others for a colleague whose phrase this person compared. */
async function vouchForPerson(
  scope: Scope,
  { person }: CallInput<'vouchForPerson'>,
): Promise<Result<null, CallError>> {
  const self = await ownPerson(scope);
  if (self === null) return refused(noPerson);
  if (!self.verified.includes(person))
    return refused(nothingChanged('You vouch for whom you know: read the digits with them first.'));
  return told(scope, await extendOwnLog(scope, personVouched.write({ person })));
}

/** Says to everybody that the phrase differed. */
async function distrustPerson(
  scope: Scope,
  { person }: CallInput<'distrustPerson'>,
): Promise<Result<null, CallError>> {
  return told(scope, await extendOwnLog(scope, personDistrusted.write({ person })));
}

function told(scope: Scope, written: Result<null, CallError>): Result<null, CallError> {
  if (written.ok) scope.ports.windows.broadcast({ kind: 'changed', draft: null });
  return written;
}

/** Inviting, answering and knowing each other, one for every channel of theirs. */
export const joiningServices = {
  ...{ makeInvitation, saveInvitation, readInvitation: whatInvites, ownCardLine },
  ...{ addCards, vouchForPerson, distrustPerson },
};
