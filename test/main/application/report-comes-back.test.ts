import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, ownFolder, run, settle, type Running } from '../running-scope.ts';
import { renderExport } from '../../../src/main/application/documents/export-draft.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { loadDraft } from '../../../src/main/application/load.ts';
import { importReports } from '../../../src/main/application/report/import-reports.ts';
import { listDrafts } from '../../../src/main/application/workspace/list-drafts.ts';
import { savedByScript } from '../documents/saved-by-script.ts';
import type { ImportOutcome } from '../../../src/shared/ipc/import-views.ts';
import type { DraftState } from '../../../src/shared/judgment/draft-state.ts';
import { shown } from '../../../src/shared/records/settled.ts';

const golden = join(
  import.meta.dirname,
  '..',
  '..',
  'shared',
  'report',
  'golden',
  'plain-report',
  'source.txt',
);
const own = ownFolder();
let running: Running;
let draft = '';

async function stateNow(): Promise<DraftState> {
  const folded = need(await loadDraft(running.scope, draft)).verified.folded;
  if (folded === null) throw new Error('no draft');
  return folded.state;
}

/** All texts, grades and points of the draft. */
async function said(): Promise<unknown> {
  const { narratives, grades, improvements, points, conflicts } = await stateNow();
  const values = (fields: Readonly<Record<string, Parameters<typeof shown>[0]>>): unknown =>
    Object.entries(fields).map(([name, field]) => [name, shown(field)]);
  return [values(narratives), values(grades), shown(improvements), values(points), conflicts];
}

async function textOf(section: string): Promise<string> {
  return shown((await stateNow()).narratives[section]) ?? '';
}

async function exported(): Promise<Uint8Array> {
  return need(await renderExport(running.scope, { draft, format: 'docx' })).bytes;
}

function edited(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const main = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const changed = edit(main);
  if (changed === main) throw new Error('the edit found nothing');
  return zipSync({ ...files, 'word/document.xml': strToU8(changed) });
}

async function takeIn(bytes: Uint8Array, double?: 'add' | 'separate'): Promise<ImportOutcome | undefined> {
  const { grant } = running.app.grants.grantBytes('edited.docx', bytes);
  const [outcome] = need(await importReports(running.scope, { files: [grant], framework: null, double }));
  return outcome;
}

async function write(narratives: Readonly<Record<string, string>>): Promise<void> {
  const { narratives: standing } = await stateNow();
  need(
    await saveRevision(running.scope, {
      draft,
      reason: 'Written here',
      narratives: Object.entries(narratives).map(([section, text]) => ({
        section,
        text,
        over: (standing[section] ?? []).map(({ record }) => record),
      })),
      grades: [],
      improvements: null,
    }),
  );
}

beforeAll(async () => {
  mkdirSync(join(own.path, 'team'));
  running = run(join(own.path, 'profile'));
  await settle(running, 'Ada', join(own.path, 'team'), true);
  const { grant } = running.app.grants.grantBytes('plain.txt', new Uint8Array(readFileSync(golden)));
  const [made] = need(await importReports(running.scope, { files: [grant], framework: null, as: 'draft' }));
  draft = made?.draft ?? '';
});
afterAll(() => {
  running.app.release();
  own.remove();
});

/** The paragraphs that a run of words stands in. */
const paragraphOf = (xml: string, words: string): string => {
  const at = xml.indexOf(words);
  return xml.slice(xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at) + 6);
};
const by = (author: string, at: string): string => `w:author="${author}" w:date="${at}" w:id="901"`;

