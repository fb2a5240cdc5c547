import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import { canonical } from '../../../src/shared/records/canonical.ts';
import { workspaceEventTypes } from '../../../src/shared/workspace/workspace-event-types.ts';
import { personEventTypes } from '../../../src/shared/people/person-event-types.ts';
import { judgmentApproved } from '../../../src/shared/finalising/judgment-approved.ts';
import { readLine } from '../../../src/shared/records/read-line.ts';
import { recordLine, shellOf, wordless } from '../../../src/shared/records/record-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { judgePath, keyStatementsOf } from '../../../src/shared/finalising/verification-path.ts';
import { foldPerson } from '../../../src/shared/people/fold-person.ts';
import { foldWorkspaceLog } from '../../../src/shared/workspace/fold-workspace-log.ts';
import { verifyLinesAlone } from '../standalone-verifier.ts';

const golden = join(import.meta.dirname, '..', '..', 'golden', 'version-1');
const forms = ['whole', 'words-erased', 'encrypted', 'shell'] as const;
const lineOf = (form: (typeof forms)[number]): string =>
  readFileSync(join(golden, `${form}.jsonl`), 'utf8').trimEnd();

function read(form: (typeof forms)[number]): SignedRecord {
  const found = readLine(lineOf(form), nodeCrypto);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

describe('the forms of a line, as version 1 wrote them once and for all', () => {
  it.each(forms)('are read as they are: %s', (form) => {
    expect(recordLine(read(form))).toBe(lineOf(form));
  });

  it('are told apart from a line in none of them', () => {
    const { salt, ...torn } = read('whole');
    const { words, ...half } = read('whole');
    const both = { ...read('whole'), wordsHash: read('words-erased').wordsHash };
    for (const odd of [torn, half, both, { ...read('encrypted'), facts: {} }])
      expect(readLine(canonical(odd), nodeCrypto)).toMatchObject({ ok: false, error: { code: 'shape' } });
  });

  it('leave what a record does, with its hash, where its words are erased', () => {
    expect(recordLine(wordless(read('whole'), nodeCrypto.sha256))).toBe(lineOf('words-erased'));
    expect(recordLine(shellOf(read('whole')))).toBe(lineOf('shell'));
    expect(read('words-erased').facts).toEqual(read('whole').facts);
    expect(lineOf('words-erased')).not.toContain('Visits');
  });

  it('find facts, words or a hash that was put in the place of another', () => {
    const forged = lineOf('words-erased').replace('case-tracking', 'document');
    const other = canonical({ ...read('whole'), words: { '/text': 'Visits are late.' } });
    const hashed = canonical({ ...read('words-erased'), wordsHash: '0'.repeat(64) });
    for (const line of [forged, other, hashed])
      expect(readLine(line, nodeCrypto)).toMatchObject({ ok: false, error: { code: 'content' } });
  });

  it('open, encrypted, to what was signed, and show who encrypted it', () => {
    const { id, cipher } = read('encrypted');
    if (cipher === undefined) throw new Error('the line is not encrypted');
    const bytes = Buffer.from(cipher.ct, 'base64');
    const key = Buffer.from('e'.repeat(64), 'hex');
    const opening = createDecipheriv('aes-256-gcm', key, Buffer.from(cipher.nonce, 'hex'));
    opening.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-16));
    const text = `${opening.update(bytes.subarray(0, -16), undefined, 'utf8')}${opening.final('utf8')}`;
    const { facts, salt, words, wordsSalt } = read('whole');
    expect(text).toBe(canonical({ facts, salt, words, wordsSalt }));
    const moved = canonical({ ...read('encrypted'), cipher: { ...cipher, keyId: '0'.repeat(64) } });
    expect(readLine(moved, nodeCrypto)).toMatchObject({ ok: false, error: { code: 'signature' } });
  });

  it('are read alike by docs/verify.mjs', async () => {
    for (const form of forms)
      expect(await verifyLinesAlone(join(golden, `${form}.jsonl`))).toEqual([JSON.parse(lineOf(form))]);
  });
});

/** Records of a golden log, each read as it stands. */
function recordsOf(name: string): readonly SignedRecord[] {
  const lines = readFileSync(join(golden, name), 'utf8').trimEnd().split('\n');
  const records = lines.flatMap((line) => {
    const found = readLine(line, nodeCrypto);
    return found.ok ? [found.value] : [];
  });
  expect(records.map(recordLine)).toEqual(lines);
  return records;
}

