// npm run package: everything that a package of Plumbline is made of, and the packages themselves where Electron's program
// is here (npm brought it, or --electron names a folder with it).
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build, Platform, type Configuration } from 'electron-builder';
import packageFile from '../../package.json' with { type: 'json' };
import { makeProgram } from '../../src/main/commands/command-line.ts';
import { readNotices } from '../../src/main/documents/read-notices.ts';
import { electronBinary } from '../electron-binary.ts';
import { notAllowed } from './allowed-licences.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { drawIcons } from './icons.ts';
import { bashCompletion, manualPage, powershellCompletion, zshCompletion } from './manual.ts';
import { packageLinux } from './package-linux.ts';
import { whyNotSigned } from './signing.ts';
import { noticesText, readPackage } from './shipped-packages.ts';

const root = dirname(dirname(import.meta.dirname));
const { values } = parseArgs({
  options: {
    /** A folder with Electron's program, where npm brought none. */
    electron: { type: 'string' },
    /** Where everything goes. */
    out: { type: 'string', default: join(root, 'dist') },
    /** The day of the release. */
    released: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    /** Signed, or not at all. */
    release: { type: 'boolean', default: false },
    /** `out/` is made already. */
    built: { type: 'boolean', default: false },
  },
});
const { out, released } = values;

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}

if (!values.built)
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      'build',
      '--config',
      'electron.config.ts',
      '--logLevel',
      'warn',
    ],
    { cwd: root, stdio: 'inherit' },
  );

rmSync(out, { recursive: true, force: true });
await drawIcons(join(root, 'resources', 'icons'), join(out, 'icons'));

const built = await readNotices(join(root, 'out', 'notices'));
if (built?.notices == null) stop('The build says nothing of what it holds. Build anew, without --built.');
// Electron itself is no module of ours, and goes out with every package; Chromium's own notices lie beside it.
const packages = [...built.notices, readPackage(join(root, 'node_modules', 'electron'))];
const refused = notAllowed(packages);
if (refused.length > 0)
  stop(
    `Not on the list of licences: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(', ')}.`,
  );
mkdirSync(join(out, 'notices'), { recursive: true });
writeFileSync(join(out, 'notices', 'THIRD-PARTY.txt'), noticesText(packages));
const application = { name: packageFile.name, version: packageFile.version, licence: packageFile.license };
writeFileSync(join(out, 'notices', 'bill-of-materials.cdx.json'), billOfMaterials({ application, packages }));

const { program } = makeProgram({ root, entry: join(root, 'out', 'main', 'cli.js') });
mkdirSync(join(out, 'manual'), { recursive: true });
for (const [name, text] of [
  ['plumbline.1', manualPage(program)],
  ['plumbline.bash', bashCompletion(program)],
  ['_plumbline', zshCompletion(program)],
  ['plumbline.ps1', powershellCompletion(program)],
] as const)
  writeFileSync(join(out, 'manual', name), text);

const here = electronBinary();
const electron = values.electron ?? (here === null ? null : dirname(here));
if (electron === null)
  stop(
    `Electron’s program is absent, which npm could not download, so no package was made. What needs none is in ${relative(root, out)}: icons, notices, bill of materials, manual and completions.`,
  );
const unsigned = values.release ? whyNotSigned(process.platform, process.env) : null;
if (unsigned !== null) stop(unsigned);
if (!values.release) process.env['CSC_IDENTITY_AUTO_DISCOVERY'] = 'false';

const told = readFileSync(join(root, 'electron-builder.json'), 'utf8');
const config = JSON.parse(told.replaceAll('"dist', `"${out.replaceAll('\\', '/')}`)) as Configuration;
const onLinux = process.platform === 'linux';
await build({
  projectDir: root,
  config: {
    ...config,
    electronDist: electron,
    // Everything is in the bundle. Asked to, the packer gathers optional dependencies, and the Node that npm scripts run on
    // is one (126 MB).
    beforeBuild: () => Promise.resolve(false),
  },
  publish: 'never',
  ...(onLinux ? { targets: Platform.LINUX.createTarget('dir') } : {}),
});
if (onLinux) {
  const unpacked = join(out, process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked');
  const { fileAssociations } = config;
  const { made, missing } = packageLinux({
    described: {
      version: packageFile.version,
      description: packageFile.description,
      homepage: packageFile.homepage,
      maintainer: packageFile.author,
    },
    associations: [fileAssociations ?? []].flat().map(({ ext, description, mimeType }) => ({
      ext: [ext].flat()[0] ?? '',
      description: description ?? '',
      mimeType: mimeType ?? '',
    })),
    packages,
    unpacked,
    icons: join(out, 'icons'),
    manual: join(out, 'manual'),
    out,
    released,
  });
  // Its outer shell is fetched by the packer, which is left out where Electron's program was brought by hand.
  if (values.electron === undefined)
    await build({
      projectDir: root,
      config,
      prepackaged: unpacked,
      publish: 'never',
      targets: Platform.LINUX.createTarget('AppImage'),
    });
  for (const file of made) console.log(`Made ${relative(root, file)}`);
  for (const program of missing) console.log(`Not made, since it is not here: ${program}`);
  if (missing.length > 0) process.exitCode = 1;
}
