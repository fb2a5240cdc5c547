import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { z } from 'zod';

/** The lines that both verifiers print of a workspace's log and of seals. */
export const printedBySeals =
  /^(workspace| {2}(seal|words|signed by|approved by|reopened|by reason|holds)) {2}/u;

const program = join(import.meta.dirname, '..', '..', 'docs', 'verify.mjs');

let runs = 0;

/** What docs/verify.mjs prints of a path, and how it ends. */
async function runProgram(
  path: string,
): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const { argv, exitCode } = process;
  const printing = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const failing = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  process.argv = [process.execPath, program, path];
  try {
    runs += 1;
    await import(`${pathToFileURL(program).href}?run=${runs}`);
    return { code: Number(process.exitCode), lines: lines.flatMap((line) => line.split('\n')) };
  } finally {
    process.argv = argv;
    process.exitCode = exitCode;
    printing.mockRestore();
    failing.mockRestore();
  }
}

/**
 * What docs/verify.mjs says of a path: its text is run anew for each, in this process, since a process for each took longer
 * than all that is verified. As a program of its own, as somebody without Plumbline runs it, awkward-trees and foreign-names
 * run it.
 */
export async function verifyAlone(path: string): Promise<{
  readonly code: number;
  readonly sealed: boolean;
  readonly broken: readonly string[];
  readonly notices: readonly string[];
  /** What it prints of the workspace's log and of seals. */
  readonly printed: readonly string[];
}> {
  const { code, lines } = await runProgram(path);
  if (code !== 0 && code !== 1) throw new Error(`verify.mjs ended with ${code}: ${lines.join(' ')}`);
  const of = (level: string): string[] =>
    lines.filter((line) => line.startsWith(`${level}  `)).map((line) => line.slice(level.length + 2));
  return {
    code,
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
