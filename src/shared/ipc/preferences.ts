import { z } from 'zod';
import { listViewsSchema } from './list-filter.ts';
import { dateLanguages } from '../words.ts';

/** A key that a person may choose: a sign, one after another, a function key, or one of them with Ctrl or Alt. */
export const changedKeyShape =
  /^(?:[^\s\p{C}]|[^\s\p{C}] [^\s\p{C}]|(?:Shift\+)?F\d{1,2}|(?=Ctrl|Alt)(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[^\s\p{C}]|F\d{1,2}|Arrow[A-Z][a-z]+|Enter))$/u;

/** What a person prefers on this computer. Losing it costs nothing else. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** How much room there is between things. */
  density: z.enum(['comfortable', 'compact']),
  /** Size of all text, CSS px: what is sized after it grows with it. */
  textSize: z.int().min(14).max(20),
  /** Size of the report's text where it is read and written, CSS px at a text size of 16. */
  proseSize: z.int().min(15).max(22),
  /** In which language days and months are named on screen. */
  dates: z.enum(dateLanguages),
  /** Whether single-letter keys work. */
  singleKeys: z.boolean(),
  /** Keys that a person changed: what is pressed, by the screen, or "everywhere", and the key that it was ("revisions n"). */
  keys: z.record(z.string().max(60), z.string().regex(changedKeyShape)),
  /** Whether others are told in which area one writes. */
  presence: z.boolean(),
  /** Ways of looking at the list of inspections, by names of the person's own. */
  views: listViewsSchema,
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What people prefer before they say so. */
export const usualPreferences: Preferences = {
  theme: 'system',
  density: 'comfortable',
  textSize: 16,
  proseSize: 17,
  dates: 'en-GB',
  singleKeys: true,
  keys: {},
  presence: true,
  views: [],
};
