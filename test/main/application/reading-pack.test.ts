import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { renderExport } from '../../../src/main/application/documents/export-draft.ts';
import { correctCard } from '../../../src/main/application/people/people-calls.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
let page = '';

beforeAll(async () => {
  mkdirSync(join(own.path, 'team'));
  const ada = run(join(own.path, 'ada'));
  await settle(ada, 'Ada Marsh', join(own.path, 'team'), true);
  const profile = { post: 'Inspector', registration: 'SW12345', years: 12, specialisms: ['Fostering'] };
  need(await correctCard(ada.scope, { card: { name: 'Ada Marsh', ...profile } }));
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05' };
  const { draft } = need(await beginDraft(ada.scope, { ...begun, end: null, recoveryOwner: null }));
  const said = {
    kind: 'document',
    source: 'File 7',
    when: '2026-10-05T10:00',
    direction: 'neutral',
  } as const;
  const { record } = need(
    await services.noteEvidence(ada.scope, { draft, note: { ...said, text: 'Five plans are <late>.' } }),
  );
  const link = { draft, note: record, criterion: 'hp.plans', direction: 'against' as const, over: [] };
  need(await services.linkEvidence(ada.scope, link));
  const narratives = [{ section: 'summary', text: 'Plans are late.', over: [] }];
  const changes = { draft, reason: 'Begins', narratives, grades: [], improvements: null };
  const revision = need(await saveRevision(ada.scope, changes));
  const words = { section: 'summary', revision: revision.record, quote: 'late', text: 'How late?' };
  need(await services.writeComment(ada.scope, { draft, ...words }));
  const { bytes } = need(await renderExport(ada.scope, { draft, format: 'html', document: 'pack' }));
  page = new TextDecoder().decode(bytes);
  ada.app.release();
});
afterAll(own.remove);

describe('a reading pack', () => {
  it.each([
    ['the text of the report', 'Plans are late.'],
    ['the evidence under its criterion, for or against, with its source', 'Against, '],
    ['the words of a note, as text and not as mark-up', 'Five plans are &lt;late&gt;.'],
    ['what is still open', 'No one grade stands for'],
    ['comments with the words they are about', 'How late?'],
    ['who judged, with their profile', 'Inspector; SW12345; 12 years; Fostering'],
    ['what they did', '1 note, 1 link, 1 revision, 1 comment'],
  ])('holds %s', (_what, words) => {
    expect(page).toContain(words);
  });

  it('is one page without scripts', () => {
    expect(page).not.toMatch(/<script|src=|http:/);
  });
});
