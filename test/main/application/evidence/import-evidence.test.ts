import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excelOf } from '../../documents/evidence-fixtures.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';
import { stopJob } from '../../../../src/main/application/session/run-job.ts';
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
/** What a person sees of the evidence: everything of the state that an import may touch. */
const evidence = ({ notes, links, marks, fits, conflicts }: DraftState): unknown => ({
  notes,
  links,
  marks,
  fits,
  conflicts,
});

const header = 'Evidence,Type,Who,Date,Impact,Criterion';
const hostile = [
  header,
  '"Plans were, as staff said, ""live"".\nSeen in four files.",Case tracking,Team manager,06/10/2026 10:20,Strength,Strategy discussions and enquiries protect children without delay',
  '=SUM(A1:A9),Data,Report,2026-10-07,Weakness,',
  ',Data,Report,2026-10-07,Weakness,',
  'No such kind,Gossip,Somebody,2026-10-07,,',
  'No such day,Data,Report,31/02/2026,,',
  'Day of two digits,Data,Report,6/10/26,,',
  'No such criterion,Data,Report,2026-10-07,,Weather',
  'Neither way,Data,Report,2026-10-07,Sideways,',
  '=SUM(A1:A9),Data,report,2026-10-07,Weakness,',
  'No source,Data,,2026-10-07,,',
].join('\r\n');

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

