import type { Result } from '../../shared/result.ts';
import type { StorageFault } from './storage-ports.ts';

/** A message encrypted by HPKE: the encapsulated key and the ciphertext, in base64. */
export interface Encrypted {
  readonly enc: string;
  readonly ct: string;
}

/** HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Keys are raw, in hex. */
export interface Hpke {
  makeKeyPair(): Promise<{ readonly publicKey: string; readonly privateKey: string }>;
  /** Encrypts for whoever has the private half. `info` and `aad` are bound to it and must be given again to open it. */
  encrypt(publicKey: string, info: string, aad: string, message: Uint8Array): Promise<Encrypted>;
  /** Null where it does not open: another key, info or associated data, or a changed byte. */
  decrypt(privateKey: string, info: string, aad: string, sealed: Encrypted): Promise<Uint8Array | null>;
  /** The public half of a private key; null where it is none. */
  publicKeyOf(privateKey: string): Promise<string | null>;
}

/** The part of this profile's keys that lodging needs. Private keys never leave the adapter. */
export interface SecretKeys {
  /** This person's X25519 public key, made at the first call; null before the introduction. */
  encryptionKey(): Promise<string | null>;
  /** Opens what was encrypted to this person. */
  decrypt(info: string, aad: string, sealed: Encrypted): Promise<Uint8Array | null>;
  /** Encrypts a text so that only this profile reads it again: for what must not lie on the disk in the clear. */
  conceal(text: string): Promise<Result<string, StorageFault>>;
  /** The text that was concealed; null where it was changed or another profile concealed it. */
  unconceal(concealed: string): Promise<string | null>;
}
