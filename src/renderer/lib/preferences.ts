import { usualPreferences, type Preferences } from '../../shared/ipc/preferences.ts';
import { nameDaysIn } from '../../shared/words.ts';
import { app } from './app-state.svelte.ts';
import { call } from './call.ts';

/** What this person prefers, and what people prefer before they say so. */
export function preferred(): Preferences {
  return app.start?.preferences ?? usualPreferences;
}

/** Keeps a change of what this person prefers; answers whether it was kept. */
export async function prefer(change: Partial<Preferences>): Promise<boolean> {
  const kept = await app.attempt(() => call('setPreferences', { ...preferred(), ...change }));
  await app.refresh();
  return kept !== undefined;
}

/** Gives the window the looks that a person prefers. */
export function showAsPreferred({ theme, density, textSize, proseSize, dates }: Preferences): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  dataset['density'] = density;
  style.fontSize = `${(textSize / 16) * 100}%`;
  style.setProperty('--t-prose', `${proseSize / 16}rem`);
  nameDaysIn(dates);
}
