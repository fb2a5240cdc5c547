import { z } from 'zod';

const hex64 = /^[0-9a-f]{64}$/;

export const recordIdSchema = z.string().regex(hex64);
export const personIdSchema = z.string().regex(hex64);
/** The sha256 of something, hex. */
export const sha256Schema = z.string().regex(hex64);
/** A device's or root's public key. */
export const keySchema = z.string().regex(hex64);
/** 128 random bits, hex, in a log's first record, so that its id, which is the log's, is unique. */
export const nonceSchema = z.string().regex(/^[0-9a-f]{32}$/);
/** The writes of the same field that this one replaces, each an ancestor. */
export const overSchema = z.array(recordIdSchema).max(64);
/** A calendar day, YYYY-MM-DD. */
export const daySchema = z.iso.date();
/** An address on the web: it is printed, and followed by nobody's program. */
export const publishedAddressSchema = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000);
/** An id inside a framework: area, criterion, grade, limiter or section. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/)
  .max(80)
  // "constructor" alone fits the form too: what is looked up by an id would find what every object has by that name.
  .refine((id) => !(id in Object.prototype), 'is a name that every object has');
/** Text that must say something. */
export const saidSchema = z.string().trim().min(1).max(20_000);
