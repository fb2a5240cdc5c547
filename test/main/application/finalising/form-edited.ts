import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Where LibreOffice is on this machine, or null. */
export const libreOffice =
  ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path)) ?? null;

/** A row of the form as a provider fills it; a tracked one is what somebody wrote with changes tracked. */
export interface FilledRow {
  readonly paragraph: string;
  readonly comment: string;
  readonly evidence: string;
  /** Merges the first cell with the one above it. */
  readonly merged?: boolean;
  readonly tracked?: boolean;
  /** Words taken out with changes tracked, before the comment. */
  readonly taken?: string;
}

const by = 'w:author="Provider" w:date="2026-11-20T10:00:00Z"';

function run(text: string, tracked: boolean): string {
  const words = `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return tracked ? `<w:ins w:id="${text.length + 900}" ${by}>${words}</w:ins>` : words;
}

function cell(content: string, properties: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>${properties}</w:tcPr><w:p>${content}</w:p></w:tc>`;
}

/** Fills the empty rows of the form as Word would: cells merged downwards, changes tracked, and words after the table. */
export function filledForm(form: Uint8Array, rows: readonly FilledRow[], after: string): Uint8Array {
  const files = unzipSync(form);
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const last = xml.lastIndexOf('</w:tr>') + '</w:tr>'.length;
  const made = rows.map(({ paragraph, comment, evidence, merged, tracked = false, taken }, at) => {
    const restart = rows[at + 1]?.merged === true && merged !== true;
    const merge = merged === true ? '<w:vMerge/>' : restart ? '<w:vMerge w:val="restart"/>' : '';
    const gone =
      taken === undefined
        ? ''
        : `<w:del w:id="${at + 800}" ${by}><w:r><w:delText>${taken}</w:delText></w:r></w:del>`;
    return `<w:tr>${cell(run(paragraph, tracked), merge)}${cell(`${gone}${run(comment, tracked)}`, '')}${cell(run(evidence, tracked), '')}</w:tr>`;
  });
  const filled = `${xml.slice(0, last)}${made.join('')}${xml.slice(last)}`;
  const end = filled.lastIndexOf('<w:sectPr');
  const whole = `${filled.slice(0, end)}<w:p><w:r><w:t>${after}</w:t></w:r></w:p>${filled.slice(end)}`;
  return zipSync({ ...files, 'word/document.xml': strToU8(whole) });
}

/** The same file opened and saved again by LibreOffice, which writes every part of it anew. */
export function savedByLibreOffice(program: string, bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-office-'));
  try {
    writeFileSync(join(folder, 'form.docx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const to = join(folder, 'saved');
    const given = ['--headless', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', to];
    const ran = spawnSync(program, [...given, join(folder, 'form.docx')], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (!existsSync(join(to, 'form.docx'))) throw new Error(`LibreOffice saved nothing: ${ran.stderr}`);
    return new Uint8Array(readFileSync(join(to, 'form.docx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
