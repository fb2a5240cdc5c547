import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, ownFolder, run, settle } from '../running-scope.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { renderComparison } from '../../../src/main/application/comparison/export-comparison.ts';
import { renderDocument } from '../../../src/main/application/documents/render-document.ts';
import { numberedParagraphs } from '../../../src/shared/documents/numbered-paragraphs.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { compareRevisions } from '../../../src/main/application/comparison/compare-revisions.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import type { Improvement } from '../../../src/shared/values/improvement.ts';
import { shown } from '../../../src/shared/records/settled.ts';
import type { GateView } from '../../../src/shared/gates/gate.ts';
import type { DraftView } from '../../../src/shared/ipc/views.ts';

const own = ownFolder();
afterAll(own.remove);
const running = run(join(own.path, 'profile'));
const { scope } = running;
let draft = '';
let note = '';

const point = (id: string, text: string, notes: string[]): Improvement => ({ id, text, area: null, notes });
const view = async (): Promise<DraftView> => need(await openDraft(scope, { draft }));
async function gate(): Promise<GateView['status'] | undefined> {
  return (await view()).gates.find((gate) => gate.id === 'points-rest')?.status;
}
async function save(strengths: Improvement[]): Promise<void> {
  const over = ((await view()).state.points['strengths'] ?? []).map((point) => point.record);
  const lists = [{ section: 'strengths', points: strengths, over }];
  const rest = { narratives: [], grades: [], improvements: null };
  need(await saveRevision(scope, { draft, reason: 'Lists what is strong', lists, ...rest }));
}

beforeAll(async () => {
  const team = join(own.path, 'team');
  mkdirSync(team);
  await settle(running, 'Ada', team, true);
  const provider = { provider: 'Northmere', kind: 'standard inspection', framework: 'ilacs-2026' };
  ({ draft } = need(
    await beginDraft(scope, { ...provider, start: '2026-10-05', end: null, recoveryOwner: null }),
  ));
  const said = { kind: 'observation', source: 'Duty team', when: '2026-10-06T10:20' } as const;
  note = need(
    await noteEvidence(scope, { draft, note: { ...said, direction: 'strength', text: 'Calm and quick.' } }),
  ).record;
});

describe('strengths', () => {
  it('stand apart from what needs to improve, and block the seal until each rests on a note', async () => {
    expect(await gate()).toBe('not-needed');
    await save([point('point-1', 'The duty team answers calmly.', [])]);
    expect(await gate()).toBe('blocking');
    await save([point('point-1', 'The duty team answers calmly.', [note])]);
    expect(await gate()).toBe('done');
    const { state } = await view();
    expect(shown(state.points['strengths'])).toEqual([
      point('point-1', 'The duty team answers calmly.', [note]),
    ]);
    expect(shown(state.improvements)).toBeNull();
    expect(state.conflicts).toEqual([]);
  });

  it('are compared between revisions like any other point', async () => {
    await save([point('point-1', 'The duty team answers quickly.', [note])]);
    const { revisions } = (await view()).state;
    const compared = need(
      await compareRevisions(scope, { draft, before: revisions.at(-2)?.id ?? null, after: null }),
    );
    expect(compared.comparison.points).toMatchObject([
      { section: 'strengths', id: 'point-1', kind: 'changed' },
    ]);
  });

  it.each(['html', 'md'] as const)(
    'stand in the report as %s, and so in Word, PDF and print',
    async (format) => {
      const report = need(await services.layOutReport(scope, { draft }));
      const page = new TextDecoder().decode(need(await renderDocument(scope, report, format)));
      expect(page).toContain('Strengths');
      expect(page).toContain('The duty team answers quickly.');
    },
  );

  it('stand in a comparison that is handed out, by their name', async () => {
    const { places } = need(await renderComparison(scope, { draft, before: null, after: null }));
    const strengths = places.find((place) => place.title === 'Strengths');
    expect(strengths?.paragraphs.map(({ kind }) => kind)).toEqual(['added']);
  });

  it('go to the provider with the other paragraphs', async () => {
    const { state, framework } = await view();
    expect(numberedParagraphs(state, framework)).toContainEqual({
      number: 1,
      section: 'strengths',
      text: 'The duty team answers quickly.',
    });
  });
});
