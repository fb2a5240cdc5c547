import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownFolder } from '../../running-scope.ts';
import { PanelPerson, syncFolders } from './panel-person.ts';

const own = ownFolder();
const ada = new PanelPerson('ada', own.path);
const ben = new PanelPerson('ben', own.path);
const cyn = new PanelPerson('cyn', own.path);
const everybody = [ada, ben, cyn];
const folders = everybody.map(({ folder }) => folder);
const sync = (): void => syncFolders(folders);
let draft = '';
let first = '';

const notAllowed = { ok: false, error: { code: 'not-allowed' } };
const textsOf = async (): Promise<unknown> => {
  const { state } = await ada.call('openDraft', { draft });
  return Object.entries(state.narratives).map(([name, field]) => [name, field.map(({ value }) => value)]);
};

async function write(text: string, over: string[]): Promise<string> {
  const narratives = [{ section: 'summary', text, over }];
  const changes = { draft, reason: 'Written', narratives, grades: [], improvements: null };
  return (await ada.call('saveRevision', changes)).record;
}

/** Ben writes the draft and grades it in a round: its grades are hidden from him, in words too. */
beforeAll(async () => {
  await ada.join(true);
  sync();
  for (const one of [ben, cyn]) await one.join(false);
  sync();
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = await ada.call('beginDraft', { ...begun, recoveryOwner: null }));
  for (const [person, role] of [
    [ada, 'chair'],
    [ben, 'inspector'],
    [ben, 'panel'],
    [cyn, 'deputy'],
  ] as const)
    await ada.call('grantRole', { draft, person: person.id, role });
  first = await write('Services are good.\n\nPlans are late.', []);
  await write('Services are good here.\n\nPlans are late.', [first]);
  sync();
  for (const one of everybody) {
    await one.call('declareInterests', { draft, interests: [] });
    sync();
  }
  const { state, framework } = await ada.call('openDraft', { draft });
  await ada.call('openRound', {
    draft,
    revision: state.revisions.at(-1)?.id ?? '',
    areas: (framework?.areas ?? []).filter(({ scale }) => scale !== null).map(({ id }) => id),
    participants: [ben.id, cyn.id],
    deputies: [cyn.id],
    quorum: 2,
    due: '2026-11-30',
    provisionalShown: null,
  });
  sync();
}, 60_000);
afterAll(() => {
  for (const one of everybody) one.leave();
  own.remove();
});

describe('somebody from whom the text’s grades are hidden, who writes the draft', () => {
  it('takes in no report that Plumbline exported to them, whose hidden words would stand in the text', async () => {
    const before = await textsOf();
    await ben.call('exportDraft', { draft, format: 'docx', document: 'report' });
    const [[name, bytes] = ['', new Uint8Array()]] = [...ben.saved];
    const files = unzipSync(bytes);
    const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('[Hidden until the reveal]');
    const document = strToU8(text.replace('Plans are late.', 'Plans are never late.'));
    const file = ben.choose(name, zipSync({ ...files, 'word/document.xml': document }));
    const [outcome] = await ben.call('importReports', { files: [file], framework: null, double: 'add' });
    expect(outcome?.problem).toContain('hidden from you now');
    sync();
    expect(await textsOf()).toEqual(before);
  });

  it('takes in no report of anybody’s over it, and may have it as another draft', async () => {
    const before = await textsOf();
    const text = [
      'Inspection of Northmere local authority children’s services',
      'Inspection dates: 5 to 16 October 2026',
      'Lead inspector: Ada Maker',
      'Services are weak.',
    ].join('\n\n');
    const take = async (double: 'add' | 'separate') => {
      const files = [ben.choose('report.txt', strToU8(text))];
      const asked = { files, framework: 'ilacs-2026', as: 'draft' as const, double };
      return (await ben.call('importReports', double === 'add' ? { ...asked, into: draft } : asked))[0];
    };
    expect((await take('add'))?.problem).toContain('hidden from you now');
    expect(await take('separate')).toMatchObject({ ok: true });
    sync();
    expect(await textsOf()).toEqual(before);
  });

  it('restores no revision', async () => {
    const before = await textsOf();
    const input = { draft, revision: first, reason: 'As it was' };
    expect(await ben.ask('restoreRevision', input)).toMatchObject(notAllowed);
    sync();
    expect(await textsOf()).toEqual(before);
  });
});
