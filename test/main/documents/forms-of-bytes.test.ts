import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { excelOf } from './evidence-fixtures.ts';
import { barePdf, pdfOfLines, trackedWord } from './report-fixtures.ts';
import { readTableFile } from '../../../src/main/documents/read-table-file.ts';
import { readReportLines } from '../../../src/main/documents/read-report-lines.ts';
import { diskFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import { PathGrants } from '../../../src/main/storage/path-grants.ts';
import { ownFolder, workerSources } from '../running-scope.ts';
import { documentsIn } from '../../../src/main/work/document-client.ts';

const own = ownFolder();
afterAll(own.remove);
const grants = new PathGrants(diskFileSystem, own.path);
const text = readFileSync(join(import.meta.dirname, '../../e2e/a-short-report.txt'));
const rows = [
  ['Note', 'Date'],
  ['Seen at home', '6/10/2026'],
];
const long = ['Note', ...Array.from({ length: 9000 }, (_, at) => `${at}: seen at home, with the family`)];

type Reader = (bytes: Uint8Array) => Promise<{ readonly ok: boolean }>;

/** A file's bytes within a larger buffer, as node's pool holds small files. */
function within(bytes: Uint8Array): Uint8Array {
  const pool = new Uint8Array(bytes.length + 64).fill(0x7a);
  pool.set(bytes, 32);
  return pool.subarray(32, 32 + bytes.length);
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  return memory;
}

/** What each host has a file as. */
const forms: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | ArrayBufferLike>> = {
  'a Buffer (the browser host’s upload)': (bytes) => Buffer.from(bytes),
  'a part of a larger Buffer': (bytes) => Buffer.from(within(bytes).buffer, 32, bytes.length),
  'a part of a larger array': within,
  'an ArrayBuffer': (bytes) => new Uint8Array(bytes).buffer,
  'shared memory': shared,
  'a part of shared memory': (bytes) => new Uint8Array(shared(within(bytes)), 0, bytes.length),
};

const files: readonly (readonly [name: string, bytes: Uint8Array, read: Reader])[] = [
  ['report.txt', text, readReportLines],
  ['report.pdf', pdfOfLines(text.toString('utf8')), readReportLines],
  ['report.docx', await trackedWord(), readReportLines],
  ['pictures.pdf', barePdf(false), readReportLines],
  ['visit.csv', Buffer.from(rows.map((cells) => cells.join(';')).join('\n')), readTableFile],
  ['visit.xlsx', excelOf(rows), readTableFile],
];

describe.each(Object.entries(forms))('a file that comes as %s', (_form, inForm) => {
  it.each(files)('is read as the same file on disk is: %s', async (name, bytes, read) => {
    const path = join(own.path, name);
    writeFileSync(path, bytes);
    const onDisk = await grants.readFile((await grants.grantFile(path)).grant, 1_000_000);
    const content = inForm(bytes);
    const handedIn = await grants.readFile(grants.grantBytes(name, content).grant, 1_000_000);
    if (!onDisk.ok || !handedIn.ok) throw new Error('a grant was refused');
    expect([handedIn.value.bytes.constructor, handedIn.value.bytes.buffer.constructor]).toEqual([
      Uint8Array,
      ArrayBuffer,
    ]);
    expect(handedIn.value.bytes.buffer.byteLength).toBe(bytes.length);
    const expected = await read(onDisk.value.bytes);
    expect(expected.ok).toBe(name !== 'pictures.pdf');
    expect(await read(handedIn.value.bytes)).toEqual(expected);
    if (content instanceof Uint8Array) expect(await read(content)).toEqual(expected);
  });
});

it('goes to a worker as it is, where it is part of a larger buffer', async () => {
  const bytes = Buffer.from(long.join('\n'));
  const { readEvidence } = documentsIn(workerSources.documents);
  const expected = await readTableFile(new Uint8Array(bytes));
  expect(expected.ok).toBe(true);
  expect(await readEvidence(Buffer.from(within(bytes).buffer, 32, bytes.length))).toEqual(expected);
});

it('holds no more of files that nothing reads than it may, and keeps what came last', async () => {
  const few = new PathGrants(diskFileSystem, own.path, { unread: 10, read: 0 });
  const handed = [4, 4, 4, 11, 2].map((size) => few.grantBytes(`${size}`, new Uint8Array(size)).grant);
  const held = await Promise.all(handed.map(async (grant) => (await few.readFile(grant, 100)).ok));
  expect(held).toEqual([false, false, false, false, true]);
  const [first, second, third] = [4, 4, 4].map((size) => few.grantBytes('a', new Uint8Array(size)).grant);
  expect(await few.readFile(first ?? '', 100)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  for (const grant of [second, third]) expect((await few.readFile(grant ?? '', 100)).ok).toBe(true);
});

describe('a file that a window handed over', () => {
  const content = (file: Awaited<ReturnType<PathGrants['readFile']>>): readonly number[] | string =>
    file.ok ? [...file.value.bytes] : file.error.code;

  it('is read again, though a worker took its bytes along', async () => {
    const { grant } = grants.grantBytes('again.csv', new Uint8Array([1, 2, 3]));
    const first = await grants.readFile(grant, 100);
    if (!first.ok) throw new Error(first.error.message);
    const { buffer } = first.value.bytes;
    if (buffer instanceof ArrayBuffer) structuredClone(buffer, { transfer: [buffer] });
    expect(buffer.byteLength).toBe(0);
    expect(content(await grants.readFile(grant, 100))).toEqual([1, 2, 3]);
  });

  it('is forgotten once read where later ones fill the room for it, and one larger than that at once', async () => {
    const few = new PathGrants(diskFileSystem, own.path, { unread: 100, read: 5 });
    const [a, b, large] = [3, 3, 6].map((size) => few.grantBytes('x', new Uint8Array(size).fill(size)).grant);
    const readings = [a, b, b, a, large, large];
    const read: unknown[] = [];
    for (const grant of readings) read.push(content(await few.readFile(grant ?? '', 100)));
    const three = [3, 3, 3];
    expect(read).toEqual([three, three, three, 'not-found', [6, 6, 6, 6, 6, 6], 'not-found']);
  });
});
