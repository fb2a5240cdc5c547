import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that the project does not bring, by the name that people know and those of their files. */
const programs: Readonly<Record<string, readonly string[]>> = {
  LibreOffice: ['soffice', 'libreoffice'],
  'poppler’s tools': ['pdftotext'],
  OpenSSL: ['openssl'],
  Java: ['java'],
  PostgreSQL: ['postgres', 'psql'],
  git: ['git'],
};

function isHere(file: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, process.platform === 'win32' ? `${file}.exe` : file), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The families of fonts on this computer beyond DejaVu; null where nothing can tell. */
function otherFonts(): readonly string[] | null {
  const { status, stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  if (status !== 0) return null;
  const families = stdout.split('\n').map((line) => (line.split(',')[0] ?? '').trim());
  return [...new Set(families)].filter((family) => family !== '' && !family.startsWith('DejaVu')).toSorted();
}

/** What of the optional there is on this computer, in a sentence for the head of a run: a difference between two machines is seen. */
export function optionalPrograms(): string {
  const present = Object.entries(programs).map(
    ([name, files]) => `${name} ${files.some(isHere) ? 'is here' : 'is not here'}`,
  );
  const fonts = otherFonts();
  const said =
    fonts === null
      ? 'nothing tells which fonts are here'
      : fonts.length === 0
        ? 'no fonts beyond DejaVu'
        : `${fonts.length} families of fonts beyond DejaVu (${fonts.slice(0, 6).join(', ')}${fonts.length > 6 ? ', …' : ''})`;
  return `Optional on this computer: ${present.join(', ')}; ${said}.`;
}
