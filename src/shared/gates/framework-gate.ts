import type { Framework } from '../framework/framework-schema.ts';
import type { Gate } from './gate.ts';

/** The draft stands under a framework. */
export function frameworkGate(framework: Framework | null): Gate {
  return framework === null
    ? {
        id: 'framework',
        title: 'A framework is adopted',
        told: 'The draft stands under no framework, so no rule can be checked. It can be kept and read, and not sealed.',
        status: 'blocking',
        rule: null,
        goTo: null,
      }
    : {
        id: 'framework',
        title: 'A framework is adopted',
        told: framework.title,
        status: 'done',
        rule: null,
        goTo: null,
      };
}
