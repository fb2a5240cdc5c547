import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inputsOf, wordsIn } from '../../every-call.ts';
import { PanelPerson } from './panel-person.ts';
import {
  markedSecret,
  markedWords,
  shownKinds,
  silentKinds,
  unwrittenKinds,
  writeEveryKind,
} from './records-of-every-kind.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { beginDraft } from '../../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import { loadSeen } from '../../../../src/main/application/see.ts';
import { listConflicts } from '../../../../src/main/application/together/list-conflicts.ts';
import { fields } from '../../../../src/shared/judgment/fields.ts';
import { writeRecord } from '../../../../src/main/application/write.ts';
import type { BodyOf, DeepReadonly, Intent } from '../../../../src/shared/records/define-event.ts';
import { changeReviewed } from '../../../../src/shared/draft/change-reviewed.ts';
import { reasonGiven } from '../../../../src/shared/framework/reason-given.ts';
import { descriptorMarked } from '../../../../src/shared/evidence/descriptor-marked.ts';
import { bestFitSet } from '../../../../src/shared/evidence/best-fit-set.ts';
import { factRecorded } from '../../../../src/shared/framework/fact-recorded.ts';
import { contradictionSettled } from '../../../../src/shared/evidence/contradiction-settled.ts';
import { questionAnswered } from '../../../../src/shared/draft/question-answered.ts';
import { accuracyAnswered } from '../../../../src/shared/accuracy/accuracy-answered.ts';
import { revisionSaved } from '../../../../src/shared/draft/revision-saved.ts';
import { draftEventTypes } from '../../../../src/shared/judgment/event-types.ts';
import { done } from '../../../../src/shared/result.ts';
import { contract, type ChannelName } from '../../../../src/shared/ipc/contract.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';

const own = ownFolder();
const cyn = new PanelPerson('cyn', own.path);
const ben = run(`${own.path}/ben-profile`);
const ada = run(`${own.path}/ada-profile`);
let draft = '';
let revision = '';
let round = '';
/** The draft that went to the provider. */
let letter = '';
let notes: readonly [string, string] = ['', ''];
let writtenKinds: readonly string[] = [];

const id = (letter: string): string => letter.repeat(64);
/** What the team wrote of a kind of field, once for each side of its conflict. */
const said = (kind: string, side: string): string => `It is judged inadequate Qz-${kind}-${side}`;
const gradeOf = (side: string): string => (side === 'a' ? 'inadequate' : 'requires-improvement');
const revisionWith = (part: Partial<DeepReadonly<BodyOf<typeof revisionSaved>>>): Intent =>
  revisionSaved.write({
    reason: 'Another view',
    narratives: [],
    grades: [],
    improvements: null,
    rest: [],
    ...part,
  });
const point = (kind: string, side: string) => ({
  id: `p-${side}`,
  text: said(kind, side),
  area: null,
  notes: [],
});

/** One side of a conflict for each kind of field that is kept from members: a write over nothing. */
const writes: Readonly<Record<string, (side: string) => Intent>> = {
  accuracy: (side) =>
    accuracyAnswered.write({
      received: revision,
      point: 0,
      answer: side === 'a' ? 'partly' : 'accepted',
      reasons: said('accuracy', side),
      change: null,
      over: [],
    }),
  answer: (side) =>
    questionAnswered.write({ question: 'grade-changed/leaders/x', answer: said('answer', side), over: [] }),
  contradiction: (side) =>
    contradictionSettled.write({
      criterion: 'hp.plans',
      notes,
      reason: said('contradiction', side),
      over: [],
    }),
  fact: (side) =>
    factRecorded.write({
      fact: 'widespread-failures',
      holds: side === 'a',
      reason: said('fact', side),
      notes: [],
      over: [],
    }),
  fit: (side) => bestFitSet.write({ criterion: 'hp.plans', grade: gradeOf(side), over: [] }),
  grade: (side) => revisionWith({ grades: [{ area: 'leaders', value: { grade: gradeOf(side) }, over: [] }] }),
  improvements: (side) => revisionWith({ improvements: { points: [point('improvements', side)], over: [] } }),
  mark: (side) =>
    descriptorMarked.write({
      criterion: 'hp.plans',
      grade: 'good',
      mark: side === 'a' ? 'met' : 'not',
      reason: said('mark', side),
      over: [],
    }),
  narrative: (side) =>
    revisionWith({ narratives: [{ section: 'leaders', text: said('narrative', side), over: [] }] }),
  points: (side) =>
    revisionWith({ lists: [{ section: 'strengths', points: [point('points', side)], over: [] }] }),
  reason: (side) => reasonGiven.write({ rule: 'leaders-limit', reason: said('reason', side), over: [] }),
  reviewed: (side) => changeReviewed.write({ change: id('b'), revision, reviewed: side === 'a', over: [] }),
};

