import type { Owed } from '../../../../src/shared/together/owed.ts';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyPath } from '../../../../src/main/commands/verify-path.ts';
import { canonical } from '../../../../src/shared/records/canonical.ts';
import type { LodgedEntry } from '../../../../src/shared/moderation/lodged-grades.ts';
import type { Round } from '../../../../src/shared/moderation/round.ts';
import type { DraftView } from '../../../../src/shared/ipc/views.ts';
import { ownFolder, workerSources } from '../../running-scope.ts';
import { openByHand } from './open-by-hand.ts';
import { allFiles, formsOf, PanelPerson, syncFolders } from './panel-person.ts';

const own = ownFolder();
const root = join(import.meta.dirname, '..', '..', '..', '..');
const [ada, ben, cyn, dan] = ['ada', 'ben', 'cyn', 'dan'].map((name) => new PanelPerson(name, own.path)) as [
  PanelPerson,
  PanelPerson,
  PanelPerson,
  PanelPerson,
];
const everybody = [ada, ben, cyn, dan];
const members = [ben, cyn, dan];
const folders = everybody.map(({ folder }) => folder);
const grades = { ben: 'outstanding', cyn: 'good', dan: 'inadequate' } as const;
const logged: string[] = [];
let draft = '';
let revision = '';
let round = '';
let areas: readonly string[] = [];

const rationale = (name: string, area: string, time: number): string =>
  `Qzv-${name}-${time}-weighs-the-visits-of-${area}-Xylophone`;
const gradesOf = (person: PanelPerson, time = 1): LodgedEntry[] =>
  areas.map((area) => ({
    area,
    answer: { grade: grades[person.name as keyof typeof grades] },
    rationale: rationale(person.name, area, time),
    sure: 'fairly-sure',
    evidence: [],
  }));
/** What must not be found: what a member wrote and the grade as a packet holds it. */
const needlesOf = (person: PanelPerson): readonly string[] => [
  ...[1, 2].flatMap((time) => areas.map((area) => rationale(person.name, area, time))),
  `"answer":{"grade":"${grades[person.name as keyof typeof grades]}"`,
];
const roundIn = (view: DraftView): Round => {
  const found = view.state.moderation.rounds[0];
  if (found === undefined) throw new Error('the round has not arrived');
  return found;
};
const open = (person: PanelPerson): Promise<DraftView> => person.call('openDraft', { draft });

/** Everything a curious person can click before the reveal. */
async function lookEverywhere(person: PanelPerson): Promise<void> {
  await open(person);
  await person.call('listDrafts', {});
  await person.call('compareRevisions', { draft, before: null, after: null });
  await person.call('compareRevisions', { draft, before: null, after: revision });
  await person.call('refreshSearch', {});
  for (const text of ['xylophone', 'visits', 'Qzv', 'outstanding', 'inadequate']) {
    const query = {
      text,
      what: null,
      kind: null,
      author: null,
      from: null,
      to: null,
      area: null,
      grade: null,
    };
    await person.call('searchWorkspace', { query, ranked: true });
    await person.call('searchWorkspace', { query: { ...query, grade: 'good' }, ranked: false });
  }
  await person.call('successiveInspections', { draft });
  await person.call('verifyWorkspace', { draft: null });
  await person.call('whatWaits', { for: 'me' });
  await person.call('whatHappened', { draft: null, since: null });
  await person.call('listConflicts', { draft: null });
  await person.call('readJournal', { draft });
  for (const document of ['report', 'moderation', 'audit', 'evidence'] as const)
    await person.call('exportDraft', { draft, format: 'md', document });
  await person.ask('exportMeetingNote', { draft, round, format: 'md' });
  if (members.includes(person)) await person.call('readOwnGrades', { draft, round });
}

/** What of one kind waits for a person in the round's draft. */
async function waits(person: typeof ada, kind: Owed['kind']): Promise<readonly Owed[]> {
  const { drafts } = await person.call('whatWaits', { for: 'me' });
  return drafts.flatMap(({ owed }) => owed).filter((owed) => owed.kind === kind);
}

