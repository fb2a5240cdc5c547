import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync, closeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf } from './storage-fault.ts';

const holder = z.strictObject({ pid: z.int(), host: z.string(), since: z.string(), token: z.string() });

/** The lock of one profile: who writes with its key. */
export interface ProfileLock {
  /** Null where this process holds it; else who does, in words. */
  readonly lockedBy: string | null;
  readonly release: () => void;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

function readHolder(path: string): z.infer<typeof holder> | null {
  try {
    return holder.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock of a profile folder, or says who holds it. A lock whose process on this machine is gone is taken over:
 * of two that try at once only one can rename it away.
 */
export function takeProfileLock(folder: string, now: string): ProfileLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock.json');
  const token = randomBytes(16).toString('hex');
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const handle = openSync(path, 'wx', 0o600);
      writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname(), since: now, token }));
      closeSync(handle);
      return {
        lockedBy: null,
        release: () => {
          if (readHolder(path)?.token === token) rmSync(path, { force: true });
        },
      };
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
    const found = readHolder(path);
    if (found !== null && (found.host !== hostname() || isAlive(found.pid))) {
      return {
        lockedBy: `process ${found.pid} on ${found.host}, since ${found.since}`,
        release: () => undefined,
      };
    }
    const aside = `${path}.${token}`;
    try {
      renameSync(path, aside);
      rmSync(aside, { force: true });
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  }
  return { lockedBy: 'another process that started just now', release: () => undefined };
}
