import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { listPackage } from '@electron/asar';
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { FuseState } from '@electron/fuses/dist/constants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { managedSettingsSchema } from '../../src/shared/ipc/managed-settings.ts';
import { writeElectronFolder } from './electron-folder.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'plumbline-package-'));
const out = join(folder, 'dist');
const tree = (...path: readonly string[]): string => join(out, 'linux-tree', ...path);
const read = (...path: readonly string[]): string => readFileSync(tree(...path), 'utf8');

// Told that it is under test, the packer links the project's own files into the package instead of copying them.
const { VITEST: _underTest, ...environment } = process.env;

function package_(...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'packaging', 'package.ts'), '--built', '--out', out, ...words],
    { cwd: root, encoding: 'utf8', env: environment },
  );
  return { status, said: `${stdout}${stderr}` };
}

/** Every file below a folder with a digest of its bytes. */
function digests(of: string): Readonly<Record<string, string>> {
  const files = readdirSync(of, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const pairs = files.map(({ parentPath, name }) => {
    const file = join(parentPath, name);
    return [relative(of, file), createHash('sha256').update(readFileSync(file)).digest('hex')] as const;
  });
  return Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

describe('npm run package', () => {
  it.skipIf(existsSync(join(root, 'node_modules', 'electron', 'dist')))(
    'without Electron’s program makes all that needs none, and says in a line what is missing',
    () => {
      const { status, said } = package_();
      expect(status).toBe(1);
      expect(said.trim().split('\n')).toEqual([expect.stringContaining('Electron’s program is absent')]);
      for (const file of [
        'icons/plumbline.ico',
        'icons/plumbline.icns',
        'icons/card/16.png',
        'manual/plumbline.1',
      ])
        expect(statSync(join(out, file)).size).toBeGreaterThan(100);
      expect(readFileSync(join(out, 'notices', 'bill-of-materials.cdx.json'), 'utf8')).toContain(
        '"electron"',
      );
      expect(readFileSync(join(out, 'notices', 'THIRD-PARTY.txt'), 'utf8')).toContain('\nelectron ');
    },
  );
});

describe.skipIf(process.platform !== 'linux')('a package for Linux, read back', () => {
  const program = join(out, 'linux-unpacked', 'plumbline');
  const files = (): readonly string[] =>
    listPackage(join(out, 'linux-unpacked', 'resources', 'app.asar'), { isPack: false });
  let made: { readonly status: number | null; readonly said: string };

  beforeAll(() => {
    writeElectronFolder(join(folder, 'electron'));
    made = package_('--electron', join(folder, 'electron'), '--released', '2026-11-30');
  });

  it('says what it made, and what it could not for want of a program', () => {
    expect(made.said).toContain('Plumbline.AppDir');
    for (const [maker, file] of [
      ['dpkg-deb', 'amd64.deb'],
      ['rpmbuild', 'x86_64.rpm'],
    ] as const)
      expect(made.said).toMatch(
        has(maker) ? file : new RegExp(`Not made, since it is not here: ${maker}`, 'u'),
      );
    expect(made.status).toBe(has('dpkg-deb') && has('rpmbuild') ? 0 : 1);
  });

  it('has the fuses that keep others’ code out', async () => {
    const wire = await getCurrentFuseWire(program);
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    for (const fuse of on) expect([fuse, wire[fuse]]).toEqual([fuse, FuseState.ENABLE]);
    for (const fuse of off) expect([fuse, wire[fuse]]).toEqual([fuse, FuseState.DISABLE]);
  });

  it('holds the bundle and nothing of the house beside it', () => {
    const outside = files().filter((file) => !/^\/(?:out(?:\/|$)|package\.json$)/u.test(file));
    expect(outside).toEqual([]);
    expect(files()).toContain('/out/main/index.js');
    expect(files()).toContain('/out/notices/THIRD-PARTY.txt');
    expect(existsSync(join(out, 'linux-unpacked', 'resources', 'resources', 'frameworks'))).toBe(true);
    const form = join(out, 'linux-unpacked', 'resources', 'resources', 'managed-settings.schema.json');
    expect(JSON.parse(readFileSync(form, 'utf8'))).toEqual(z.toJSONSchema(managedSettingsSchema));
  });

  it('opens the kinds of file that it tells the system of', () => {
    const entry = read('usr/share/applications/org.plumbline.app.desktop');
    const types = [
      ...read('usr/share/mime/packages/org.plumbline.app.xml').matchAll(
        /type="(application[^"]+)"|pattern="([^"]+)"/gu,
      ),
    ];
    const named = types.map(([, type, pattern]) => type ?? pattern);
    expect(named).toEqual(
      ['judgment', 'card', 'audit'].flatMap((ext) => [`application/vnd.plumbline.${ext}`, `*.${ext}`]),
    );
    for (const type of named.filter((each) => each?.startsWith('application') === true))
      expect(entry).toContain(`${type ?? ''};`);
    expect(entry).toContain('Exec=/opt/Plumbline/plumbline %F');
    for (const size of [16, 32, 48, 256])
      for (const icon of ['apps/plumbline', 'mimetypes/application-vnd.plumbline.judgment'])
        expect(
          readFileSync(tree(`usr/share/icons/hicolor/${size}x${size}/${icon}.png`)).readUInt32BE(16),
        ).toBe(size);
    expect(readlinkSync(tree('usr/bin/plumbline'))).toBe('/opt/Plumbline/plumbline');
  });

  it.skipIf(!has('dpkg-deb'))('is a Debian package with its homepage, and of the project alone', () => {
    const { stdout } = spawnSync('dpkg-deb', ['--field', join(out, 'plumbline_0.1.0_amd64.deb')], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^Homepage: https:\/\//mu);
    expect(stdout).toMatch(/^Maintainer: The Plumbline project </mu);
    expect(stdout).toMatch(/^Installed-Size: \d{4,}$/mu);
  });
});

it('a build made twice is the same, byte by byte', () => {
  const second = join(folder, 'second');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      'build',
      '--config',
      'electron.config.ts',
      '--logLevel',
      'error',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, PLUMBLINE_OUT: second } },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(digests(second)).toEqual(digests(join(root, 'out')));
});
