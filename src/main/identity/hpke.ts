import type { CipherSuite } from '@hpke/core';
import type { Hpke } from '../ports/lodging-ports.ts';

let loading: Promise<CipherSuite> | undefined;

/** The suite, loaded when something is first encrypted or opened: most sittings do neither. */
function suiteOf(): Promise<CipherSuite> {
  loading ??= import('@hpke/core').then(
    ({ Aes256Gcm, CipherSuite: Suite, DhkemX25519HkdfSha256, HkdfSha256 }) =>
      new Suite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() }),
  );
  return loading;
}

const fromHex = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, 'hex'));
const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(base64, 'base64'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const toHex = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex');
const toBase64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');

async function pairOf({ kem }: CipherSuite, privateKey: string): Promise<CryptoKeyPair> {
  const imported = await kem.deserializePrivateKey(fromHex(privateKey));
  const { x } = await crypto.subtle.exportKey('jwk', imported);
  const publicKey = await kem.deserializePublicKey(Uint8Array.from(Buffer.from(x ?? '', 'base64url')));
  return { privateKey: imported, publicKey };
}

/** HPKE by @hpke/core on the platform's Web Cryptography. */
export const nodeHpke: Hpke = {
  makeKeyPair: async () => {
    const suite = await suiteOf();
    const pair = await suite.kem.generateKeyPair();
    return {
      publicKey: toHex(await suite.kem.serializePublicKey(pair.publicKey)),
      privateKey: toHex(await suite.kem.serializePrivateKey(pair.privateKey)),
    };
  },
  encrypt: async (publicKey, info, aad, message) => {
    const suite = await suiteOf();
    const recipientPublicKey = await suite.kem.deserializePublicKey(fromHex(publicKey));
    const sealed = await suite.seal({ recipientPublicKey, info: utf8(info) }, message, utf8(aad));
    return { enc: toBase64(sealed.enc), ct: toBase64(sealed.ct) };
  },
  decrypt: async (privateKey, info, aad, { enc, ct }) => {
    const suite = await suiteOf();
    try {
      const recipientKey = await pairOf(suite, privateKey);
      const params = { recipientKey, enc: fromBase64(enc), info: utf8(info) };
      return new Uint8Array(await suite.open(params, fromBase64(ct), utf8(aad)));
    } catch {
      return null;
    }
  },
  publicKeyOf: async (privateKey) => {
    const suite = await suiteOf();
    try {
      return toHex(await suite.kem.serializePublicKey((await pairOf(suite, privateKey)).publicKey));
    } catch {
      return null;
    }
  },
};