beforeAll(async () => {
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation((...said) => void logged.push(said.map(String).join(' ')));
  await ada.join(true);
  for (const one of members) {
    cpSync(ada.folder, one.folder, { recursive: true });
    await one.join(false);
  }
  syncFolders(folders);
  ({ draft } = await ada.call('beginDraft', {
    provider: 'Northmere',
    kind: '',
    framework: 'ilacs-2026',
    start: '2026-10-05',
    end: null,
    recoveryOwner: null,
  }));
  await ada.call('grantRole', { draft, person: ada.id, role: 'chair' });
  await ada.call('grantRole', { draft, person: ben.id, role: 'deputy' });
  for (const one of [cyn, dan]) await ada.call('grantRole', { draft, person: one.id, role: 'panel' });
  areas = ((await open(ada)).framework?.areas ?? [])
    .filter((area) => area.scale !== null)
    .map((area) => area.id);
  ({ record: revision } = await ada.call('saveRevision', {
    draft,
    reason: 'The team judges them to be good',
    narratives: areas.map((section) => ({
      section,
      text: `Work here is Good.\n\nIt requires improvement to be good in places, and no one is inadequately served.`,
      over: [],
    })),
    grades: areas.map((area) => ({ area, value: { grade: 'good' }, over: [] })),
    improvements: null,
  }));
  syncFolders(folders);
  expect(await waits(dan, 'interest')).toMatchObject([
    { todo: 'Declare your interests, or that there are none', screen: 'panel' },
  ]);
  for (const one of everybody) {
    await one.call('declareInterests', { draft, interests: [] });
    syncFolders(folders);
  }
  ({ record: round } = await ada.call('openRound', {
    draft,
    revision,
    areas: [...areas],
    participants: members.map((member) => member.id),
    deputies: [ben.id],
    quorum: 3,
    due: '2026-11-30',
    provisionalShown: null,
  }));
  syncFolders(folders);
}, 120_000);
afterAll(() => {
  vi.restoreAllMocks();
  for (const one of everybody) one.leave();
  own.remove();
});

