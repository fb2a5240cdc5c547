import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';

/** A request's body, or with which status it is refused: 413 where it is too large, 408 where it does not come. */
export type Body =
  { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly status: 408 | 413 };

const tooLarge: Body = { ok: false, status: 413 };

/**
 * Reads a body of at most so many bytes, within so many milliseconds, and stops reading where it is more or later.
 * Rejects where the connection breaks.
 */
export function readBody(request: IncomingMessage, most: number, patience: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve(tooLarge);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const end = (body: Body): void => {
      clearTimeout(timer);
      request.off('data', take).pause();
      resolve(body);
    };
    const take = (part: Buffer): void => {
      size += part.length;
      if (size > most) end(tooLarge);
      else parts.push(part);
    };
    const timer = setTimeout(() => {
      end({ ok: false, status: 408 });
    }, patience);
    request.on('data', take);
    request.on('end', () => {
      end({ ok: true, bytes: Buffer.concat(parts) });
    });
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

/** What a body says in JSON, where it has the shape; else null. */
export function inShape<T>(bytes: Buffer, shape: z.ZodType<T>): T | null {
  try {
    return shape.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
