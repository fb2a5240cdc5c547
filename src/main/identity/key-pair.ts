import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** An Ed25519 pair: raw public key in hex, private key as PKCS #8 DER in base64. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Makes a new Ed25519 pair. */
export function makeKeyPair(): KeyPair {
  const pair = generateKeyPairSync('ed25519');
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' });
  const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
  return { publicKey: spki.subarray(-32).toString('hex'), privateKey: pkcs8.toString('base64') };
}

/** Keys made ready for signing, by the pair that holds them. */
const ready = new WeakMap<KeyPair, KeyObject>();

/** Signs the UTF-8 of a message; 128 hex digits. */
export function signWith(pair: KeyPair, message: string): string {
  const key =
    ready.get(pair) ??
    createPrivateKey({ key: Buffer.from(pair.privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  ready.set(pair, key);
  return sign(null, Buffer.from(message, 'utf8'), key).toString('hex');
}
