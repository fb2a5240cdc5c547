import { createRouter, type Answer } from '../hosts/router.ts';
import { answerWith } from './answer-with.ts';
import { composePorts, type ComposedPorts, type HostParts } from './compose-ports.ts';
import { printableLines } from '../../shared/printable.ts';

/** The application behind any host with windows. */
export interface Composition extends ComposedPorts {
  readonly answer: Answer;
  readonly route: ReturnType<typeof createRouter>;
  /** Takes files that the system gave to open, and tells the windows. Those that cannot be read are said to be that by whoever reads them. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>;
}

/** Ports, services and router, put together once for every host. */
export function compose(parts: HostParts): Composition {
  const composed = composePorts(parts);
  const answer = answerWith(composed.ports);
  const route = createRouter(answer, (error, channel) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(printableLines(`Plumbline: ${channel} failed: ${what}`));
  });
  async function openFiles(paths: readonly string[]): Promise<void> {
    for (const path of paths) composed.opened.push(await composed.grants.grantFile(path));
    if (paths.length > 0) parts.windows.broadcast({ kind: 'files-opened' });
  }
  return { ...composed, answer, route, openFiles };
}
