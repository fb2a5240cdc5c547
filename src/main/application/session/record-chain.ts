import type { Ports } from '../../ports/ports.ts';
import type { EarlierRecord } from './later-intent.ts';
import { identify } from '../../../shared/records/build-record.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import { recordLine } from '../../../shared/records/record-line.ts';
import type {
  DeviceKey,
  Json,
  PersonId,
  RecordId,
  SignedRecord,
  Words,
} from '../../../shared/records/record.ts';
import { longestLine } from '../../../shared/records/strict-json.ts';

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const none: readonly string[] = [];

/** Where the next record of a key in a draft goes. */
export interface ChainPlace {
  readonly draft: RecordId | null;
  readonly author: PersonId;
  readonly key: DeviceKey;
  readonly seq: number;
  readonly prev: RecordId | null;
  readonly heads: readonly RecordId[];
  readonly lamport: number;
}

/** Builds records one after another, each knowing all before it; nothing is written here. */
export class RecordChain {
  readonly #ports: Pick<Ports, 'clock' | 'random' | 'crypto' | 'keys'>;
  readonly #by: 'root' | 'device';
  #place: ChainPlace;
  /** The records added, as those after them need to know them. */
  readonly made: EarlierRecord[] = [];
  readonly #lines = new LineBytes();

  constructor(
    ports: Pick<Ports, 'clock' | 'random' | 'crypto' | 'keys'>,
    place: ChainPlace,
    by: 'root' | 'device',
  ) {
    this.#ports = ports;
    this.#place = place;
    this.#by = by;
  }

  /** Adds a record. */
  async add(intent: Intent): Promise<SignedRecord> {
    const { type } = intent.kind;
    const said = intent.said(this.#place.author);
    if (said === null) throw new TypeError(`the body of ${type} is not of its shape`);
    const { facts, words, read } = said;
    const record = await this.#sign(type, { facts, words });
    const { id, seq, lamport } = record;
    this.#place = {
      ...this.#place,
      draft: this.#place.draft ?? id,
      seq: seq + 1,
      prev: id,
      heads: [id],
      lamport: lamport + 1,
    };
    const fields = read.writes.length === 0 ? none : read.writes.map(({ field }) => field);
    this.made.push({ id, type, fields });
    this.#lines.add(recordLine(record));
    return record;
  }

  /** Whether a record added would be longer than a line may be: written, it could never be read again. */
  isOversized(): boolean {
    return this.#lines.all.some((bytes) => bytes.length > longestLine);
  }

  /** Tells what else the author knows by now: others' heads. */
  know(heads: readonly RecordId[], lamport: number): void {
    this.#place = { ...this.#place, heads, lamport };
  }

  /** The lines of all records added. */
  lines(): readonly string[] {
    return this.#lines.all.map((bytes) => fromUtf8.decode(bytes));
  }

  /** The same as bytes, many in one piece of memory, as they are where a file is read. */
  bytes(): readonly Uint8Array[] {
    return this.#lines.all;
  }

  async #sign(type: string, said: { readonly facts: Json; readonly words: Words }): Promise<SignedRecord> {
    const { draft, author, key, seq, prev, heads, lamport } = this.#place;
    const { clock, random, crypto, keys } = this.#ports;
    const at = new Date(clock.now()).toISOString();
    const unsigned = identify(
      {
        v: 1,
        type,
        draft,
        author,
        key,
        seq,
        prev,
        parents: heads.slice(0, 64),
        lamport,
        at,
        salt: random.hex(32),
        wordsSalt: random.hex(32),
        ...said,
      },
      crypto.sha256,
    );
    return { ...unsigned, sig: await keys.sign(this.#by, unsigned.id) };
  }
}

/** Lines as bytes: the first in a piece of memory of its own, of many up to a megabyte of them in one. */
class LineBytes {
  readonly all: Uint8Array[] = [];
  #left: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #piece = 0;

  add(line: string): void {
    const size = Buffer.byteLength(line);
    if (size > this.#left.length) {
      this.#piece = Math.max(size, Math.min(2 * this.#piece, 1_000_000));
      this.#left = new Uint8Array(this.#piece);
    }
    utf8.encodeInto(line, this.#left);
    this.all.push(this.#left.subarray(0, size));
    this.#left = this.#left.subarray(size);
  }
}
