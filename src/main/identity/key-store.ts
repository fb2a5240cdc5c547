import { z } from 'zod';
import type { Keys } from '../ports/ports.ts';
import type { StorageFault } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { Encrypted } from '../ports/lodging-ports.ts';
import { concealWith, makeConcealingKey, unconcealWith } from './conceal.ts';
import { nodeHpke } from './hpke.ts';
import { nodeCrypto } from './node-crypto.ts';
import { DamagedKey } from '../ports/damaged-key.ts';
import { openBackup, sealBackup } from './key-backup.ts';
import { makeKeyPair, signWith, type KeyPair } from './key-pair.ts';

/** The operating system's key store, where there is one. */
export interface SecretBox {
  readonly protection: 'system' | 'file';
  seal(secret: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

/** Where there is no key store: the file itself, readable by its owner alone, is all the protection there is. */
export const plainBox: SecretBox = {
  protection: 'file',
  seal: (secret) => Promise.resolve(secret),
  open: (sealed) => Promise.resolve(sealed),
};

/** One small file that is replaced whole. */
export interface IdentityFile {
  read(): Promise<string | null>;
  write(text: string): Promise<Result<null, StorageFault>>;
}

const pair = z.strictObject({ publicKey: z.string(), privateKey: z.string() });
/** Profiles made before lodging have neither of the last two; they are made when first needed. */
const secrets = z.strictObject({
  root: pair,
  device: pair,
  encryption: pair.optional(),
  concealing: z.base64().optional(),
});
const stored = z.strictObject({
  format: z.literal(1),
  protection: z.enum(['system', 'file']),
  secret: z.string(),
  log: z.string().nullable(),
  lines: z.array(z.string()),
});
const backedUp = z.strictObject({
  root: pair,
  encryption: pair.optional(),
  log: z.string().nullable(),
  lines: z.array(z.string()),
});

interface Identity {
  readonly root: KeyPair;
  readonly device: KeyPair;
  /** X25519, raw halves in hex. */
  readonly encryption?: KeyPair | undefined;
  /** AES-256, base64: for what lies in this profile alone. */
  readonly concealing?: string | undefined;
  readonly log: string | null;
  readonly lines: readonly string[];
}

/** Keys of this profile, in one file of the application's own data folder. */
export class KeyStore implements Keys {
  readonly #file: IdentityFile;
  readonly #box: SecretBox;
  #identity: Identity | null | undefined;

  constructor(file: IdentityFile, box: SecretBox) {
    this.#file = file;
    this.#box = box;
  }

  async self(): ReturnType<Keys['self']> {
    const identity = await this.#load();
    if (identity === null) return null;
    const rootKey = identity.root.publicKey;
    return {
      person: nodeCrypto.sha256(rootKey),
      rootKey,
      device: identity.device.publicKey,
      log: identity.log,
    };
  }

  async create(): ReturnType<Keys['create']> {
    const identity: Identity = {
      root: makeKeyPair(),
      device: makeKeyPair(),
      encryption: await nodeHpke.makeKeyPair(),
      concealing: makeConcealingKey(),
      log: null,
      lines: [],
    };
    const saved = await this.#save(identity);
    if (!saved.ok) return saved;
    const rootKey = identity.root.publicKey;
    return done({ person: nodeCrypto.sha256(rootKey), rootKey, device: identity.device.publicKey });
  }

  async setCard(log: string, lines: readonly string[]): Promise<Result<null, StorageFault>> {
    return this.#save({ ...(await this.#need()), log, lines });
  }

  async cardLines(): Promise<readonly string[]> {
    return (await this.#load())?.lines ?? [];
  }

  async sign(by: 'root' | 'device', message: string): Promise<string> {
    return signWith((await this.#need())[by], message);
  }

  async encryptionKey(): Promise<string | null> {
    const identity = await this.#load();
    if (identity === null) return null;
    if (identity.encryption !== undefined) return identity.encryption.publicKey;
    const encryption = await nodeHpke.makeKeyPair();
    const saved = await this.#save({ ...identity, encryption });
    return saved.ok ? encryption.publicKey : null;
  }

  async decrypt(info: string, aad: string, sealed: Encrypted): Promise<Uint8Array | null> {
    const { encryption } = await this.#need();
    return encryption === undefined ? null : nodeHpke.decrypt(encryption.privateKey, info, aad, sealed);
  }

  async conceal(text: string): Promise<Result<string, StorageFault>> {
    const identity = await this.#need();
    if (identity.concealing !== undefined) return done(concealWith(identity.concealing, text));
    const concealing = makeConcealingKey();
    const saved = await this.#save({ ...identity, concealing });
    return saved.ok ? done(concealWith(concealing, text)) : saved;
  }

  async unconceal(concealed: string): Promise<string | null> {
    const { concealing } = await this.#need();
    return concealing === undefined ? null : unconcealWith(concealing, concealed);
  }

  protection(): 'system' | 'file' {
    return this.#box.protection;
  }

  async backUp(passphrase: string): Promise<Uint8Array> {
    const { root, encryption, log, lines } = await this.#need();
    return sealBackup(JSON.stringify({ root, encryption, log, lines }), passphrase);
  }

  /** Takes the person from a backup. The device is a new one: its key must then be certified by the root. */
  async restore(backup: Uint8Array, passphrase: string): ReturnType<Keys['restore']> {
    if ((await this.#load()) !== null) {
      return refused({
        code: 'has-person',
        message:
          'This profile already belongs to a person. Nothing was changed. Restore the backup under another profile.',
      });
    }
    const opened = openBackup(backup, passphrase);
    if (!opened.ok) return opened;
    const read = backedUp.safeParse(JSON.parse(opened.value));
    if (!read.success) {
      return refused({
        code: 'damaged',
        message: 'The backup opened, but does not hold a key. Nothing was changed. Choose another backup.',
      });
    }
    const saved = await this.#save({ ...read.data, device: makeKeyPair() });
    return saved.ok ? saved : refused({ code: 'io', message: saved.error.message });
  }

  async #need(): Promise<Identity> {
    const identity = await this.#load();
    if (identity === null) throw new Error('no person has been introduced in this profile');
    return identity;
  }

  async #load(): Promise<Identity | null> {
    if (this.#identity !== undefined) return this.#identity;
    const text = await this.#file.read();
    if (text === null) return (this.#identity = null);
    const file = stored.safeParse(parsed(text)).data;
    if (file === undefined) throw new DamagedKey();
    const kept = secrets.safeParse(parsed(await this.#box.open(file.secret))).data;
    if (kept === undefined) throw new DamagedKey();
    return (this.#identity = { ...kept, log: file.log, lines: file.lines });
  }

  async #save(identity: Identity): Promise<Result<null, StorageFault>> {
    const { log, lines, ...kept } = identity;
    const secret = await this.#box.seal(JSON.stringify(kept));
    const saved = await this.#file.write(
      `${JSON.stringify({ format: 1, protection: this.#box.protection, secret, log, lines })}\n`,
    );
    if (saved.ok) this.#identity = identity;
    return saved;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keys that end with the process, as for the people of the sample. */
export function memoryKeys(): KeyStore {
  let kept: string | null = null;
  return new KeyStore(
    {
      read: () => Promise.resolve(kept),
      write: (text) => {
        kept = text;
        return Promise.resolve(done(null));
      },
    },
    plainBox,
  );
}
