import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AboutView } from '../../shared/ipc/about-view.ts';

const shape = z.object({
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .nullable(),
  packages: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      licence: z.string(),
      homepage: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
});

/** What a build says of itself in its folder of notices; null where there is none, as where sources run. */
export async function readNotices(
  folder: string | null,
): Promise<Pick<AboutView, 'commit' | 'notices'> | null> {
  if (folder === null) return null;
  try {
    const told = shape.parse(JSON.parse(await readFile(join(folder, 'packages.json'), 'utf8')));
    return { commit: told.commit, notices: told.packages };
  } catch {
    return null;
  }
}
