import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';

/** Fits into a line with everything around it, and is far more than a logo needs on paper. */
export const longestPng = 350_000;
/** Braces are a template's own placeholders: in words that are printed as they are, they would be lost. */
const hasNoBraces = (text: string): boolean => !/[{}]/u.test(text);
const printed = z.string().max(8000).refine(hasNoBraces, 'Curly brackets cannot be printed here.');

/** What a team's documents look like and say of it, beside what Plumbline ships. The last word stands whole. */
export const styleSetBody = z.strictObject({
  logo: z
    .strictObject({
      /** In base64. A picture of words is words. */
      png: z
        .string()
        .min(1)
        .max(longestPng)
        .refine((text) => z.base64().safeParse(text).success),
      /** What it shows, for whoever has it read aloud. */
      alternative: z.string().trim().min(1).max(200).refine(hasNoBraces),
    })
    .nullable(),
  /** Headings and rules; null leaves the colour that ships. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  /** Stands after what every report says about its inspection; '' says nothing more, as in the next two. */
  about: printed,
  /** Stands in the place of what ships. */
  complaints: printed,
  contact: printed,
});
export type StyleSetBody = z.infer<typeof styleSetBody>;

export const styleSet = defineEvent({
  type: 'style.set',
  noun: ['house style', 'house styles'],
  body: styleSetBody,
  words: ['logo.png', 'logo.alternative', 'about', 'complaints', 'contact'],
  describe: () => 'set how documents look and what they say of the team',
});
