import { localDay } from '../clocks/local-day.ts';
import { knownFrameworks, mayBeAdopted } from '../framework/known-frameworks.ts';
import { runJob } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import { importedAs, nothing, outcomeOf, stageOfImport } from './import-outcome.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ImportOutcome } from '../../../shared/ipc/import-views.ts';
import { done, type Result } from '../../../shared/result.ts';

/** No report’s file is larger. */
export const mostBytes = 21_000_000;

/** Reads a report’s file as somebody settled it, heard of and stopped by the job that reads it. */
export function readAs(
  scope: Scope,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  {
    hear,
    signal,
    edits,
  }: {
    readonly hear: (name: string) => void;
    readonly signal: AbortSignal;
    readonly edits?: CallInput<'previewReport'>['edits'] | undefined;
  },
  frameworks: readonly Framework[],
  framework: string | null,
): ReturnType<Scope['ports']['documents']['readStates']> {
  const watch = (): boolean => {
    hear(name);
    return !signal.aborted;
  };
  return scope.ports.documents.readStates(bytes, frameworks, framework, watch, edits);
}

/** The frameworks that a report can be read by. */
export async function adoptable(scope: Scope): Promise<readonly Framework[]> {
  const known = await knownFrameworks(scope);
  return known.frameworks.filter(mayBeAdopted).map(({ framework }) => framework);
}

/** Reads a report and imports nothing: what it would become, as somebody settles it. The same bytes can be read again. */
export async function previewReport(
  scope: Scope,
  { file, edits }: CallInput<'previewReport'>,
): Promise<Result<ImportOutcome, CallError>> {
  const given = await scope.ports.grants.readFile(file, mostBytes);
  if (!given.ok) return done(nothing('', given.error.message));
  const { name, bytes } = given.value;
  return runJob(scope, 'import', async ({ signal, progress }) => {
    const hear = (): void => {
      progress(0, 1, `Reading ${name} …`);
    };
    const frameworks = await adoptable(scope);
    const read = await readAs(scope, given.value, { hear, signal, edits }, frameworks, null);
    if (!read.ok) return done(nothing(name, read.error.message));
    const { report, states, comments, account, warnings } = read.value;
    const inWork = states.length > 0 || comments.length > 0;
    const stage = stageOfImport(importedAs(report, inWork, localDay(scope.ports.clock.now())));
    const known = { ...report, warnings: [...report.warnings, ...warnings] };
    const { grant } = scope.ports.grants.grantBytes(name, bytes);
    return done({ ...outcomeOf(name, known, null, stage, account), again: grant });
  });
}
