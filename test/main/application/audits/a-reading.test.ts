import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { services } from '../../../../src/main/composition/calls.ts';
import { writeInAudit } from '../../../../src/main/application/audits/write-in-audit.ts';
import { forgetBlind } from '../../../../src/main/application/session/blind-drafts.ts';
import { buildSample } from '../../../../src/main/application/sample/build-sample.ts';
import type { Scope } from '../../../../src/main/application/session/session.ts';
import { auditCommand } from '../../../../src/main/commands/audit-command.ts';
import { verifyPath } from '../../../../src/main/commands/verify-path.ts';
import { readingLodged } from '../../../../src/shared/audits/reading-lodged.ts';
import { contract, type ChannelName } from '../../../../src/shared/ipc/contract.ts';
import type { FindingView } from '../../../../src/shared/ipc/finding-channels.ts';
import { workingDaysBetween } from '../../../../src/shared/clocks/working-days.ts';
import { localDay } from '../../../../src/main/application/clocks/local-day.ts';
import type { DraftView } from '../../../../src/shared/ipc/views.ts';
import type { ReadingView } from '../../../../src/shared/ipc/reading-channels.ts';
import type { LodgedEntry } from '../../../../src/shared/moderation/lodged-grades.ts';
import { shown } from '../../../../src/shared/records/settled.ts';
import { done, refused } from '../../../../src/shared/result.ts';
import { inputsOf, wordsIn } from '../../every-call.ts';
import { need, ownFolder, run, settle, workerSources, type Running } from '../../running-scope.ts';
import { PanelPerson, syncFolders } from '../moderation/panel-person.ts';
import { verifyAlone } from '../../standalone-verifier.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const own = ownFolder();
const team = join(own.path, 'team');
const begins = Date.now();
const moment = new Date(begins + 60_000).toISOString();
let now = begins;
/** Ada leads the audit, Ben sealed the judgment, Cara reads it, Dan gives to the seed and reads it second. */
const ada = at('ada');
const ben = run(join(own.path, 'ben'));
const dan = at('dan');
const cara = new PanelPerson('cara', own.path);
let draft = '';
let judged: DraftView;
let place: { audit: string; frame: string; seal: string };

/** Somebody at work, with a clock that the test sets. */
function at(name: string): Running {
  const running = run(join(own.path, name));
  const ports = { ...running.scope.ports, clock: { now: () => now } };
  return { app: running.app, scope: { ...running.scope, ports } };
}
const idOf = async ({ scope }: { scope: Scope }): Promise<string> =>
  (await scope.ports.keys.self())?.person ?? '';
const sync = (): void => syncFolders([team, cara.folder]);

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  mkdirSync(team);
  await settle(ben, 'Ben', team, true);
  for (const [name, running] of [
    ['Ada', ada],
    ['Dan', dan],
  ] as const)
    await settle(running, name, team, false);
  const { opened } = ben.scope.session;
  if (opened === null) throw new Error('no workspace is open');
  ({ draft } = need(await buildSample(ben.scope.ports, opened.workspace, await idOf(ben))));
  need(await services.recoverOwnership(ben.scope, { draft, reason: 'The lead has left' }));
  need(await services.sealJudgment(ben.scope, { draft }));
  judged = need(await services.openDraft(ben.scope, { draft }));
  sync();
  await cara.join(false);
  sync();
  const { record: audit } = need(
    await services.beginAudit(ada.scope, { name: 'Autumn audit', purpose: 'Are grades supported?' }),
  );
  for (const person of [cara.id, await idOf(ben), await idOf(dan)])
    need(await services.nameAuditor(ada.scope, { audit, person, role: 'auditor' }));
  need(await services.nameAuditor(ada.scope, { audit, person: await idOf(dan), role: null }));
  const rule = { from: null, to: null, frameworks: [], strata: 'none' as const };
  const contributors = [await idOf(ada), await idOf(dan)];
  const { record: frame } = need(
    await services.freezeFrame(ada.scope, {
      ...{ audit, rule, draw: { All: 1 }, source: 'The Bank Rate', moment, contributors },
    }),
  );
  need(await services.confirmFrame(dan.scope, { audit, frame }));
  for (const { scope } of [ada, dan]) need(await services.lodgeContribution(scope, { audit, frame }));
  now = begins + 61_000;
  for (const { scope } of [ada, dan]) {
    need(await services.openContribution(scope, { audit, frame }));
    need(await services.recordOutsideNumber(scope, { audit, frame, number: '3.75' }));
  }
  need(await services.drawSample(ada.scope, { audit, frame }));
  need(await services.nameAuditor(ada.scope, { audit, person: await idOf(dan), role: 'auditor' }));
  place = { audit, frame, seal: judged.state.seals[0]?.id ?? '' };
}, 90_000);
afterAll(() => {
  vi.restoreAllMocks();
  for (const { app } of [ada, ben, dan]) app.release();
  cara.leave();
  own.remove();
});

