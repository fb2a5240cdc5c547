import { tick } from 'svelte';

/** Brings the focus into what was just added to a list: the last field that is marked as one of its kind. */
export async function focusAdded(kind: string): Promise<void> {
  await tick();
  const field = [...document.querySelectorAll<HTMLElement>(`[data-added="${kind}"]`)].at(-1);
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}
