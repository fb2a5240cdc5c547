import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../../../src/shared/moderation/round.ts';
import { PanelPerson, syncFolders } from './panel-person.ts';
import { ownFolder } from '../../running-scope.ts';

const own = ownFolder();
const names = ['Ada Ash', 'Ben Birch', 'Cyn Cedar', 'Dan Dogwood', 'Gus Gorse'];
const everybody = names.map((name) => new PanelPerson(name, own.path));
const [ada, ben, cyn, dan, gus] = everybody as [
  PanelPerson,
  PanelPerson,
  PanelPerson,
  PanelPerson,
  PanelPerson,
];
const folders = everybody.map(({ folder }) => folder);
const area = 'leaders';
let [draft, round, challenge] = ['', '', ''];

async function roundSeenBy(person: PanelPerson): Promise<Round> {
  syncFolders(folders);
  const { state } = await person.call('openDraft', { draft });
  const [first] = state.moderation.rounds;
  if (first === undefined) throw new Error('the round has not arrived');
  return first;
}

beforeAll(async () => {
  await ada.join(true);
  for (const person of [ben, cyn, dan, gus]) {
    syncFolders(folders);
    await person.join(false);
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
  const roles = [
    [ada, 'chair'],
    [ben, 'deputy'],
    [cyn, 'panel'],
    [dan, 'panel'],
    [gus, 'arbiter'],
  ] as const;
  for (const [person, role] of roles) await ada.call('grantRole', { draft, person: person.id, role });
  const { record: revision } = await ada.call('saveRevision', {
    draft,
    reason: 'First',
    narratives: [{ section: area, text: 'Leaders know their service.', over: [] }],
    grades: [{ area, value: { grade: 'good' }, over: [] }],
    improvements: null,
    lists: [],
  });
  for (const person of [ada, ben, cyn, dan]) {
    syncFolders(folders);
    await person.call('declareInterests', { draft, interests: [] });
  }
  syncFolders(folders);
  ({ record: round } = await ada.call('openRound', {
    draft,
    revision,
    areas: [area],
    participants: [cyn.id, dan.id],
    deputies: [ben.id],
    quorum: 2,
    due: null,
    provisionalShown: null,
  }));
  for (const [person, grade, rationale] of [
    [cyn, 'good', 'Cyn Cedar saw what Dogwood did not: visits are on time.'],
    [dan, 'inadequate', 'Visits are late, whatever Cyn says, and Ash agrees.'],
  ] as const) {
    await roundSeenBy(person);
    const answer = { area, answer: { grade }, rationale, sure: 'sure' as const, evidence: [] };
    await person.call('lodgeGrades', { draft, round, answers: [answer] });
  }
  await roundSeenBy(ada);
  await ada.call('closeRound', { draft, round, reason: null });
  await roundSeenBy(dan);
  ({ record: challenge } = await dan.call('raiseChallenge', {
    draft,
    about: { what: 'grade', area },
    text: 'Why does Cyn Cedar say good?',
    owner: ada.id,
    due: null,
  }));
}, 120_000);
afterAll(() => {
  for (const person of everybody) person.leave();
  own.remove();
});

describe('an area that the panel cannot decide', () => {
  it('is asked of an arbiter by the chair, of nobody who graded it or has not the role', async () => {
    await roundSeenBy(ada);
    const asked = { draft, round, area, reason: 'Cyn and Dan stay apart' };
    for (const person of [ben, cyn])
      expect(await ada.ask('askArbiter', { ...asked, arbiter: person.id })).toMatchObject({ ok: false });
    expect(await gus.ask('askArbiter', { ...asked, arbiter: gus.id })).toMatchObject({ ok: false });
    await ada.call('askArbiter', { ...asked, arbiter: gus.id });
    expect((await roundSeenBy(cyn)).arbitrations).toMatchObject([{ arbiter: gus.id, decided: null }]);
  });

  it('waits for the arbiter, and not for the chair’s outcome meanwhile', async () => {
    const owed = async (person: PanelPerson): Promise<readonly string[]> =>
      (await person.call('whatWaits', { for: 'me' })).drafts.flatMap((each) =>
        each.owed.map(({ kind }) => kind),
      );
    await roundSeenBy(gus);
    expect(await owed(gus)).toEqual(['arbitration']);
    expect(await owed(ada)).not.toContain('outcome');
  });

  it('is read by the arbiter with every grade and reason, and nobody’s name', async () => {
    gus.heard.length = 0;
    const seen = await roundSeenBy(gus);
    expect(seen).toMatchObject({ lodgings: [], reconsidered: [], dissents: [] });
    const cases = await gus.call('readArbitrations', { draft });
    expect(cases).toMatchObject([{ area, round, questions: [{ answers: [] }] }]);
    // What the panel graded, whatever is saved since: the paragraphs that members cite are its.
    expect(await gus.call('readGradedText', { draft, round })).toEqual([
      { section: area, paragraph: 1, text: 'Leaders know their service.' },
    ]);
    const told = JSON.stringify(cases);
    expect(told).toContain('visits are on time');
    expect(told).toContain('Visits are late');
    for (const name of names.flatMap((each) => each.split(' '))) expect(told).not.toContain(name);
    for (const person of everybody) expect(told).not.toContain(person.id);
    // Nothing that the window ever heard has a rationale beside a name.
    await gus.call('exportDraft', { draft, format: 'md', document: 'moderation' });
    await gus.call('whatHappened', { draft: null, since: null });
    const outside = gus.heard.filter((heard) => heard !== JSON.stringify({ ok: true, value: cases }));
    for (const needle of ['visits are on time', 'Visits are late', 'Why does'])
      expect(outside.filter((heard) => heard.includes(needle))).toEqual([]);
    for (const bytes of gus.saved.values())
      expect(Buffer.from(bytes).toString('utf8')).not.toMatch(/visits are on time|Visits are late/u);
    expect(await cyn.call('readArbitrations', { draft })).toEqual([]);
  });

  it('is decided by the arbiter, once, by a grade of its scale', async () => {
    const [{ record: asked } = { record: '' }] = await gus.call('readArbitrations', { draft });
    const decision = { draft, asked, reason: 'The visits are what counts.' };
    const refusals = [
      await gus.ask('decideAsArbiter', { ...decision, agreed: { grade: 'splendid' } }),
      await cyn.ask('decideAsArbiter', { ...decision, agreed: { grade: 'good' } }),
    ];
    for (const refusal of refusals) expect(refusal).toMatchObject({ ok: false });
    await gus.call('decideAsArbiter', { ...decision, agreed: { grade: 'inadequate' } });
    expect(await gus.ask('decideAsArbiter', { ...decision, agreed: { grade: 'good' } })).toMatchObject({
      ok: false,
    });
    expect((await roundSeenBy(ada)).outcomes[area]).toMatchObject([
      { author: gus.id, value: { outcome: 'change', rule: 'arbiter', agreed: { grade: 'inadequate' } } },
    ]);
    const outcome = { outcome: 'agree', agreed: { grade: 'good' }, rule: 'chair', reason: 'No', points: [] };
    expect(await ada.ask('decideOutcome', { draft, round, area, outcome, over: [] })).toMatchObject({
      ok: false,
    });
  });

  it('has its challenge answered, and the answer accepted by whoever asked', async () => {
    const { record: answer } = await ada.call('answerChallenge', { draft, challenge, answer: 'By visits' });
    await roundSeenBy(dan);
    expect(await ada.ask('acceptAnswer', { draft, challenge, answer })).toMatchObject({ ok: false });
    expect(await dan.ask('acceptAnswer', { draft, challenge, answer: challenge })).toMatchObject({
      ok: false,
    });
    await dan.call('acceptAnswer', { draft, challenge, answer });
    await roundSeenBy(ada);
    await ada.call('exportMeetingNote', { draft, round, format: 'md' });
    const note = Buffer.from([...ada.saved.values()].at(-1) ?? []).toString('utf8');
    expect(note).toContain('Answered; the answer was accepted');
    expect(note).toContain('asked the arbiter, Gus Gorse');
    expect(note).toMatch(/Inadequate \(by the arbiter\): The visits are what counts\./u);
  });
});
