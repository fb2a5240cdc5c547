import Store from 'electron-store';
import type { AppSettings, Settings } from '../../ports.ts';

/** The store that Electron's settings live in; `settingsIn` reads it through a schema. */
export function electronStore(settingsIn: (store: Store<{ settings: AppSettings }>) => Settings): Settings {
  return settingsIn(new Store<{ settings: AppSettings }>({ name: 'settings' }));
}
