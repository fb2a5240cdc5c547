import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf } from './storage-fault.ts';

const holderShape = z.strictObject({
  pid: z.int(),
  host: z.string(),
  since: z.string(),
  token: z.string(),
  /** When that process began, where the system tells: after a restart another one may have its number. */
  began: z.string().optional(),
});
type Holder = z.infer<typeof holderShape>;

/** The lock of one profile: who writes with its key. */
interface ProfileLock {
  /** Null where this process holds it; else who does, in words. */
  readonly lockedBy: string | null;
  readonly release: () => void;
}

/** Boot and start time of a process on Linux; empty where the system tells neither. */
function begunAt(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const facts = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; the start time is the twentieth field behind it.
    return `${boot} ${facts.slice(facts.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

function isAlive({ pid, began = '' }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errnoOf(error) !== 'EPERM') return false;
  }
  return began === '' || begunAt(pid) === '' || begunAt(pid) === began;
}

/** The holder that a lock file names; null where there is none, or nothing that names one. */
function readHolder(path: string): Holder | null {
  try {
    return holderShape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Puts a file at a path with all its content at once, where there is none; false where there is one. */
function claim(path: string, holder: Holder): boolean {
  const written = `${path}.${holder.token}`;
  writeFileSync(written, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(written, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errnoOf(error))) throw error;
    return claimWithoutLinks(path, holder);
  } finally {
    rmSync(written, { force: true });
  }
}

/** For file systems without hard links: a reader may meet the file before its content, and then takes it for held. */
function claimWithoutLinks(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a stale lock over. Of all processes that meet it only one can put down the marker named after it, and only
 * that one replaces it; where that one died too, its marker is taken over in the same way.
 */
function takeOver(path: string, stale: Holder, mine: Holder): boolean {
  const marker = `${path}.after-${stale.token}`;
  if (!claim(marker, mine)) {
    const other = readHolder(marker);
    if (other === null || other.host !== mine.host || isAlive(other)) return false;
    if (!takeOver(marker, other, mine)) return false;
  }
  const holdsStill = readHolder(path)?.token === stale.token;
  if (holdsStill) {
    const written = `${path}.${mine.token}`;
    writeFileSync(written, JSON.stringify(mine), { mode: 0o600 });
    renameSync(written, path);
  }
  rmSync(marker, { force: true });
  return holdsStill;
}

/**
 * Takes the lock of a profile folder, or says who holds it. A lock whose process on this machine is gone is taken
 * over; one of another machine is not, for nobody here can know whether that machine still writes.
 */
export function takeProfileLock(folder: string, now: string): ProfileLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock.json');
  const mine = {
    pid: process.pid,
    host: hostname(),
    since: now,
    token: randomBytes(16).toString('hex'),
    began: begunAt(process.pid),
  };
  const lock: ProfileLock = {
    lockedBy: null,
    release: () => {
      if (readHolder(path)?.token === mine.token) rmSync(path, { force: true });
    },
  };
  const others = (lockedBy: string): ProfileLock => ({ lockedBy, release: () => undefined });
  for (let tries = 0; tries < 3; tries += 1) {
    if (claim(path, mine)) return lock;
    const found = readHolder(path);
    if (found === null) return others(unnamed);
    if (found.host !== mine.host)
      return others(
        `process ${found.pid} on the computer ${found.host}, since ${sinceWords(found)}. If that computer no longer runs it, delete lock.json in Plumbline’s data folder`,
      );
    if (isAlive(found)) return others(`process ${found.pid} on ${found.host}, since ${sinceWords(found)}`);
    if (takeOver(path, found, mine)) return lock;
  }
  return others('another process that started just now');
}

/** When a holder took the lock, in words, as its clock claims. */
function sinceWords({ since }: Holder): string {
  const time = Date.parse(since);
  return Number.isNaN(time)
    ? since
    : new Date(time).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}

const unnamed =
  'a process that its lock does not name. If none runs here, delete lock.json in Plumbline’s data folder';
