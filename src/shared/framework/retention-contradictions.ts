import type { TellProblem } from './framework-problem.ts';
import type { Framework } from './framework-schema.ts';

/** What contradicts itself in a retention schedule: ids used twice, and one thing kept by two rules. */
export function retentionContradictions({ retention = [] }: Framework, tell: TellProblem): void {
  const ids = retention.map((one) => one.id);
  const kept = retention.flatMap(({ of }, at) => of.map((kind, index) => ({ kind, at, index })));
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) tell(`retention[${at}].id`, 'doubled', `“${id}” is used twice.`);
  });
  kept.forEach(({ kind, at, index }, place) => {
    if (kept.findIndex((one) => one.kind === kind) < place)
      tell(`retention[${at}].of[${index}]`, 'doubled', `“${kind}” is kept by another rule already.`);
  });
}
