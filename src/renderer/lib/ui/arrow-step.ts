const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * By how many choices an arrow steps in a group of them; undefined for every other key, and for an arrow with a modifier:
 * Alt and an arrow go to another area, and must not change what is chosen in this one.
 */
export function arrowStep(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): number | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  return altKey || ctrlKey || metaKey || shiftKey ? undefined : steps[key];
}
