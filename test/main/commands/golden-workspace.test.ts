import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { auditEventTypes } from '../../../src/shared/audits/audit-event-types.ts';
import { programmeEventTypes } from '../../../src/shared/workspace/workspace-event-types.ts';
import { readLine } from '../../../src/shared/records/read-line.ts';
import { recordLine } from '../../../src/shared/records/record-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { bothVerdicts } from '../both-verdicts.ts';
import { need, ownFolder, run, settle, workerSources } from '../running-scope.ts';
import { verifyLinesAlone } from '../standalone-verifier.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const golden = join(root, 'test', 'golden', 'version-1', 'workspace');
const own = ownFolder();
afterAll(own.remove);

const files = readdirSync(golden, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(golden.length + 1)
      .replaceAll('\\', '/'),
  );
const logs = files.filter((file) => file.endsWith('.jsonl'));
const linesOf = (file: string): readonly string[] =>
  readFileSync(join(golden, file), 'utf8').split('\n').slice(0, -1);

function recordsIn(place: string): readonly SignedRecord[] {
  return logs
    .filter((file) => file.startsWith(place))
    .flatMap(linesOf)
    .map((line) => {
      const found = readLine(line, nodeCrypto);
      if (!found.ok) throw new Error(found.error.message);
      return found.value;
    })
    .toSorted((a, b) => a.lamport - b.lamport);
}

describe('a workspace with every kind of log, as version 1 wrote it once and for all', () => {
  it('has a person’s, the workspace’s own, a draft’s, an audit’s and a programme’s, each in its place', () => {
    const hex = (digits: number): string => `[0-9a-f]{${digits}}`;
    const places = [
      `people/${hex(64)}`,
      `workspace/${hex(64)}`,
      `drafts/[a-z]+-${hex(8)}/${hex(64)}`,
      `audits/${hex(32)}/${hex(64)}`,
      `programme/${hex(64)}`,
    ];
    for (const place of places)
      expect(logs.some((file) => new RegExp(`^${place}\\.jsonl$`, 'u').test(file))).toBe(true);
    expect(
      logs.filter((file) => !places.some((place) => new RegExp(`^${place}\\.jsonl$`, 'u').test(file))),
    ).toEqual([]);
  });

  it.each(logs)('has every line of it read as it is, here and by docs/verify.mjs: %s', async (file) => {
    expect(recordsIn(file).map(recordLine)).toEqual(linesOf(file));
    expect(await verifyLinesAlone(join(golden, file))).toEqual(
      linesOf(file).map((line): unknown => JSON.parse(line)),
    );
  });

  it.each([
    ['audits', auditEventTypes, 'sample.frozen'],
    ['programme', programmeEventTypes, 'provider.followed'],
  ] as const)(
    'has in %s a log that begins as it will, and goes on with what a later version wrote',
    (place, kinds, later) => {
      const [first, second] = recordsIn(place);
      expect([first?.type, second?.type]).toEqual([[...kinds.keys()][0], later]);
      expect(kinds.has(later)).toBe(false);
      expect(first).toMatchObject({ draft: null, seq: 1, prev: null, parents: [] });
      expect(kinds.get(first?.type ?? '')?.read({ type: '', author: '', ...first })).not.toBeNull();
      expect(second).toMatchObject({ draft: first?.id, seq: 1, prev: null, parents: [first?.id] });
      if (place === 'audits')
        expect(logs.some((file) => file.includes(first?.id.slice(0, 32) ?? 'none'))).toBe(true);
    },
  );

  it('is whole to both verifiers, which name what they do not know once for each log', async () => {
    const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
    for (const folder of ['audits', 'programme']) {
      const found = ['notice newer-version'];
      expect(await bothVerdicts(place, golden, folder)).toEqual([
        { ok: true, found },
        { ok: true, found },
      ]);
    }
  });

  it('keeps every byte where a window opens, follows, lists and verifies it', async () => {
    const team = join(own.path, 'team');
    cpSync(golden, team, { recursive: true });
    const { app, scope } = run(join(own.path, 'cyn'));
    await settle({ app, scope }, 'Cyn', team, false);
    need(await services.followFolder(scope, {}));
    need(await services.lookAtFolder(scope, {}));
    need(await services.listDrafts(scope, {}));
    need(await services.verifyWorkspace(scope, { draft: null }));
    await scope.session.opened?.following?.stop();
    app.release();
    for (const file of files)
      expect(readFileSync(join(team, file)).equals(readFileSync(join(golden, file))), file).toBe(true);
  });
});