describe('importing evidence', () => {
  it('takes the right rows in, lists the wrong ones with reasons, and remembers how columns were read', async () => {
    const file = await grantOf('hostile.csv', hostile);
    const guessed = need(await previewEvidence(running.scope, { draft, file, mapping: null }));
    expect(guessed.mapping).toMatchObject({
      text: 0,
      kind: 1,
      source: 2,
      when: 3,
      direction: 4,
      criterion: 5,
    });
    expect(
      guessed.first.map(({ row, kind, when, direction, links }) => [
        row,
        kind,
        when,
        direction,
        links[0]?.criterion ?? null,
      ]),
    ).toEqual([
      [2, 'case-tracking', '2026-10-06T10:20', 'strength', 'hp.strategy-enquiry'],
      [4, 'data', '2026-10-07T12:00', 'weakness', null],
    ]);
    expect(guessed.problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      '5: it has no text.',
      '6: “Gossip” is no kind of evidence.',
      '7: “31/02/2026” is no day that can be read (write 6/10/2026 or 2026-10-06).',
      '8: “6/10/26” is no day that can be read (write 6/10/2026 or 2026-10-06).',
      '9: “Weather” is no criterion of the framework.',
      '10: “Sideways” is neither strength nor weakness.',
      '12: it does not say who or what it is from.',
    ]);
    expect(guessed.duplicates).toEqual([{ row: 11, of: 'row 4', differs: '' }]);
    const before = evidence(await state());
    const made = need(await importEvidence(running.scope, { draft, file, mapping: guessed.mapping }));
    const after = await state();
    expect(made.notes).toBe(2);
    expect(after.notes.map(({ code, text }) => [code, text.slice(0, 12)])).toEqual([
      ['CT-001', 'Plans were, '],
      ['DA-001', '=SUM(A1:A9)'],
    ]);
    expect(after.links.map((link) => [link.criterion, link.values[0]?.value])).toEqual([
      ['hp.strategy-enquiry', 'for'],
    ]);

    const again = need(await previewEvidence(running.scope, { draft, file, mapping: null }));
    expect(again.notes).toBe(0);
    expect(again.duplicates.map((duplicate) => duplicate.of)).toEqual(['CT-001', 'DA-001', 'DA-001']);

    need(await undoImport(running.scope, { draft, import: made.record, reason: 'The wrong file' }));
    const undone = await state();
    expect(evidence(undone)).toEqual(before);
    expect(undone.evidenceImports.map(({ file, undone }) => [file, undone])).toEqual([['hostile.csv', true]]);
    expect(await undoImport(running.scope, { draft, import: made.record, reason: 'Twice' })).toMatchObject({
      ok: false,
      error: { code: 'out-of-date' },
    });
  });

  it('makes notes of plain text once a source and a day are chosen, and forgets the day', async () => {
    const file = await grantOf('monday.txt', 'Seen at the office\n\nSeen at home\n');
    const guessed = need(await previewEvidence(running.scope, { draft, file, mapping: null }));
    const lacks = 'it does not say who or what it is from; it does not say on which day it was.';
    expect(guessed.problems).toEqual([
      { row: 1, message: lacks },
      { row: 3, message: lacks },
    ]);
    const otherwise = { ...guessed.mapping.otherwise, source: 'The team', when: '2026-10-05' };
    const mapping = { ...guessed.mapping, otherwise };
    const chosen = need(await previewEvidence(running.scope, { draft, file, mapping }));
    expect(chosen.first.map(({ when, source }) => [when, source])).toEqual([
      ['2026-10-05T12:00', 'The team'],
      ['2026-10-05T12:00', 'The team'],
    ]);
    const made = need(await importEvidence(running.scope, { draft, file, mapping }));
    const next = await grantOf('tuesday.txt', 'Seen at school\n');
    const later = need(await previewEvidence(running.scope, { draft, file: next, mapping: null }));
    expect(later.mapping.otherwise).toEqual({ kind: 'document', source: 'The team', when: '' });
    need(await undoImport(running.scope, { draft, import: made.record, reason: 'A trial' }));
  });

  it('is not undone where work rests on a note since', async () => {
    const file = await grantOf('more.csv', `${header}\nSeen at home,Observation,Family,2026-10-08,,\n`);
    const { mapping } = need(await previewEvidence(running.scope, { draft, file, mapping: null }));
    const made = need(await importEvidence(running.scope, { draft, file, mapping }));
    const note = (await state()).notes.find((note) => note.imported?.import === made.record)?.id ?? '';
    const link = { draft, note, criterion: 'hp.front-door' };
    const linked = need(
      await services.linkEvidence(running.scope, {
        ...link,
        direction: 'for',
        strength: 'strong',
        passage: 'at home',
        over: [],
      }),
    );
    expect((await state()).links.find((link) => link.note === note)).toMatchObject({
      strength: 'strong',
      passage: 'at home',
    });
    const undo = { draft, import: made.record, reason: 'Wrong' };
    expect(await undoImport(running.scope, undo)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    need(await services.linkEvidence(running.scope, { ...link, direction: 'none', over: [linked.record] }));
    need(await undoImport(running.scope, undo));
    expect((await state()).notes.some(({ id }) => id === note)).toBe(false);
  });

  it('reads Excel, and stops as a whole when the person stops it', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => [`Note ${at}`, { day: 46301 }, 'Data', 'Report']);
    const file = await grantOf('many.xlsx', excelOf([['Note', 'Date', 'Kind', 'Source'], ...rows]));
    const { mapping, notes } = need(await previewEvidence(running.scope, { draft, file, mapping: null }));
    expect(notes).toBe(600);
    const before = await state();
    const importing = importEvidence(
      {
        ...running.scope,
        ports: {
          ...running.scope.ports,
          windows: {
            ...running.scope.ports.windows,
            send: (_window, event) => {
              if (event.kind === 'progress' && event.done >= 200) stopJob(running.scope, 'import-evidence');
            },
          },
        },
      },
      { draft, file, mapping },
    );
    expect(await importing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await state()).count).toBe(before.count);
    const made = need(await importEvidence(running.scope, { draft, file, mapping }));
    expect(made.notes).toBe(600);
    expect((await state()).notes).toHaveLength(before.notes.length + 600);
  });

  it('gives the whole base back: every note, the codes it is held under, and abbreviations', async () => {
    const { bytes, name } = need(await renderEvidence(running.scope, { draft, format: 'csv' }));
    expect(name).toMatch(/^northmere-[0-9a-f]{8}-evidence\.csv$/);
    const text = new TextDecoder().decode(bytes);
    for (const { code } of (await state()).notes) expect(text).toContain(code);
    const html = need(await renderEvidence(running.scope, { draft, format: 'html' }));
    expect(new TextDecoder().decode(html.bytes)).toContain('Note 599');
  });
});
