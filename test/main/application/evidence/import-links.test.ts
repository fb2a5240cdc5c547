import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, ownFolder, run, settle } from '../../running-scope.ts';
import { beginDraft } from '../../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import { renderEvidence } from '../../../../src/main/application/documents/export-evidence.ts';
import {
  importEvidence,
  previewEvidence,
} from '../../../../src/main/application/evidence/import-evidence.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { undoImport } from '../../../../src/main/application/evidence/undo-import.ts';
import type { DraftState } from '../../../../src/shared/judgment/draft-state.ts';

const own = ownFolder();
afterAll(own.remove);
const running = run(join(own.path, 'profile'));
let draft = '';

async function grantOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(own.path, name);
  writeFileSync(path, bytes);
  return (await running.app.grants.grantFile(path)).grant;
}
const state = async (): Promise<DraftState> => need(await openDraft(running.scope, { draft })).state;

beforeAll(async () => {
  const team = join(own.path, 'team');
  mkdirSync(team);
  await settle(running, 'Ada', team, true);
  const begun = await beginDraft(running.scope, {
    provider: 'Northmere',
    kind: 'standard inspection',
    framework: 'ilacs-2026',
    start: '2026-10-05',
    end: null,
    recoveryOwner: null,
  });
  ({ draft } = need(begun));
});

describe('importing what notes are held for and against', () => {
  it('holds one note against two criteria where two rows are the same note, also one that is here', async () => {
    const rows = [
      'Kind,Source,When,Direction,Text,Criterion',
      'observation,Team,06/10/2026 10:00,strength,Spoke of each child.,hp.strategy-enquiry',
      'observation,Team,06/10/2026 10:00,weakness,Spoke of each child.,hp.front-door',
    ];
    const file = await grantOf('two.csv', rows.join('\n'));
    const { mapping } = need(await previewEvidence(running.scope, { draft, file, mapping: null }));
    const first = need(await importEvidence(running.scope, { draft, file, mapping }));
    const pairs = async (): Promise<unknown> =>
      (await state()).links.flatMap(({ criterion, values }) =>
        values.flatMap(({ value }) => (value === 'none' ? [] : [[criterion, value]])),
      );
    expect(first.notes).toBe(1);
    expect(await pairs()).toEqual([
      ['hp.strategy-enquiry', 'for'],
      ['hp.front-door', 'against'],
    ]);
    const third = `${rows[0] ?? ''}\nobservation,Team,06/10/2026 10:00,strength,Spoke of each child.,hp.assessment\ndata,Team,06/10/2026 10:00,weakness,Spoke of each child.,hp.front-door`;
    const more = await grantOf('third.csv', third);
    const looked = need(await previewEvidence(running.scope, { draft, file: more, mapping: null }));
    expect(looked).toMatchObject({ notes: 0, links: 1 });
    expect(looked.duplicates).toMatchObject([{ row: 3, differs: expect.stringContaining('kind') as string }]);
    const second = need(await importEvidence(running.scope, { draft, file: more, mapping }));
    expect(await pairs()).toContainEqual(['hp.assessment', 'for']);
    const whole = await grantOf('again.csv', rows.join('\n'));
    expect(await importEvidence(running.scope, { draft, file: whole, mapping })).toMatchObject({
      ok: false,
      error: { code: 'exists', message: expect.stringContaining('is here already') as string },
    });
    need(await undoImport(running.scope, { draft, import: second.record, reason: 'Again' }));
    expect(await pairs()).not.toContainEqual(['hp.assessment', 'for']);
    need(await undoImport(running.scope, { draft, import: first.record, reason: 'A trial' }));
    expect(await pairs()).toEqual([]);
  });

  it('takes an evidence base that was exported as CSV back in: notes, links, passages and additions', async () => {
    const texts = ['=SUM(1;2)', 'Said “we wait”; then,\nnothing.', "-3 % since 'May'"];
    const notes: string[] = [];
    for (const [at, text] of texts.entries()) {
      const noted = {
        draft,
        note: {
          kind: 'interview-child' as const,
          source: `Child ${at}, "A"`,
          when: '2026-10-06T10:20',
          direction: 'neutral' as const,
          text,
        },
      };
      notes.push(need(await services.noteEvidence(running.scope, noted)).record);
    }
    const [note = '', other = ''] = notes;
    const link = { draft, over: [] };
    const strong = { strength: 'strong' as const, passage: 'we wait”; then' };
    need(
      await services.linkEvidence(running.scope, {
        ...link,
        ...strong,
        note: other,
        criterion: 'hp.front-door',
        direction: 'for',
      }),
    );
    need(
      await services.linkEvidence(running.scope, {
        ...link,
        note: other,
        criterion: 'hp.assessment',
        direction: 'against',
      }),
    );
    need(
      await services.linkEvidence(running.scope, {
        ...link,
        note,
        criterion: 'hp.front-door',
        direction: 'for',
      }),
    );
    need(await services.addToEvidence(running.scope, { draft, note, text: 'Seen again.' }));
    const { bytes } = need(await renderEvidence(running.scope, { draft, format: 'csv' }));
    const begun = { provider: 'Eastmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
    const { draft: copy } = need(await beginDraft(running.scope, { ...begun, recoveryOwner: null }));
    const file = await grantOf('base.csv', bytes);
    const looked = need(await previewEvidence(running.scope, { draft: copy, file, mapping: null }));
    expect(looked.problems).toEqual([]);
    expect(looked.reading.join(' ')).toContain('Not imported');
    const back = need(await importEvidence(running.scope, { draft: copy, file, mapping: looked.mapping }));
    const plain = ({ notes: all, links }: DraftState): unknown => ({
      notes: all.map(({ kind, source, when, direction, text, addenda }) => [
        kind,
        source,
        when,
        direction,
        text,
        addenda.length,
      ]),
      links: links
        .flatMap(({ note: id, criterion, values, strength, passage }) =>
          values.flatMap(({ value }) =>
            value === 'none'
              ? []
              : [[all.findIndex((one) => one.id === id), criterion, value, strength, passage].join(' | ')],
          ),
        )
        .toSorted(),
    });
    const copied = need(await openDraft(running.scope, { draft: copy })).state;
    expect(plain(copied)).toEqual(plain(await state()));
    need(await undoImport(running.scope, { draft: copy, import: back.record, reason: 'A trial' }));
    expect(need(await openDraft(running.scope, { draft: copy })).state.notes).toEqual([]);
  });
});
