import { afterAll, describe, expect, it } from 'vitest';
import { pkiTimeStamps } from '../../../src/main/timestamps/pki-time-stamps.ts';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import { ownAuthority } from './own-authority.ts';

const authority = ownAuthority();
if (authority === null)
  console.warn('openssl is not here, so no time-stamp was made or read: install it to run these.');
afterAll(() => authority?.remove());

const seal = nodeCrypto.sha256('a seal');

describe.runIf(authority !== null)('time-stamps', () => {
  const made = (): NonNullable<typeof authority> => {
    if (authority === null) throw new Error('there is no authority');
    return authority;
  };
  const request = (): Promise<Uint8Array> => pkiTimeStamps.request(seal, '0123456789abcdef');

  it('are asked for in a request that openssl reads: sha256, nonce, the certificate wanted', async () => {
    const description = made().describe(await request());
    expect(description).toContain('Hash Algorithm: sha256');
    expect(description).toContain('0x4123456789ABCDEF');
    expect(description).toContain('Certificate required: yes');
  });

  it('are read offline: when, and by whom', async () => {
    const read = await pkiTimeStamps.read(made().answer(await request()), seal);
    expect(read).toMatchObject({ ok: true, value: { authority: 'Test time authority' } });
    if (read.ok) expect(Math.abs(Date.parse(read.value.time) - Date.now())).toBeLessThan(600_000);
  });

  it('are refused over anything but the seal', async () => {
    const read = await pkiTimeStamps.read(made().answer(await request()), nodeCrypto.sha256('another seal'));
    expect(read).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('something else') as string },
    });
  });

  it('are refused where a byte of the time, the imprint or the signature differs', async () => {
    const response = made().answer(await request());
    const from = Buffer.from(response).indexOf(Buffer.from(seal, 'hex'));
    expect(from).toBeGreaterThan(0);
    const after = [from, from + 31, from + 45, response.length - 1, response.length - 100];
    for (const at of after) {
      const changed = Uint8Array.from(response);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, (await pkiTimeStamps.read(changed, seal)).ok]).toEqual([at, false]);
    }
  });

  it('are refused where what came is no response', async () => {
    for (const bytes of [new Uint8Array(), Buffer.from('not found'), await request()])
      expect((await pkiTimeStamps.read(bytes, seal)).ok).toBe(false);
  });
});