/** What no member may be given, in the forms in which words of values are shown. */
const secrets = [
  ...Object.keys(writes).flatMap((kind) => ['a', 'b'].map((side) => `inadequate Qz-${kind}-${side}`)),
  ...[...draftEventTypes.keys()].filter((kind) => !shownKinds.has(kind)).map(markedSecret),
  ...[
    ['inadequate', 'Inadequate'],
    ['requires-improvement', 'Requires improvement'],
  ].flatMap(([grade = '', title = '']) => [
    `"value":"${grade}"`,
    `"value":{"grade":"${grade}"`,
    `"words":"${grade.replace('-', ' ')}`,
    `"words":"${title}`,
  ]),
];
/** A framework names every grade there is, and so tells nothing of this draft. */
const withoutFrameworks = (key: string, value: unknown): unknown =>
  /^frameworks?$/u.test(key) ? null : value;
const leaksIn = (text: string): readonly string[] => secrets.filter((secret) => text.includes(secret));
const leaksInJson = (text: string): readonly string[] =>
  leaksIn(JSON.stringify(JSON.parse(text, withoutFrameworks)));

/** Channels that end what the test looks at, or hand over the records as they lie in the member's own folder. */
const leftOut: ReadonlySet<string> = new Set<ChannelName>([
  'closeWorkspace',
  'openSample',
  'openRecent',
  'exportCopy',
]);

/** Channels that answer with what a draft holds, or hand it over. */
const reading =
  /^(?:calibrationSets|check|compare|export|find|follow|layOut|list|look|merge|offer|open(?!Round|PairwiseRound|Workspace|Contribution)|planFrame|pooled|preview|read|search|successive|unread|verify(?!Person)|what)/u;
/** Those of them that answer a member of an open round with a refusal, and why. */
const refusedReading: Readonly<Record<string, string>> = {
  checkFinding: 'no finding is there',
  exportAuditReport: 'no audit is there',
  exportCertificate: 'nothing is sealed',
  exportClocks: 'no clock runs towards a day',
  exportMeetingNote: 'nothing is revealed',
  exportRead: 'no copy is read',
  exportRedacted: 'nothing is sealed',
  mergeNarrative: 'its texts are hidden',
  offerFile: 'no file was chosen',
  listReadings: 'no audit is there',
  openAudit: 'no audit is there',
  openReading: 'no audit is there',
  previewEvidence: 'no file was chosen',
  previewReport: 'no file was chosen',
  readAttachment: 'no file lies there',
  readCopy: 'no file was chosen',
  readInvitation: 'no invitation was given',
  readLogo: 'no file was chosen',
  readOwnPairs: 'the round is none of pairs',
};

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await settle(ada, 'Ada', cyn.folder, true);
  await settle(ben, 'Ben', cyn.folder, false);
  await cyn.join(false);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await beginDraft(ada.scope, { ...begun, recoveryOwner: null })));
  const self = (await ada.scope.ports.keys.self())?.person ?? '';
  need(await services.grantRole(ada.scope, { draft, person: self, role: 'chair' }));
  const deputy = (await ben.scope.ports.keys.self())?.person ?? '';
  need(await services.grantRole(ada.scope, { draft, person: deputy, role: 'deputy' }));
  need(await services.grantRole(ada.scope, { draft, person: cyn.id, role: 'panel' }));
  const note = {
    kind: 'observation',
    source: 'Duty team',
    when: '2026-10-06T10:20',
    direction: 'neutral',
  } as const;
  const made: string[] = [];
  for (const text of ['Plans are clear.', 'Plans are not clear.'])
    made.push(need(await services.noteEvidence(ada.scope, { draft, note: { ...note, text } })).record);
  const [first = '', second = ''] = made.sort();
  notes = [first, second];
  const change = {
    narratives: [{ section: 'summary', text: 'Plans.', over: [] }],
    grades: [],
    improvements: null,
  };
  ({ record: revision } = need(
    await services.saveRevision(ada.scope, { draft, reason: 'Begins', ...change }),
  ));
  need(await services.declareInterests(ada.scope, { draft, interests: [] }));
  need(await services.declareInterests(ben.scope, { draft, interests: [] }));
  await cyn.call('declareInterests', { draft, interests: [] });
  const people = {
    participants: [cyn.id],
    deputies: [deputy],
    quorum: 1,
    due: '2026-11-30',
    provisionalShown: null,
  };
  ({ record: round } = need(
    await services.openRound(ada.scope, { draft, revision, areas: ['leaders'], ...people }),
  ));
  await cyn.call('followDraft', { draft, since: 0 });
  for (const write of Object.values(writes))
    for (const side of ['a', 'b']) need(await writeRecord(ada.scope, draft, () => done(write(side))));
  writtenKinds = await writeEveryKind({
    chair: ada.scope,
    deputy: ben.scope,
    people: { chair: self, deputy },
    draft,
    revision,
    round,
    note: first,
  });
  const { state } = need(await openDraft(ada.scope, { draft }));
  letter = state.finalising.accuracy.sent?.record ?? '';
}, 60_000);
afterAll(() => {
  vi.restoreAllMocks();
  cyn.leave();
  ada.app.release();
  ben.app.release();
  own.remove();
});

