import { z } from 'zod';

const shape = z.object({ width: z.int().min(1100).max(10_000), height: z.int().min(700).max(10_000) });

/** Size a window opens with: what was kept, where it makes sense, else 1440 by 900. */
export function windowBounds(kept: unknown): { width: number; height: number } {
  return shape.safeParse(kept).data ?? { width: 1440, height: 900 };
}
