import { clockPaused } from '../clocks/clock-paused.ts';
import type { ClockPause } from '../clocks/clock-pause.ts';
import { resumedField } from '../clocks/clock-fields.ts';
import type { OpenValues } from '../records/open-values.ts';
import { settled } from '../records/settled.ts';
import type { GraphRecord } from '../records/record-graph.ts';

/** The pauses of a draft's clocks in fold order. */
export function foldPauses(counted: readonly GraphRecord[], values: OpenValues): readonly ClockPause[] {
  return counted.flatMap(({ record }): ClockPause[] => {
    if (record.type !== clockPaused.type) return [];
    const body = clockPaused.in(record);
    if (body === undefined) return [];
    const resumed = resumedField.of(values, { pause: record.id });
    const resumedBy = resumed.map((write) => write.record);
    return [{ id: record.id, author: record.author, ...body, resumed: settled(resumed), resumedBy }];
  });
}
