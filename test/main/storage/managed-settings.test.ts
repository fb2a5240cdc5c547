import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asManaged, managedFile } from '../../../src/main/storage/managed-settings.ts';
import { managedSettingsSchema } from '../../../src/shared/ipc/managed-settings.ts';
import { usualPreferences } from '../../../src/shared/ipc/preferences.ts';
import { done, refused, type Result } from '../../../src/shared/result.ts';
import type { AppSettings, Settings } from '../../../src/main/ports/ports.ts';
import type { StorageFault, Workspaces } from '../../../src/main/ports/storage-ports.ts';
import { ownFolder } from '../running-scope.ts';

const home = ownFolder();
const file = join(home.path, 'managed.json');
const within = (name: string): string => join(home.path, name);

/** Says that every workspace is there: what is refused, the organisation's settings refuse. */
const everywhere: Workspaces = {
  open: () => Promise.resolve(refused({ code: 'not-a-workspace', message: 'let through' })),
  create: () => Promise.resolve(refused({ code: 'exists', message: 'let through' })),
};

function ownSettings(): Settings & { kept: AppSettings } {
  const own = {
    kept: { ...usualPreferences, recents: [], backedUp: null, sample: null, mappings: {} } as AppSettings,
    read: () => own.kept,
    write: (settings: AppSettings): Result<null, StorageFault> => {
      own.kept = settings;
      return done(null);
    },
  };
  return own;
}

function under(content: string | null, settings: Settings = ownSettings()): ReturnType<typeof asManaged> {
  if (content !== null) writeFileSync(file, content);
  const pathOf = (grant: string): string => grant;
  const at = content === null ? within('no-such-file.json') : file;
  return asManaged(at, { settings, workspaces: everywhere, profile: within('profile'), pathOf });
}

beforeAll(() => {
  for (const name of ['share/team', 'share-old', 'elsewhere', 'profile/sample'])
    mkdirSync(within(name), { recursive: true });
  symlinkSync(within('elsewhere'), within('share/link'));
  symlinkSync(within('share'), within('way-in'));
});
afterAll(() => home.remove());

describe('the settings of an organisation', () => {
  it.each([
    ['the folder itself', 'share', true],
    ['a folder below it', 'share/team', true],
    ['one that a link leads to it', 'way-in/team', true],
    ['the sample, which lies in the profile', 'profile/sample', true],
    ['another folder', 'elsewhere', false],
    ['one whose name begins alike', 'share-old', false],
    ['a link in it that leads out', 'share/link', false],
    ['a way up out of it', 'share/../elsewhere', false],
  ])('let workspaces lie where they say: %s', async (_what, name, lets) => {
    const { workspaces } = under(JSON.stringify({ workspaceFolders: [within('share')] }));
    const folder = { grant: `${home.path}/${name}`, name };
    const opened = await workspaces.open(folder);
    const made = await workspaces.create(folder, 'Team', () => Promise.reject(new Error('not asked')));
    for (const answer of [opened, made])
      expect(answer).toMatchObject({
        ok: false,
        error: {
          message: lets
            ? 'let through'
            : (expect.stringContaining('Your organisation keeps workspaces in') as string),
        },
      });
  });

  it('let workspaces lie anywhere where they name no folder, and where there are none', async () => {
    for (const content of ['{}', null]) {
      const { workspaces } = under(content);
      expect(await workspaces.open({ grant: within('elsewhere'), name: 'elsewhere' })).toMatchObject({
        error: { code: 'not-a-workspace' },
      });
    }
    expect(under(null).managed).toBeNull();
  });

  it('are read with the mark with which editors of Windows begin a file', () => {
    expect(under('\uFEFF{"preferences":{"theme":"dark"}}').managed).toMatchObject({
      set: ['theme'],
      problem: null,
    });
  });

  it('set preferences over a person’s own, which come back with the file’s end', () => {
    const own = ownSettings();
    own.write({ ...own.read(), theme: 'light', textSize: 18 });
    const { settings, managed } = under(
      JSON.stringify({ preferences: { theme: 'dark', presence: false } }),
      own,
    );
    expect(managed?.set).toEqual(['theme', 'presence']);
    expect(settings.read()).toMatchObject({ theme: 'dark', presence: false, textSize: 18 });
    settings.write({ ...settings.read(), theme: 'system', textSize: 15 });
    expect(settings.read()).toMatchObject({ theme: 'dark', textSize: 15 });
    expect(own.read()).toMatchObject({ theme: 'light', presence: true, textSize: 15 });
  });

  it.each([
    ['no JSON', '{', 'it is not JSON'],
    ['what is none of them', '{"hubAddress":"https://hub.example"}', 'Unrecognized key'],
    ['a value that is none', '{"preferences":{"theme":"pink"}}', 'preferences.theme'],
    ['keys of a person', '{"preferences":{"keys":{}}}', 'preferences'],
    [
      'a folder that is no whole path',
      '{"workspaceFolders":["share"]}',
      'workspaceFolders.0: a whole path is needed',
    ],
    ['no folder at all', '{"workspaceFolders":[]}', 'workspaceFolders'],
  ])('open nothing but the sample, and say why, where they hold %s', async (_what, content, problem) => {
    const { workspaces, settings, managed } = under(content);
    expect(managed).toMatchObject({ file, set: [], problem: expect.stringContaining(problem) as string });
    expect(await workspaces.open({ grant: within('share'), name: 'share' })).toMatchObject({
      error: { code: 'not-allowed', message: expect.stringContaining(problem) as string },
    });
    expect(await workspaces.open({ grant: within('profile/sample'), name: 'sample' })).toMatchObject({
      error: { message: 'let through' },
    });
    expect(settings.read()).toMatchObject(usualPreferences);
  });

  it('lie where people who are no administrators cannot write', () => {
    expect(managedFile({}, 'linux')).toBe('/etc/plumbline/managed.json');
    expect(managedFile({}, 'darwin')).toBe('/Library/Application Support/Plumbline/managed.json');
    expect(managedFile({ ProgramData: 'D:\\Data' }, 'win32')).toMatch(/^D:\\Data.Plumbline.managed\.json$/u);
  });

  it('have the form that ships beside the program', () => {
    const shipped: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../resources/managed-settings.schema.json'), 'utf8'),
    );
    expect(shipped).toEqual(z.toJSONSchema(managedSettingsSchema));
  });
});
