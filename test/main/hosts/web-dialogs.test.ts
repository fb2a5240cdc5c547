import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebDialogs } from '../../../src/main/hosts/web/web-dialogs.ts';
import { ownFolder, run } from '../running-scope.ts';

const own = ownFolder();
const shared = join(own.path, 'shared');
const running = run(join(own.path, 'profile'));
const dialogs = new WebDialogs(running.app.grants, () => undefined);
let at = '';

beforeAll(() => {
  mkdirSync(join(shared, 'there already'), { recursive: true });
  writeFileSync(join(shared, 'a file'), '');
  at = running.app.grants.grantFolder(shared).grant;
});
afterAll(() => {
  running.app.release();
  own.remove();
});

describe('a folder that the picker of the browser host is asked to make', () => {
  it('is made, and is where the picker goes', async () => {
    const listing = await dialogs.browse(at, 'Team East');
    expect(listing).toMatchObject({ here: { name: 'Team East' }, folders: [], problem: null });
    expect(listing.above.at(-1)?.name).toBe('shared');
    expect(existsSync(join(shared, 'Team East'))).toBe(true);
  });

  it.each([
    ['../outside', /has no \//],
    ['..', /full stop/],
    ['.hidden', /full stop/],
    ['a\\b', /has no \//],
    ['ends with a stop.', /full stop/],
    ['', /no name yet/],
    ['a\u0000b', /has no \//],
    ['there already', /of that name here already/],
    ['a file', /of that name here already/],
  ])('is refused as “%s”, and the picker stays where it is', async (name, why) => {
    const listing = await dialogs.browse(at, name);
    expect(listing.problem).toMatch(why);
    expect(listing.here?.name).toBe('shared');
    expect(existsSync(join(own.path, 'outside'))).toBe(false);
  });

  it('is made nowhere where no folder was granted', async () => {
    expect(await dialogs.browse('0'.repeat(64), 'anywhere')).toMatchObject({ here: null, problem: null });
  });
});
