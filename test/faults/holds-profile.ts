// Takes the lock of a profile, says whether it holds it or who does, and stays until it is killed or told to release.
import { takeProfileLock } from '../../src/main/storage/profile-lock.ts';

const [, , profile = ''] = process.argv;
process.stdin.once('data', () => {
  const lock = takeProfileLock(profile, new Date().toISOString());
  process.stdout.write(`${lock.lockedBy ?? 'held'}\n`);
  process.stdin.once('data', () => {
    lock.release();
    process.exit(0);
  });
});
process.stdout.write('ready\n');
