import type { ListView } from '../../shared/ipc/list-filter.ts';
import { prefer, preferred } from '../lib/preferences.ts';
import { noFilter } from './filtered-rows.ts';
import type { InspectionList } from './inspections.svelte.ts';

/** Keeps what is asked for of the list under a name, in the place of what stood under it; whether it was kept. */
export function keepView({ filter, wanted }: InspectionList, name: string): Promise<boolean> {
  const view = { name, words: wanted, filter: { ...noFilter, ...filter } };
  return keepViews((views) => [...views.filter((known) => known.name !== name), view]);
}

/** Forgets a kept view; what it showed stays shown. */
export function dropView(name: string): Promise<boolean> {
  return keepViews((views) => views.filter((known) => known.name !== name));
}

function keepViews(change: (views: readonly ListView[]) => readonly ListView[]): Promise<boolean> {
  return prefer({ views: [...change(preferred().views)] });
}