const ofFrame = (): { audit: string; frame: string } => ({ audit: place.audit, frame: place.frame });
const entriesOf = (view: ReadingView, grade: string): LodgedEntry[] =>
  view.areas.map((area) => ({
    area,
    answer: { grade },
    rationale: 'The notes show it. Qz-mine',
    sure: 'sure',
    evidence: [],
  }));

/** What tells a grade or the narrative: sentences of the report and of the panel, and values as records hold them. */
function secrets(isNarrativeOpen: boolean): readonly string[] {
  const { state } = judged;
  const sentences = Object.values(state.narratives).flatMap((field) => {
    const said = shown(field) ?? '';
    return said.split('\n').flatMap((line) => (line.length > 60 ? [line.slice(5, 55)] : []));
  });
  const reasons = state.moderation.rounds.flatMap(({ lodgings }) =>
    lodgings.flatMap(({ entries }) => (entries ?? []).map(({ rationale }) => rationale.slice(0, 40))),
  );
  const grades = Object.values(state.grades).flatMap((field) => {
    const value = shown(field);
    return value !== null && 'grade' in value
      ? [`"value":{"grade":"${value.grade}"`, `"grade":{"grade":"${value.grade}"`]
      : [];
  });
  return [...(isNarrativeOpen ? [] : sentences), ...reasons, ...grades].filter((one) => one.length > 10);
}
const withoutFrameworks = (key: string, value: unknown): unknown =>
  /^frameworks?$/u.test(key) ? null : value;
const leaks = (text: string, isOpen: boolean): readonly string[] => {
  const said = JSON.stringify(JSON.parse(text, withoutFrameworks));
  return secrets(isOpen).filter((secret) => said.includes(secret));
};

/** Calls that end what the test looks at, or lodge and so go on to the next stage. */
const left = new Set([
  'closeWorkspace',
  'openSample',
  'openRecent',
  'lodgeReading',
  'keepReading',
  'removeLeaver',
  'revokeDevice',
]);

/** Tries every call as a curious auditor would, and tells what leaked. */
async function leaksToCara(isNarrativeOpen: boolean): Promise<readonly string[]> {
  const from = cara.heard.length;
  const files = new Set(cara.saved.keys());
  for (const [channel, { input }] of Object.entries(contract)) {
    if (left.has(channel)) continue;
    const known = { draft, person: cara.id, ...place, revision: judged.state.revisions.at(-1)?.id };
    for (const value of inputsOf(input, known)) {
      if (value['format'] === 'pdf') continue;
      await cara.ask(channel as ChannelName, value);
    }
  }
  return [
    ...cara.heard.slice(from).flatMap((heard) => leaks(heard, isNarrativeOpen)),
    ...[...cara.saved]
      .filter(([name]) => !files.has(name))
      .flatMap(([, bytes]) => secrets(isNarrativeOpen).filter((secret) => wordsIn(bytes).includes(secret))),
  ];
}

