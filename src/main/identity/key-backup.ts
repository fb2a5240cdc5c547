import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { done, refused, type Result } from '../../shared/result.ts';

const cost = { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const base64 = z.base64();

const file = z.strictObject({
  format: z.literal('plumbline-key-backup/1'),
  /** scrypt (RFC 7914) with N 131072, r 8, p 1. */
  salt: base64,
  /** AES-256-GCM. */
  iv: base64,
  tag: base64,
  data: base64,
});

/** Why a backup could not be opened. */
interface BackupFault {
  readonly code: 'wrong-passphrase' | 'damaged';
  readonly message: string;
}

/** Encrypts a secret under a passphrase into the bytes of a backup file. */
export function sealBackup(secret: string, passphrase: string): Uint8Array {
  const salt = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase.normalize('NFKC'), salt, 32, cost), iv);
  const data = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  const text = JSON.stringify({
    format: 'plumbline-key-backup/1',
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  });
  return new TextEncoder().encode(`${text}\n`);
}

/** Opens a backup file; a wrong passphrase and a changed file cannot be told apart beyond the file's form. */
export function openBackup(bytes: Uint8Array, passphrase: string): Result<string, BackupFault> {
  const read = parse(bytes);
  if (read === null) {
    return refused({
      code: 'damaged',
      message:
        'This file is no Plumbline key backup, or it is damaged. Nothing was changed. Choose the file that you saved as your key backup.',
    });
  }
  try {
    const key = scryptSync(passphrase.normalize('NFKC'), Buffer.from(read.salt, 'base64'), 32, cost);
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(read.iv, 'base64'));
    decipher.setAuthTag(Buffer.from(read.tag, 'base64'));
    const secret = Buffer.concat([decipher.update(Buffer.from(read.data, 'base64')), decipher.final()]);
    return done(secret.toString('utf8'));
  } catch {
    return refused({
      code: 'wrong-passphrase',
      message:
        'The passphrase does not open this backup. Nothing was changed. Try again; capital letters and spaces count.',
    });
  }
}

function parse(bytes: Uint8Array): z.infer<typeof file> | null {
  try {
    return file.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}
