// A folder with the application, as electron-builder leaves it, into what Debian, Fedora and AppImage install.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { iconSizes } from './icons.ts';
import {
  afterInstall,
  appId,
  copyrightFile,
  debianControl,
  desktopEntry,
  installed,
  metainfo,
  mimeInfo,
  rpmSpec,
  type Association,
  type Described,
} from './linux-files.ts';
import type { ShippedPackage } from './shipped-packages.ts';

export interface LinuxPackage {
  readonly described: Described;
  readonly associations: readonly Association[];
  readonly packages: readonly ShippedPackage[];
  /** Folders: the unpacked application, drawn icons, manual and completions, and where all of this goes. */
  readonly unpacked: string;
  readonly icons: string;
  readonly manual: string;
  readonly out: string;
  /** The day of the release, as 2026-11-30. */
  readonly released: string;
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Kibibytes of all files below a folder. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1024;
}

/** The same file is the same bytes, whenever it is packed: gzip's head has no name and no time. */
const packed = (text: string | Uint8Array): Uint8Array => gzipSync(text, { level: 9 });

/** All that the packages install, from the root of the file system. Answers with its folder. */
export function layLinuxTree(given: LinuxPackage): string {
  const tree = join(given.out, 'linux-tree');
  rmSync(tree, { recursive: true, force: true });
  const at = (path: string): string => join(tree, ...path.split('/').filter((part) => part !== ''));
  mkdirSync(dirname(at(installed)), { recursive: true });
  cpSync(given.unpacked, at(installed), { recursive: true, verbatimSymlinks: true });
  mkdirSync(at('usr/bin'), { recursive: true });
  symlinkSync(`${installed}/plumbline`, at('usr/bin/plumbline'));

  const share = 'usr/share';
  write(at(`${share}/applications/${appId}.desktop`), desktopEntry(given.associations));
  write(at(`${share}/mime/packages/${appId}.xml`), mimeInfo(given.associations));
  write(at(`${share}/metainfo/${appId}.metainfo.xml`), metainfo(given.described, given.released));
  write(at(`${share}/doc/plumbline/copyright`), copyrightFile(given.described, given.packages));
  const manual = (name: string): Buffer => readFileSync(join(given.manual, name));
  write(at(`${share}/man/man1/plumbline.1.gz`), packed(manual('plumbline.1')));
  write(at(`${share}/bash-completion/completions/plumbline`), manual('plumbline.bash'));
  write(at(`${share}/zsh/site-functions/_plumbline`), manual('_plumbline'));
  for (const size of iconSizes) {
    if (size > 512) continue;
    const themed = `${share}/icons/hicolor/${size}x${size}`;
    const icon = (name: string): Buffer => readFileSync(join(given.icons, name, `${size}.png`));
    write(at(`${themed}/apps/plumbline.png`), icon('plumbline'));
    for (const { ext, mimeType } of given.associations)
      write(at(`${themed}/mimetypes/${mimeType.replace('/', '-')}.png`), icon(ext));
  }
  return tree;
}

/** Whether a program is there that this script runs. */
function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function makeDeb(given: LinuxPackage, tree: string): string {
  const root = join(given.out, 'deb');
  rmSync(root, { recursive: true, force: true });
  cpSync(tree, root, { recursive: true, verbatimSymlinks: true });
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
  write(join(root, 'DEBIAN', 'control'), debianControl(given.described, architecture, sizeOf(tree)));
  write(join(root, 'DEBIAN', 'postinst'), `#!/bin/sh\n${afterInstall}`);
  chmodSync(join(root, 'DEBIAN', 'postinst'), 0o755);
  const file = join(given.out, `plumbline_${given.described.version}_${architecture}.deb`);
  execFileSync('dpkg-deb', ['--root-owner-group', '--build', root, file], { stdio: 'pipe' });
  return file;
}

function makeRpm(given: LinuxPackage, tree: string): string {
  const top = join(given.out, 'rpm');
  rmSync(top, { recursive: true, force: true });
  const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const spec = join(top, 'plumbline.spec');
  write(spec, rpmSpec(given.described, architecture));
  const define = [
    `_topdir ${top}`,
    `_sourcedir ${tree}`,
    `_rpmdir ${given.out}`,
    '_rpmfilename %{NAME}-%{VERSION}.%{ARCH}.rpm',
  ];
  const defines = define.flatMap((each) => ['--define', each]);
  execFileSync('rpmbuild', ['-bb', ...defines, '--target', architecture, spec], { stdio: 'pipe' });
  return join(given.out, `plumbline-${given.described.version}.${architecture}.rpm`);
}

/** AppImage's layout: the entry, its icon and AppRun at the top of the same tree. */
function layAppDir(given: LinuxPackage, tree: string): string {
  const root = join(given.out, 'Plumbline.AppDir');
  rmSync(root, { recursive: true, force: true });
  cpSync(tree, root, { recursive: true, verbatimSymlinks: true });
  cpSync(join(root, 'usr', 'share', 'applications', `${appId}.desktop`), join(root, `${appId}.desktop`));
  cpSync(join(given.icons, 'plumbline', '256.png'), join(root, 'plumbline.png'));
  symlinkSync('plumbline.png', join(root, '.DirIcon'));
  write(
    join(root, 'AppRun'),
    `#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")${installed}/plumbline" "$@"\n`,
  );
  chmodSync(join(root, 'AppRun'), 0o755);
  return root;
}

/** What was made, and what was not for want of a program. */
export function packageLinux(given: LinuxPackage): { readonly made: string[]; readonly missing: string[] } {
  const tree = layLinuxTree(given);
  const made = [layAppDir(given, tree)];
  const missing: string[] = [];
  if (has('dpkg-deb')) made.push(makeDeb(given, tree));
  else missing.push('dpkg-deb (Debian’s package dpkg)');
  if (has('rpmbuild')) made.push(makeRpm(given, tree));
  else missing.push('rpmbuild (Debian’s package rpm)');
  return { made, missing };
}