describe('a drawn judgment that an auditor reads blind', () => {
  it('goes to whoever is independent of it, with the reason for everybody who is not', async () => {
    const rows = need(await services.listReadings(ada.scope, ofFrame()));
    expect(rows).toMatchObject([{ seal: place.seal, readers: [] }]);
    expect(rows[0]?.barred).toEqual([{ person: await idOf(ben), why: 'wrote in it' }]);
    const given = [{ seal: place.seal, draft, person: await idOf(ben) }];
    expect(await services.assignReaders(ada.scope, { ...ofFrame(), given, taken: [] })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('wrote in it') as string },
    });
    const first = [{ seal: place.seal, draft, person: cara.id }];
    need(await services.assignReaders(ada.scope, { ...ofFrame(), given: first, taken: [] }));
    need(await services.shareOutReadings(ada.scope, { ...ofFrame(), secondEvery: 1 }));
    const [row] = need(await services.listReadings(ada.scope, ofFrame()));
    expect(row?.readers.map(({ step }) => step)).toEqual(['evidence', 'evidence']);
    expect(row?.readers.some(({ person }) => person === cara.id)).toBe(true);
    sync();
  });

  it('tells its reader neither narrative nor grade in any answer, event, find or file before the first lodging', async () => {
    await cara.call('refreshSearch', {});
    expect(await leaksToCara(false)).toEqual([]);
    expect(await cara.ask('openDraft', { draft })).toMatchObject({ ok: false });
    const view = await cara.call('openReading', place);
    expect([view.step, view.blind?.narratives, view.opened]).toEqual(['evidence', null, null]);
    expect(view.blind?.notes.length).toBeGreaterThan(5);
    // Whoever does not read it sees it as before.
    expect((await services.openDraft(ben.scope, { draft })).ok).toBe(true);
  }, 120_000);

  it('stays kept from them while the audits cannot be read, and is not lodged on while it cannot be read itself', async () => {
    const { opened } = dan.scope.session;
    if (opened === null) throw new Error('no workspace is open');
    expect(await services.openDraft(dan.scope, { draft })).toMatchObject({ ok: false });
    const away = refused({ code: 'vanished' as const, message: 'The folder is away.' });
    const audits = vi.spyOn(opened.workspace, 'listAudits').mockResolvedValue(away);
    forgetBlind(opened);
    for (let look = 0; look < 2; look += 1)
      expect(await services.openDraft(dan.scope, { draft })).toMatchObject({ ok: false });
    audits.mockRestore();

    const view = need(await services.openReading(dan.scope, place));
    const lodging = { ...place, stage: 'evidence', known: false, answers: entriesOf(view, 'good') } as const;
    opened.drafts.clear();
    const files = vi.spyOn(opened.workspace, 'readDraft').mockResolvedValue(away);
    expect(await services.lodgeReading(dan.scope, lodging)).toMatchObject({ ok: false });
    files.mockRestore();
    expect(need(await services.openReading(dan.scope, place)).step).toBe('evidence');
  });

  it('keeps what is typed on this computer, and takes no second reading before the first is lodged', async () => {
    const view = await cara.call('openReading', place);
    const answers = entriesOf(view, 'good');
    await cara.call('keepReading', { ...place, answers, conclusion: null });
    expect((await cara.call('openReading', place)).typed).toEqual(answers);
    expect(
      await cara.ask('lodgeReading', { ...place, stage: 'narrative', known: false, answers }),
    ).toMatchObject({ ok: false });
  });

  it('opens its narrative without the words of grades once the first is lodged, and nothing else', async () => {
    const answers = entriesOf(await cara.call('openReading', place), 'good');
    const unsaid = answers.map((entry) => ({ ...entry, sure: null }));
    expect(
      await cara.ask('lodgeReading', { ...place, stage: 'evidence', known: false, answers: unsaid }),
    ).toMatchObject({
      ok: false,
    });
    await cara.call('lodgeReading', { ...place, stage: 'evidence', known: false, answers });
    sync();
    expect(JSON.stringify(need(await services.openAudit(ada.scope, { audit: place.audit })))).not.toContain(
      'Qz-mine',
    );
    expect(await leaksToCara(true)).toEqual([]);
    const view = await cara.call('openReading', place);
    expect([view.step, view.onEvidence]).toEqual(['narrative', answers]);
    expect(Object.keys(view.blind?.narratives ?? {}).length).toBeGreaterThan(2);
    expect(JSON.stringify(view.blind?.narratives)).toContain('[grade hidden]');
    expect(JSON.stringify(view.blind?.narratives)).not.toMatch(
      /requires improvement to be good|judged inadequate/iu,
    );
    const again = await cara.ask('lodgeReading', { ...place, stage: 'evidence', known: false, answers });
    expect(again).toMatchObject({ ok: false });
  }, 120_000);

  it('opens whole after the second lodging, with every grade side by side and what the record says', async () => {
    const answers = entriesOf(await cara.call('openReading', place), 'good');
    await cara.call('lodgeReading', { ...place, stage: 'narrative', known: false, answers });
    const { opened, step } = await cara.call('openReading', place);
    expect(step).toBe('conclude');
    const graded = opened?.areas.find(({ sealed }) => sealed !== null);
    expect(graded).toMatchObject({
      evidence: { answer: { grade: 'good' } },
      narrative: { answer: { grade: 'good' } },
    });
    expect(opened?.areas.some(({ independent }) => independent.length > 2)).toBe(true);
    expect(Object.values(opened?.facts ?? {}).every((fact) => fact.length > 5)).toBe(true);
    // What is looked for above is there to be found: the draft itself tells it now.
    const now = JSON.stringify(await cara.call('openDraft', { draft }));
    expect(secrets(false).filter((secret) => !now.includes(secret) && !secret.startsWith('"'))).toEqual([]);
  });

  it('takes its outcomes, and one of the two worst file grades only with a key finding', async () => {
    const { opened } = await cara.call('openReading', place);
    const outcomes = (opened?.areas ?? []).map(({ area }) => ({
      area,
      outcome: 'supported' as const,
      reason: '',
    }));
    const protocol = { id: opened?.protocol.id ?? '', version: opened?.protocol.version ?? 1 };
    const conclusion = { outcomes, protocol, answers: [], fileGrade: 3, keyFinding: '' };
    expect(await cara.ask('concludeReading', { ...place, conclusion })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('key finding') as string },
    });
    await cara.call('concludeReading', {
      ...place,
      conclusion: { ...conclusion, keyFinding: 'DA-006 was left out.' },
    });
    expect((await cara.call('openReading', place)).step).toBe('done');
    sync();
    const [row] = need(await services.listReadings(ada.scope, ofFrame()));
    expect(row?.readers.find(({ person }) => person === cara.id)?.step).toBe('done');
  });

  it('has figures once its readers opened theirs, and is drawn again by the command line from the files', async () => {
    const figures = need(await services.figuresOfDraw(ada.scope, ofFrame()));
    expect(figures).toMatchObject({
      frame: { size: 1, drawn: 1, read: 1 },
      strata: [{ name: 'All', failures: 0, bound: { most: 0, share: 0 } }],
      outcomes: { supported: 1 },
      byKnown: { blind: { read: 1, failures: 0 } },
    });
    expect(figures.withSealed.areas).toBeGreaterThan(2);
    const cli = { root, profile: join(own.path, 'cli'), version: '0', workers: workerSources };
    const again = await auditCommand(cli, 'redraw', team, {});
    expect(again.json).toMatchObject({
      frame: place.frame,
      strata: [{ name: 'All', size: 1, drawn: [place.seal] }],
    });
    // Whoever has the files is told nobody's severity by name: that is for the audit's lead.
    const { severity } = figures.ofFrame;
    expect(severity.people).not.toEqual([]);
    const nobody = { people: [], islands: severity.islands.map((island) => island.map(() => '')) };
    expect((await auditCommand(cli, 'figures', team, {})).json).toEqual({
      draw: place.frame,
      ...figures,
      ofFrame: { ...figures.ofFrame, severity: { ...severity, ...nobody } },
    });
    const { json } = await auditCommand(cli, 'status', team, {});
    expect((json as { name: string }[]).find(({ name }) => name === 'Autumn audit')).toMatchObject({
      draws: [{ step: 'drawn', readings: { given: 2, done: 1 } }],
    });
  });

  it('shows no figure to whoever reads blind, here or in another audit, was given nothing yet, or has no role', async () => {
    const isRefused = async ({ scope }: { readonly scope: Scope }): Promise<boolean> =>
      !(await services.figuresOfDraw(scope, ofFrame())).ok;
    const audit = place.audit;
    expect([await isRefused(dan), await isRefused(ben)]).toEqual([true, true]);
    for (const [role, refuses] of [
      [null, true],
      ['observer', false],
    ] as const) {
      need(await services.nameAuditor(ada.scope, { audit, person: await idOf(ben), role }));
      expect(await isRefused(ben)).toBe(refuses);
    }
    expect(await cara.ask('figuresOfDraw', ofFrame())).toMatchObject({ ok: true });
    const { opened } = ada.scope.session;
    if (opened === null) throw new Error('no workspace is open');
    opened.blind = Promise.resolve(new Map([[draft, 'Another audit']]));
    expect(await isRefused(ada)).toBe(true);
    forgetBlind(opened);
    expect(await isRefused(ada)).toBe(false);
  });

  it('has a report of all that was done, and a public one that names nobody and nothing that a reader said', async () => {
    const saved = new Map<string, Uint8Array>();
    const saving = vi
      .spyOn(ada.scope.ports.dialogs, 'saveFile')
      .mockImplementation((_window, name, bytes) => {
        saved.set(name, bytes);
        return Promise.resolve(done({ name }));
      });
    const wordsOf = async (
      format: 'docx' | 'html' | 'csv',
      isPublic: boolean,
      annex: 'sample' | 'figures' | 'answers' = 'sample',
    ): Promise<string> => {
      const made = need(
        await services.exportAuditReport(ada.scope, { ...ofFrame(), format, annex, isPublic }),
      );
      return wordsIn(saved.get(made?.name ?? '') ?? new Uint8Array());
    };
    const people = need(await services.listPeople(ada.scope, {})).filter(({ id }) => id === cara.id);
    const provider = shown(judged.state.details.provider) ?? '';
    const named = [provider, ...people.map(({ card }) => card.name), 'Dan', 'Ada', 'DA-006 was left out.'];
    const full = [await wordsOf('html', false), await wordsOf('docx', false)];
    for (const words of full) {
      expect(named.filter((name) => !words.includes(name))).toEqual([]);
      expect(words).toContain('3.75');
      expect(words).toContain('No judgment was opened by a second reader.');
    }
    const open = [await wordsOf('html', true), await wordsOf('docx', true)];
    for (const words of open) {
      expect(named.filter((name) => words.includes(name))).toEqual([]);
      expect(words).toContain('Of withheld judgments in the frame withheld were drawn');
      expect(words).toContain(place.frame.slice(0, 16));
    }
    expect(await wordsOf('csv', false)).toContain(place.seal.slice(0, 16));
    expect(await wordsOf('csv', false, 'answers')).toContain('Question');
    expect(await wordsOf('csv', false, 'figures')).toContain('"At most in the stratum, one-sided 95 %",0');
    const csv = { ...ofFrame(), format: 'csv', annex: 'sample', isPublic: true } as const;
    expect(await services.exportAuditReport(ada.scope, csv)).toMatchObject({ ok: false });
    const blind = { ...csv, isPublic: false };
    expect(await services.exportAuditReport(dan.scope, blind)).toMatchObject({ ok: false });
    saving.mockRestore();
    const cli = { root, profile: join(own.path, 'cli'), version: '0', workers: workerSources };
    const out = join(own.path, 'report.html');
    expect(await auditCommand(cli, 'report', team, { out, public: true })).toMatchObject({ code: 0 });
    expect(named.filter((name) => readFileSync(out, 'utf8').includes(name))).toEqual([]);
    await expect(auditCommand(cli, 'report', team, { out })).rejects.toThrow('exists already');
  });

  it('has findings to whoever leads it: assessed first, sent, answered, acted on, checked and taken up again', async () => {
    const [benId, danId] = [await idOf(ben), await idOf(dan)];
    need(await services.nameAuditor(ada.scope, { audit: place.audit, person: benId, role: null }));
    sync();
    const { opened } = await cara.call('openReading', place);
    const { concluded } = opened ?? {};
    const area = opened?.areas[0]?.area ?? '';
    if (concluded == null) throw new Error('nothing is concluded');
    const outcomes = concluded.outcomes.map((said) =>
      said.area === area ? { ...said, outcome: 'outside-range' as const, reason: 'Qz-outside' } : said,
    );
    await cara.call('concludeReading', { ...place, conclusion: { ...concluded, outcomes } });
    const ask = { ...place, area, to: [benId] };
    expect(await cara.ask('askAssessment', { ...ask, to: [danId] })).toMatchObject({
      error: { message: expect.stringContaining('who reads this judgment') as string },
    });
    await cara.call('askAssessment', ask);
    sync();
    const seen = async ({ scope }: { readonly scope: Scope }): Promise<readonly FindingView[]> =>
      need(await services.listFindings(scope, { audit: null, draft }));
    const waitsFor = async (waiter: { readonly scope: Scope } | PanelPerson): Promise<readonly string[]> =>
      (waiter instanceof PanelPerson
        ? await waiter.call('whatWaits', { for: 'me' })
        : need(await services.whatWaits(waiter.scope, { for: 'me' }))
      ).drafts.flatMap(({ owed }) => owed.flatMap(({ kind, todo }) => (kind === 'finding' ? [todo] : [])));
    // Whoever still reads it blind learns nothing of it; the lead of the audit sees it, and whoever leads the judgment.
    expect([(await seen(dan)).length, (await seen(ada)).length]).toEqual([0, 1]);
    const [finding] = await seen(ben);
    expect(finding).toMatchObject({ isMine: true, step: 'assess', may: ['assess'], mayPropose: true });
    expect(workingDaysBetween(localDay(now), finding?.due ?? '', new Set())).toBeGreaterThanOrEqual(5);
    expect([await waitsFor(ben), await waitsFor(dan)]).toEqual([
      ['Assess your own judgment for an audit'],
      [],
    ]);
    const of = { audit: place.audit, asked: finding?.asked ?? '' };
    const send = { ...of, words: 'You sealed it too high. Qz-finding', key: true, reopens: true };
    expect(await cara.ask('sendFinding', send)).toMatchObject({ ok: false });
    need(await services.giveAssessment(ben.scope, { ...of, words: 'I see a gap. Qz-own' }));
    sync();
    await cara.call('sendFinding', send);
    sync();
    expect(await waitsFor(ben)).toEqual(['Answer a finding']);
    const no = { ...of, agrees: false, words: '' };
    expect(await services.answerFinding(ben.scope, no)).toMatchObject({ ok: false });
    expect(
      await services.planAction(ada.scope, { ...of, words: 'x', person: benId, due: '2030-01-02' }),
    ).toMatchObject({
      ok: false,
    });
    need(await services.answerFinding(ben.scope, { ...no, words: 'The notes were late. Qz-no' }));
    need(
      await services.planAction(ben.scope, {
        ...{ ...of, words: 'Cite effect. Qz-act', person: benId, due: localDay(now) },
      }),
    );
    expect(
      await services.planAction(ben.scope, { ...of, words: 'x', person: danId, due: '2030-01-02' }),
    ).toMatchObject({
      ok: false,
    });
    sync();
    expect(await waitsFor(cara)).toEqual(['Check that an action worked']);
    for (const outcome of ['not-worked', 'worked'] as const) {
      await cara.call('checkFinding', { ...of, outcome, words: 'Qz-check' });
      sync();
      if (outcome === 'worked') continue;
      expect((await seen(ben))[0]).toMatchObject({ step: 'plan', action: null });
      need(await services.planAction(ben.scope, { ...of, words: 'Again', person: benId, due: '2030-01-02' }));
      sync();
    }
    expect((await seen(ben))[0]).toMatchObject({ step: 'ended', may: [] });
    need(await services.reopenFinding(ada.scope, { ...of, reason: 'It came back' }));
    sync();
    expect((await seen(ben))[0]).toMatchObject({ step: 'plan', sent: { reopens: true } });
    // The proposal is one: the seal stands, and nothing of it is in the draft.
    expect(need(await services.openDraft(ben.scope, { draft })).state.seals[0]).toMatchObject({
      reopened: null,
    });
    const cli = { root, profile: join(own.path, 'cli'), version: '0', workers: workerSources };
    const { json } = await auditCommand(cli, 'status', team, {});
    expect((json as { name: string }[]).find(({ name }) => name === 'Autumn audit')).toMatchObject({
      findings: [{ step: 'plan', area }],
    });
    const out = join(own.path, 'with-findings.html');
    for (const isPublic of [true, false]) {
      const file = isPublic ? out : `${out}.html`;
      await auditCommand(cli, 'report', team, { out: file, public: isPublic });
      const text = readFileSync(file, 'utf8');
      expect(['Qz-finding', 'Qz-no', 'Qz-own', 'It came back'].filter((word) => text.includes(word))).toEqual(
        isPublic ? [] : ['Qz-finding', 'Qz-no', 'It came back'],
      );
    }
  });

  it('is whole to both verifiers, and no packet opens with another key', async () => {
    const judge = { root, profile: join(own.path, 'judge'), version: '0', workers: workerSources };
    expect([(await verifyPath(judge, team, {})).code, (await verifyAlone(team)).code]).toEqual([0, 0]);
    const packet = { enc: `${'A'.repeat(43)}=`, ct: `${'A'.repeat(21_867)}=` };
    const forged = {
      frame: place.frame,
      seal: place.seal,
      stage: 'evidence',
      known: false,
      publicKey: 'ab'.repeat(32),
    } as const;
    const written = await writeInAudit(ada.scope, place.audit, () =>
      done(readingLodged.write({ ...forged, ...packet })),
    );
    expect(written).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('not given') as string },
    });
  });
});
