import { appendFileSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ownSurroundings,
  type FolderEvent,
  type FolderListener,
} from '../../../src/main/storage/folder-events.ts';
import { ownFolder } from '../running-scope.ts';

const own = ownFolder();
let turn = 0;
let root = '';
let events: FolderEvent[] = [];
let listener: FolderListener;

const kinds = (): readonly string[] => events.map(({ kind }) => kind);
const draft = (name: string, ...rest: string[]): string => join(root, 'drafts', name, ...rest);
/** Begins to listen, and waits until every change is told of. */
async function listen(everyDraft: boolean): Promise<void> {
  listener = ownSurroundings.listen(root, everyDraft, (event) => events.push(event));
  await expect.poll(kinds).toContain('ready');
  events = [];
}

beforeEach(() => {
  turn += 1;
  root = join(own.path, `team-${turn}`);
  for (const top of ['drafts/northbrook', 'people', 'audits/1f'])
    mkdirSync(join(root, top), { recursive: true });
  writeFileSync(draft('northbrook', 'ada.jsonl'), 'first\n');
  writeFileSync(join(root, 'audits', '1f', 'ada.jsonl'), 'first\n');
  events = [];
});
afterEach(() => listener.stop());
afterAll(own.remove);

describe('a workspace that is listened to', () => {
  it.each<[string, () => void, () => string]>([
    [
      'a log that grows',
      () => appendFileSync(draft('northbrook', 'ada.jsonl'), 'more\n'),
      () => draft('northbrook', 'ada.jsonl'),
    ],
    [
      'a log that comes',
      () => writeFileSync(draft('northbrook', 'ben.jsonl'), 'first\n'),
      () => draft('northbrook', 'ben.jsonl'),
    ],
    ['a draft that comes', () => mkdirSync(draft('westley')), () => draft('westley')],
    ['a draft that goes', () => rmSync(draft('northbrook'), { recursive: true }), () => draft('northbrook')],
    [
      'a card that comes',
      () => writeFileSync(join(root, 'people', 'cleo.card'), '{}'),
      () => join(root, 'people', 'cleo.card'),
    ],
    [
      'an audit’s log that grows',
      () => appendFileSync(join(root, 'audits', '1f', 'ada.jsonl'), 'more\n'),
      () => join(root, 'audits', '1f', 'ada.jsonl'),
    ],
    ['an audit that comes', () => mkdirSync(join(root, 'audits', '2f')), () => join(root, 'audits', '2f')],
    ['a programme that comes', () => mkdirSync(join(root, 'programme')), () => join(root, 'programme')],
    ['presence that comes', () => mkdirSync(join(root, 'presence')), () => join(root, 'presence')],
  ])('tells of %s', async (_what, change, place) => {
    await listen(true);
    change();
    await expect.poll(() => events).toContainEqual({ kind: 'touched', path: place() });
    expect(kinds()).not.toContain('gone');
  });

  it('tells of the last of many writes to files that have only just come', async () => {
    const seen = new Map<string, number>();
    await listen(true);
    const drafts = Array.from({ length: 20 }, (_, at) => draft(`new-${at}`));
    for (const folder of drafts) mkdirSync(folder);
    await expect
      .poll(() => drafts.filter((path) => !events.some((event) => 'path' in event && event.path === path)))
      .toEqual([]);
    await listener.stop();
    listener = ownSurroundings.listen(root, true, (event) => {
      if (event.kind === 'touched' && event.path.endsWith('.jsonl'))
        seen.set(event.path, statSync(event.path).size);
      if (event.kind === 'ready') seen.set('ready', 0);
    });
    await expect.poll(() => seen.has('ready')).toBe(true);
    const logs = drafts.map((folder) => join(folder, 'ada.jsonl'));
    for (let write = 1; write <= 6; write += 1) {
      for (const log of logs) appendFileSync(log, 'x'.repeat(write));
      // The next write comes now at once, now while the last one is being told of.
      if (write % 2 === 0) await new Promise((resolve) => setTimeout(resolve, write));
    }
    await expect.poll(() => logs.filter((log) => seen.get(log) !== 21)).toEqual([]);
  });

  it('goes on telling of a draft whose folder was replaced by another of its name', async () => {
    await listen(true);
    mkdirSync(join(root, 'other'));
    renameSync(draft('northbrook'), join(root, 'away'));
    renameSync(join(root, 'other'), draft('northbrook'));
    await expect.poll(() => events).toContainEqual({ kind: 'touched', path: draft('northbrook') });
    events = [];
    await expect
      .poll(() => {
        appendFileSync(draft('northbrook', 'ben.jsonl'), 'x');
        return events;
      })
      .toContainEqual({ kind: 'touched', path: draft('northbrook', 'ben.jsonl') });
  });

  it.each(['drafts', 'people', ''])(
    'says that the workspace is gone where its folder “%s” goes',
    async (part) => {
      await listen(true);
      renameSync(join(root, part), join(own.path, `taken-${turn}-${part}`));
      await expect.poll(kinds).toContain('gone');
    },
  );

  it('follows no link that stands among the drafts', async () => {
    const elsewhere = join(own.path, `elsewhere-${turn}`);
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, draft('linked'));
    await listen(true);
    writeFileSync(join(elsewhere, 'ada.jsonl'), 'x');
    appendFileSync(draft('northbrook', 'ada.jsonl'), 'x');
    await expect
      .poll(() => events)
      .toContainEqual({ kind: 'touched', path: draft('northbrook', 'ada.jsonl') });
    expect(events.filter((event) => event.kind === 'touched' && event.path.includes('linked'))).toEqual([]);
  });

  it('listens only to the drafts attended to where there are many', async () => {
    mkdirSync(draft('westley'));
    await listen(false);
    listener.attend(draft('westley'));
    await expect
      .poll(() => {
        appendFileSync(draft('northbrook', 'ada.jsonl'), 'x');
        appendFileSync(draft('westley', 'ada.jsonl'), 'x');
        return events;
      })
      .toContainEqual({ kind: 'touched', path: draft('westley', 'ada.jsonl') });
    expect(events.filter((event) => event.kind === 'touched' && event.path.includes('northbrook'))).toEqual(
      [],
    );
  });
});
