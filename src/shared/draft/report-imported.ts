import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';

/** What an imported report held beside its narrative: kept, so that nothing of the source is lost. */
const reportImportedBody = z.strictObject({
  file: z.string().max(300),
  /** sha256 of the file's bytes, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string().max(2000),
  furniture: z
    .array(z.strictObject({ page: z.int(), line: z.int(), text: z.string().max(4000) }))
    .max(20_000),
  warnings: z
    .array(
      z.strictObject({
        code: z.string().max(80),
        message: z.string().max(2000),
        line: z.int().nullable(),
        text: z.string().max(200_000).nullable(),
      }),
    )
    .max(5000),
});

export type ReportImportedBody = z.infer<typeof reportImportedBody>;

export const reportImported = defineEvent({
  type: 'report.imported',
  noun: ['imported report', 'imported reports'],
  reachesBack: false,
  adoptable: true,
  erasable: 'narrative',
  trail: 'text',
  notice: ['imported a report', 'imported % reports'],
  body: reportImportedBody,
  words: ['file', 'title', 'furniture[].text', 'warnings[].message', 'warnings[].text'],
  may: writers,
  describe: (body) => `imported ${body.file}`,
});
