import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../../src/main/commands/verify-path.ts';
import { buildSample } from '../../../../src/main/application/sample/build-sample.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { writeRecord } from '../../../../src/main/application/write.ts';
import { strFromU8, unzipSync } from 'fflate';
import { renderExport } from '../../../../src/main/application/documents/export-draft.ts';
import { documentAsMarkdown } from '../../../../src/shared/documents/document-as-markdown.ts';
import type { PrintedDocument } from '../../../../src/shared/documents/printed-document.ts';
import type { ReaderView } from '../../../../src/shared/ipc/reader-views.ts';
import { renderRedacted } from '../../../../src/main/application/finalising/export-redacted.ts';
import { makeRedactedCopy } from '../../../../src/main/application/finalising/redact-copy.ts';
import { spokenFingerprint } from '../../../../src/shared/finalising/spoken-fingerprint.ts';
import { renderCertificate } from '../../../../src/main/application/finalising/export-certificate.ts';
import { sealTimeStamped } from '../../../../src/shared/finalising/seal-time-stamped.ts';
import { done } from '../../../../src/shared/result.ts';
import { need, ownFolder, run, settle, workerSources, type Running } from '../../running-scope.ts';
import type { Owed } from '../../../../src/shared/together/owed.ts';
import { ownAuthority } from '../../timestamps/own-authority.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const own = ownFolder();
const folder = join(own.path, 'team');
const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
const authority = ownAuthority();
let ben: Running;
let draft: string;
let seal: string;
let sealWaits: readonly Owed[];

/** What of one kind waits for Ben. */
async function waits(kind: Owed['kind']): Promise<readonly Owed[]> {
  const { drafts } = need(await services.whatWaits(ben.scope, { for: 'me' }));
  return drafts.flatMap(({ owed }) => owed).filter((owed) => owed.kind === kind);
}

beforeAll(async () => {
  mkdirSync(folder);
  ben = run(join(own.path, 'ben'));
  await settle(ben, 'Ben', folder, true);
  const self = await ben.scope.ports.keys.self();
  const { opened } = ben.scope.session;
  if (self === null || opened === null) throw new Error('nobody is there');
  ({ draft } = need(await buildSample(ben.scope.ports, opened.workspace, self.person)));
  need(await services.recoverOwnership(ben.scope, { draft, reason: 'The lead has left' }));
  // Everything holds, and its reader owns it now: only the seal is left to do.
  sealWaits = await waits('seal');
  need(await services.sealJudgment(ben.scope, { draft }));
  seal = need(await openDraft(ben.scope, { draft })).state.seals[0]?.id ?? '';
}, 60_000);
afterAll(() => {
  ben.app.release();
  authority?.remove();
  own.remove();
});

async function response(over = seal): Promise<Uint8Array> {
  if (authority === null) throw new Error('openssl is not here');
  return authority.answer(await ben.scope.ports.timeStamps.request(over, '0123456789abcdef'));
}

async function verified(
  options: Parameters<typeof verifyPath>[2] = {},
): Promise<{ code: number; sentence: string }> {
  const said = await verifyPath(place, folder, options);
  return { code: said.code, sentence: JSON.stringify(said.json) };
}

