import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  type KeyObject,
} from 'node:crypto';

const kem = Buffer.concat([Buffer.from('KEM'), Buffer.from('0020', 'hex')]);
const suite = Buffer.concat([Buffer.from('HPKE'), Buffer.from('002000010002', 'hex')]);
const version = Buffer.from('HPKE-v1');
const empty = Buffer.alloc(0);

function extract(id: Buffer, salt: Buffer, label: string, ikm: Buffer): Buffer {
  return createHmac('sha256', salt)
    .update(Buffer.concat([version, id, Buffer.from(label), ikm]))
    .digest();
}

function expand(id: Buffer, key: Buffer, label: string, info: Buffer, length: number): Buffer {
  const whole = Buffer.concat([
    Buffer.from([length >> 8, length & 255]),
    version,
    id,
    Buffer.from(label),
    info,
  ]);
  // HKDF-Expand alone: one or two blocks are all that 32 bytes and less need.
  const block = createHmac('sha256', key)
    .update(Buffer.concat([whole, Buffer.from([1])]))
    .digest();
  return block.subarray(0, length);
}

function privateOf(hex: string): KeyObject {
  const der = Buffer.from(`302e020100300506032b656e04220420${hex}`, 'hex');
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function publicOf(raw: Buffer): KeyObject {
  const der = Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), raw]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

/**
 * Opens a lodged packet with nothing but node's own cryptography, by RFC 9180 (sections 4.1, 5.1 and 5.2) and
 * docs/file-format.md: what an auditor without Plumbline would write.
 */
export function openByHand(
  privateKey: string,
  publicKey: string,
  aad: string,
  lodged: { readonly enc: string; readonly ct: string },
): string {
  const enc = Buffer.from(lodged.enc, 'base64');
  const dh = diffieHellman({ privateKey: privateOf(privateKey), publicKey: publicOf(enc) });
  const prk = extract(kem, empty, 'eae_prk', dh);
  const shared = expand(kem, prk, 'shared_secret', Buffer.concat([enc, Buffer.from(publicKey, 'hex')]), 32);
  const pskHash = extract(suite, empty, 'psk_id_hash', empty);
  const infoHash = extract(suite, empty, 'info_hash', Buffer.from('plumbline/grade/1'));
  const context = Buffer.concat([Buffer.from([0]), pskHash, infoHash]);
  const secret = extract(suite, shared, 'secret', empty);
  const key = expand(suite, secret, 'key', context, 32);
  const nonce = expand(suite, secret, 'base_nonce', context, 12);
  const bytes = Buffer.from(lodged.ct, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(bytes.subarray(-16));
  const packet = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  return packet.subarray(4, 4 + packet.readUInt32BE(0)).toString('utf8');
}
