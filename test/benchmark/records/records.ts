import canonicalize from 'canonicalize';
import Conf from 'conf';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { madeRecords } from './made-records.ts';
import { milliseconds, printTable, quantile, timed } from '../timing.ts';
import { need, ownFolder, run as runApplication, settle } from '../../main/running-scope.ts';
import { loadDraft } from '../../../src/main/application/load.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { canonical } from '../../../src/shared/records/canonical.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { recordLine } from '../../../src/shared/records/record-line.ts';

type Peer = Conf<{ records: readonly unknown[] }>;

const opened = z.object({ drafts: z.int(), taken: z.number(), resident: z.number(), heap: z.number() });
const note = {
  kind: 'interview-staff',
  source: 'Team manager',
  when: '2026-03-03T10:00',
  direction: 'neutral',
  text: 'Supervision takes place monthly and the records show how it changed the plan for the child.',
} as const;

/** Append, open one draft, open a workspace, memory; beside one JSON file per draft through conf. */
export async function run(): Promise<void> {
  const folder = ownFolder();
  try {
    const workspace = join(folder.path, 'workspace');
    const confs = join(folder.path, 'confs');
    mkdirSync(workspace);
    mkdirSync(confs);
    const running = runApplication(join(folder.path, 'profile'));
    await settle(running, 'Alex Author', workspace, true);
    const store = async (records: readonly SignedRecord[], seed: number): Promise<string> => {
      const [first] = records;
      const disk = running.scope.session.opened?.workspace;
      if (first === undefined || disk === undefined) throw new Error('nothing to store');
      need(await disk.createDraft(`d${seed}`, first.id, first.key, records.map(recordLine)));
      openPeer(confs, seed).set('records', records);
      return first.id;
    };
    console.log('Making one draft of 1,000 records and 1,000 drafts of 100, in both forms …');
    const large = await madeRecords(running, 1000, 0);
    const draft = await store(large, 0);
    await oneDraft(running, draft, confs, large);
    await canonicalForm(large);
    for (let seed = 1; seed <= 1000; seed += 1) await store(await madeRecords(running, 100, seed), seed);
    wholeWorkspace(workspace, confs, folder.path);
  } finally {
    folder.remove();
  }
}

function openPeer(folder: string, seed: number): Peer {
  return new Conf({ cwd: folder, configName: `d${seed}`, projectName: 'peer' });
}

async function oneDraft(
  running: ReturnType<typeof runApplication>,
  draft: string,
  confs: string,
  records: readonly SignedRecord[],
): Promise<void> {
  const { scope } = running;
  const open = (): unknown => {
    scope.session.opened?.drafts.clear();
    return loadDraft(scope, draft);
  };
  const [cold = 0] = await timed(1, open);
  const again = await timed(9, open);
  const peerOpen = await timed(10, () => openPeer(confs, 0).get('records').length);
  const append = await timed(40, async () => need(await noteEvidence(scope, { draft, note })));
  const peer = openPeer(confs, 0);
  const peerAppend = await timed(40, () => peer.set('records', [...peer.get('records'), { ...records[1] }]));
  const row = (name: string, ours: number, theirs: number): string[] => [
    name,
    milliseconds(ours),
    milliseconds(theirs),
    (ours / theirs).toFixed(2),
  ];
  printTable(
    ['one draft of 1,000 records', 'Plumbline', 'conf', 'ratio'],
    [
      row('append one record, median', quantile(append, 0.5), quantile(peerAppend, 0.5)),
      row('append one record, p95', quantile(append, 0.95), quantile(peerAppend, 0.95)),
      row('open, every signature verified', cold, peerOpen[0] ?? Number.NaN),
      row('open again, signatures remembered', quantile(again, 0.5), quantile(peerOpen.slice(1), 0.5)),
    ],
  );
}

/** Records as they are read, names in order, and as they are put together, in the other order. */
async function canonicalForm(records: readonly SignedRecord[]): Promise<void> {
  const turned = records.map((record) => Object.fromEntries(Object.entries(record).reverse()));
  const taken = async (values: readonly object[], form: (value: object) => unknown): Promise<number> =>
    quantile(await timed(20, () => values.map(form)), 0.5);
  const row = async (name: string, values: readonly object[]): Promise<string[]> => {
    const theirs = await taken(values, (value) => canonicalize(value));
    const ours = await taken(values, canonical);
    return [name, milliseconds(ours), milliseconds(theirs), (ours / theirs).toFixed(2)];
  };
  console.log('');
  printTable(
    ['canonical form of 1,000 records, median of 20', 'Plumbline', 'canonicalize', 'ratio'],
    [await row('names in order', records), await row('names in the other order', turned)],
  );
}

function wholeWorkspace(workspace: string, confs: string, folder: string): void {
  const [ours, theirs] = (
    [
      ['plumbline', workspace],
      ['conf', confs],
    ] as const
  ).map(([kind, path]) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'open-workspace.ts'), kind, path, join(folder, 'reader')],
      { encoding: 'utf8' },
    );
    if (stdout === '') throw new Error(stderr);
    return opened.parse(JSON.parse(stdout));
  });
  if (ours === undefined || theirs === undefined) throw new Error('a workspace was not opened');
  const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  const row = (name: string, show: (one: number) => string, field: keyof typeof ours): string[] => [
    name,
    show(ours[field]),
    show(theirs[field]),
    (ours[field] / theirs[field]).toFixed(2),
  ];
  console.log('');
  printTable(
    ['a workspace of 1,000 drafts of 100, and the one of 1,000', 'Plumbline', 'conf', 'ratio'],
    [
      row('drafts read', String, 'drafts'),
      row('open, in a process of its own', milliseconds, 'taken'),
      row('resident memory', mib, 'resident'),
      row('heap in use', mib, 'heap'),
    ],
  );
  console.log(
    `
Plumbline verifies hashes and signatures (of a workspace those that vouch for the others), links every record to its
ancestors and folds it; an append reads the folder again, signs, and is on disk when it answers. conf parses JSON and
rewrites the whole file; it verifies nothing.`,
  );
}
