import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import type { Crypto } from '../ports/ports.ts';

/** The DER header of an Ed25519 public key (RFC 8410), before its 32 raw bytes. */
const header = Buffer.from('302a300506032b6570032100', 'hex');
const keys = new Map<string, KeyObject | null>();

function publicKey(hex: string): KeyObject | null {
  const known = keys.get(hex);
  if (known !== undefined) return known;
  let key: KeyObject | null;
  try {
    key = createPublicKey({
      key: Buffer.concat([header, Buffer.from(hex, 'hex')]),
      format: 'der',
      type: 'spki',
    });
  } catch {
    key = null;
  }
  keys.set(hex, key);
  return key;
}

/** sha256 and Ed25519 by node's own crypto; so many signatures that held are remembered and not verified again. */
export function rememberingCrypto(most: number): Crypto {
  const verified = new Map<string, string>();
  return {
    sha256: (utf8) => hash('sha256', utf8),
    sha256Bytes: (bytes) => hash('sha256', bytes),
    verify: (key, message, signature) => {
      const claim = `${key}${message}`;
      if (verified.get(signature) === claim) return true;
      const found = publicKey(key);
      const holds =
        found !== null && verify(null, Buffer.from(message, 'utf8'), found, Buffer.from(signature, 'hex'));
      if (holds && most > 0) {
        if (verified.size >= most) verified.clear();
        verified.set(signature, claim);
      }
      return holds;
    },
  };
}

/** The same, so that a draft read again is not verified from the start. */
export const nodeCrypto: Crypto = rememberingCrypto(50_000);
