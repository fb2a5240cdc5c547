import { resolve } from 'node:path';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { needFree, writeOut } from './checked-paths.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { draftCalled } from './draft-called.ts';
import { renderCopy } from '../application/exchange/export-copy.ts';
import { renderExport } from '../application/documents/export-draft.ts';

const formats = ['docx', 'pdf', 'html', 'md', 'judgment'] as const;
const documents = ['report', 'letter', 'moderation', 'audit', 'evidence', 'pack'] as const;

/** `export DRAFT --format docx, pdf, html, md or judgment --out FILE --workspace DIR [--document report ...]`. */
export async function exportCommand(
  place: CliPlace,
  draft: string,
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
  await needFree(options.out);
  const opened = cliScope(place);
  try {
    need(await openForReading(opened, options.workspace));
    const id = await draftCalled(opened.scope, draft);
    const { bytes } = need(
      format === 'judgment'
        ? await renderCopy(opened.scope, { draft: id, evidence: options.evidence !== false })
        : await renderExport(opened.scope, { draft: id, format, document }),
    );
    await writeOut(options.out, bytes);
    return {
      json: { file: options.out === '-' ? '-' : resolve(options.out), bytes: bytes.length },
      lines: [`Wrote ${options.out === '-' ? 'to standard output' : options.out}, ${bytes.length} bytes.`],
      code: 0,
      outTaken: options.out === '-',
    };
  } finally {
    opened.app.release();
  }
}
