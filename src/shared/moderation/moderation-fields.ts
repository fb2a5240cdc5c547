import { z } from 'zod';
import { defineField } from '../records/define-field.ts';
import { gradeOrReason } from '../draft/judgment-fields.ts';
import { textValue } from '../records/text-value.ts';
import { areaOutcomeSchema } from '../values/area-outcome.ts';

/** What moderation settles for one area of a round. */
export const outcomeField = defineField({
  kind: 'outcome',
  parts: ['round', 'area'],
  value: {
    schema: areaOutcomeSchema,
    put: (outcome) => ({ outcome }),
    take: (value) => ('outcome' in value ? value.outcome : null),
    words: ({ agreed, reason }, titles) =>
      `${agreed === null ? 'No grade agreed' : gradeOrReason(agreed, titles)}: ${reason}`,
  },
  title: ({ area }, { place }) => `Outcome of moderation for ${place(area)}`,
  place: 'area',
  readers: 'panel',
});

/** The calibration set that a draft is a case of; nothing where it was taken out of one. */
export const calibrationField = defineField({
  kind: 'calibration',
  parts: [],
  value: textValue(z.string().trim().max(120)),
  title: () => 'Calibration set',
  readers: 'everybody',
});
