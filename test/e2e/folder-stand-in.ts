// Imported into a host before anything else, it makes the file system answer as one that a test cannot have here: a
// share that may only be read (PLUMBLINE_STAND_IN=read-only), or one that sends no events (PLUMBLINE_STAND_IN=silent).
import { constants } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const folder = process.env['PLUMBLINE_STAND_IN_FOLDER'] ?? '';
const { open, statfs } = promises;
const within = (path: unknown): boolean => String(path).startsWith(folder);
const smb = 0xff534d42;
const writing = constants.O_WRONLY | constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC;
const writes = (flags: unknown): boolean =>
  typeof flags === 'number' ? (flags & writing) !== 0 : flags !== undefined && flags !== 'r';

if (process.env['PLUMBLINE_STAND_IN'] === 'read-only')
  promises.open = (path, flags, mode) =>
    within(path) && writes(flags)
      ? Promise.reject(Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' }))
      : open(path, flags, mode);

if (process.env['PLUMBLINE_STAND_IN'] === 'silent') {
  const answer: unknown = async (path: string) => {
    const facts = await statfs(path);
    return within(path) ? Object.assign(facts, { type: smb }) : facts;
  };
  Object.assign(promises, { statfs: answer });
}
syncBuiltinESMExports();
