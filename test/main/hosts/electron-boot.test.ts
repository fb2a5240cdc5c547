import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultProfile } from '../../../src/main/storage/profile.ts';
import { ownFolder } from '../running-scope.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const own = ownFolder();
const shape = z.object({
  recorded: z.array(z.object({ call: z.string(), given: z.array(z.unknown()) })),
  answers: z.record(z.string(), z.unknown()),
});
let booted: z.infer<typeof shape>;

const given = (call: string): readonly unknown[] =>
  booted.recorded.filter((entry) => entry.call === call).flatMap(({ given }) => given);

beforeAll(() => {
  if (!existsSync(join(root, 'out/main/index.js'))) throw new Error('Build first: npm run build');
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'boots-electron.ts')], {
    encoding: 'utf8',
    env: { ...process.env, PLUMBLINE_STAND_IN: own.path },
  });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`the bundle did not boot: ${stdout}${stderr}`);
  booted = shape.parse(JSON.parse(last));
});
afterAll(own.remove);

describe('the built main bundle, against a stand-in for Electron', () => {
  it('opens one isolated, sandboxed window on its own page', () => {
    const [options] = given('BrowserWindow');
    expect(options).toMatchObject({
      webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false },
    });
    expect(JSON.stringify(options)).toContain(
      'out/preload/index.cjs'.replaceAll('/', process.platform === 'win32' ? '\\\\' : '/'),
    );
    expect(given('loadURL')).toEqual(['app://plumbline/']);
  });

  it.each([
    [['--version'], 0, /^\d+\.\d+\.\d+$/u],
    [['statistics', 'interval', '--of', '59', '--agree', '0', '--json'], 0, /^\{/u],
    [['verify', 'nothing-here.judgment'], 2, /^$/u],
  ])('with %j carries out the command, and opens no window', (words, code, said) => {
    const boot = join(import.meta.dirname, 'boots-electron.ts');
    const { status, stdout } = spawnSync(process.execPath, [boot, ...words], {
      encoding: 'utf8',
      env: { ...process.env, PLUMBLINE_STAND_IN: own.path, PLUMBLINE_PROFILE: join(own.path, 'commands') },
    });
    expect(status).toBe(code);
    expect(stdout.trim()).toMatch(said);
  });

  it('has its data where the command line has it, so that one person signs in both', () => {
    expect(given('app.setPath')).toEqual(['userData', defaultProfile(process.env, process.platform)]);
  });

  it('opens what the system gives it, also once it runs', () => {
    expect(given('app.on')).toEqual(expect.arrayContaining(['second-instance', 'open-file']));
  });

  it('goes nowhere else, opens nothing, attaches nothing and permits nothing', () => {
    expect(given('setWindowOpenHandler')).toEqual([{ action: 'deny' }]);
    expect(given('webContents.on')).toEqual(expect.arrayContaining(['will-navigate', 'will-attach-webview']));
    expect(booted.recorded.map(({ call }) => call)).toContain('navigation prevented');
    expect(given('permission media')).toEqual([false]);
    expect(given('check media')).toEqual([false]);
  });

  it('answers calls of its own page, and refuses every other sender', () => {
    expect(booted.answers['own']).toMatchObject({ ok: true, value: { keyProtection: 'system' } });
    expect(booted.answers['foreign']).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } });
    expect(booted.answers['inside']).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } });
    expect(given('ipcMain.handle')).toEqual(['plumbline:call', 'plumbline:file']);
  });

  it('takes a file as its bytes from its own page, and no path', () => {
    expect(booted.answers['files']).toEqual([
      ...Array<string>(5).fill('Error: refused'),
      { grant: expect.stringMatching(/^[0-9a-f]{32}$/) as string, name: 'a.txt', bytes: 5 },
    ]);
  });

  it('hands a backup of a key out as a file of its user’s alone', () => {
    expect(booted.answers['backup']).toEqual({ ok: true, value: { name: 'plumbline-key-ada.json' } });
    if (process.platform !== 'win32') expect(booted.answers['backupMode']).toBe('600');
  });

  it('fetches nothing: no dictionary of spelling, no request, no name of a host', () => {
    expect(given('BrowserWindow')[0]).toMatchObject({
      webPreferences: { spellcheck: process.platform === 'darwin' },
    });
    expect(given('setSpellCheckerEnabled')).toEqual([process.platform === 'darwin']);
    expect(given('dictionaries from')).toEqual([expect.stringMatching(/^app:/)]);
    expect(given('request let through').map((address) => String(address).split(':')[0])).toEqual([
      'app',
      'blob',
      'data',
      'devtools',
    ]);
    expect(given('request cancelled')).toHaveLength(7);
    expect(given('setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp']);
    expect(given('appendSwitch')).toEqual(
      expect.arrayContaining(['host-resolver-rules=MAP * ~NOTFOUND', 'no-proxy-server=']),
    );
  });

  it('loads a page that ended again, and gives up in words where it ends again and again', () => {
    const after = booted.recorded
      .map(({ call }) => call)
      .filter((call) => /^(?:reload|showErrorBox|destroy)$/u.test(call));
    expect(after).toEqual(['reload', 'reload', 'reload', 'showErrorBox', 'destroy']);
    expect(given('showErrorBox')).toEqual(['Plumbline’s window ended several times']);
  });

  it('serves the renderer under its own scheme, and nothing beside it', () => {
    expect(booted.answers['page']).toBe(200);
    expect(booted.answers['policy']).toContain("script-src 'self'");
    expect(booted.answers['beside']).toBe(404);
  });
});
