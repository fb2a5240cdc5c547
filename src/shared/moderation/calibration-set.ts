import { z } from 'zod';
import { defineEvent, leads } from '../records/define-event.ts';
import { overSchema } from '../values/body-parts.ts';
import { calibrationField } from './moderation-fields.ts';

/**
 * A draft becomes a case of a calibration set: its grades are agreed ones that panels grade against before a real draft.
 * An empty name takes it out again.
 */
export const calibrationSetBody = z.strictObject({ set: calibrationField.schema, over: overSchema });

export const calibrationSet = defineEvent({
  type: 'calibration.set',
  noun: ['place in a calibration set', 'places in calibration sets'],
  reachesBack: false,
  trail: 'panel',
  body: calibrationSetBody,
  may: [...leads, 'chair'],
  writes: (body) => [calibrationField.write({}, body.set, body.over)],
  describe: (body) =>
    body.set === ''
      ? 'took the draft out of its calibration set'
      : `made the draft a case of the calibration set ${body.set}`,
});
