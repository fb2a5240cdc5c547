import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Audits } from '../../../src/renderer/audits/audits.svelte.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { Findings, standingOf } from '../../../src/renderer/lib/findings.svelte.ts';
import { DrawFigures } from '../../../src/renderer/audits/figures.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import type { FindingView } from '../../../src/shared/ipc/finding-channels.ts';
import type { DrawView } from '../../../src/shared/ipc/audit-channels.ts';

describe('the audits of a workspace', () => {
  const home = new Home();
  let list: Audits;

  beforeAll(async () => {
    await home.settle('Ada Marsh');
    await home.begin();
  });
  beforeEach(() => {
    app.banner = null;
    list = new Audits();
  });
  afterAll(() => home.close());

  it('are none at first, and one that is begun has the place of the screen, with its lead', async () => {
    await list.load();
    expect([list.rows, list.view]).toEqual([[], null]);
    const { record } = await call('beginAudit', { name: 'Spring', purpose: 'Are grades supported?' });
    await list.load();
    expect(list.rows).toMatchObject([
      { audit: record, name: 'Spring', role: 'lead', step: null, judgments: 0 },
    ]);
    expect(list.view).toMatchObject({ audit: record, role: 'lead', draws: [], setAside: [] });
    expect(list.nameOf(list.view?.begunBy ?? '')).toBe('Ada Marsh');
    expect(list.nameOf('0'.repeat(64))).toBe('someone unknown');
  });

  it('are stepped through, and say where they end', async () => {
    const { record } = await call('beginAudit', { name: 'Summer', purpose: 'Are grades supported?' });
    await list.load();
    expect(list.view?.name).toBe('Summer');
    await list.step(1);
    expect(list.view?.name).toBe('Spring');
    await list.step(1);
    expect(list.view?.name).toBe('Spring');
    await list.step(-1);
    expect(list.view?.audit).toBe(record);
  });

  it('know the next moment that a draw waits for, and none where none does', async () => {
    await list.load();
    const view = list.view;
    expect([view === null, list.nextMoment]).toEqual([false, null]);
    if (view === null) return;
    const draw = { step: 'wait', moment: '2027-01-05T09:00:00Z' } as DrawView;
    const later = { ...draw, moment: '2027-02-05T09:00:00Z' };
    const drawn = { ...draw, step: 'drawn' as const, moment: '2026-01-05T09:00:00Z' };
    list.view = { ...view, draws: [later, draw, drawn] };
    expect(list.nextMoment).toBe(Date.parse('2027-01-05T09:00:00Z'));
  });

  it('refuse what cannot be done with its reason, and keep what is shown', async () => {
    await list.load();
    const audit = list.view?.audit ?? '';
    const person = list.view?.begunBy ?? '';
    const isDone = await list.act('Done', () => call('nameAuditor', { audit, person, role: null }));
    expect([isDone, app.banner?.text]).toEqual([false, expect.stringContaining('without a lead')]);
    expect(list.view?.role).toBe('lead');
    const nothing: Pick<DrawView, 'frame' | 'may'> = { frame: '0'.repeat(64), may: ['confirm'] };
    app.banner = null;
    await list.next(nothing as DrawView);
    expect(app.banner).toMatchObject({ text: expect.stringContaining('counts for nothing') as string });
  });

  it('have findings that are read with who they are to, and a step that is refused leaves them', async () => {
    const findings = new Findings(() => ({ audit: null, draft: null }));
    await findings.load();
    expect(findings.rows).toEqual([]);
    const asked = '0'.repeat(64);
    const isDone = await findings.act('Answered', () =>
      call('answerFinding', { audit: list.view?.audit ?? asked, asked, agrees: true, words: '' }),
    );
    expect([isDone, app.banner === null]).toEqual([false, false]);
    expect(findings.nameOf(asked)).toBe('someone unknown');
    const action = { words: 'Cite effect', person: asked, due: '2026-12-09', by: asked, at: '' };
    const standing = (finding: Partial<FindingView>): string => standingOf(finding as FindingView);
    expect([
      standing({ step: 'assess', due: '2026-12-07', action: null }),
      standing({ step: 'check', due: '2026-12-07', action }),
    ]).toEqual(['Self-assessment by Mon 7 Dec 2026', 'Action by Wed 9 Dec 2026']);
  });

  it('have figures that keys go through in a ring, each as a plot or a table', async () => {
    const figures = new DrawFigures({ audit: list.view?.audit ?? '0'.repeat(64), frame: '0'.repeat(64) });
    await figures.load();
    expect([figures.view, app.banner === null]).toEqual([null, false]);
    figures.go(6);
    expect(figures.current).toBe(1);
    figures.go(0);
    expect(figures.current).toBe(5);
    figures.turn(3);
    expect([figures.current, [...figures.tables]]).toEqual([3, [3]]);
    figures.turn(3);
    expect([...figures.tables]).toEqual([]);
    for (const measure of ['weak', 'other', 'failing']) {
      figures.nextMeasure();
      expect(figures.measure).toBe(measure);
    }
    list.showFigures(figures.place);
    expect(list.figuresOf).toEqual(figures.place);
  });
});
