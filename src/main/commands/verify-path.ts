import { timeStampGiven } from '../application/verification/time-stamp-problems.ts';
import { lstat, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { newestTips, tipsOf } from '../application/session/draft-tips.ts';
import { newlyOpened, type Scope } from '../application/session/session.ts';
import { verifyWorkspace } from '../application/verification/verify-workspace.ts';
import { largestFile } from '../storage/file-system.ts';
import { judgmentFile } from '../storage/judgment-file.ts';
import { seenJson, seenShape } from '../storage/seen-workspaces.ts';
import type { Tips } from '../../shared/judgment/verify-draft.ts';
import { statementLines } from '../../shared/judgment/seal-statement.ts';
import { nothingSeen, type SeenWorkspace } from '../../shared/folder/seen-workspace.ts';

/** What was seen of a workspace, and by draft the last record of every key. */
interface WitnessFile {
  readonly tips: Readonly<Record<string, Tips>>;
  readonly seen: SeenWorkspace;
}

const witnessShape = z.strictObject({
  ...seenShape.shape,
  tips: z.record(z.string(), z.record(z.string(), z.strictObject({ seq: z.int(), id: z.string() }))),
});

/** What was seen earlier, as `--remember` writes it. */
async function readWitness(file: string | undefined): Promise<WitnessFile> {
  if (file === undefined) return { tips: {}, seen: nothingSeen };
  try {
    const { tips, ...seen } = witnessShape.parse(JSON.parse(await readFile(file, 'utf8')));
    return { tips, seen };
  } catch {
    throw new Unreadable(
      `${file} is no witness file. Nothing was changed. Make one with: verify PATH --remember FILE.`,
    );
  }
}

/** Opens what a path names: a workspace, a draft's folder in one, or a .judgment file. Answers with the folder asked for. */
async function openPath(opened: ReturnType<typeof cliScope>, path: string): Promise<string | null> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) throw new Unreadable(`There is nothing at ${path}. Nothing was changed.`);
  if (facts.size > largestFile) throw new Unreadable(`${path} is larger than any copy. It was not read.`);
  if (facts.isFile()) {
    const workspace = judgmentFile(basename(path), new Uint8Array(await readFile(path)));
    opened.scope.session.opened = newlyOpened(workspace);
    return null;
  }
  if (!facts.isDirectory())
    throw new Unreadable(`${path} is neither a file nor a folder. It was not opened. Name a folder.`);
  const isWorkspace = await lstat(join(path, 'plumbline.json')).then(
    () => true,
    () => false,
  );
  const isDraft = !isWorkspace && basename(dirname(resolve(path))) === 'drafts';
  need(await openForReading(opened, isDraft ? dirname(dirname(resolve(path))) : path));
  return isDraft ? basename(resolve(path)) : null;
}

/** `verify PATH`: what is broken and what is worth telling; ends with 1 where anything is broken. */
export async function verifyPath(
  place: CliPlace,
  path: string,
  options: { witness?: string; remember?: string; timeStamp?: string; quick?: boolean },
): Promise<Said> {
  const isQuick = options.quick === true;
  if (isQuick && (options.remember !== undefined || options.timeStamp !== undefined))
    throw new Unreadable(
      '--quick does not check every signature, which --remember and --time-stamp rest on. Nothing was read. Leave one of them out.',
    );
  if (options.remember === '-')
    throw new Unreadable('--remember keeps what was seen in a file. Nothing was made. Name one.');
  const { tips, seen } = await readWitness(options.witness);
  // What was seen earlier stays remembered, whatever is missing now.
  let now = seen;
  const opened = cliScope(place);
  const ports: Scope['ports'] = {
    ...opened.scope.ports,
    witness: {
      draftsFrom: (digits) => Promise.resolve(Object.keys(tips).filter((draft) => draft.startsWith(digits))),
      read: (draft) => Promise.resolve(tips[draft] ?? {}),
      remember: () => Promise.resolve(),
    },
    workspaceWitness: {
      read: () => Promise.resolve(seen),
      remember: (_workspace, add) => {
        now = add(now);
        return Promise.resolve();
      },
    },
  };
  const scope: Scope = { ...opened.scope, ports };
  try {
    const folder = await openPath({ app: opened.app, scope }, path);
    const isEveryDraftNeeded = options.remember !== undefined || options.timeStamp !== undefined;
    if (scope.session.opened !== null && isEveryDraftNeeded) scope.session.opened.mostRecords = Infinity;
    const view = need(await verifyWorkspace(scope, { draft: null, folder, isQuick }));
    const asked = folder === null ? view.drafts : view.drafts.flatMap((draft) => partOf(folder, draft));
    const drafts = options.timeStamp === undefined ? asked : await stamped(scope, asked, options.timeStamp);
    const ok = drafts.every((draft) => draft.problems.every((problem) => problem.level !== 'broken'));
    if (options.remember !== undefined)
      await writeFile(
        options.remember,
        `${JSON.stringify({ tips: tipsSeen(scope, tips), ...seenJson(now) }, null, 2)}\n`,
      );
    const { workspace } = view;
    const json = { ok, ...(isQuick ? { quick: true } : {}), workspace, drafts };
    return { json, lines: linesOf(ok, workspace, drafts, isQuick), code: ok ? 0 : 1 };
  } finally {
    opened.app.release();
  }
}

