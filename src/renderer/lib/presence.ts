import { presencePace } from '../../shared/folder/presence.ts';
import { call, CallFailure } from './call.ts';

let last: { readonly draft: string; readonly area: string; readonly at: number } | null = null;

/** Says that this person writes in an area, at most every half minute for one area; nobody waits for it. */
export function tellWriting(draft: string, area: string): void {
  const now = performance.now();
  if (last?.draft === draft && last.area === area && now - last.at < presencePace) return;
  last = { draft, area, at: now };
  void say(draft, area);
}

/** Says that this person writes no more. */
export function tellStopped(): void {
  if (last === null) return;
  const { draft } = last;
  last = null;
  void say(draft, null);
}

/** Where it cannot be said, nothing is the worse for it. */
async function say(draft: string, area: string | null): Promise<void> {
  try {
    await call('tellWriting', { draft, area });
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
  }
}