describe('a draft that records of every kind were written in during a round', () => {
  it('holds every kind there is, but those that are named with a reason', () => {
    const inConflict = new Set(Object.values(writes).map((write) => write('a').kind.type));
    expect([...writtenKinds, ...inConflict, ...Object.keys(unwrittenKinds)].sort()).toEqual(
      [...draftEventTypes.keys()].sort(),
    );
  });

  it('holds every kind of field there is', async () => {
    const { seen } = need(await loadSeen(ada.scope, draft));
    const names = seen.records().flatMap((record) => record.fields);
    const kinds = [...new Set(names.map((name) => name.split('/')[0]))];
    expect(kinds.sort()).toEqual(fields.map(({ kind }) => kind).sort());
  });

  it('tells the team, and a member what she grades by', async () => {
    const team = JSON.stringify(need(await services.openDraft(ada.scope, { draft })));
    const member = JSON.stringify(await cyn.call('openDraft', { draft }));
    const silent = writtenKinds.filter((kind) => !team.includes(markedWords(kind)));
    expect(silent.sort()).toEqual(Object.keys(silentKinds).sort());
    const shown = [...shownKinds].filter((kind) => member.includes(markedWords(kind)));
    expect(shown).toEqual([...shownKinds]);
  });
});

describe('a conflict over what a round hides', () => {
  it('stands in every kind of field that is kept from members, with both sides for the team', async () => {
    const kept = fields
      .filter(({ readers }) => readers === 'team' || readers === 'owner')
      .map(({ kind }) => kind)
      .sort();
    expect(Object.keys(writes).sort()).toEqual(kept);
    const { open } = need(await listConflicts(ada.scope, { draft }));
    expect(open.map(({ field }) => field.split('/')[0]).sort()).toEqual(kept);
    const tellNothing = ['accuracy', 'reviewed'];
    const silent = open.filter((conflict) => leaksIn(JSON.stringify(conflict)).length === 0);
    expect(silent.map(({ field }) => field.split('/')[0]).sort()).toEqual(tellNothing);
  });

  it('is told to a member by no answer of any call, no event and no file', async () => {
    await cyn.call('refreshSearch', {});
    const answered = new Set<string>();
    for (const [channel, { input }] of Object.entries(contract)) {
      if (leftOut.has(channel)) continue;
      for (const value of inputsOf(input, { draft, round, person: cyn.id, revision, letter })) {
        if (value['format'] === 'judgment' || value['format'] === 'pdf') continue;
        const before = cyn.heard.length;
        const answer = await cyn.ask(channel as ChannelName, value);
        if ((answer as { ok: boolean }).ok) answered.add(channel);
        for (const heard of cyn.heard.slice(before)) expect(leaksInJson(heard), channel).toEqual([]);
      }
    }
    for (const heard of cyn.heard) expect(leaksInJson(heard)).toEqual([]);
    for (const [name, bytes] of cyn.saved) expect(leaksIn(wordsIn(bytes)), name).toEqual([]);
    const { open } = await cyn.call('listConflicts', { draft });
    // What the member herself marked while she tried every call is hers.
    expect(open.filter(({ sides }) => sides.some(({ author }) => author !== cyn.id))).toEqual([]);
    console.log(`calls answered to the member: ${answered.size}; files: ${cyn.saved.size}`);
    const unanswered = Object.keys(contract).filter(
      (channel) => reading.test(channel) && !answered.has(channel) && !leftOut.has(channel),
    );
    expect(unanswered.sort()).toEqual(Object.keys(refusedReading).sort());
    expect(cyn.saved.size).toBeGreaterThan(8);
  }, 120_000);
});
