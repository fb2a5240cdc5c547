import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { overSchema, recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { listOf } from '../words.ts';
import {
  notedField,
  notedPartNames,
  notedParts,
  notedPartTitles,
  notedWords,
  type NotedPart,
} from './noted-fields.ts';

const corrected = <T extends z.ZodType<string>>(value: T) =>
  z.strictObject({ value, over: overSchema }).optional();

/** What a saved note says beside its text, corrected; what was noted stays in the record of the note. */
export const noteCorrectedBody = z.strictObject({
  note: recordIdSchema,
  kind: corrected(notedParts.kind),
  source: corrected(notedParts.source),
  when: corrected(notedParts.when),
  direction: corrected(notedParts.direction),
  reason: saidSchema.max(2000),
});

type Body = z.infer<typeof noteCorrectedBody>;
type Write = { readonly part: NotedPart; readonly value: string; readonly over: readonly string[] };

/** What a correction says part by part. */
export function correctedParts(body: Body): readonly Write[] {
  return notedPartNames.flatMap((part) => {
    const write = body[part];
    return write === undefined ? [] : [{ part, ...write }];
  });
}

export const noteCorrected = defineEvent({
  type: 'note.corrected',
  noun: ['correction of a note', 'corrections of notes'],
  reachesBack: false,
  whileNewer: true,
  adoptable: true,
  erasable: 'evidence',
  leavable: true,
  trail: 'evidence',
  notice: ['corrected an evidence note', 'corrected evidence notes % times'],
  body: noteCorrectedBody.refine((body) => correctedParts(body).length > 0, 'corrects nothing'),
  words: ['source.value', 'reason'],
  may: writers,
  names: (body) => [body.note],
  writes: (body) =>
    correctedParts(body).map(({ part, value, over }) =>
      notedField.write({ note: body.note, part }, value, over),
    ),
  describe: (body) => {
    const said = correctedParts(body).map(
      ({ part, value }) => `${notedPartTitles[part].toLowerCase()} to ${notedWords(part, value)}`,
    );
    return `corrected an evidence note, ${listOf(said)}: ${body.reason}`;
  },
});