describe('the redacted copy as a document', () => {
  it('is not made before a copy is on the record', async () => {
    const none = await renderRedacted(ben.scope, { draft, format: 'html' });
    expect(none).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('has marks where words were taken out, the list of them with the reasons, and none of the words', async () => {
    const reason = 'A partner who did not agree to be named';
    const terms = [{ term: 'Police', reason }];
    const input = { draft, purpose: 'publication' as const, recipient: 'The website', notes: [], terms };
    need(await makeRedactedCopy(ben.scope, input));
    const { bytes } = need(await renderRedacted(ben.scope, { draft, format: 'html' }));
    const page = new TextDecoder().decode(bytes);
    expect(page).not.toMatch(/police/iu);
    const marks = page.match(/\[taken out \d+\]/gu) ?? [];
    expect(marks.length).toBeGreaterThan(0);
    expect(page.split(reason)).toHaveLength(marks.length + 1);
    expect(page).toContain(spokenFingerprint(seal).join(' '));
    const word = need(await renderRedacted(ben.scope, { draft, format: 'docx' }));
    const parts = Object.values(unzipSync(word.bytes)).map((part) => strFromU8(part));
    expect(parts.join('\n')).not.toMatch(/police/iu);
  });
});

describe('a file that is read by itself, without a workspace', () => {
  const words = (document: PrintedDocument): string => documentAsMarkdown(document);
  async function read(name: string, bytes: Uint8Array): Promise<ReaderView> {
    const file = join(own.path, name);
    writeFileSync(file, bytes);
    const nobody = run(join(own.path, `reader of ${name}`));
    const { grant } = await nobody.app.grants.grantFile(file);
    const view = need(await services.readCopy(nobody.scope, { file: grant }));
    nobody.app.release();
    return view;
  }

  it('shows report, moderation record and certificate of whole records, and lacks nothing', async () => {
    const { bytes } = need(await renderExport(ben.scope, { draft, format: 'judgment' }));
    const view = await read('whole.judgment', bytes);
    expect(view).toMatchObject({ copy: 'whole', isSound: true, absent: [], taken: [] });
    expect(view.ruleTitles).toMatchObject({ 'factual-accuracy': 'The provider’s check of the facts' });
    expect(words(view.report)).toContain('Police');
    expect(words(view.moderation ?? view.report)).toContain('moderation record');
    expect(words(view.certificate ?? view.report)).toContain(spokenFingerprint(seal).join(' '));
  });

  it('shows of a redacted copy the words left in, and where and why others are withheld', async () => {
    const reason = 'A partner who did not agree to be named';
    const terms = [{ term: 'Police', reason }];
    const copy = { draft, purpose: 'publication' as const, recipient: 'The website', notes: [], terms };
    const { bytes, words: taken } = need(await makeRedactedCopy(ben.scope, copy));
    const view = await read('redacted.judgment', bytes);
    expect(view).toMatchObject({ copy: 'redacted', isSound: true, moderation: null });
    expect(view.taken.map((one) => one.reason)).toContain(reason);
    expect(view.taken.reduce((sum, one) => sum + one.words, 0)).toBe(taken);
    expect(view.absent.find(({ what }) => what === 'notes')?.count).toBe(67);
    const report = words(view.report);
    expect(report).toMatch(/\d words? withheld/u);
    expect(report).not.toMatch(/police/iu);
    const { state } = need(await openDraft(ben.scope, { draft }));
    const [sentence = ''] = (state.narratives['leaders']?.[0]?.value ?? '').split('. ');
    expect(report.replaceAll(/\s+/gu, ' ')).toContain(sentence.slice(0, 40));
    expect(words(view.certificate ?? view.report)).toContain(spokenFingerprint(seal).join(' '));
  });

  it('says what is broken of a copy into which a word was put back', async () => {
    const terms = [{ term: 'Police', reason: 'Not named' }];
    const copy = { draft, purpose: 'publication' as const, recipient: 'The website', notes: [], terms };
    const { bytes } = need(await makeRedactedCopy(ben.scope, copy));
    const text = new TextDecoder().decode(bytes).replace(/"text":"the "/u, '"text":"The "');
    const view = await read('changed.judgment', new TextEncoder().encode(text));
    expect(view.isSound).toBe(false);
    expect(view.verification.problems.map(({ code }) => code)).toContain('redacted-copy');
  });

  it('refuses a file without records', async () => {
    const nobody = run(join(own.path, 'reader of nothing'));
    writeFileSync(join(own.path, 'nothing.judgment'), 'no record\n');
    const { grant } = await nobody.app.grants.grantFile(join(own.path, 'nothing.judgment'));
    expect(await services.readCopy(nobody.scope, { file: grant })).toMatchObject({ ok: false });
    nobody.app.release();
  });
});

if (authority === null) console.warn('openssl is not here: no time-stamp was made or read.');
describe.skipIf(authority === null)('a time-stamp of the seal', () => {
  it('holds when it is given as a file beside the records, and no other seal’s does', async () => {
    const file = join(own.path, 'seal.tsr');
    writeFileSync(file, await response());
    expect(await verified({ timeStamp: file })).toMatchObject({
      code: 0,
      sentence: expect.stringContaining('The time-stamp given holds: Test time authority') as string,
    });
    writeFileSync(file, await response(draft));
    expect(await verified({ timeStamp: file })).toMatchObject({ code: 1 });
    writeFileSync(file, 'no response at all');
    expect(await verified({ timeStamp: file })).toMatchObject({ code: 1 });
  });

  it('is attached from its file, and read again whenever the draft is verified', async () => {
    const { grant } = ben.app.grants.grantBytes('seal.tsr', await response());
    need(await services.attachTimeStamp(ben.scope, { draft, file: grant }));
    expect(await verified()).toMatchObject({ code: 0 });
    const wrong = { seal, response: Buffer.from(await response(draft)).toString('base64') };
    const body = { ...wrong, time: '2026-11-01T09:00:00.000Z', authority: 'Nobody' };
    need(await writeRecord(ben.scope, draft, () => done(sealTimeStamped.write(body))));
    expect(await verified()).toMatchObject({
      code: 1,
      sentence: expect.stringContaining('The time-stamp in this record does not hold.') as string,
    });
  });
});

it('waits for whoever may seal once everything before it holds, and no longer once it is sealed', async () => {
  expect(sealWaits).toMatchObject([{ todo: 'Sign and seal the judgment', screen: 'finalise' }]);
  expect([await waits('seal'), await waits('approval'), await waits('clock')]).toEqual([[], [], []]);
});

describe('the certificate of the seal', () => {
  it('says on one page who sealed, how many records, every grade and the fingerprint in words and digits', async () => {
    const { bytes } = need(await renderCertificate(ben.scope, { draft, format: 'html' }));
    const page = new TextDecoder().decode(bytes);
    const { state, framework } = need(await openDraft(ben.scope, { draft }));
    const graded = framework?.areas.filter((area) => area.scale !== null) ?? [];
    const expected = [
      spokenFingerprint(seal).join(' '),
      seal.match(/.{8}/gu)?.join(' ') ?? '',
      `<dd>${String(state.seals[0]?.count)} records: `,
      'Ben, ',
      ...graded.map((area) => area.title),
    ];
    for (const words of expected) expect(page).toContain(words);
    expect(graded).toHaveLength(4);
  });

  it('is not made of a draft that is not sealed', async () => {
    const own = { provider: 'Other', kind: 'standard inspection', framework: 'ilacs-2026' };
    const dates = { start: '2026-10-05', end: null, recoveryOwner: null };
    const begun = need(await services.beginDraft(ben.scope, { ...own, ...dates }));
    expect(await renderCertificate(ben.scope, { draft: begun.draft, format: 'html' })).toMatchObject({
      ok: false,
      error: { code: 'not-sealed' },
    });
  });
});

describe('what happens after the seal', () => {
  it('is recorded by its day and begins retention, and touches nothing that is sealed', async () => {
    const sentence = await verified();
    const before = need(await openDraft(ben.scope, { draft })).state;
    const over = before.details.published.map(({ record }) => record);
    need(await services.recordMoment(ben.scope, { draft, moment: 'published', day: '2026-12-03', over }));
    const after = need(await openDraft(ben.scope, { draft })).state;
    expect(after.details.published).toMatchObject([{ value: '2026-12-03' }]);
    expect(after.standing).toBe('sealed');
    expect(after.seals).toEqual(before.seals);
    expect(after.narratives).toEqual(before.narratives);
    expect(after.notices.filter(({ code }) => code === 'after-sealing')).toEqual(
      before.notices.filter(({ code }) => code === 'after-sealing'),
    );
    const { rules } = need(await services.readRetention(ben.scope, { draft }));
    expect(rules.find((rule) => rule.id === 'evidence')).toMatchObject({
      standing: 'kept',
      due: '2032-12-03',
    });
    expect(await verified()).toEqual({ ...sentence, sentence: expect.any(String) as string });
  });

  it('refuses days that cannot be, and every other change of the details', async () => {
    const moment = { draft, moment: 'published' as const, over: [] };
    for (const day of ['1899-12-03', '2026-01-02'])
      expect(await services.recordMoment(ben.scope, { ...moment, day })).toMatchObject({ ok: false });
    const writes = [{ name: 'provider' as const, value: 'Elsewhere', over: [] }];
    expect(await services.setDetails(ben.scope, { draft, writes, reason: null })).toMatchObject({
      ok: false,
      error: { code: 'sealed' },
    });
  });
});
