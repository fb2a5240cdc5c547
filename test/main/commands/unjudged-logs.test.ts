import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { deviceRevoked } from '../../../src/shared/people/device-revoked.ts';
import type { FolderState } from '../../../src/shared/folder/folder-state-words.ts';
import { Attacker } from '../../attacks/attacker.ts';
import { bothVerdicts } from '../both-verdicts.ts';
import { verifyAlone } from '../standalone-verifier.ts';
import { need, ownFolder, run, settle, workerSources, type Running } from '../running-scope.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const own = ownFolder();
const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
const whole = join(own.path, 'whole');
const team = join(own.path, 'team');
const begins = { draft: null } as const;
const nonce = 'ab'.repeat(16);
const people = new Map<string, Running>();
const devices = new Map<string, string>();
/** What the audit's folder is called: by the beginning of its id. */
let audit = '';

function person(name: string): Running {
  const found = people.get(name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
}

const writer = (name: string, folder = team): Attacker => new Attacker(person(name).scope.ports, folder);

/** The two kinds of log, each with its folder in the workspace and how it begins. */
const kinds: readonly { what: string; top: string; begun: string; folder: () => string }[] = [
  { what: 'an audit', top: 'audits', begun: 'audit.begun', folder: () => `audits/${audit}` },
  { what: 'the programme', top: 'programme', begun: 'programme.begun', folder: () => 'programme' },
];

const log = (folder: string, name = 'Ada'): string => join(team, folder, `${devices.get(name) ?? ''}.jsonl`);
const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
const put = (file: string, lines: readonly string[]): void => {
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
};

beforeAll(async () => {
  mkdirSync(whole);
  for (const name of ['Ada', 'Ben']) {
    const running = run(join(own.path, name));
    people.set(name, running);
    await settle(running, name, whole, name === 'Ada');
    devices.set(name, (await running.scope.ports.keys.self())?.device ?? '');
  }
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  need(await services.beginDraft(person('Ada').scope, { ...begun, recoveryOwner: null }));
  const ada = writer('Ada', whole);
  const { id } = await ada.writeIn('audits/new', 'audit.begun', { nonce }, begins);
  audit = id.slice(0, 32);
  renameSync(join(whole, 'audits', 'new'), join(whole, 'audits', audit));
  await ada.writeIn('programme', 'programme.begun', { nonce }, begins);
  for (const folder of [`audits/${audit}`, 'programme'])
    for (const name of ['Ada', 'Ben', 'Ada'])
      await writer(name, whole).writeIn(folder, 'provider.followed', { name });
});
beforeEach(() => {
  rmSync(team, { recursive: true, force: true });
  cpSync(whole, team, { recursive: true });
});
afterAll(() => {
  for (const { app } of people.values()) app.release();
  own.remove();
});

/** What is done to a log, and what both verifiers call it beside the notice that a later version writes there. */
const cases: readonly {
  readonly what: string;
  readonly make: (folder: string, begun: string) => unknown;
  readonly found: readonly string[];
  /** What Plumbline calls the disorder, of which it knows two kinds. */
  readonly order?: string;
}[] = [
  { what: 'that is whole', make: () => undefined, found: ['notice newer-version'] },
  {
    what: 'of which a later version wrote nothing yet',
    make: (folder) => {
      rmSync(log(folder, 'Ben'));
      put(log(folder), linesOf(log(folder)).slice(0, 1));
    },
    found: [],
  },
  {
    what: 'with a changed word',
    make: (folder) => {
      put(
        log(folder),
        linesOf(log(folder)).map((line, at) => (at === 2 ? line.replace('"Ada"', '"Eve"') : line)),
      );
    },
    found: ['broken content', 'notice newer-version'],
  },
  {
    what: 'with a line under another’s signature',
    make: (folder) => {
      const sig = /"sig":"([0-9a-f]{128})"/u.exec(linesOf(log(folder, 'Ben'))[0] ?? '')?.[1] ?? '';
      put(
        log(folder),
        linesOf(log(folder)).map((line, at) =>
          at === 2 ? line.replace(/"sig":"[0-9a-f]{128}"/u, `"sig":"${sig}"`) : line,
        ),
      );
    },
    found: ['broken signature', 'notice newer-version'],
  },
  {
    what: 'cut in the middle of a line',
    make: (folder) => {
      writeFileSync(log(folder), readFileSync(log(folder), 'utf8').slice(0, -40));
    },
    found: ['broken torn', 'notice newer-version'],
  },
  {
    what: 'without a line that a later one names',
    make: (folder) => {
      put(log(folder), linesOf(log(folder)).toSpliced(1, 1));
    },
    found: ['broken missing', 'broken missing', 'broken sequence'],
  },
  {
    what: 'without its first record',
    make: (folder) => {
      put(log(folder), linesOf(log(folder)).slice(1));
    },
    found: ['broken no-beginning', 'broken sequence'],
  },
  {
    what: 'without a colleague’s log, whose record is named',
    make: (folder) => {
      rmSync(log(folder, 'Ben'));
    },
    found: ['broken missing', 'notice newer-version'],
  },
  {
    what: 'by somebody whose card is not here',
    make: () => {
      for (const name of readdirSync(join(team, 'people')))
        if (readFileSync(join(team, 'people', name), 'utf8').includes('"Ben"'))
          rmSync(join(team, 'people', name));
    },
    found: ['broken certification', 'broken missing', 'notice newer-version'],
  },
  {
    what: 'with a record whose words are gone',
    make: async (folder) => {
      const record = await writer('Ben').writeIn(folder, 'provider.followed', { name: 'Ben' });
      writer('Ben').strip(record, false, folder);
    },
    found: ['broken content-missing', 'notice newer-version'],
  },
  {
    what: 'with a record that follows somebody else’s as its own',
    make: async (folder) => {
      const [before = ''] = linesOf(log(folder));
      const id = /"id":"([0-9a-f]{64})"/u.exec(before)?.[1] ?? '';
      rmSync(log(folder, 'Ben'));
      put(log(folder), [before]);
      await writer('Ben').writeIn(folder, 'provider.followed', { name: 'Ben' }, { draft: id, prev: id });
    },
    found: ['broken order'],
    order: 'broken sequence',
  },
  {
    what: 'with a number in its order that is too low',
    make: async (folder) => {
      await writer('Ben').writeIn(folder, 'provider.followed', { name: 'Ben' }, { lamport: 1 });
    },
    found: ['broken order', 'notice newer-version'],
    order: 'broken lamport',
  },
  {
    what: 'with a statement about a copy among its numbers',
    make: async (folder) => {
      await writer('Ben').writeIn(folder, 'copy.made', { of: 'cd'.repeat(32), leftOut: ['ef'.repeat(32)] });
      await writer('Ben').writeIn(folder, 'provider.followed', { name: 'Ben' });
    },
    found: ['notice newer-version'],
  },
  {
    what: 'in which a draft begins',
    make: async (folder) => {
      const body = { nonce, recoveryOwner: null, demonstration: false };
      await writer('Ben').writeIn(folder, 'draft.begun', body, begins);
    },
    found: ['broken no-beginning', 'notice newer-version'],
  },
  {
    what: 'in which a kind begins that this version does not know',
    make: async (folder) => {
      await writer('Ben').writeIn(folder, 'wave.opened', { nonce }, begins);
    },
    found: ['broken no-beginning', 'notice newer-version'],
  },
  {
    what: 'that begins with what no beginning holds',
    make: async (folder, begun) => {
      rmSync(join(team, folder), { recursive: true });
      await writer('Ben').writeIn(folder, begun, { nonce: 'short' }, begins);
    },
    found: ['broken no-beginning'],
  },
  {
    what: 'that begins with a body of a later version',
    make: async (folder, begun) => {
      rmSync(join(team, folder), { recursive: true });
      await writer('Ben').writeIn(folder, begun, { v: 2, nonce: 'longer' }, begins);
    },
    found: ['notice newer-version'],
  },
  {
    what: 'beside a second one',
    make: async (folder, begun) => {
      const { id } = await writer('Ben').writeIn(folder, begun, { nonce: 'cd'.repeat(16) }, begins);
      await writer('Ben').writeIn(folder, 'provider.followed', { name: 'Ben' }, { draft: id });
    },
    found: ['notice newer-version', 'notice newer-version'],
  },
  {
    what: 'with a record that names a log which is nowhere',
    make: async (folder) => {
      const draft = 'ef'.repeat(32);
      await writer('Ben').writeIn(folder, 'provider.followed', {}, { draft, knowing: [draft] });
    },
    found: ['broken no-beginning', 'notice newer-version'],
  },
  {
    what: 'with a passage of a redacted copy in it',
    make: (folder) => {
      appendFileSync(log(folder), '{"field":"narrative","words":[]}\n');
    },
    found: ['broken shape', 'notice newer-version'],
  },
  {
    what: 'with a link that has the name of a log',
    make: (folder) => {
      symlinkSync(log(folder), join(team, folder, `${'0'.repeat(64)}.jsonl`));
    },
    found: ['broken not-a-file', 'notice newer-version'],
  },
  {
    what: 'with a folder that has the name of a log',
    make: (folder) => {
      mkdirSync(join(team, folder, 'x.jsonl'));
    },
    found: ['broken not-a-file', 'notice newer-version'],
  },
  {
    what: 'with a link in the place of the folder',
    make: (folder) => {
      renameSync(join(team, folder), join(own.path, 'moved'));
      symlinkSync(join(own.path, 'moved'), join(team, folder));
    },
    found: ['broken not-a-file'],
  },
  {
    what: 'with what systems and sync services keep beside it',
    make: (folder) => {
      for (const name of ['.DS_Store', 'Thumbs.db', 'x.jsonl.part'])
        writeFileSync(join(team, folder, name), 'x');
      mkdirSync(join(team, folder, '.stfolder'));
    },
    found: ['notice newer-version'],
  },
];

describe.each(kinds)('the log of $what, to `verify` and docs/verify.mjs', ({ top, begun, folder }) => {
  afterAll(() => {
    rmSync(join(own.path, 'moved'), { recursive: true, force: true });
  });

  it.each(cases)('gets one verdict: $what', async ({ make, found, order = '' }) => {
    rmSync(join(own.path, 'moved'), { recursive: true, force: true });
    await make(folder(), begun);
    const ok = found.every((entry) => entry.startsWith('notice'));
    const [service, alone] = await bothVerdicts(place, team, top);
    expect(service).toEqual({ ok, found: found.map((entry) => (entry === 'broken order' ? order : entry)) });
    expect(alone).toEqual({ ok, found });
  });

  it('counts copies by what they hold', async () => {
    const lines = linesOf(log(folder()));
    put(log(folder()), lines.slice(0, 1));
    put(log(folder()).replace('.jsonl', ' (conflicted copy).jsonl'), lines);
    const [service, alone] = await bothVerdicts(place, team, top);
    expect(service).toEqual({ ok: true, found: ['notice copy', 'notice newer-version'] });
    expect(alone).toEqual({ ok: true, found: ['notice newer-version'] });
  });

  const losses: readonly (readonly [string, () => void, string])[] = [
    ['cut at a line’s end', () => put(log(folder()), linesOf(log(folder())).slice(0, -1)), 'Ada'],
    ['of which a colleague’s part is gone', () => rmSync(log(folder(), 'Ben')), 'Ben'],
    ['that is gone', () => rmSync(join(team, top), { recursive: true }), 'Ada'],
  ];
  it.each(losses)('is missed by name, by a witness: one %s', async (_what, take, name) => {
    const witness = join(own.path, 'witness.json');
    expect((await verifyPath(place, team, { remember: witness })).code).toBe(0);
    expect((await verifyPath(place, team, { witness })).code).toBe(0);
    take();
    const { json, code } = await verifyPath(place, team, { witness, remember: witness });
    const { drafts } = json as { drafts: { problems: { code: string; file: string; message: string }[] }[] };
    const missed = drafts.flatMap(({ problems }) => problems.filter((problem) => problem.code === 'witness'));
    expect(code).toBe(1);
    expect(missed.map(({ message }) => message).join()).toContain(` of ${name} in `);
    for (const { file } of missed) expect(file.startsWith(folder())).toBe(true);
    // What is missing stays remembered.
    expect((await verifyPath(place, team, { witness })).code).toBe(1);
  });
});

describe('audits whose folders a sync service copied', () => {
  it('are one with what stands in the copy', async () => {
    const copy = join(team, 'audits', `${audit} (1)`);
    mkdirSync(copy);
    renameSync(log(`audits/${audit}`, 'Ben'), join(copy, `${devices.get('Ben') ?? ''}.jsonl`));
    const found = ['notice newer-version'];
    expect(await bothVerdicts(place, team, 'audits')).toEqual([
      { ok: true, found },
      { ok: true, found },
    ]);
  });
});

describe('a window on a folder with audits and a programme', () => {
  async function states(): Promise<readonly FolderState[]> {
    const { app, scope } = person('Ben');
    need(await services.openWorkspace(scope, { folder: app.grants.grantFolder(team).grant }));
    need(await services.followFolder(scope, {}));
    const view = need(await services.lookAtFolder(scope, {}));
    await scope.session.opened?.following?.stop();
    return view.states.filter(({ code }) => code !== 'looking');
  }

  /** All that stands in the audit's logs and the programme's. */
  const bytes = (): readonly string[] =>
    kinds.flatMap(({ folder }) => ['Ada', 'Ben'].map((name) => readFileSync(log(folder(), name), 'utf8')));

  it('finds nothing to complain of, and changes no byte of them', async () => {
    const before = kinds
      .flatMap(({ folder }) => [log(folder()), log(folder(), 'Ben')])
      .map((file) => readFileSync(file, 'utf8'));
    expect(await states()).toEqual([]);
    const after = kinds
      .flatMap(({ folder }) => [log(folder()), log(folder(), 'Ben')])
      .map((file) => readFileSync(file, 'utf8'));
    expect(after).toEqual(before);
  });

  it('leaves them as they are where words of a draft are erased', async () => {
    const { app, scope } = person('Ada');
    need(await services.openWorkspace(scope, { folder: app.grants.grantFolder(team).grant }));
    const [listed] = need(await services.listDrafts(scope, {}));
    const draft = listed?.draft ?? '';
    const said = { kind: 'document', source: 'A letter', when: '2026-10-06T10:00', text: 'Seen' } as const;
    const { record } = need(
      await services.noteEvidence(scope, { draft, note: { ...said, direction: 'neutral' }, files: [] }),
    );
    const before = bytes();
    need(
      await services.eraseContent(scope, { draft, records: [record], reason: 'Asked to', rule: 'Access' }),
    );
    expect(bytes()).toEqual(before);
  });

  it.each(kinds)('names a broken line of $what by its place', async ({ top, folder }) => {
    put(log(folder()), [...linesOf(log(folder())), '{}']);
    const [state] = await states();
    expect(state?.code).toBe('damaged');
    const named = top === 'audits' ? `Audits: audit ${audit.slice(0, 8)}/log ` : 'Programme: programme/log ';
    expect(state?.where.join()).toContain(named);
    expect(state?.where.join()).not.toMatch(/[0-9a-f]{32}/u);
  });

  it('names a link that stands in the place of a folder of theirs', async () => {
    rmSync(join(team, 'programme'), { recursive: true });
    symlinkSync(own.path, join(team, 'programme'));
    expect((await states()).map(({ code, where }) => [code, where])).toContainEqual([
      'not-files',
      ['Workspace: programme'],
    ]);
  });

  it('is not ruled by what somebody begins in them', async () => {
    const { scope } = person('Ben');
    await states();
    const known = (): unknown => {
      const { people: here, workspaceLog } = scope.session.opened ?? {};
      return { people: here?.people, administrators: workspaceLog?.administrators, gone: workspaceLog?.gone };
    };
    const before = known();
    const { person: ben } = await writer('Ben').me();
    for (const { folder } of kinds)
      await writer('Ben').writeIn(folder(), 'administrator.appointed', { person: ben });
    expect(await states()).toEqual([]);
    expect(known()).toEqual(before);
  });
});

describe('a person’s log in which a later version wrote', () => {
  it('is kept, and named once by both verifiers, also where another kind of log would begin in it', async () => {
    await writer('Ben').writeCard('audit.begun', { nonce });
    await writer('Ben').writeCard('role.granted', { person: 'nobody' });
    const found = ['notice newer-version'];
    expect(await bothVerdicts(place, team, 'people')).toEqual([
      { ok: true, found },
      { ok: true, found },
    ]);
  });

  it('is broken where another kind of log begins beside it', async () => {
    for (const { begun } of kinds) await writer('Ben').writeIn('people', begun, { nonce }, begins);
    const found = ['broken certification', 'broken certification', 'broken sequence'];
    const [service, alone] = await bothVerdicts(place, team, 'people');
    expect(alone.ok).toBe(false);
    expect(service).toEqual({ ok: false, found });
  });

  it('is whole in a file of records too', async () => {
    await writer('Ada').writeCard('badge.worn', { since: '2026-11-28' });
    const [name = ''] = readdirSync(join(team, 'drafts'));
    const file = join(own.path, 'sent.judgment');
    const logs = ['people', `drafts/${name}`].flatMap((folder) =>
      readdirSync(join(team, folder))
        .filter((entry) => entry.endsWith('.jsonl'))
        .map((entry) => readFileSync(join(team, folder, entry), 'utf8')),
    );
    writeFileSync(file, logs.join(''));
    expect((await verifyPath(place, file, {})).code).toBe(0);
    expect(await verifyAlone(file)).toMatchObject({ code: 0, broken: [] });
  });
});

describe('a device that is reported lost', () => {
  it('is reported with how far it had written in audits and the programme', async () => {
    const { app, scope } = run(join(own.path, 'Cyn'));
    await settle({ app, scope }, 'Cyn', team, false);
    people.set('Cyn', { app, scope });
    const lost = 'cd'.repeat(32);
    await writer('Cyn').writeCard('device.certified', { device: lost, label: 'Old' });
    need(await services.revokeDevice(scope, { device: lost, reason: 'Left on a train' }));
    const cards = readdirSync(join(team, 'people')).flatMap((name) => linesOf(join(team, 'people', name)));
    const line = cards.find((card) => card.includes(`"type":"${deviceRevoked.type}"`)) ?? '';
    for (const { folder } of kinds) {
      const id = /"draft":"([0-9a-f]{64})"/u.exec(linesOf(log(folder()))[1] ?? '')?.[1] ?? 'none';
      expect(line).toContain(`{"draft":"${id}","seq":0}`);
    }
    expect(existsSync(log('programme', 'Ada'))).toBe(true);
  });
});
