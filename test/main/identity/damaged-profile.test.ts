import { usualPreferences } from '../../../src/shared/ipc/preferences.ts';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { confSettings } from '../../../src/main/storage/conf-settings.ts';
import { ownFolder, run } from '../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);
let turn = 0;

/** A profile whose file holds what was given. */
function profileWith(file: string, text: string): string {
  const profile = join(own.path, `profile-${(turn += 1)}`);
  mkdirSync(profile);
  writeFileSync(join(profile, file), text);
  return profile;
}

describe('a profile with a damaged file', () => {
  it.each(['', '{"settings": {"theme": "da', '\0\0\0'])(
    'begins with the usual settings, keeps the file and says where: %j',
    (text) => {
      const profile = profileWith('settings.json', text);
      const settings = confSettings(profile);
      expect(settings.read()).toMatchObject({ theme: 'system', recents: [] });
      expect(readFileSync(join(profile, settings.setAside ?? ''), 'utf8')).toBe(text);
      settings.write({ ...settings.read(), theme: 'dark' });
      const again = confSettings(profile);
      expect([again.read().theme, again.setAside]).toEqual(['dark', undefined]);
    },
  );

  it('keeps what an earlier version knew, and begins with the usual where something has another form', () => {
    const kept = {
      theme: 'dark',
      singleKeys: false,
      proseSize: 99,
      density: 'tight',
      keys: { 'evidence n': 'new' },
    };
    const profile = profileWith('settings.json', JSON.stringify({ settings: kept }));
    expect(confSettings(profile).read()).toMatchObject({
      ...usualPreferences,
      theme: 'dark',
      singleKeys: false,
    });
  });

  it.each(['', '{"format": 1', '{}', 'null'])(
    'names the file of the key, the backup and the way back, and leaves the file as it is: %j',
    async (text) => {
      const profile = profileWith('identity.json', text);
      const { app } = run(profile);
      const answer = await app.route({ window: 'a', trusted: true }, 'startUp', {});
      app.release();
      expect(answer).toMatchObject({ ok: false, error: { code: 'damaged' } });
      expect(JSON.stringify(answer)).toMatch(/identity\.json.*backup.*key backup/u);
      expect(readFileSync(join(profile, 'identity.json'), 'utf8')).toBe(text);
      expect(readdirSync(profile)).not.toContain('identity.json.next');
    },
  );
});
