import { z } from 'zod';
import type { KeptOutcomes, OutcomeStore } from '../ports/outcome-store.ts';
import type { IdentityFile } from '../identity/key-store.ts';

const day = z.string().nullable();
const keptSchema = z.strictObject({
  file: z.string(),
  at: z.string(),
  rows: z.int(),
  withoutGrades: z.int(),
  outcomes: z.array(
    z.strictObject({
      row: z.int(),
      provider: z.string(),
      key: z.string(),
      start: day,
      published: day,
      lead: z.string(),
      framework: z.string(),
      grades: z.record(z.string(), z.string()),
    }),
  ),
  dirty: z.array(
    z.strictObject({ column: z.string(), value: z.string(), rows: z.array(z.int()), told: z.string() }),
  ),
  reading: z.array(z.string()).optional(),
});

/** Published outcomes in one file of the profile, replaced as a whole. */
export function outcomesIn(file: IdentityFile): OutcomeStore {
  return {
    read: async (): Promise<KeptOutcomes | null> => {
      const text = await file.read();
      try {
        return text === null ? null : (keptSchema.safeParse(JSON.parse(text)).data ?? null);
      } catch {
        return null;
      }
    },
    write: (outcomes) => file.write(JSON.stringify(outcomes)),
  };
}
