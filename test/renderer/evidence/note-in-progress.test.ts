import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { NoteInProgress } from '../../../src/renderer/evidence/note-in-progress.svelte.ts';

describe('a note that is being written', () => {
  const home = new Home();
  let draft = '';

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
  });
  beforeEach(async () => {
    await (await begun()).discard();
    app.banner = null;
  });
  afterAll(() => home.close());

  /** The note as another sitting finds it. */
  async function begun(): Promise<NoteInProgress> {
    const note = new NoteInProgress(home.draft);
    await note.begin();
    return note;
  }
  function type(note: NoteInProgress, text: string): void {
    note.text = text;
    note.typed();
  }
  const texts = (): readonly string[] => (home.draft.view?.state.notes ?? []).map(({ text }) => text);
  const onDisk = async (): Promise<string> =>
    (await call('readJournal', { draft, slot: 'note' }))?.content ?? '';

  it('is on disk soon after a key, and comes back with all that was chosen beside it', async () => {
    const note = await begun();
    [note.kind, note.source, note.direction] = ['interview-child', 'A talk', 'weakness'];
    note.when = '2026-11-18T09:30';
    type(note, 'I was not asked.');
    await expect.poll(onDisk).toContain('I was not asked.');
    const { kind, source, direction, when, text, restored } = await begun();
    expect([kind, source, direction, when, text]).toEqual([
      'interview-child',
      'A talk',
      'weakness',
      '2026-11-18T09:30',
      'I was not asked.',
    ]);
    expect(restored).not.toBe('');
  });

  it('makes room for the next of the same source once it is saved, and leaves nothing behind', async () => {
    const note = await begun();
    expect([note.kind, note.direction, note.source]).toEqual(['', '', '']);
    [note.kind, note.source, note.direction] = ['case-tracking', 'Duty desk', 'strength'];
    type(note, 'Calls are answered.');
    await note.flush();
    expect(await note.save(null)).toBe(true);
    expect([note.text, note.kind, note.source, note.direction, note.last]).toEqual([
      '',
      'case-tracking',
      'Duty desk',
      '',
      'CT-001',
    ]);
    expect(texts()).toEqual(['Calls are answered.']);
    expect([await onDisk(), (await begun()).text]).toEqual(['', '']);
  });

  it('begins with nothing chosen for its writer, also where the form is opened again in the same window', async () => {
    const note = await begun();
    [note.kind, note.source, note.direction] = ['interview-child', 'A talk', 'weakness'];
    type(note, 'Children are heard.');
    await note.save(null);
    await note.begin();
    expect([note.kind, note.source, note.direction]).toEqual(['', '', '']);
  });

  it.each([
    ['kind', { kind: '' as const, direction: 'strength' as const }],
    ['direction', { kind: 'document' as const, direction: '' as const }],
  ])('is not saved, and not lost, where its %s is not chosen', async (_what, chosen) => {
    const before = texts();
    const note = await begun();
    Object.assign(note, { source: 'A file', ...chosen });
    type(note, 'Unchosen.');
    expect([await note.save(null), note.text, texts()]).toEqual([false, 'Unchosen.', before]);
    await note.flush();
  });

  it('is linked to the criterion in the same step, the way it points', async () => {
    const criterion = home.draft.areas.flatMap(({ criteria }) => criteria)[0]?.id ?? '';
    const note = await begun();
    [note.kind, note.direction, note.source] = ['case-tracking', 'weakness', 'Case 4'];
    type(note, 'Visits were missed.');
    await note.save(criterion);
    expect(home.draft.view?.state.links).toMatchObject([{ criterion, values: [{ value: 'against' }] }]);
  });

  it('has its words back where saving is refused, before what was typed meanwhile', async () => {
    const before = texts();
    const note = await begun();
    [note.kind, note.direction, note.source] = ['case-tracking', 'strength', 'Case 5'];
    type(note, 'Plans are late. ');
    const allow = home.refuse('noteEvidence', 'The disk is full.');
    const saving = note.save(null);
    expect(note.text).toBe('');
    type(note, 'And more.');
    expect(await saving).toBe(false);
    allow();
    expect([note.text, note.direction, app.banner?.text]).toEqual([
      'Plans are late. And more.',
      'strength',
      'The disk is full.',
    ]);
    await note.flush();
    expect((await begun()).text).toContain('Plans are late.');
    expect(texts()).toEqual(before);
  });

  it('leaves to the next note what is typed while it is saved', async () => {
    const note = await begun();
    [note.kind, note.direction, note.source] = ['case-tracking', 'strength', 'Case 6'];
    type(note, 'First.');
    const letGo = home.delay('noteEvidence');
    const saving = note.save(null);
    type(note, 'Second.');
    await note.flush();
    // Should the process die now, neither is lost.
    expect(await onDisk()).toMatch(/First\.\\nSecond\./);
    letGo();
    expect(await saving).toBe(true);
    expect([texts().at(-1), note.text]).toEqual(['First.', 'Second.']);
    await note.flush();
    expect((await begun()).text).toBe('Second.');
  });

  it('can be brought back after it was thrown away, before what was typed since', async () => {
    const note = await begun();
    type(note, 'Drafted.');
    await note.throwAway();
    expect([note.text, note.thrownAway, await onDisk()]).toEqual(['', 'Drafted.', '']);
    type(note, 'Since.');
    note.bringBack();
    expect([note.text, note.thrownAway]).toEqual(['Drafted.\nSince.', '']);
    await note.flush();
    expect((await begun()).text).toBe('Drafted.\nSince.');
  });

  it('stays as it is where its dialog is opened again', async () => {
    const note = await begun();
    type(note, 'Half a sent');
    await note.begin();
    expect([note.text, note.restored !== '']).toEqual(['Half a sent', true]);
  });

  it('begins of the kind that is asked for, and unset again where nothing was written of it', async () => {
    const note = new NoteInProgress(home.draft);
    const kinds: string[] = [];
    for (const asked of ['observation', '', 'case-tracking'] as const) {
      await note.begin(asked);
      kinds.push(note.kind);
    }
    expect(kinds).toEqual(['observation', '', 'case-tracking']);
    type(note, 'A record was read.');
    await note.begin('observation');
    expect(note.kind).toBe('case-tracking');
    await note.flush();
    const other = new NoteInProgress(home.draft);
    await other.begin('observation');
    expect(other.kind).toBe('case-tracking');
  });

  it('leaves a kind that its writer chose where none is asked for', async () => {
    const note = await begun();
    note.kind = 'document';
    await note.begin();
    expect(note.kind).toBe('document');
  });
});
