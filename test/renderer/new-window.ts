import { answerCallsWith } from './window-in-node.ts';
import { app } from '../../src/renderer/lib/app-state.svelte.ts';

/** A window as it begins: whoever answers its calls, nobody is known to it and it shows the list of inspections. */
export function newWindow(answer: (channel: string, input: unknown) => Promise<unknown>): void {
  answerCallsWith(answer);
  app.start = null;
  location.hash = '';
  app.banner = null;
  app.projecting = false;
  app.busy = 0;
}
