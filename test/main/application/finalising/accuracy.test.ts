import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSample } from '../../../../src/main/application/sample/build-sample.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import { renderAccuracy } from '../../../../src/main/application/finalising/send-accuracy.ts';
import { returnedFile } from '../../../../src/main/application/finalising/save-returned.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import type { AccuracyPoint } from '../../../../src/shared/accuracy/accuracy-state.ts';
import type { GateView } from '../../../../src/shared/gates/gate.ts';
import { need, ownFolder, run, settle, type Running } from '../../running-scope.ts';
import { savedByScript } from '../../documents/saved-by-script.ts';
import { filledForm, libreOffice, savedByLibreOffice, type FilledRow } from './form-edited.ts';

const own = ownFolder();
let ben: Running;
let qa: Running;
let draft: string;

const rows: readonly FilledRow[] = [
  { paragraph: '3', comment: 'The rate was 71 per cent.', evidence: 'Return of 2 October' },
  { paragraph: '', comment: 'It had been 64 the year before.', evidence: 'Return of 2025', merged: true },
  { paragraph: '5', comment: 'Four of nine, not five.', evidence: '', tracked: true },
  { paragraph: '7 and 8', comment: 'Both name the old team.', evidence: 'Structure chart', taken: 'Draft: ' },
  { paragraph: 'Summary', comment: 'The tone is harsh.', evidence: '' },
  { paragraph: '999', comment: 'This paragraph is about another authority.', evidence: '' },
  { paragraph: '9', comment: '', evidence: 'See the attached plan' },
];

beforeAll(async () => {
  const folder = join(own.path, 'team');
  mkdirSync(folder);
  ben = run(join(own.path, 'ben'));
  qa = run(join(own.path, 'qa'));
  await settle(ben, 'Ben', folder, true);
  await settle(qa, 'Quinn', folder, false);
  const [self, other] = [await ben.scope.ports.keys.self(), await qa.scope.ports.keys.self()];
  const { opened } = ben.scope.session;
  if (self === null || other === null || opened === null) throw new Error('nobody is there');
  ({ draft } = need(await buildSample(ben.scope.ports, opened.workspace, self.person, other.person)));
}, 60_000);
afterAll(() => {
  ben.app.release();
  qa.app.release();
  own.remove();
});

async function gate(id: string): Promise<GateView | undefined> {
  return need(await openDraft(ben.scope, { draft })).gates.find((gate) => gate.id === id);
}

async function points(): Promise<readonly AccuracyPoint[]> {
  return need(await openDraft(ben.scope, { draft })).state.finalising.accuracy.points;
}

/** What a returned form holds, however it is told: every word a provider wrote is in a point or among the odd. */
function nothingLost(text: string): void {
  const expected = rows.flatMap((row) => [row.comment, row.evidence]).filter((part) => part !== '');
  for (const words of [...expected, 'We thank the inspectors.']) expect(text).toContain(words);
}

async function takeIn(
  bytes: Uint8Array,
  name: string,
): Promise<{ points: readonly AccuracyPoint[]; odd: string[] }> {
  const before = (await points()).length;
  const { grant } = ben.app.grants.grantBytes(name, bytes);
  const odds = need(await openDraft(ben.scope, { draft })).state.finalising.accuracy.odd.length;
  need(await services.receiveAccuracy(ben.scope, { draft, file: grant }));
  const { state } = need(await openDraft(ben.scope, { draft }));
  const { accuracy } = state.finalising;
  return {
    points: accuracy.points.slice(before),
    odd: accuracy.odd.slice(odds).map(({ why, text }) => `${why} ${text}`),
  };
}

/** The names of the files that lie with the draft. */
function keptHere(): readonly string[] {
  const drafts = join(own.path, 'team', 'drafts');
  return readdirSync(join(drafts, readdirSync(drafts)[0] ?? '', 'attachments'));
}

async function formBytes(): Promise<Uint8Array> {
  return need(await renderAccuracy(ben.scope, { draft, what: 'form', format: 'docx' })).bytes;
}

