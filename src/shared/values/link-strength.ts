import { z } from 'zod';

/** How much a note weighs for or against a criterion. */
export const linkStrengthSchema = z.enum(['strong', 'moderate', 'slight']);
/** How much a note weighs. */
export type LinkStrength = z.infer<typeof linkStrengthSchema>;
