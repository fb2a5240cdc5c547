import { createRouter, type Answer } from '../hosts/router.ts';
import { answerWith } from './answer-with.ts';
import { composePorts, type ComposedPorts, type HostParts } from './compose-ports.ts';
import { printableLines } from '../../shared/printable.ts';

/** The application behind any host with windows. */
export interface Composition extends ComposedPorts {
  readonly answer: Answer;
  readonly route: ReturnType<typeof createRouter>;
}

/** Ports, services and router, put together once for every host. */
export function compose(parts: HostParts): Composition {
  const composed = composePorts(parts);
  const answer = answerWith(composed.ports);
  const route = createRouter(answer, (error, channel) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(printableLines(`Plumbline: ${channel} failed: ${what}`));
  });
  return { ...composed, answer, route };
}
