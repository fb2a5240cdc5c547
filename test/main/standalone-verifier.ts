import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** The lines that both verifiers print of a workspace's log and of seals. */
export const printedBySeals =
  /^(workspace| {2}(seal|words|signed by|approved by|reopened|by reason|holds)) {2}/u;

const program = join(import.meta.dirname, '..', '..', 'docs', 'verify.mjs');

/** What docs/verify.mjs says of a path: it runs as a program of its own, as somebody without Plumbline runs it. */
export function verifyAlone(path: string): {
  readonly code: number;
  readonly sealed: boolean;
  readonly broken: readonly string[];
  readonly notices: readonly string[];
  /** What it prints of the workspace's log and of seals. */
  readonly printed: readonly string[];
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, path], { encoding: 'utf8' });
  if (status === null || status > 1)
    throw new Error(`verify.mjs ended with ${status ?? 'nothing'}: ${stderr}`);
  const lines = stdout.split('\n');
  const of = (level: string): string[] =>
    lines.filter((line) => line.startsWith(`${level}  `)).map((line) => line.slice(level.length + 2));
  return {
    code: status,
    sealed: lines.some((line) => line.endsWith(' records, sealed')),
    broken: of('broken'),
    notices: of('notice'),
    printed: lines.filter((line) => printedBySeals.test(line)),
  };
}

/** The records that the stand-alone verifier reads from a file, or the code of whatever is none. */
export async function verifyLinesAlone(path: string): Promise<readonly unknown[]> {
  const parts: unknown = await import(pathToFileURL(join(dirname(program), 'verify-files.mjs')).href);
  const { linesOfFile } = z
    .object({ linesOfFile: z.function({ input: [z.string()], output: z.unknown() }) })
    .parse(parts);
  const lines: unknown = linesOfFile(path);
  return z
    .array(z.object({ record: z.unknown(), code: z.string().optional() }))
    .parse(lines)
    .map((line) => line.code ?? line.record);
}