describe('a person’s log, as version 1 wrote it once and for all', () => {
  const file = join(golden, 'person-log.jsonl');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const records = lines.flatMap((line) => {
    const found = readLine(line, nodeCrypto);
    return found.ok ? [found.value] : [];
  });
  const of = (type: string): string => records.find((record) => record.type === type)?.id ?? '';
  const person = foldPerson(records, nodeCrypto.sha256);

  it('has a line of every kind, read as it is', () => {
    expect(records.map(recordLine)).toEqual(lines);
    const types = [...records, ...recordsOf('person-log-joining.jsonl')].map(({ type }) => type);
    expect([...new Set(types)].sort()).toEqual([...personEventTypes.keys()].sort());
  });

  it('says whose key its owner compared, and for whose they stand before others', () => {
    const about = 'b'.repeat(64);
    expect(person).toMatchObject({ verified: [about], vouched: [about], unfounded: [] });
    expect(person?.statements).toEqual([
      { record: of('person.verified'), person: about, does: 'compares', at: '2026-11-28T12:00:00.000Z' },
      { record: of('person.vouched'), person: about, does: 'vouches', at: '2026-11-28T12:00:00.000Z' },
    ]);
  });

  it('is cited by an approval, by its records', () => {
    const line = readFileSync(join(golden, 'approval.jsonl'), 'utf8').trimEnd();
    const found = readLine(line, nodeCrypto);
    if (!found.ok || person === null) throw new Error('the golden lines do not read');
    const [leaders, summary] = ['e'.repeat(64), 'a'.repeat(64)];
    expect(judgmentApproved.in(found.value)).toEqual({
      values: [
        { field: 'grade/leaders', records: [leaders] },
        { field: 'narrative/summary', records: [summary, leaders] },
      ],
      path: [{ person: person.id, record: of('person.vouched') }],
      note: 'Read against the evidence',
    });
    const trust = { statements: keyStatementsOf([person]), officeHolders: new Set([person.id]) };
    const { path } = judgmentApproved.in(found.value) ?? { path: [] };
    const ground = { ...trust, approver: found.value.author, wrote: () => false };
    expect(judgePath(path, ground)).toBe('independent');
    expect(recordLine(found.value)).toBe(line);
  });

  it('is read alike by docs/verify.mjs', async () => {
    expect(await verifyLinesAlone(file)).toEqual(lines.map((line): unknown => JSON.parse(line)));
    for (const name of [
      'person-log-joining.jsonl',
      'workspace-log-joining.jsonl',
      'workspace-log-interests.jsonl',
      'workspace-log-days.jsonl',
      'workspace-log-style.jsonl',
    ])
      expect(await verifyLinesAlone(join(golden, name))).toHaveLength(recordsOf(name).length);
  });
});

describe('the workspace’s own log, as version 1 wrote it once and for all', () => {
  const file = join(golden, 'workspace-log.jsonl');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const records = lines.flatMap((line) => {
    const found = readLine(line, nodeCrypto);
    return found.ok ? [found.value] : [];
  });

  it('has a line of every kind, read as it is', () => {
    expect(records.map(recordLine)).toEqual(lines);
    const later = ['joining', 'interests', 'days', 'style'].flatMap((name) =>
      recordsOf(`workspace-log-${name}.jsonl`),
    );
    const types = [...records, ...later].map(({ type }) => type);
    expect([...new Set(types)]).toEqual([...workspaceEventTypes.keys()]);
  });

  it('says whose vouching counts, who is to join and which panels are set up', () => {
    const joining = recordsOf('workspace-log-joining.jsonl');
    expect(foldWorkspaceLog(joining[0]?.id ?? '', joining)).toMatchObject({
      vouching: 'administrators-or-two',
      roster: [{ name: 'Ben Birch', post: 'Inspector' }],
      panels: [{ panel: 'northern', name: 'Northern panel', deputies: ['b'.repeat(64)] }],
    });
    expect(foldPerson(recordsOf('person-log-joining.jsonl'), nodeCrypto.sha256)?.distrusted).toEqual([
      'b'.repeat(64),
    ]);
  });

  it('says what stands on whose card', () => {
    const listed = recordsOf('workspace-log-interests.jsonl');
    expect(foldWorkspaceLog(listed[0]?.id ?? '', listed)?.interests.get('a'.repeat(64))).toEqual([
      {
        tie: 'worked',
        provider: 'Northmere County Council',
        from: '2015-01-05',
        until: '2019-03-01',
        words: 'Social worker',
      },
    ]);
  });

  it('says which days its clocks leave out, by the last word on each in a nation', () => {
    const days = recordsOf('workspace-log-days.jsonl');
    expect(foldWorkspaceLog(days[0]?.id ?? '', days)?.days).toMatchObject([
      { day: '2026-06-16', nations: ['scotland'], standing: 'holiday', name: 'Extra holiday' },
    ]);
  });

  it('says how documents look, and what they say of the team', () => {
    const styled = recordsOf('workspace-log-style.jsonl');
    expect(foldWorkspaceLog(styled[0]?.id ?? '', styled)?.style).toMatchObject({
      logo: { alternative: 'Northshire Inspectorate' },
      ...{
        accent: '#0b3d60',
        about: '',
        complaints: 'Write to the complaints officer.',
        contact: 'Northton',
      },
    });
  });

  it('says who administers and which drafts are lawfully gone', () => {
    const log = foldWorkspaceLog(records[0]?.id ?? '', records);
    expect(log?.administrators).toEqual(['a'.repeat(64)]);
    expect(log?.setAside.size).toBe(0);
    const by = { who: 'a'.repeat(64), when: '2026-11-28T12:00:00.000Z' };
    expect([...(log?.gone ?? [])]).toEqual([
      ['d'.repeat(64), { ...by, how: 'removed', reason: 'Begun twice', to: null, record: records[3]?.id }],
      [
        'e'.repeat(64),
        {
          ...by,
          how: 'moved',
          reason: 'Their inspection',
          to: 'The workspace of Team West',
          record: records[4]?.id,
        },
      ],
    ]);
  });

  it('is read alike by docs/verify.mjs', async () => {
    expect(await verifyLinesAlone(file)).toEqual(lines.map((line): unknown => JSON.parse(line)));
  });
});
