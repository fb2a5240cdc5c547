import { verifyPath } from '../../src/main/commands/verify-path.ts';
import { verifyAlone } from './standalone-verifier.ts';

/** What one verifier says: whether all is well, and what it calls what it found, in order. */
export interface Verdict {
  readonly ok: boolean;
  readonly found: readonly string[];
}

/** What `verify` and docs/verify.mjs say of a workspace, and what they call what they found in one folder of it. */
export async function bothVerdicts(
  place: Parameters<typeof verifyPath>[0],
  team: string,
  folder: string,
  options: Parameters<typeof verifyPath>[2] = {},
): Promise<readonly [service: Verdict, alone: Verdict]> {
  const { json, code } = await verifyPath(place, team, options);
  const { drafts } = json as {
    drafts: { draft: string; problems: { level: string; code: string; file: string }[] }[];
  };
  const problems = drafts
    .filter(({ draft }) => draft === folder || draft === 'files')
    .flatMap((draft) => draft.problems)
    .filter(({ file }) => isIn(folder, file));
  const alone = await verifyAlone(team);
  const said = (level: string, lines: readonly string[]): readonly string[] =>
    lines
      .filter((line) => isIn(folder, line.split(', ')[0] ?? ''))
      .map((line) => `${level} ${line.slice(line.lastIndexOf(' ') + 1)}`);
  return [
    { ok: code === 0, found: problems.map((problem) => `${problem.level} ${problem.code}`).toSorted() },
    {
      ok: alone.code === 0,
      found: [...said('broken', alone.broken), ...said('notice', alone.notices)].toSorted(),
    },
  ];
}

function isIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}
