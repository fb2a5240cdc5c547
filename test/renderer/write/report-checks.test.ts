import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../src/renderer/lib/call.ts';
import { ReportChecks } from '../../../src/renderer/write/report-checks.svelte.ts';

describe('the checks of a report', () => {
  const home = new Home();
  let draft = '';
  let typed: Record<string, string>;
  let checks: ReportChecks;

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
  });
  beforeEach(() => {
    typed = { summary: 'Leaders utilise audits. Staff commence plans that Florian Quill utilises.' };
    checks = new ReportChecks(draft, () => typed);
  });
  afterAll(async () => {
    checks.stop();
    await home.close();
  });

  const words = (): readonly string[] => checks.open('summary').map((finding) => finding.words);

  it('ask about what is typed, by section, though nothing of it is saved', async () => {
    expect([checks.ready, words()]).toEqual([false, []]);
    await checks.read();
    expect(checks.ready).toBe(true);
    expect(words()).toContain('utilise');
    expect(checks.open('leaders')).toEqual([]);
    typed = { summary: 'Leaders use audits.' };
    await checks.read();
    expect(words()).not.toContain('utilise');
  });

  it('ask no longer what somebody answered, and keep it beside the answer', async () => {
    await checks.read();
    const [asked] = checks.open('summary').filter((finding) => finding.words === 'utilise');
    await call('answerFlag', { draft, question: asked?.id ?? '', answer: 'It is a quotation', over: [] });
    await checks.read();
    expect(words()).not.toContain('utilise');
    expect(checks.answered('summary')).toMatchObject([{ words: 'utilise', answer: 'It is a quotation' }]);
  });

  it('are stepped through round and round, from either end, and not at all where nothing is asked', async () => {
    await checks.read();
    const ids = checks.open('summary').map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    const steps = [checks.step('summary', 1), ...ids.map(() => checks.step('summary', 1))];
    expect(steps.map((finding) => finding?.id)).toEqual([...ids, ids[0]]);
    expect(checks.step('summary', -1)?.id).toBe(ids.at(-1));
    checks.at = '';
    expect(checks.step('summary', -1)?.id).toBe(ids.at(-1));
    expect([checks.step('leaders', 1), checks.at]).toEqual([undefined, '']);
  });

  it('never show a reading that a later one overtook', async () => {
    const letGo = home.delay('checkReport');
    const first = checks.read();
    typed = { summary: '' };
    await checks.read();
    const now = checks.findings;
    letGo();
    await first;
    expect(checks.findings).toBe(now);
    expect(words()).toEqual([]);
  });

  it('say why the text could not be read, keep what was asked, and say so no longer once it could', async () => {
    await checks.read();
    const before = checks.findings;
    const allow = home.refuse('checkReport', 'The checks ended unexpectedly.');
    await checks.read();
    allow();
    expect([checks.failed, checks.findings]).toEqual(['The checks ended unexpectedly.', before]);
    await checks.read();
    expect(checks.failed).toBe('');
  });

  it('read the text once typing pauses, anew only where it was read before, and not after the screen was left', async () => {
    const left = new ReportChecks(draft, () => typed);
    left.later();
    left.stop();
    const unread = new ReportChecks(draft, () => typed);
    unread.again();
    checks.later();
    checks.later();
    expect(checks.ready).toBe(false);
    await expect.poll(() => checks.ready).toBe(true);
    expect([left.ready, unread.ready]).toEqual([false, false]);
  });
});