/**
 * `verify PATH...`: each path by itself, and the worst decides how it ends. A path that cannot be read is said of by
 * itself, and the others are verified all the same.
 */
export async function verifyPaths(
  place: CliPlace,
  paths: readonly string[],
  options: Parameters<typeof verifyPath>[2],
): Promise<Said> {
  const [only, ...others] = paths;
  if (only !== undefined && others.length === 0) return verifyPath(place, only, options);
  if (options.remember !== undefined || options.timeStamp !== undefined)
    throw new Unreadable(
      '--remember and --time-stamp are for one path, and several were named. Nothing was read. Verify that one by itself.',
    );
  const said: (Said & { readonly path: string })[] = [];
  for (const path of paths)
    said.push({
      path,
      ...(await verifyPath(place, path, options).catch((error: unknown): Said => {
        if (!(error instanceof Unreadable)) throw error;
        return { json: { ok: false, problem: error.message }, lines: [error.message], code: 2 };
      })),
    });
  const code = said.reduce<Said['code']>((worst, { code: next }) => (next > worst ? next : worst), 0);
  return {
    json: { ok: code === 0, paths: said.map(({ path, json }) => ({ path, ...(json as object) })) },
    lines: said.flatMap(({ path, lines }) => [path, ...lines]),
    code,
  };
}

/** The drafts, each with what a time-stamp given as a file says of its seals; broken where it is over none of them. */
async function stamped(scope: Scope, drafts: Drafts, file: string): Promise<Drafts> {
  const response = await readFile(file).catch(() => null);
  if (response === null) throw new Unreadable(`There is no time-stamp at ${file}. Nothing was changed.`);
  const loaded = [...(scope.session.opened?.drafts.values() ?? [])].map(({ verified }) => verified);
  const checked = await Promise.all(
    drafts.map(async (verification) => {
      const verified = loaded.find(({ draft }) => draft === verification.draft);
      const found =
        verified === undefined ? null : await timeStampGiven(verified, response, scope.ports.timeStamps);
      return found === null ? verification : { ...verification, problems: [...verification.problems, found] };
    }),
  );
  if (checked.some((draft, at) => draft !== drafts[at])) return checked;
  const message = 'The time-stamp given is over no seal that is here, or does not hold.';
  const wrong = { level: 'broken', file, line: 0, record: null, code: 'time-stamp', message } as const;
  return checked.map((draft, at) => (at === 0 ? { ...draft, problems: [...draft.problems, wrong] } : draft));
}

/** What is said of one draft's folder: all of it, the people whose keys it rests on, and of other files those in it. */
function partOf(folder: string, said: Drafts[number]): Drafts {
  if (said.draft === 'workspace') return [];
  if (said.draft !== 'files') return [said];
  const inside = said.problems.filter(
    ({ file }) => file === `drafts/${folder}` || file.startsWith(`drafts/${folder}/`),
  );
  return inside.length === 0 ? [] : [{ ...said, problems: inside }];
}

function tipsSeen(scope: Scope, before: WitnessFile['tips']): WitnessFile['tips'] {
  const loaded = [...(scope.session.opened?.drafts.values() ?? [])];
  const now = loaded.map(({ verified }): [string, Tips] => {
    const earlier = before[verified.draft] ?? {};
    return [verified.draft, newestTips(earlier, tipsOf(verified)) ?? earlier];
  });
  return { ...before, ...Object.fromEntries(now) };
}

type Drafts = Extract<Awaited<ReturnType<typeof verifyWorkspace>>, { ok: true }>['value']['drafts'];

/** As docs/verify.mjs prints it, so that a certificate is matched with either. */
function linesOf(ok: boolean, workspace: number | null, drafts: Drafts, isQuick: boolean): readonly string[] {
  const lines = drafts.flatMap((draft) => [
    `${draft.draft}  ${draft.records} records${draft.sealed ? ', sealed' : ''}`,
    ...(draft.seal === null ? [] : statementLines(draft.seal)),
    ...draft.problems.map(
      (problem) =>
        `  ${problem.level}  ${problem.file}${problem.line > 0 ? `, line ${problem.line}` : ''}: ${problem.message}`,
    ),
  ]);
  const log = workspace === null ? [] : [`workspace  ${workspace} records`];
  const verdict = ok ? 'Nothing is broken.' : 'Something is broken: see above.';
  const checked =
    'This was a quick check: every hash and chain, and of the signatures those that vouch for the others. Leave out --quick to check every signature.';
  return [...log, ...lines, verdict, ...(isQuick ? [checked] : [])];
}
