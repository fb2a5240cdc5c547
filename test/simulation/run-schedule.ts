import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { services } from '../../src/main/composition/calls.ts';
import { noteEvidence } from '../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../src/main/application/window/open-draft.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';
import { settleField } from '../../src/main/application/draft/settle-field.ts';
import type { Result } from '../../src/shared/result.ts';
import type { CallError } from '../../src/shared/ipc/call-error.ts';
import type { DraftView, SavedView } from '../../src/shared/ipc/views.ts';
import { need, ownFolder, run } from '../main/running-scope.ts';
import { LossyFolder } from './lossy-folder.ts';
import { Died } from './replica-file-system.ts';
import { Seeded } from './seeded.ts';
import { SimulatedPerson } from './simulated-person.ts';

const names = ['Ada Moss', 'Ben Okoro', 'Cai Rees', 'Dee Patel', 'Eve Lund'];
const own = ownFolder();
const { app: rest } = run(own.path);
process.once('exit', own.remove);
const sections = ['summary', 'help', 'care'];

/** What came of one schedule; `faults` is empty where all ended alike and nothing acknowledged is lost. */
export interface Outcome {
  readonly seed: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly died: number;
  readonly copies: number;
  /** Copies with zero bytes in place of content, as everybody is told of them. */
  readonly emptyCopies: number;
  readonly conflicts: number;
  readonly faults: readonly string[];
}

/** Runs one schedule of five people; the same seed gives the same run to the byte. */
export async function runSchedule(seed: number): Promise<Outcome> {
  const seeded = new Seeded(seed);
  const people = names.map((name) => new SimulatedPerson(name, seeded, rest.ports));
  const folder = new LossyFolder(people, seeded);
  const draft = await begin(people, folder);
  let refused = 0;
  for (let moment = 0; moment < 40; moment += 1) {
    const person = seeded.pick(people);
    if (seeded.chance(6)) person.disk.connected = !person.disk.connected;
    if (seeded.chance(8)) await person.open();
    person.disk.diesInWrite = seeded.chance(5);
    person.disk.partOut = seeded.below(101);
    try {
      const saved = await act(person, draft, seeded);
      if (saved?.ok === true) person.acknowledged.add(saved.value.record);
      else if (saved !== null) refused += 1;
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
    // A dead process told nobody anything, even where its last write caught the error on the way.
    if (person.disk.diesInWrite) {
      person.disk.diesInWrite = false;
      await person.open();
    }
    folder.step();
  }
  const { faults, emptyCopies } = await finish(people, folder, draft);
  const view = need(await openDraft(people[0]?.scope ?? fail(), { draft }));
  return {
    seed,
    acknowledged: people.reduce((sum, person) => sum + person.acknowledged.size, 0),
    refused,
    died: people.reduce((sum, person) => sum + person.disk.deaths, 0),
    copies: view.problems.filter(({ code }) => code === 'copy' || code === 'scattered').length,
    emptyCopies,
    conflicts: view.state.conflicts.length,
    faults,
  };
}

function fail(): never {
  throw new Error('there is nobody');
}

/** Everybody's card reaches everybody, the draft is begun and roles are given; only then the folder turns bad. */
async function begin(people: readonly SimulatedPerson[], folder: LossyFolder): Promise<string> {
  const [owner = fail(), ...others] = people;
  for (const person of people) await person.introduce();
  await owner.open(true);
  folder.settle();
  for (const person of others) await person.open();
  folder.settle();
  const begun = { provider: 'Northmere', kind: '', framework: 'sound', start: '2024-10-07', end: null };
  await owner.open();
  const { draft } = need(await beginDraft(owner.scope, { ...begun, recoveryOwner: null }));
  for (const person of others) {
    const self = await person.ports.keys.self();
    const grant = { draft, person: self?.person ?? '', role: 'lead' as const };
    owner.acknowledged.add(need(await services.grantRole(owner.scope, grant)).record);
  }
  folder.settle();
  for (const person of others) await person.open();
  return draft;
}

/** One thing a person does over what they see just now; null where they only looked, or see no draft. */
async function act(
  person: SimulatedPerson,
  draft: string,
  seeded: Seeded,
): Promise<Result<SavedView, CallError> | null> {
  const { scope } = person;
  const opened = await openDraft(scope, { draft });
  if (!opened.ok) return null;
  const { state }: DraftView = opened.value;
  const what = seeded.below(10);
  const [conflict] = state.conflicts;
  if (conflict !== undefined && what < 3) {
    const keep = conflictValues(state, conflict)[0] ?? '';
    return settleField(scope, { draft, field: conflict, keep, reason: `settled by ${person.name}` });
  }
  if (what < 5) {
    const section = seeded.pick(sections);
    const over = (state.narratives[section] ?? []).map((open) => open.record);
    const text = `${section} by ${person.name}, ${seeded.hex(4)}`;
    const narratives = [{ section, text, over }];
    return saveRevision(scope, { draft, reason: 'more', narratives, grades: [], improvements: null });
  }
  if (what < 7) {
    const note = {
      kind: 'document',
      source: person.name,
      when: '2026-10-05T10:00',
      direction: 'neutral',
      text: `A note, ${seeded.hex(4)}`,
    } as const;
    return noteEvidence(scope, { draft, note });
  }
  if (what < 9 && state.notes.length > 0) {
    const note = seeded.pick(state.notes).id;
    return services.addToEvidence(scope, { draft, note, text: `Later: ${seeded.hex(4)}` });
  }
  await services.listDrafts(scope, {});
  return null;
}

function conflictValues(state: DraftView['state'], field: string): readonly string[] {
  const [kind, name = ''] = field.split('/');
  return kind === 'narrative' ? (state.narratives[name] ?? []).map((open) => open.record) : [];
}

/** The folder settles, everybody opens the draft twice (own records are taken back between), and all must agree. */
async function finish(
  people: readonly SimulatedPerson[],
  folder: LossyFolder,
  draft: string,
): Promise<Pick<Outcome, 'faults' | 'emptyCopies'>> {
  folder.settle();
  const faults: string[] = [];
  let emptyCopies = 0;
  const states: string[] = [];
  for (const person of people) {
    await person.open();
    const opened = await openDraft(person.scope, { draft });
    if (!opened.ok) {
      faults.push(`${person.name} cannot open the draft: ${opened.error.message}`);
      continue;
    }
    const { state, problems } = opened.value;
    const there = new Set(state.timeline.map((entry) => entry.record));
    for (const record of person.acknowledged)
      if (!there.has(record)) faults.push(`${person.name} lost ${record}`);
    for (const other of people)
      for (const record of other.acknowledged)
        if (!there.has(record)) faults.push(`${person.name} has not ${other.name}'s ${record}`);
    for (const { level, code, file, message } of problems)
      if (level === 'broken' && code !== 'torn') faults.push(`${person.name}: ${file} ${message}`);
    emptyCopies += problems.filter(({ code }) => code === 'empty-copy').length;
    if (state.notices.some((notice) => notice.code === 'one-key-two-places'))
      faults.push(`${person.name} sees one key used in two places`);
    const rows = await services.listDrafts(person.scope, {});
    if (!rows.ok || rows.value.length !== 1) faults.push(`${person.name} does not see one draft`);
    states.push(JSON.stringify(state));
  }
  if (new Set(states).size > 1) faults.push('not everybody folds to the same draft');
  return { faults, emptyCopies };
}
