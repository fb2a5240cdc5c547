import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Conf from 'conf';
import { z } from 'zod';
import { columnMappingSchema } from '../../shared/evidence/evidence-table.ts';
import { preferencesSchema, usualPreferences } from '../../shared/ipc/preferences.ts';
import type { AppSettings, Settings } from '../ports/ports.ts';
import { storageFault } from './storage-fault.ts';
import { done, refused } from '../../shared/result.ts';

const { theme, density, textSize, proseSize, dates, singleKeys, keys, presence, views } =
  preferencesSchema.shape;
const shape = z.object({
  theme: theme.catch(usualPreferences.theme),
  density: density.catch(usualPreferences.density),
  textSize: textSize.catch(usualPreferences.textSize),
  proseSize: proseSize.catch(usualPreferences.proseSize),
  dates: dates.catch(usualPreferences.dates),
  singleKeys: singleKeys.catch(usualPreferences.singleKeys),
  keys: keys.catch(usualPreferences.keys),
  presence: presence.catch(usualPreferences.presence),
  views: views.catch(usualPreferences.views),
  recents: z.array(z.object({ id: z.string(), name: z.string(), opened: z.string() })).catch([]),
  backedUp: z.string().nullable().catch(null),
  sample: z.string().nullable().catch(null),
  mappings: z.record(z.string(), columnMappingSchema).catch({}),
});

/** What settings need of a store: `conf` in plain node, `electron-store` (which is built on it) in Electron. */
interface SettingsStore {
  get(name: 'settings'): unknown;
  set(name: 'settings', value: AppSettings): void;
}

/** Preferences in a store; whatever in it has another form falls back to what people prefer before they say so. */
function settingsIn(store: SettingsStore): Settings {
  return {
    read: () => shape.parse(store.get('settings') ?? {}),
    write: (settings) => {
      try {
        store.set('settings', settings);
        return done(null);
      } catch (error) {
        return refused(storageFault(error, 'keep your preferences'));
      }
    },
  };
}

/**
 * Preferences in a file that may be damaged or empty: such a file is set aside beside its place, and the usual
 * preferences begin. Losing them costs nothing but preferences, so nothing else may fail for it.
 */
export function settingsFrom(path: string, open: () => SettingsStore): Settings {
  try {
    return settingsIn(open());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const setAside = `settings.damaged-${Date.now()}.json`;
    renameSync(path, join(dirname(path), setAside));
    return { ...settingsIn(open()), setAside };
  }
}

/** Preferences of a profile outside Electron. */
export function confSettings(profile: string): Settings {
  return settingsFrom(
    join(profile, 'settings.json'),
    () =>
      new Conf<{ settings: AppSettings }>({
        cwd: profile,
        configName: 'settings',
        projectName: 'plumbline',
        configFileMode: 0o600,
      }),
  );
}
