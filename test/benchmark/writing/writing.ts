import { mkdirSync, openSync, writeSync, fsyncSync, closeSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { need, ownFolder, run as compose, settle, type Running } from '../../main/running-scope.ts';
import { composeNotes, type NotedDraft } from './noted-draft.ts';
import { milliseconds, printTable, quantile } from '../timing.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { followDraft } from '../../../src/main/application/window/follow-draft.ts';
import { writing } from '../../../src/main/application/write.ts';
import { evidenceLinked } from '../../../src/shared/evidence/evidence-linked.ts';
import type { SeenState } from '../../../src/shared/seen/seen-draft.ts';
import { withChange } from '../../../src/shared/ipc/view-change.ts';

const times = 40;
type Link = Parameters<typeof evidenceLinked.write>[0] & { readonly draft: string };
const linkEvidence = writing<Link>(evidenceLinked.write);

const note = {
  kind: 'interview-staff',
  source: 'Team manager',
  when: '2026-03-03T10:00',
  direction: 'neutral',
  text: 'Supervision takes place monthly and the records show how it changed the plan for the child.',
} as const;

/**
 * `npm run benchmark -- writing [SIZES]`: one more note, and one note weighed anew, in drafts of 1,000, 10,000 and 100,000
 * notes, each linked: until the record is on disk, and until a window that follows the draft has its view. Beside a file
 * of JSON lines that is appended to and synced, and one JSON file that conf writes anew, with the same records.
 */
export async function run(): Promise<void> {
  const sizes = (process.argv[3] ?? '1000,10000,100000').split(',').map(Number);
  const rows: string[][] = [];
  for (const size of sizes) rows.push(...(await measured(size)));
  printTable(['', 'times', 'median', 'p95', 'beside a JSON line', 'beside conf'], rows);
  console.log(
    '\nPlumbline judges, signs, chains and folds what it appends, and it is on disk when it answers; the view is what one\nwindow may see, and crosses as the difference. A JSON line is appended and synced; conf writes its file anew.',
  );
  process.exit(0);
}

/** A window that has the draft open, and takes what changes as it crosses to it. */
class FollowingWindow {
  readonly #running: Running;
  readonly #draft: string;
  #state = 0;
  #view: unknown = null;

  constructor(running: Running, draft: string) {
    this.#running = running;
    this.#draft = draft;
  }

  async follow(): Promise<void> {
    const followed = need(await followDraft(this.#running.scope, { draft: this.#draft, since: this.#state }));
    const { view, change, state } = structuredClone(followed);
    this.#state = state;
    this.#view = view ?? (change === null ? this.#view : withChange(this.#view, change));
  }

  /** What it shows now. */
  get shown(): SeenState {
    return (this.#view as { readonly state: SeenState }).state;
  }
}

async function measured(size: number): Promise<readonly string[][]> {
  const own = ownFolder();
  const running = compose(join(own.path, 'profile'));
  try {
    mkdirSync(join(own.path, 'team'));
    await settle(running, 'Ada Maker', join(own.path, 'team'), true);
    console.log(`Making a draft of ${size} notes, each linked to a criterion …`);
    const noted = await composeNotes(running, size);
    const window = new FollowingWindow(running, noted.draft);
    await window.follow();
    const line = `${JSON.stringify({ ...note, id: noted.draft, sig: noted.draft.repeat(2) })}\n`;
    const peers = [jsonLines(join(own.path, 'peer.jsonl'), line, size * 2), confFile(own.path, size * 2)];
    const { draft } = noted;
    return [
      ...(await pairedRows(`one more note among ${size}`, window, peers, () =>
        noteEvidence(running.scope, { draft, note }),
      )),
      ...(await pairedRows(`a note weighed anew among ${size}`, window, peers, (at) =>
        linkEvidence(running.scope, { draft, ...weighedAnew(noted, window.shown, at) }),
      )),
    ];
  } finally {
    running.app.release();
    own.remove();
  }
}

/** A link written over what stands, with another direction than the one before. */
function weighedAnew(
  { notes }: NotedDraft,
  { links }: SeenState,
  at: number,
): Parameters<typeof evidenceLinked.write>[0] {
  const id = notes[Math.floor((notes.length * at) / times)] ?? '';
  const link = links.find((each) => each.note === id);
  if (link === undefined) throw new Error('the note is not linked');
  const direction = link.values[0]?.value === 'for' ? 'against' : 'for';
  return { note: id, criterion: link.criterion, direction, over: link.values.map(({ record }) => record) };
}

/** Each write beside each peer's, one after another, so that all meet the same machine. */
async function pairedRows(
  title: string,
  window: FollowingWindow,
  peers: readonly (() => void)[],
  write: (at: number) => Promise<Parameters<typeof need>[0]>,
): Promise<readonly string[][]> {
  const onDisk: number[] = [];
  const shown: number[] = [];
  const theirs = peers.map((): number[] => []);
  for (let at = 0; at < times; at += 1) {
    for (const [index, peer] of peers.entries()) {
      const begun = performance.now();
      peer();
      theirs[index]?.push(performance.now() - begun);
    }
    const begun = performance.now();
    need(await write(at));
    onDisk.push(performance.now() - begun);
    await window.follow();
    shown.push(performance.now() - begun);
  }
  const medians = theirs.map((taken) => quantile(taken, 0.5));
  const row = (what: string, taken: readonly number[]): string[] => [
    `${title}: ${what}`,
    String(times),
    milliseconds(quantile(taken, 0.5)),
    milliseconds(quantile(taken, 0.95)),
    ...medians.map((median) => (quantile(taken, 0.5) / median).toFixed(2)),
  ];
  return [row('on disk', onDisk), row('in the window', shown)];
}

/** A file of JSON lines of so many records, which is appended to and synced. */
function jsonLines(path: string, line: string, records: number): () => void {
  writeFileSync(path, line.repeat(records));
  return () => {
    const file = openSync(path, 'a');
    writeSync(file, line);
    fsyncSync(file);
    closeSync(file);
  };
}

/** One JSON file of so many records, kept by conf, which writes it anew. */
function confFile(folder: string, records: number): () => void {
  const conf = new Conf<{ records: readonly unknown[] }>({ cwd: folder, projectName: 'peer' });
  conf.set(
    'records',
    Array.from({ length: records }, (_, at) => ({ ...note, at })),
  );
  return () => conf.set('records', [...conf.get('records'), { ...note }]);
}
