import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { renderExport } from '../services/export-draft.ts';
import { listDrafts } from '../services/list-drafts.ts';

const formats = ['judgment', 'html', 'md'] as const;

/** `export DRAFT --format judgment or html or md --out FILE --workspace DIR`. */
export async function exportCommand(
  place: CliPlace,
  draft: string,
  options: { format: string; out: string; workspace: string },
): Promise<Said> {
  const format = formats.find((one) => one === options.format);
  if (format === undefined)
    throw new Unreadable(`Plumbline exports ${formats.join(', ')}; ${options.format} is not among them yet.`);
  const opened = cliScope(place);
  try {
    need(await openForReading(opened, options.workspace));
    const row = need(await listDrafts(opened.scope)).find(
      (one) => one.draft !== '' && one.draft.startsWith(draft),
    );
    if (row === undefined)
      throw new Unreadable(`The workspace has no draft ${draft}. See: list --workspace DIR.`);
    const { bytes } = need(await renderExport(opened.scope, { draft: row.draft, format }));
    await writeFile(options.out, bytes, { flag: 'wx' }).catch(() => {
      throw new Unreadable(
        `${options.out} exists already or cannot be written. Nothing was changed. Choose another name.`,
      );
    });
    return {
      json: { file: resolve(options.out), bytes: bytes.length },
      text: `Wrote ${options.out}, ${bytes.length} bytes.`,
      code: 0,
    };
  } finally {
    opened.app.release();
  }
}
