import { join } from 'node:path';
import Store from 'electron-store';
import type { AppSettings, Settings } from '../../ports/ports.ts';

/** The store that Electron's settings live in; `settingsIn` reads it through a schema. */
export function electronStore(
  folder: string,
  open: (path: string, store: () => Store<{ settings: AppSettings }>) => Settings,
): Settings {
  return open(
    join(folder, 'settings.json'),
    () => new Store({ name: 'settings', cwd: folder, configFileMode: 0o600 }),
  );
}
