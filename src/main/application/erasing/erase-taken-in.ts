import { fromFault } from '../session/call-errors.ts';
import { readLines } from '../session/read-lines.ts';
import { takenInLog } from '../exchange/taken-in-log.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Workspace } from '../../ports/storage-ports.ts';
import type { Erasings } from '../../../shared/judgment/erasings.ts';
import { recordLine, wordless } from '../../../shared/records/record-line.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Drops erased content from the logs in which this device keeps what files brought: nobody else would. */
export async function eraseTakenIn(
  { crypto }: Pick<Ports, 'crypto'>,
  workspace: Workspace,
  folder: string,
  device: string,
  erasings: Erasings,
): Promise<Result<null, CallError>> {
  const lines = await workspace.readDraft(folder);
  if (!lines.ok) return refused(fromFault(lines.error));
  const taken = lines.value.filter((line) => line.file.startsWith(takenInLog(device, '')));
  for (const [file, all] of Map.groupBy(taken, (line) => line.file)) {
    const erased = new Map(
      readLines(all, crypto).flatMap(({ read }): [string, string][] =>
        read.ok && read.value.words !== undefined && erasings.has(read.value.id)
          ? [[read.value.id, recordLine(wordless(read.value, crypto.sha256))]]
          : [],
      ),
    );
    if (erased.size === 0) continue;
    const written = await workspace.rewriteOwn(folder, file.replace(/\.jsonl$/, ''), erased);
    if (!written.ok) return refused(fromFault(written.error));
  }
  return done(null);
}
