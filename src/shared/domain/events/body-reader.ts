import type { z } from 'zod';
import type { SignedRecord } from './record.ts';

/**
 * Reads the bodies of one kind of record, each record's once: a record never changes, so neither does what its body
 * holds. Undefined where the body is not of the shape.
 */
export function bodyReader<B>(shape: z.ZodType<B>): (record: SignedRecord) => B | undefined {
  const read = new WeakMap<SignedRecord, { readonly body: B | undefined }>();
  return (record) => {
    const known = read.get(record);
    if (known !== undefined) return known.body;
    const body = shape.safeParse(record.body).data;
    read.set(record, { body });
    return body;
  };
}
