import { appendFileSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { appendLines, type GrownLog } from '../../../src/main/storage/append-lines.ts';
import { diskFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import { printAfter, printOfAll } from '../../../src/main/storage/folder-prints.ts';
import { need, ownFolder } from '../running-scope.ts';

const own = ownFolder();
let turn = 0;
let folder = '';
let copy = '';

beforeEach(() => {
  turn += 1;
  folder = join(own.path, `north-${turn}`);
  copy = `${folder} (1)`;
  for (const path of [folder, copy]) mkdirSync(path);
  for (const name of ['aa.jsonl', 'own.jsonl', 'zz.jsonl']) writeFileSync(join(folder, name), 'one\n');
  writeFileSync(join(copy, 'bb.jsonl'), 'one\n');
});
afterAll(own.remove);

const print = (): Promise<string> => printOfAll(diskFileSystem, [folder, copy]);

/** Appends to the own log, and lets something happen before it and after it. */
async function grown(before: () => void, after: () => void): Promise<string | null> {
  const since = await print();
  before();
  const log: GrownLog = need(await appendLines(diskFileSystem, join(folder, 'own.jsonl'), ['two'], 'append'));
  after();
  return printAfter(diskFileSystem, [folder, copy], 'own.jsonl', log, since);
}

const nothing = (): void => undefined;

/** Puts other bytes of the same length in a file's place, as a sync service does, with a time of their own. */
function replace(name: string, text: string): void {
  const path = join(folder, name);
  writeFileSync(`${path}.new`, text);
  utimesSync(`${path}.new`, 1_000_000, 1_000_000);
  renameSync(`${path}.new`, path);
}

describe('the print of a folder in which a log grew', () => {
  it('is that of the folder now', async () => {
    expect(await grown(nothing, nothing)).toBe(await print());
  });

  it('is that of the folder now, where the log was begun', async () => {
    rmSync(join(folder, 'own.jsonl'));
    expect(await grown(nothing, nothing)).toBe(await print());
  });

  it.each<[string, () => void, () => void]>([
    ['another log grew before', () => appendFileSync(join(folder, 'aa.jsonl'), 'two\n'), nothing],
    ['another log grew after', nothing, () => appendFileSync(join(folder, 'zz.jsonl'), 'two\n')],
    ['a log came', () => writeFileSync(join(folder, 'cc.jsonl'), 'one\n'), nothing],
    ['a log went', nothing, () => rmSync(join(folder, 'zz.jsonl'))],
    ['a copy of the folder changed', nothing, () => appendFileSync(join(copy, 'bb.jsonl'), 'two\n')],
    ['the log was replaced before by one as long', () => replace('own.jsonl', 'eno\n'), nothing],
    ['the log was replaced after by one as long', nothing, () => replace('own.jsonl', 'eno\ntwo\n')],
    ['a torn end was set aside', () => appendFileSync(join(folder, 'own.jsonl'), 'to'), nothing],
    ['the log grew before by somebody else', () => appendFileSync(join(folder, 'own.jsonl'), 'x\n'), nothing],
    ['the log went', nothing, () => rmSync(join(folder, 'own.jsonl'))],
  ])('is not known where %s', async (_what, before, after) => {
    expect(await grown(before, after)).toBeNull();
  });
});
