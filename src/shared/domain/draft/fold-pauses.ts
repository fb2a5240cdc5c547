import { clockPausedBody } from '../events/clock-paused.ts';
import type { ClockPause } from '../finalising/clocks/clock-pause.ts';
import { asText, fieldOf, type Erasings, type OpenValues } from './open-values.ts';
import { settled } from './settled.ts';
import type { GraphRecord } from './record-graph.ts';

/** The pauses of a draft's clocks in fold order; an erased one is gone, and its days count again. */
export function foldPauses(
  counted: readonly GraphRecord[],
  values: OpenValues,
  erasings: Erasings,
): readonly ClockPause[] {
  return counted.flatMap(({ record }): ClockPause[] => {
    if (record.type !== 'clock.paused' || erasings.has(record.id)) return [];
    const body = clockPausedBody.safeParse(record.body).data;
    if (body === undefined) return [];
    const resumed = fieldOf(values, `resumed/${record.id}`, asText);
    const resumedBy = resumed.map((write) => write.record);
    return [{ id: record.id, author: record.author, ...body, resumed: settled(resumed), resumedBy }];
  });
}