describe('a round of four people in four folders', () => {
  it('hides the team’s grades from its members, in fields and words, and not from whoever chairs', async () => {
    const { state, may } = await open(cyn);
    expect(state.grades).toEqual({});
    expect(state.narratives[areas[0] ?? '']?.[0]?.value).toBe(
      'Work here is [Hidden until the reveal].\n\nIt [Hidden until the reveal] in places, and no one is inadequately served.',
    );
    expect(state.revisions[0]?.reason).toBe('The team judges them to be [Hidden until the reveal]');
    expect(may).not.toContain('revision.saved');
    expect(state.moderation.hiding?.provisional).toBe(true);
    const chair = (await open(ada)).state;
    expect(Object.keys(chair.grades)).toHaveLength(areas.length);
    expect(chair.moderation.hiding).toBeNull();
  });

  it('waits for each member’s grades by the day that was named, and for the chair’s of nobody', async () => {
    const lodge = { todo: 'Lodge your grades in round 1', subject: round, due: '2026-11-30' };
    expect(await waits(cyn, 'round')).toMatchObject([lodge]);
    expect([await waits(ada, 'round'), await waits(ben, 'reveal')]).toEqual([[], []]);
    expect(await waits(cyn, 'interest')).toEqual([]);
  });

  it('lets nobody write text over words they cannot see', async () => {
    const changes = { draft, reason: 'x', narratives: [], grades: [], improvements: null };
    expect(await ben.ask('saveRevision', changes)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    // It is the round, and no role, that keeps a member from what their role lets them.
    const { mayNot } = await open(ben);
    expect(mayNot['best-fit.set']).toContain('hidden from you now');
    expect([mayNot['revision.saved'], mayNot['descriptor.marked']]).toEqual([undefined, undefined]);
  });

  it('gives a member the text that is graded without the grade’s own words, and the chair all of it', async () => {
    const first = async (by: PanelPerson) =>
      (await by.call('readGradedText', { draft, round })).find(({ section }) => section === areas[0]);
    expect(await first(ada)).toEqual({ section: areas[0], paragraph: 1, text: 'Work here is Good.' });
    expect((await first(cyn))?.text).not.toContain('Good');
  });

  it('takes every member’s grades: typed, lodged, and lodged again', async () => {
    for (const one of members) {
      await one.call('keepOwnGrades', { draft, round, answers: gradesOf(one).slice(0, 1) });
      expect((await one.call('readOwnGrades', { draft, round })).answers).toHaveLength(1);
      expect(await one.call('lodgeGrades', { draft, round, answers: gradesOf(one) })).toMatchObject({ n: 1 });
      syncFolders(folders);
      for (const each of everybody) await lookEverywhere(each);
    }
    expect(await cyn.call('lodgeGrades', { draft, round, answers: gradesOf(cyn, 2) })).toMatchObject({
      n: 2,
    });
    expect(await cyn.call('readOwnGrades', { draft, round })).toMatchObject({
      answers: gradesOf(cyn, 2),
      changed: false,
      lodged: { n: 2 },
    });
    syncFolders(folders);
    for (const each of everybody) await lookEverywhere(each);
  });

  it('waits for the deputy to reveal once everybody lodged, and for no member', async () => {
    expect(await waits(ben, 'reveal')).toMatchObject([
      { todo: 'Reveal the grades of round 1', subject: round, due: '2026-11-30', screen: 'panel' },
    ]);
    expect([await waits(dan, 'reveal'), await waits(dan, 'round')]).toEqual([[], []]);
  });

  it('refuses a packet that leaves an area, a rationale or how sure they are out', async () => {
    const whole = gradesOf(dan);
    expect(await dan.ask('lodgeGrades', { draft, round, answers: whole.slice(1) })).toMatchObject({
      ok: false,
    });
    const silent = whole.map((entry) => ({ ...entry, rationale: ' ' }));
    expect(await dan.ask('lodgeGrades', { draft, round, answers: silent })).toMatchObject({ ok: false });
    const unsaid = whole.map((entry) => ({ ...entry, sure: null }));
    expect(await dan.ask('lodgeGrades', { draft, round, answers: unsaid })).toMatchObject({ ok: false });
  });

  it('tells members of their own lodging alone, and holders who has lodged', async () => {
    expect(roundIn(await open(dan)).lodgings.map((lodging) => lodging.author)).toEqual([dan.id]);
    const lodgings = roundIn(await open(ada)).lodgings;
    expect(lodgings.map(({ author, n, entries }) => [author, n, entries])).toEqual([
      [ben.id, 1, null],
      [cyn.id, 1, null],
      [dan.id, 1, null],
      [cyn.id, 2, null],
    ]);
    const timeline = (await open(dan)).state.timeline.filter((entry) => entry.type === 'grade.lodged');
    expect(timeline.map((entry) => entry.author)).toEqual([dan.id]);
  });

  it('puts no byte of anybody’s grades into any file, log line or index, and none of another’s into any message', () => {
    const files = allFiles([own.path]).map((path) => ({ path, bytes: readFileSync(path) }));
    expect(files.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (const member of members) {
      const forms = needlesOf(member).flatMap((needle) => formsOf(needle));
      for (const { path, bytes } of files)
        if (forms.some((form) => bytes.includes(form))) found.push(`${member.name} in ${path}`);
      const lines = Buffer.from(logged.join('\n'));
      if (forms.some((form) => lines.includes(form))) found.push(`${member.name} in a log line`);
      for (const other of everybody.filter((person) => person !== member)) {
        const heard = Buffer.from(other.heard.join('\n'));
        if (forms.some((form) => heard.includes(form))) found.push(`${member.name} told to ${other.name}`);
        for (const [name, bytes] of other.saved)
          if (forms.some((form) => Buffer.from(bytes).includes(form)))
            found.push(`${member.name} in ${name}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('would find each of them, in each form, if it were there', () => {
    const whole = Buffer.from(cyn.heard.join('\n'));
    expect(needlesOf(cyn).every((needle) => whole.includes(needle))).toBe(true);
    for (const encode of ['base64', 'hex', 'utf16le'] as const) {
      for (const before of ['', 'a', 'ab']) {
        const text = Buffer.from(`${before}${rationale('cyn', 'x', 1)} and more`);
        const stored = encode === 'utf16le' ? Buffer.from(text.toString(), 'utf16le') : text.toString(encode);
        const bytes = Buffer.from(stored);
        expect(formsOf(rationale('cyn', 'x', 1)).some((form) => bytes.includes(form))).toBe(true);
      }
    }
  });

  it('has packets of one size', () => {
    const lines = allFiles([ada.folder]).flatMap((path) => readFileSync(path, 'utf8').split('\n'));
    const sizes = lines.flatMap((line) => /"ct":"([^"]{1000,})"/.exec(line)?.[1]?.length ?? []);
    expect(new Set(sizes)).toEqual(new Set([4 * Math.ceil((16_384 + 16) / 3)]));
    expect(sizes).toHaveLength(4);
  });

  it('is not revealed by a member, nor without a reason while somebody is waited for', async () => {
    expect(await cyn.ask('closeRound', { draft, round, reason: null })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  it('is revealed by the deputy at once for all', async () => {
    await ben.call('closeRound', { draft, round, reason: null });
    syncFolders(folders);
    for (const one of everybody) {
      const seen = roundIn(await open(one));
      expect(seen.standing).toBe('revealed');
      expect(seen.problems).toEqual([]);
      const standing = seen.lodgings.filter((lodging) => lodging.standing === 'independent');
      expect(standing.map((lodging) => [lodging.author, lodging.entries])).toEqual([
        [ben.id, gradesOf(ben)],
        [dan.id, gradesOf(dan)],
        [cyn.id, gradesOf(cyn, 2)],
      ]);
      expect((await open(one)).state.grades[areas[0] ?? '']).toHaveLength(1);
    }
  });

  it('goes on to the meeting: second thoughts, dissent, a challenge, an outcome with points, and the note', async () => {
    const area = areas[0] ?? '';
    const entry = { draft, round, area };
    await ben.call('reconsiderGrade', { ...entry, answer: { grade: 'good' }, reason: 'Cyn is right' });
    syncFolders(folders);
    await cyn.call('reconsiderGrade', { ...entry, answer: { grade: 'good' }, reason: 'As before' });
    syncFolders(folders);
    const rule = 'majority' as const;
    const early = { outcome: 'agree' as const, agreed: { grade: 'good' }, rule, reason: 'Two', points: [] };
    expect(await ada.ask('decideOutcome', { ...entry, outcome: early, over: [] })).toMatchObject({
      ok: false,
      error: {
        message: expect.stringContaining('not confirmed or moved their grade') as string,
      },
    });
    await dan.call('reconsiderGrade', { ...entry, answer: { grade: 'inadequate' }, reason: 'I hold to it' });
    await dan.call('recordDissent', { ...entry, grade: { grade: 'inadequate' }, text: 'Children waited' });
    syncFolders(folders);
    const outcome = {
      outcome: 'agree' as const,
      agreed: { grade: 'good' },
      rule: 'majority' as const,
      reason: 'Two of three',
      points: [{ text: 'Say how many children waited', owner: null, due: '2026-12-04' }],
    };
    expect(await waits(ada, 'outcome')).toMatchObject([
      { todo: `Record the outcome of ${areas.length} areas of round 1`, area, subject: round },
    ]);
    expect(await waits(cyn, 'outcome')).toEqual([]);
    const wrong = { ...outcome, rule: 'consensus' as const };
    expect(await ada.ask('decideOutcome', { ...entry, outcome: wrong, over: [] })).toMatchObject({
      ok: false,
    });
    const { record } = await ada.call('decideOutcome', { ...entry, outcome, over: [] });
    const { record: challenge } = await dan.call('raiseChallenge', {
      draft,
      about: { what: 'omission', area },
      text: 'Where are the waiting times?',
      owner: ada.id,
      due: null,
    });
    syncFolders(folders);
    const gate = (view: DraftView, id: string): string | undefined =>
      view.gates.find((gate) => gate.id === id)?.status;
    const before = await open(ada);
    expect([gate(before, 'challenges'), gate(before, 'panel-outcomes'), gate(before, 'rounds')]).toEqual([
      'blocking',
      'blocking',
      'done',
    ]);
    expect(await cyn.ask('answerChallenge', { draft, challenge, answer: 'I think' })).toMatchObject({
      ok: false,
    });
    await ada.call('answerChallenge', { draft, challenge, answer: 'In paragraph 3 now' });
    expect(await waits(ada, 'point')).toMatchObject([
      { area, due: '2026-12-04', detail: expect.stringContaining('Say how many children waited') as string },
    ]);
    expect(await waits(dan, 'point')).toEqual([]);
    await ada.call('answerPoint', { draft, outcome: record, point: 0, answer: 'Twelve children' });
    expect(await waits(ada, 'point')).toEqual([]);
    const view = await open(ada);
    expect(gate(view, 'challenges')).toBe('done');
    const seen = roundIn(view);
    expect(seen.reconsidered.map(({ person, change }) => [person, change])).toEqual([
      [ben.id, 'changed'],
      [cyn.id, 'confirmed'],
      [dan.id, 'confirmed'],
    ]);
    await ada.call('exportMeetingNote', { draft, round, format: 'md' });
    const note = [...ada.saved].find(([name]) => name.endsWith('-note.md'))?.[1];
    const words = new TextDecoder().decode(note);
    for (const said of [
      'Children waited',
      'Two of three',
      '4 December 2026',
      'Twelve children',
      'In paragraph 3 now',
    ])
      expect(words).toContain(said);
  });

  it('puts the agreed grades into the draft as one revision, and leaves what is typed there typed', async () => {
    const [, ...others] = areas;
    for (const area of others) {
      const outcome = {
        outcome: 'change' as const,
        agreed: { grade: 'inadequate' },
        rule: 'chair' as const,
        reason: 'Children wait',
        points: [],
      };
      await ada.call('decideOutcome', { draft, round, area, outcome, over: [] });
    }
    const typed = { draft, slot: 'text' as const };
    await ada.call('writeJournal', { ...typed, content: 'Typed and not saved' });
    const before = await open(ada);
    const reason = 'The grades that the panel agreed';
    expect(await ada.ask('applyAgreedGrades', { draft, areas: [...areas], reason })).toMatchObject({
      ok: false,
    });
    await ada.call('applyAgreedGrades', { draft, areas: others, reason });
    const after = await open(ada);
    expect(after.state.revisions.length).toBe(before.state.revisions.length + 1);
    expect(after.state.revisions.at(-1)?.reason).toBe(reason);
    for (const area of others)
      expect(after.state.grades[area]?.map(({ value }) => value)).toEqual([{ grade: 'inadequate' }]);
    expect(after.state.narratives).toEqual(before.state.narratives);
    expect((await ada.call('readJournal', typed))?.content).toBe('Typed and not saved');
    expect(await ada.ask('applyAgreedGrades', { draft, areas: others, reason })).toMatchObject({ ok: false });
  });

  it('is opened whole by an auditor who has the files alone', async () => {
    syncFolders(folders);
    const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
    const { json, code } = await verifyPath(place, dan.folder, {});
    expect(code).toBe(0);
    expect(json).toMatchObject({ ok: true, drafts: [{ lodged: { rounds: 1, opened: 4, unopened: 0 } }] });
  });

  it('is opened by whoever follows docs/file-format.md without Plumbline', () => {
    const records = allFiles([dan.folder])
      .filter((path) => path.endsWith('.jsonl'))
      .flatMap((path) => readFileSync(path, 'utf8').split('\n').filter(Boolean))
      .map(
        (line) =>
          JSON.parse(line) as { id: string; type: string; author: string; facts: Record<string, never> },
      );
    const facts = (type: string): Record<string, never> =>
      records.find((record) => record.type === type)?.facts ?? {};
    const key = String(facts('round.closed')['privateKey']);
    const opened = records
      .filter((record) => record.type === 'grade.lodged')
      .map(({ author, facts: { n, enc, ct } }) => {
        const aad = canonical([draft, round, revision, author, n]);
        const text = openByHand(key, String(facts('round.opened')['publicKey']), aad, {
          enc: String(enc),
          ct: String(ct),
        });
        return [author, JSON.parse(text) as unknown] as const;
      });
    expect(new Map(opened.map(([author, held]) => [author, held]))).toEqual(
      new Map([
        [ben.id, { format: 1, entries: gradesOf(ben) }],
        [cyn.id, { format: 1, entries: gradesOf(cyn, 2) }],
        [dan.id, { format: 1, entries: gradesOf(dan) }],
      ]),
    );
  });
});