describe('the report that Plumbline exports as Word', () => {
  it('is known by what it carries, and asks whether it is a revision or another draft', async () => {
    const before = await stateNow();
    const outcome = await takeIn(await exported());
    expect(outcome).toMatchObject({ ok: false, double: { draft, same: 'export' } });
    expect(outcome?.problem).toContain('is the report that Plumbline exported from');
    expect(await stateNow()).toEqual(before);
  });

  it('comes back as the same text, grades and improvements, without a revision', async () => {
    const before = await said();
    expect(await takeIn(await exported(), 'add')).toMatchObject({ ok: true, draft, added: 0 });
    expect(await said()).toEqual(before);
  });

  it('comes back unchanged whatever its texts hold', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '1. First.',
        '7. Seventh.',
        '• A point.',
        '- Another',
        'a) Sub',
        'Overall effectiveness: good',
        'What needs to improve?',
        '“Quoted” [E1] 😀',
        'tab\there',
        '<w:p> & "x"',
        'Wait[footnote: Four of nine.] and wait[footnote: Five.]',
        'Requires improvement',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    );
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n', '  \n\n')), { maxLength: 8 })
      .map((parts) => parts.flat().join(''));
    await fc.assert(
      fc.asyncProperty(fc.record({ summary: text, 'help-and-protection': text }), async (texts) => {
        await write(texts);
        const before = await said();
        expect(await takeIn(await exported(), 'add')).toMatchObject({ ok: true, added: 0, warnings: [] });
        expect(await said()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  describe('edited elsewhere', () => {
    const start =
      '1. Help is offered early. Families say so.\n\n2. Plans are clear.\nThey are kept.\n\n• Visits are regular.';
    beforeAll(async () => {
      await write({ 'help-and-protection': start, summary: 'Services are good.' });
    });

    it('prints footnotes as Word’s own, and brings one back that was edited there', async () => {
      const noted = `${start}\n\nSome wait[footnote: Four of nine.] too long.`;
      await write({ 'help-and-protection': noted });
      const files = unzipSync(await exported());
      const [main, notes] = ['word/document.xml', 'word/footnotes.xml'] as const;
      expect(strFromU8(files[main] ?? new Uint8Array())).not.toContain('Four of nine');
      const said = strFromU8(files[notes] ?? new Uint8Array());
      expect(said).toContain('Four of nine.');
      const changed = strToU8(said.replace('Four of nine.', 'Five of nine.'));
      expect(await takeIn(zipSync({ ...files, [notes]: changed }), 'add')).toMatchObject({ added: 1 });
      expect(await textOf('help-and-protection')).toBe(noted.replace('Four', 'Five'));
      await write({ 'help-and-protection': start });
    });

    it('brings back one changed sentence, and nothing else', async () => {
      const before = (await stateNow()).revisions.length;
      const bytes = edited(await exported(), (xml) =>
        xml.replace('Families say so.', 'Families told us so.'),
      );
      expect(await takeIn(bytes, 'add')).toMatchObject({ ok: true, added: 1 });
      expect(await textOf('help-and-protection')).toBe(start.replace('say so', 'told us so'));
      expect(await textOf('summary')).toBe('Services are good.');
      const { revisions } = await stateNow();
      expect(revisions.slice(before).map(({ reason }) => reason)).toEqual(['Changed in edited.docx']);
    });

    it('brings back nothing where a script opened and saved it, and one sentence where that changed it', async () => {
      await write({ 'help-and-protection': start });
      const before = await said();
      expect(await takeIn(savedByScript(await exported()), 'add')).toMatchObject({ ok: true, added: 0 });
      expect(await said()).toEqual(before);
      const changed = savedByScript(await exported(), (xml) =>
        xml.replace('Families say so.', 'Families told us so.'),
      );
      expect(await takeIn(changed, 'add')).toMatchObject({ ok: true, added: 1 });
      expect(await textOf('help-and-protection')).toBe(start.replace('say so', 'told us so'));
    });

    it('brings back a tracked change whose runs were split since', async () => {
      await write({ 'help-and-protection': start });
      const before = (await stateNow()).revisions.length;
      const bytes = savedByScript(await exported(), (xml) => {
        const clear = paragraphOf(xml, 'Plans are clear.');
        const added = `<w:ins ${by('Jane Roe', '2026-10-08T09:00:00Z')}><w:r><w:t xml:space="preserve"> All are.</w:t></w:r></w:ins>`;
        return xml.replace(clear, clear.replace('</w:p>', `${added}</w:p>`));
      });
      expect(await takeIn(bytes, 'add')).toMatchObject({ ok: true, added: 1 });
      expect((await stateNow()).revisions.slice(before).map(({ reason }) => reason)).toEqual([
        'Changes tracked in edited.docx by Jane Roe, 2026-10-08',
      ]);
      expect(await textOf('help-and-protection')).toContain('They are kept. All are.');
    });

    it('brings back what each person tracked as a revision of that person’s, with the day', async () => {
      await write({ 'help-and-protection': start });
      const before = (await stateNow()).revisions.length;
      const bytes = edited(await exported(), (xml) => {
        const clear = paragraphOf(xml, 'Plans are clear.');
        const visits = paragraphOf(xml, 'Visits are regular.');
        const run = (text: string, kind = 't'): string =>
          `<w:r><w:${kind} xml:space="preserve">${text}</w:${kind}></w:r>`;
        return xml
          .replace(
            clear,
            clear.replace(
              '</w:p>',
              `<w:ins ${by('Jane Roe', '2026-10-08T09:00:00Z')}>${run(' All are.')}</w:ins></w:p>`,
            ),
          )
          .replace(
            visits,
            visits.replace(
              /<w:r>.*<\/w:r>/u,
              `<w:del ${by('Tom Hale', '2026-10-09T09:00:00Z')}>${run('Visits are regular.', 'delText')}</w:del>`,
            ),
          );
      });
      expect(await takeIn(bytes, 'add')).toMatchObject({ ok: true, added: 2 });
      expect((await stateNow()).revisions.slice(before).map(({ reason }) => reason)).toEqual([
        'Changes tracked in edited.docx by Jane Roe, 2026-10-08',
        'Changes tracked in edited.docx by Tom Hale, 2026-10-09',
      ]);
      expect(await textOf('help-and-protection')).toBe(
        '1. Help is offered early. Families say so.\n\n2. Plans are clear. They are kept. All are.',
      );
    });

    it('brings back a grade, a point and a paragraph, and keeps what each point rests on', async () => {
      const { improvements } = await stateNow();
      const points = shown(improvements) ?? [];
      const first = points[0];
      if (first === undefined) throw new Error('no point');
      const bytes = edited(await exported(), (xml) => {
        const point = paragraphOf(xml, first.text);
        const good = /(<w:tag w:val="plumbline:grade\/help-and-protection"\/>.*?<w:t[^>]*>)[^<]+/su;
        return xml
          .replace(
            point,
            point.replace(first.text, 'Another thing.') + point.replace(first.text, 'A new thing.'),
          )
          .replace(good, '$1Inadequate');
      });
      expect(await takeIn(bytes, 'add')).toMatchObject({ ok: true, added: 1 });
      const state = await stateNow();
      expect(shown(state.grades['help-and-protection'])).toEqual({ grade: 'inadequate' });
      expect((shown(state.improvements) ?? []).map(({ text }) => text)).toEqual([
        'Another thing.',
        'A new thing.',
        ...points.slice(1).map(({ text }) => text),
      ]);
    });

    it('is merged with what was written here since, and refused where both changed a sentence', async () => {
      await write({ 'help-and-protection': start });
      const bytes = await exported();
      await write({ 'help-and-protection': start.replace('Visits are regular', 'Visits are weekly') });
      const apart = edited(bytes, (xml) => xml.replace('Families say so.', 'Families told us so.'));
      expect(await takeIn(apart, 'add')).toMatchObject({ ok: true, added: 1 });
      expect(await textOf('help-and-protection')).toBe(
        start.replace('say so', 'told us so').replace('Visits are regular', 'Visits are weekly'),
      );
      const before = await said();
      const same = edited(bytes, (xml) => xml.replace('Visits are regular.', 'Visits are rare.'));
      const refused = await takeIn(same, 'add');
      expect(refused).toMatchObject({ ok: false, draft: null });
      expect(refused?.problem).toContain(
        'was changed in the file and here since it was exported, in the same place',
      );
      expect(await said()).toEqual(before);
    });

    it.each([
      [
        'a paragraph after a field',
        '</w:sdtContent></w:sdt>',
        '$&<w:p><w:r><w:t>Ask who saw it.</w:t></w:r></w:p>',
      ],
      ['a paragraph before everything', '<w:body>', '$&<w:p><w:r><w:t>Ask who saw it.</w:t></w:r></w:p>'],
      [
        'a tracked one',
        '<w:body>',
        `$&<w:p><w:ins ${by('Jane Roe', '2026-10-08T09:00:00Z')}><w:r><w:t>Ask who saw it.</w:t></w:r></w:ins></w:p>`,
      ],
    ])('keeps and names what was written where no field is: %s', async (_, at, put) => {
      const before = await said();
      const outcome = await takeIn(
        edited(await exported(), (xml) => xml.replace(new RegExp(at, 'u'), put)),
        'add',
      );
      expect(outcome).toMatchObject({ ok: true, added: 0, warnings: [{ code: 'outside-fields' }] });
      expect(outcome?.warnings[0]?.message).toContain('“Ask who saw it.”');
      const { imports } = await stateNow();
      expect(imports.at(-1)?.report.warnings.map(({ text }) => text)).toEqual(['Ask who saw it.']);
      expect(await said()).toEqual(before);
    });

    it('names a heading whose grade was changed where none is read', async () => {
      const outcome = await takeIn(
        edited(await exported(), (xml) => xml.replace('>What needs to improve<', '>What must improve<')),
        'add',
      );
      expect(outcome?.warnings.map(({ message }) => message).join(' ')).toContain('“What must improve');
    });

    it('is refused where a grade is none of the scale', async () => {
      const good = /(<w:tag w:val="plumbline:grade\/help-and-protection"\/>.*?<w:t[^>]*>)[^<]+/su;
      const outcome = await takeIn(
        edited(await exported(), (xml) => xml.replace(good, '$1Splendid')),
        'add',
      );
      expect(outcome?.problem).toContain('reads “Splendid” in the file, which is no grade of its scale');
    });

    it('is another draft where a person says so, of the same provider', async () => {
      const before = need(await listDrafts(running.scope)).length;
      const outcome = await takeIn(await exported(), 'separate');
      const provider = shown((await stateNow()).details.provider);
      expect(outcome).toMatchObject({
        ok: true,
        provider,
        dates: { start: '2024-05-06', end: '2024-05-17' },
      });
      expect(need(await listDrafts(running.scope))).toHaveLength(before + 1);
    });
  });
});
