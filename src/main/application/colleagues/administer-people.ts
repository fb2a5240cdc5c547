import { openedIn } from '../load.ts';
import { readTable } from '../evidence/read-table.ts';
import { loadPeople } from '../session/load-people.ts';
import { fromFault, nothingChanged } from '../session/call-errors.ts';
import { personViews } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { writeAsAdministrator, writeOfOneself } from '../workspace/write-as-administrator.ts';
import { writeRecord } from '../write.ts';
import { notYetHere, rosterIn } from '../../../shared/people/roster.ts';
import { roleGranted } from '../../../shared/people/role-granted.ts';
import type { GrantedRole } from '../../../shared/values/role.ts';
import { panelListed } from '../../../shared/workspace/panel-listed.ts';
import { interestsListed } from '../../../shared/workspace/interests-listed.ts';
import { rosterListed } from '../../../shared/workspace/roster-listed.ts';
import { vouchingRuled } from '../../../shared/workspace/vouching-ruled.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ColleaguesView } from '../../../shared/ipc/colleague-channels.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Everybody of the open workspace, who is still to join, whose vouching counts, and the panels that are set up. */
export async function listColleagues(scope: Scope): Promise<Result<ColleaguesView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadPeople(scope, opened.value);
  if (!loaded.ok) return loaded;
  const { administrators, roster, vouching, panels, interests } = opened.value.workspaceLog;
  const views = await personViews(scope);
  const people = views.map((person) => ({
    ...person,
    administers: administrators.includes(person.id),
    interests: interests.get(person.id) ?? [],
  }));
  const names = people.map(({ card }) => card.name);
  return done({
    people,
    expected: notYetHere(roster, names),
    vouching,
    panels,
    administers: people.some(({ self, administers }) => self && administers),
  });
}

/** Says whose vouching counts in the workspace. */
function ruleVouching(scope: Scope, body: CallInput<'ruleVouching'>): Promise<Result<SavedView, CallError>> {
  return writeAsAdministrator(scope, vouchingRuled.write(body));
}

/** Sets a panel up, or writes it anew. */
function setUpPanel(scope: Scope, body: CallInput<'setUpPanel'>): Promise<Result<SavedView, CallError>> {
  return writeAsAdministrator(scope, panelListed.write(body));
}

/** Lists one's own standing interests anew. */
function listInterests(
  scope: Scope,
  body: CallInput<'listInterests'>,
): Promise<Result<SavedView, CallError>> {
  return writeOfOneself(scope, interestsListed.write(body));
}

const most = 2_000_000;

/** Reads a roster from a table and lists it as who is to join. */
async function importRoster(
  scope: Scope,
  { file }: CallInput<'importRoster'>,
): Promise<Result<{ people: number }, CallError>> {
  const read = await scope.ports.grants.readFile(file, most);
  if (!read.ok) return refused(fromFault(read.error));
  const table = await readTable(scope, read.value.bytes);
  if (!table.ok) return table;
  const { headers, rows } = table.value;
  const people = rosterIn(
    headers,
    rows.map(({ cells }) => cells),
  );
  if (people.length === 0)
    return refused(nothingChanged('This table names nobody: its first column, or one called Name, is read.'));
  const saved = await writeAsAdministrator(scope, rosterListed.write({ people: [...people].slice(0, 1000) }));
  return saved.ok ? done({ people: people.length }) : saved;
}

/** Gives the people of a panel their roles in a draft, each that they do not have yet. */
async function applyPanel(
  scope: Scope,
  { draft, panel: id }: CallInput<'applyPanel'>,
): Promise<Result<{ roles: number }, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const panel = opened.value.workspaceLog.panels.find((known) => known.panel === id);
  if (panel === undefined)
    return refused(nothingChanged('This panel is not set up here any more, or has not arrived here.'));
  const seats: readonly (readonly [GrantedRole, readonly string[]])[] = [
    ['chair', panel.chair === null ? [] : [panel.chair]],
    ['deputy', panel.deputies],
    ['panel', panel.members],
    ['qa', panel.qa],
    ['arbiter', panel.arbiters ?? []],
  ];
  let roles = 0;
  for (const [role, people] of seats) {
    for (const person of people) {
      const written = await writeRecord(scope, draft, ({ rights }) =>
        rights.rolesOf(person).includes(role)
          ? refused(alreadyGiven)
          : done(roleGranted.write({ person, role })),
      );
      if (!written.ok && written.error.code !== 'exists') return written;
      if (written.ok) roles += 1;
    }
  }
  return done({ roles });
}

const alreadyGiven: CallError = { code: 'exists', message: 'They have this role already.' };

/** What administrators do about a workspace's people, one for every channel of theirs. */
export const colleagueServices = {
  listColleagues,
  listInterests,
  ruleVouching,
  setUpPanel,
  importRoster,
  applyPanel,
};
