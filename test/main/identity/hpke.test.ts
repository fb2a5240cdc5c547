import { describe, expect, it } from 'vitest';
import { nodeHpke } from '../../../src/main/identity/hpke.ts';

/**
 * The vector of RFC 9180 for our suite: mode base, kem 0x0020 DHKEM(X25519, HKDF-SHA256), kdf 0x0001 HKDF-SHA256, aead
 * 0x0002 AES-256-GCM, first encryption. The RFC prints this KEM with AES-128-GCM and ChaCha20-Poly1305 (appendix A.1 and
 * A.2); the rest stand in the machine-readable file that appendix A names, [TestVectors], test-vectors.json of
 * cfrg/draft-irtf-cfrg-hpke, from which these values are.
 */
const vector = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  recipientPrivate: '497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d',
  recipientPublic: '430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c',
  enc: '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256',
  aad: '436f756e742d30',
  plain: '4265617574792069732074727574682c20747275746820626561757479',
  cipher: 'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a',
} as const;

const text = (hex: string): string => Buffer.from(hex, 'hex').toString('utf8');
const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const sealed = { enc: base64(vector.enc), ct: base64(vector.cipher) };
const open = (
  change: Partial<{ key: string; info: string; aad: string; enc: string; ct: string }>,
): Promise<Uint8Array | null> =>
  nodeHpke.decrypt(
    change.key ?? vector.recipientPrivate,
    change.info ?? text(vector.info),
    change.aad ?? text(vector.aad),
    { enc: change.enc ?? sealed.enc, ct: change.ct ?? sealed.ct },
  );

describe('the encryption of lodged grades, against the vectors of RFC 9180', () => {
  it('finds the published public half of the published private key', async () => {
    expect(await nodeHpke.publicKeyOf(vector.recipientPrivate)).toBe(vector.recipientPublic);
  });

  it('opens the published ciphertext, so that KEM, key schedule and AEAD are those of the RFC', async () => {
    expect(Buffer.from((await open({})) ?? []).toString('hex')).toBe(vector.plain);
  });

  it.each([
    ['another key', { key: vector.recipientPublic }],
    ['another info', { info: 'Ode on a Grecian urn' }],
    ['other associated data', { aad: 'Count-1' }],
    ['another encapsulated key', { enc: base64(vector.recipientPublic) }],
    ['a changed byte', { ct: base64(vector.cipher.replace(/a$/, 'b')) }],
    // Appendix A.1.1.1: the same plaintext and associated data under AES-128-GCM.
    [
      'the ciphertext of another suite',
      {
        key: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
        enc: base64('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
        ct: base64(
          'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
        ),
      },
    ],
  ])('does not open with %s', async (_name, change) => {
    expect(await open(change)).toBeNull();
  });

  it('opens what it encrypts, with the vector’s key, and never encrypts twice alike', async () => {
    const message = Buffer.from(vector.plain, 'hex');
    const [one, other] = [
      await nodeHpke.encrypt(vector.recipientPublic, 'i', 'a', message),
      await nodeHpke.encrypt(vector.recipientPublic, 'i', 'a', message),
    ];
    expect(Buffer.from((await open({ info: 'i', aad: 'a', ...one })) ?? []).toString('hex')).toBe(
      vector.plain,
    );
    expect(one.ct).not.toBe(other.ct);
  });
});
