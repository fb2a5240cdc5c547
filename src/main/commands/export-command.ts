import { join, resolve } from 'node:path';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { needFolder, needFree, writeOut } from './checked-paths.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { draftCalled } from './draft-called.ts';
import { renderCopy } from '../application/exchange/export-copy.ts';
import { renderExport } from '../application/documents/export-draft.ts';

/** A file that was made. */
interface Written {
  readonly file: string;
  readonly bytes: number;
}

const formats = ['docx', 'pdf', 'html', 'md', 'judgment'] as const;
const documents = ['report', 'letter', 'moderation', 'audit', 'evidence', 'pack'] as const;

/**
 * `export DRAFT... --format docx, pdf, html, md or judgment --out FILE --workspace DIR [--document report ...]`. Several
 * drafts go into a folder that is there, each under the name that the window gives it.
 */
export async function exportCommand(
  place: CliPlace,
  drafts: readonly string[],
  options: {
    format: string;
    out: string;
    workspace: string;
    document?: string;
    evidence?: boolean;
  },
): Promise<Said> {
  const format = formats.find((format) => format === options.format);
  if (format === undefined)
    throw new Unreadable(`Plumbline exports ${formats.join(', ')}; ${options.format} is not among them.`);
  const document = documents.find((document) => document === (options.document ?? 'report'));
  if (document === undefined)
    throw new Unreadable(
      `The documents of a draft are ${documents.join(', ')}; ${options.document ?? ''} is not among them.`,
    );
  if (format === 'judgment' && options.document !== undefined)
    throw new Unreadable(
      'A .judgment file holds the records and no document. Nothing was made. Leave --document out, or name another format.',
    );
  if (format !== 'judgment' && options.evidence === false)
    throw new Unreadable(
      '--no-evidence is for --format judgment: a document is made of what it shows. Nothing was made.',
    );
  if (drafts.length > 1) await needFolder(options.out);
  else await needFree(options.out);
  const opened = cliScope(place);
  try {
    need(await openForReading(opened, options.workspace));
    const ids = new Set<string>();
    for (const draft of drafts) ids.add(await draftCalled(opened.scope, draft));
    const made: { readonly out: string; readonly bytes: Uint8Array }[] = [];
    for (const id of ids) {
      const { name, bytes } = need(
        format === 'judgment'
          ? await renderCopy(opened.scope, { draft: id, evidence: options.evidence !== false })
          : await renderExport(opened.scope, { draft: id, format, document }),
      );
      made.push({ out: drafts.length > 1 ? join(options.out, name) : options.out, bytes });
    }
    // All are made, and every place is free, before the first is written: who is refused has nothing to clear away.
    for (const { out } of made) await needFree(out);
    const written: Written[] = [];
    for (const { out, bytes } of made) {
      await writeOut(out, bytes);
      written.push({ file: out === '-' ? '-' : resolve(out), bytes: bytes.length });
    }
    return {
      json: drafts.length === 1 ? written[0] : written,
      lines: written.map(
        ({ file, bytes }) =>
          `Wrote ${file === '-' ? 'to standard output' : drafts.length > 1 ? file : options.out}, ${bytes} bytes.`,
      ),
      code: 0,
      outTaken: options.out === '-',
    };
  } finally {
    opened.app.release();
  }
}
