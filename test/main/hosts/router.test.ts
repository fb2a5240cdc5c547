import { describe, expect, it } from 'vitest';
import { createRouter } from '../../../src/main/hosts/router.ts';
import { contract } from '../../../src/shared/ipc/contract.ts';
import { done } from '../../../src/shared/result.ts';

const answered: string[] = [];
const route = createRouter(
  (_window, channel) => {
    answered.push(channel);
    return channel === 'closeWorkspace' ? Promise.reject(new Error('a bug')) : Promise.resolve(done(null));
  },
  () => undefined,
);
const channels = Object.keys(contract);
const inputs = new Map(Object.entries(contract).map(([name, channel]) => [name, channel.input]));
const trusted = { window: '1', trusted: true };
const path = '/etc/passwd';

describe.each(channels)('the call %s', (channel) => {
  it('is refused from an untrusted sender', async () => {
    expect(await route({ window: '1', trusted: false }, channel, {})).toMatchObject({
      ok: false,
      error: { code: 'untrusted-sender' },
    });
  });

  it.each([undefined, null, 7, 'text', [], { unknown: 1 }, { __proto__: null, draft: path }])(
    'is refused in a wrong shape: %j',
    async (input) => {
      const before = answered.length;
      expect(await route(trusted, channel, input)).toMatchObject({
        ok: false,
        error: { code: 'wrong-shape' },
      });
      expect(answered).toHaveLength(before);
    },
  );

  it('takes no path where a grant, a draft or a record is meant', () => {
    const fields = ['folder', 'file', 'files', 'draft', 'record', 'records', 'note', 'path', 'recent'];
    for (const field of fields) {
      const read = inputs.get(channel)?.safeParse({ [field]: path });
      // A recent workspace is named by an id that settings hold; no path is among those.
      expect(read?.success === true && field !== 'recent').toBe(false);
    }
  });
});

describe('the router', () => {
  it.each(['', 'constructor', '__proto__', 'toString', 'eval', 'startup', 'plumbline:call'])(
    'does not know the call %j',
    async (name) => {
      expect(await route(trusted, name, {})).toMatchObject({ ok: false, error: { code: 'unknown-channel' } });
    },
  );

  it('turns what nobody expected into words, and not into a success', async () => {
    expect(await route(trusted, 'closeWorkspace', {})).toMatchObject({
      ok: false,
      error: { code: 'bug', detail: 'a bug' },
    });
  });
});
