import type { BodyOf } from '../records/define-event.ts';
import { frameworkAdopted } from '../framework/framework-adopted.ts';
import type { RecordGraph } from '../records/record-graph.ts';

/** What every adopting of a framework carries, in fold order, whether it counts or not; read as far as it is asked for. */
export function* frameworksIn({ entries }: RecordGraph): Generator<BodyOf<typeof frameworkAdopted>> {
  for (const { record } of entries) {
    const body = frameworkAdopted.in(record);
    if (body !== undefined) yield body;
  }
}
