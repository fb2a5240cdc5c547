import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A new AES-256 key in base64. */
export function makeConcealingKey(): string {
  return randomBytes(32).toString('base64');
}

/** Encrypts a text with AES-256-GCM: base64 of a fresh 96-bit nonce, the tag, and the ciphertext. */
export function concealWith(key: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), data]).toString('base64');
}

/** The text again; null where the key is another or a byte was changed. */
export function unconcealWith(key: string, concealed: string): string | null {
  try {
    const bytes = Buffer.from(concealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
