import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { need, ownFolder, run as runApplication, settle } from '../../main/running-scope.ts';
import { milliseconds, printTable, quantile, timed } from '../timing.ts';
import { addNote } from '../workspace/workspace.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { followDraft } from '../../../src/main/application/window/follow-draft.ts';
import { importEvidence, previewEvidence } from '../../../src/main/application/evidence/import-evidence.ts';
import { undoImport } from '../../../src/main/application/evidence/undo-import.ts';

/**
 * `npm run benchmark -- import [ROWS]`: a spreadsheet of evidence, 100,000 rows where nothing else is said, from the
 * file to signed records and back; what one more note costs in the draft it makes; beside the spreadsheet's reader alone.
 */
export async function run(): Promise<void> {
  const count = Number(process.argv[3] ?? 100_000);
  const own = ownFolder();
  const rows: string[][] = [];
  const running = runApplication(join(own.path, 'profile'));
  const { scope } = running;
  const measured = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const found = await work();
    const peak = process.resourceUsage().maxRSS / 1024;
    rows.push([title, milliseconds(performance.now() - begun), `${peak.toFixed(0)} MiB`]);
    return found;
  };
  try {
    mkdirSync(join(own.path, 'team'));
    await settle(running, 'Ada Maker', join(own.path, 'team'), true);
    const begun = {
      provider: 'Northmere',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
    };
    const { draft } = need(await beginDraft(scope, { ...begun, recoveryOwner: null }));
    const path = join(own.path, 'evidence.xlsx');
    // By another process: the memory that making the file takes is no part of reading it.
    execFileSync(process.execPath, [join(import.meta.dirname, 'make-workbook.ts'), path, String(count)]);
    rows.push(['before the file is read', '', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`]);
    const file = (await running.app.grants.grantFile(path)).grant;
    const { mapping } = await measured('the file read and previewed', async () =>
      need(await previewEvidence(scope, { draft, file, mapping: null })),
    );
    const imported = await measured('every row imported, signed, on disk', async () =>
      need(await importEvidence(scope, { draft, file, mapping })),
    );
    const shown = await measured('the draft shown to a window', async () =>
      need(await followDraft(scope, { draft, since: 0 })),
    );
    let { state } = shown;
    const note = await timed(9, async () => {
      await addNote(running, draft);
      ({ state } = need(await followDraft(scope, { draft, since: state })));
    });
    rows.push([
      `one more note among ${imported.notes}: on disk and told`,
      milliseconds(quantile(note, 0.5)),
      '',
    ]);
    await measured('the import taken back', async () =>
      need(await undoImport(scope, { draft, import: imported.record, reason: 'The wrong file' })),
    );
    await measured('read-excel-file alone, nothing checked or kept', () => readXlsxFile(path));
    printTable([`${count} rows`, 'time', 'peak resident so far'], rows);
  } finally {
    running.app.release();
    own.remove();
  }
  process.exit(0);
}
