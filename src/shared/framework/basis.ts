import { z } from 'zod';

/** Where a part of a framework comes from: a published source, or general knowledge that its users should review. */
export const basisSchema = z.enum(['source', 'default-to-review']);
