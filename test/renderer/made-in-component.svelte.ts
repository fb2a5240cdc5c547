import { flushSync } from 'svelte';

/** Makes something as a component would, so that what it watches is watched; `leave` is the component's end. */
export function madeInComponent<T>(make: () => T): { readonly made: T; readonly leave: () => void } {
  const kept: T[] = [];
  const leave = $effect.root(() => {
    kept.push(make());
  });
  flushSync();
  const [made] = kept;
  if (made === undefined) throw new Error('nothing was made');
  return { made, leave };
}