describe('the factual accuracy check', () => {
  it('gives out nothing before it is recorded as sent', async () => {
    expect(await renderAccuracy(ben.scope, { draft, what: 'draft', format: 'docx' })).toMatchObject({
      ok: false,
    });
    expect(await services.receiveAccuracy(ben.scope, { draft, file: null })).toMatchObject({ ok: false });
  });

  it('sends every paragraph numbered, watermarked, without citations of notes', async () => {
    need(await services.sendAccuracy(ben.scope, { draft, due: '2026-11-27' }));
    const { state } = need(await openDraft(ben.scope, { draft }));
    const paragraphs = state.finalising.accuracy.sent?.paragraphs ?? [];
    expect(paragraphs.map((paragraph) => paragraph.number)).toEqual(paragraphs.map((_one, at) => at + 1));
    expect(paragraphs.length).toBeGreaterThan(15);
    const { bytes } = need(await renderAccuracy(ben.scope, { draft, what: 'draft', format: 'docx' }));
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => `${name} ${strFromU8(part)}`);
    expect(parts.join('\n')).toContain('Draft for factual accuracy');
    const body = parts.find((part) => part.startsWith('word/document.xml')) ?? '';
    for (const { text } of paragraphs)
      expect(body).toContain(text.slice(0, 40).replaceAll('&', '&amp;').replaceAll('’', '’'));
    expect(body).not.toMatch(/\[[A-Z]{2}-\d{3}/u);
    const said = body.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
    expect(said).toContain(`Reference: ${draft.slice(0, 10)}`);
    expect(said).toMatch(/Draft: \d+, sent \d+ \w+ 20\d\d/u);
    expect(said).toContain('Answer by: 27 November 2026');
    // The summary and the points have numbers here and none in the report, so the areas' paragraphs have two.
    expect(said).toContain('Numbers in this draft and in the report');
    const report = need(await services.layOutReport(ben.scope, { draft })).blocks.find(
      ({ kind }) => kind === 'numbered',
    );
    if (report?.kind !== 'numbered') throw new Error('the report numbers nothing');
    const first = report.words.map(({ text }) => text).join('');
    const here = paragraphs.find(({ text }) => first.startsWith(text.slice(0, 60)))?.number ?? 0;
    expect(here).toBeGreaterThan(report.number);
    expect(said.replace(/.*by both numbers/u, '')).toContain(` ${here} ${report.number} `);
    expect(await gate('accuracy-sent')).toMatchObject({
      detail: expect.stringContaining('no comments') as string,
    });
  });

  it('takes in a form with merged cells and tracked changes: nothing is lost, odd rows are listed', async () => {
    const form = filledForm(await formBytes(), rows, 'We thank the inspectors.');
    const back = await takeIn(form, 'comments.docx');
    expect(back.points.map((point) => [point.paragraph, point.comment])).toEqual([
      [3, 'The rate was 71 per cent.'],
      [3, 'It had been 64 the year before.'],
      [5, 'Four of nine, not five.'],
      [7, 'Both name the old team.'],
      [null, 'Summary: The tone is harsh.'],
      [null, 'This paragraph is about another authority.'],
    ]);
    nothingLost(JSON.stringify(back));
    const waits = need(await services.whatWaits(ben.scope, { for: 'me' })).drafts.flatMap(({ owed }) => owed);
    expect(waits).toContainEqual(
      expect.objectContaining({ kind: 'accuracy', todo: 'Answer 6 of the provider’s 6 points' }),
    );
    expect(back.odd.map((part) => part.split('. ')[0])).toEqual(
      [
        'It stands under a cell merged downwards',
        'It names several paragraphs',
        'It names no paragraph',
        'No paragraph with this number was sent',
        'It names a paragraph or evidence and says nothing of it.',
        'It stands outside the table.',
      ].map((part) => part.replace(/\.$/u, '')),
    );
  });

  it('takes in the very same file once, whatever it is called', async () => {
    const form = filledForm(await formBytes(), rows, 'We thank the inspectors twice.');
    await takeIn(form, 'comments-first.docx');
    const before = (await points()).length;
    for (const name of ['comments-first.docx', 'comments (1).docx', 'final.docx']) {
      const { grant } = ben.app.grants.grantBytes(name, form);
      expect(await services.receiveAccuracy(ben.scope, { draft, file: grant })).toMatchObject({
        ok: false,
        error: { code: 'exists', message: expect.stringContaining('comments-first.docx') as string },
      });
    }
    expect(await points()).toHaveLength(before);
  });

  it.each([
    ['other bytes of the archive', (xml: string) => xml],
    ['identities of its edits', (xml: string) => xml.replaceAll('<w:p>', '<w:p w:rsidR="00AB12CD">')],
    [
      'other spaces and marks',
      (xml: string) => xml.replaceAll('71 per cent', '71\u00A0per cent').replaceAll('team.', 'team\u00AD.'),
    ],
  ])('answers the same comments once where Word saved the file again: %s', async (_name, changed) => {
    const before = (await points()).length;
    const files = unzipSync(filledForm(await formBytes(), rows, 'We thank the inspectors.'));
    const main = 'word/document.xml';
    const again = { ...files, [main]: strToU8(changed(strFromU8(files[main] ?? new Uint8Array()))) };
    const { grant } = ben.app.grants.grantBytes('comments-again.docx', zipSync(again, { level: 1 }));
    expect(await services.receiveAccuracy(ben.scope, { draft, file: grant })).toMatchObject({
      ok: false,
      error: { code: 'exists', message: expect.stringContaining('comments-first.docx') as string },
    });
    expect(await points()).toHaveLength(before);
    // What was refused is not kept.
    const hash = createHash('sha256')
      .update(zipSync(again, { level: 1 }))
      .digest('hex');
    expect(keptHere()).not.toContain(hash);
  });

  it('makes points only of what is new in a file that says the rest again, and lists the rest', async () => {
    const known = rows[0];
    if (known === undefined) throw new Error('no row');
    const csv = `Paragraph,Comment,Evidence\n3,${known.comment},${known.evidence}\n6,It was a Tuesday.,Diary\n`;
    const back = await takeIn(new TextEncoder().encode(csv), 'comments-more.csv');
    expect(back.points.map(({ paragraph, comment }) => [paragraph, comment])).toEqual([
      [6, 'It was a Tuesday.'],
    ]);
    expect(back.odd).toEqual([
      `It is here already as point 1, so it is not to be answered again. ${known.comment}`,
    ]);
  });

  it('takes in the same form after a script has opened and saved it: split runs, parts in another order', async () => {
    const said = rows.map((row) =>
      row.comment === '' ? row : { ...row, comment: `${row.comment} Once more.` },
    );
    const saved = savedByScript(filledForm(await formBytes(), said, 'We thank the inspectors.'));
    const back = await takeIn(saved, 'comments-script.docx');
    expect(back.points.map((point) => [point.paragraph, point.comment.endsWith(' Once more.')])).toEqual(
      [3, 3, 5, 7, null, null].map((paragraph) => [paragraph, true]),
    );
    nothingLost(JSON.stringify(back).replaceAll(' Once more.', ''));
  });

  it('takes in the same form after LibreOffice has opened and saved it', async () => {
    if (libreOffice === null) {
      console.warn(
        'LibreOffice is not here: apt-get install libreoffice-writer. Only the made fixture was read.',
      );
      return;
    }
    const later = rows.map((row) =>
      row.comment === '' ? row : { ...row, comment: `${row.comment} Again.` },
    );
    const filled = filledForm(await formBytes(), later, 'We thank the inspectors.');
    const saved = savedByLibreOffice(libreOffice, filled);
    expect(Buffer.from(saved).equals(Buffer.from(filled))).toBe(false);
    const back = await takeIn(saved, 'comments-libreoffice.docx');
    expect(back.points.map((point) => point.paragraph)).toEqual([3, 3, 5, 7, null, null]);
    const { grant } = ben.app.grants.grantBytes('comments-unsaved.docx', filled);
    expect(await services.receiveAccuracy(ben.scope, { draft, file: grant })).toMatchObject({ ok: false });
  }, 150_000);

  it('takes in a table of comma-separated values', async () => {
    const csv = 'Paragraph,Comment,Evidence\n4,"A date is wrong: it was 3 May.",Minutes\n,,\n';
    const back = await takeIn(new TextEncoder().encode(csv), 'comments.csv');
    expect(back.points.map((point) => [point.paragraph, point.comment, point.evidence])).toEqual([
      [4, 'A date is wrong: it was 3 May.', 'Minutes'],
    ]);
  });

  it('blocks until each point is answered by someone who was not on site, acceptances by a named revision', async () => {
    expect(await gate('accuracy-answered')).toMatchObject({ status: 'blocking' });
    const all = await points();
    for (const point of all) {
      const { received, point: at } = point;
      const answer = { draft, received, point: at, answer: 'not-accepted' as const, change: null };
      need(await services.answerAccuracy(ben.scope, { ...answer, reasons: 'The return says so', over: [] }));
    }
    expect(await gate('accuracy-answered')).toMatchObject({ status: 'done' });
    expect(await gate('accuracy-off-site')).toMatchObject({ status: 'done' });
    const [first] = await points();
    if (first === undefined) throw new Error('no point came back');
    const over = first.answers.map((answer) => answer.record);
    const accepted = { draft, received: first.received, point: first.point, answer: 'accepted' as const };
    need(await services.answerAccuracy(qa.scope, { ...accepted, reasons: 'Agreed', change: null, over }));
    expect(await gate('accuracy-answered')).toMatchObject({
      status: 'reason-needed',
      detail: 'Accepted, and no revision saved since the comment came changes the paragraph: point 1.',
    });
  });

  it('flags what the provider has not seen, and not what an accepted point changed', async () => {
    expect(await gate('accuracy-unseen')).toMatchObject({ status: 'done' });
    const { state } = need(await openDraft(ben.scope, { draft }));
    const three = state.finalising.accuracy.sent?.paragraphs.find((paragraph) => paragraph.number === 3);
    const section = three?.section ?? '';
    const isPoint = section === 'improvements';
    const open = isPoint ? [] : (state.narratives[section] ?? []);
    const text = open.at(-1)?.value ?? '';
    const words = three?.text.split(' ').slice(0, 4).join(' ') ?? '';
    const changed = text.replace(words, `In the year seen, ${words}`);
    expect(isPoint || changed !== text).toBe(true);
    const { record } = need(
      await services.saveRevision(ben.scope, {
        draft,
        reason: 'Corrects what the provider showed to be wrong',
        narratives: isPoint ? [] : [{ section, text: changed, over: open.map(({ record }) => record) }],
        grades: [],
        improvements: isPoint
          ? {
              points: (state.improvements.at(-1)?.value ?? []).map((part) => ({
                ...part,
                tags: [...(part.tags ?? [])],
                notes: [...part.notes],
                text: part.text.replace(words, `In the year seen, ${words}`),
              })),
              over: state.improvements.map((improvement) => improvement.record),
            }
          : null,
      }),
    );
    // The first point was accepted with no revision named: the one that changes its paragraph is it.
    expect(await gate('accuracy-unseen')).toMatchObject({ status: 'done' });
    const [first] = await points();
    if (first === undefined) throw new Error('no point came back');
    const over = first.answers.map((answer) => answer.record);
    const tied = { draft, received: first.received, point: first.point, answer: 'accepted' as const };
    need(await services.answerAccuracy(qa.scope, { ...tied, reasons: 'Agreed', change: record, over }));
    expect(await gate('accuracy-unseen')).toMatchObject({ status: 'done' });
    expect(await gate('accuracy-answered')).toMatchObject({ status: 'done' });
  });

  it('does not take an answer from somebody who wrote an evidence note', async () => {
    need(
      await services.noteEvidence(ben.scope, {
        draft,
        note: {
          kind: 'document',
          source: 'Chart',
          when: '2026-10-06T10:00',
          direction: 'neutral',
          text: 'Seen.',
        },
      }),
    );
    expect(await gate('accuracy-off-site')).toMatchObject({ status: 'blocking' });
  });

  it('tells the provider of a second draft what is new to them, and holds the report against that one', async () => {
    expect(await gate('accuracy-unseen')).toMatchObject({ status: 'done' });
    need(await services.sendAccuracy(ben.scope, { draft, due: null }));
    const { state } = need(await openDraft(ben.scope, { draft }));
    const { sent, firstSentAt } = state.finalising.accuracy;
    expect(sent?.earlier?.at).toBe(firstSentAt);
    const { bytes } = need(await renderAccuracy(ben.scope, { draft, what: 'draft', format: 'docx' }));
    const body = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(body).toMatch(/1 paragraph is new or changed/u);
    expect(body.match(/Changed since the draft of/gu)).toHaveLength(1);
    const [open] = state.narratives['summary'] ?? [];
    need(
      await services.saveRevision(ben.scope, {
        draft,
        reason: 'Says more than was sent',
        narratives: [
          {
            section: 'summary',
            text: `${open?.value ?? ''}\n\nNobody outside has read this sentence yet.`,
            over: open === undefined ? [] : [open.record],
          },
        ],
        grades: [],
        improvements: null,
      }),
    );
    expect(await gate('accuracy-unseen')).toMatchObject({
      status: 'reason-needed',
      detail: expect.stringMatching(/^1 paragraph changed or added/u) as string,
    });
  });

  it('keeps every letter out and in, each to be opened again as it went and came', async () => {
    const { state } = need(await openDraft(ben.scope, { draft }));
    const { sendings, returns, sent } = state.finalising.accuracy;
    expect([sendings.length, sendings.at(-1)?.record]).toEqual([2, sent?.record]);
    const wordsOf = async (what: 'draft' | 'comments', record = ''): Promise<readonly [string, string]> => {
      const made = need(await renderAccuracy(ben.scope, { draft, what, format: 'docx', letter: record }));
      const xml = strFromU8(unzipSync(made.bytes)['word/document.xml'] ?? new Uint8Array());
      return [made.name, xml.replaceAll(/<[^>]*>/gu, ' ')];
    };
    const [name, first] = await wordsOf('draft', sendings[0]?.record);
    expect(name).toMatch(/-factual-accuracy-1\.docx$/u);
    for (const { text } of sendings[0]?.paragraphs.slice(0, 3) ?? [])
      expect(first).toContain(text.slice(0, 30));
    expect(first).toMatch(/1, sent \d/u);
    expect(first).not.toMatch(/new or changed|Nobody outside has read/u);
    const back = returns.find(({ file }) => file === 'comments.docx');
    const [, comments] = await wordsOf('comments', back?.record);
    nothingLost(comments);
    expect(comments).toMatch(/comments\.docx[\s\S]*Draft 1/u);
    const table = returns.find(({ file }) => file === 'comments.csv');
    const kept = need(await returnedFile(ben.scope, { draft, letter: table?.record ?? '' }));
    expect([kept.name, new TextDecoder().decode(kept.bytes)]).toEqual([
      'comments.csv',
      'Paragraph,Comment,Evidence\n4,"A date is wrong: it was 3 May.",Minutes\n,,\n',
    ]);
    expect(
      returns.filter(({ file }) => file !== null).every((one) => keptHere().includes(one.kept ?? '')),
    ).toBe(true);
    const none = await renderAccuracy(ben.scope, { draft, what: 'comments', format: 'docx' });
    expect(none).toMatchObject({ ok: false });
  });

  it('starts and stops the clocks that wait for the provider', async () => {
    const { clocks } = need(await openDraft(ben.scope, { draft })).clocks;
    const comments = clocks.find((clock) => clock.deadline === 'comments');
    expect(comments?.started).not.toBeNull();
    expect(comments?.stopped).toBeNull();
    need(await services.receiveAccuracy(ben.scope, { draft, file: null }));
    const after = need(await openDraft(ben.scope, { draft })).clocks.clocks;
    expect(after.find((clock) => clock.deadline === 'comments')).toMatchObject({ standing: 'kept' });
  });
});
