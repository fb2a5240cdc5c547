import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { madeRecords } from '../records/made-records.ts';
import { milliseconds, printTable } from '../timing.ts';
import { need, ownFolder, run as runApplication, settle, type Running } from '../../main/running-scope.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { recordLine } from '../../../src/shared/records/record-line.ts';

const figures = z.record(z.string(), z.number());
type Figures = z.infer<typeof figures>;

/**
 * `npm run benchmark -- workspace [DRAFTS] [FOLDER]`: one year of a national inspectorate, 10,000 drafts of 100 records
 * where nothing else is said; beside one JSON file per draft. A folder that is named keeps what was made, for next time.
 */
export async function run(): Promise<void> {
  const drafts = Number(process.argv[3] ?? 10_000);
  const named = process.argv[4];
  const own = named === undefined ? ownFolder() : null;
  const place = named ?? own?.path ?? '';
  try {
    if (!existsSync(join(place, `made-${drafts}`))) await make(place, drafts);
    measure(place, drafts);
  } finally {
    own?.remove();
  }
}

/** A large workspace, a small one of ten drafts, and the large one as one JSON file per draft. */
async function make(place: string, drafts: number): Promise<void> {
  console.log(`Making ${drafts} drafts of 100 records, in both forms …`);
  for (const [name, count] of [
    ['large', drafts],
    ['small', 10],
  ] as const) {
    const folder = join(place, name);
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(place, 'json'), { recursive: true });
    const running = runApplication(join(place, `maker-${name}`));
    await settle(running, 'Alex Author', folder, true);
    for (let seed = 1; seed <= count; seed += 1)
      await makeDraft(running, folder, place, seed, name === 'large');
    running.app.release();
  }
  writeFileSync(join(place, `made-${drafts}`), '');
}

async function makeDraft(
  running: Running,
  folder: string,
  place: string,
  seed: number,
  asJson: boolean,
): Promise<void> {
  const records = await madeRecords(running, 100, seed);
  const [first] = records;
  if (first === undefined) throw new Error('nothing to store');
  const path = join(folder, 'drafts', `d${seed}-${first.id.slice(0, 8)}`);
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, `${first.key}.jsonl`),
    records.map((record) => `${recordLine(record)}\n`).join(''),
  );
  if (asJson) writeFileSync(join(place, 'json', `d${seed}.json`), JSON.stringify({ records }));
}

/** Runs one way of opening in a process of its own, so that memory is its own. */
function opened(kind: string, ...places: readonly string[]): Figures {
  const file = join(import.meta.dirname, 'open-large-workspace.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [file, kind, ...places], { encoding: 'utf8' });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  if (last === '') throw new Error(stderr);
  return figures.parse(JSON.parse(last));
}

function measure(place: string, drafts: number): void {
  const [large, small, json] = ['large', 'small', 'json'].map((name) => join(place, name));
  if (large === undefined || small === undefined || json === undefined) throw new Error('no folders');
  const profile = join(place, `reader-${Date.now()}`);
  const stopped = opened('stop', large, join(place, `stopper-${Date.now()}`));
  const cold = opened('list', large, profile);
  const warm = opened('list', large, profile);
  const peer = opened('json', json);
  const many = opened('write', large, join(place, 'maker-large'));
  const few = opened('write', small, join(place, 'maker-small'));
  const changed = opened('list', large, profile);
  const ms = (one: Figures, name: string): string => milliseconds(one[name] ?? Number.NaN);
  const mib = (one: Figures): string => `${((one['peak'] ?? 0) / 2 ** 20).toFixed(0)} MiB`;
  printTable(
    [`${drafts} drafts of 100 records`, 'Plumbline', 'one JSON file per draft'],
    [
      [
        'cold: every hash, and signatures that vouch',
        ms(cold, 'listed'),
        `${ms(peer, 'listed')}, nothing verified`,
      ],
      ['cold: most memory (peak resident)', mib(cold), mib(peer)],
      ['stopped after 200 drafts, answered in', ms(stopped, 'stopped'), ''],
      ['warm: the list is there', ms(warm, 'before'), ms(peer, 'listed')],
      ['warm: every line held against its files', ms(warm, 'listed'), ''],
      ['warm: most memory (peak resident)', mib(warm), mib(peer)],
      ['one changed log: that line anew (median)', ms(many, 'line'), ms(peer, 'line')],
      ['some changed logs: the whole list anew', ms(changed, 'listed'), ms(peer, 'listed')],
      ['one more record (median)', ms(many, 'append'), ms(peer, 'append')],
      ['one more record, in a workspace of ten', ms(few, 'append'), ''],
    ],
  );
}

/** A note as the benchmark adds them. */
export async function addNote(running: Running, draft: string): Promise<void> {
  need(
    await noteEvidence(running.scope, {
      draft,
      note: {
        kind: 'interview-staff',
        source: 'Team manager',
        when: '2026-03-03T10:00',
        direction: 'neutral',
        text: 'Supervision takes place monthly and the records show how it changed the plan for the child.',
      },
    }),
  );
}
