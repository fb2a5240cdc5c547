import type { Ports } from '../ports.ts';
import { identify } from '../../shared/domain/events/build-record.ts';
import { copyEventTypes, draftEventTypes, personEventTypes } from '../../shared/domain/events/event-types.ts';
import { recordLine } from '../../shared/domain/events/record-line.ts';
import type { DeviceKey, Json, PersonId, RecordId, SignedRecord } from '../../shared/domain/events/record.ts';
import { isStrictJson, longestLine } from '../../shared/domain/events/strict-json.ts';

const utf8 = new TextEncoder();

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
  readonly records: SignedRecord[] = [];
  readonly #lines: string[] = [];

  constructor(
    ports: Pick<Ports, 'clock' | 'random' | 'crypto' | 'keys'>,
    place: ChainPlace,
    by: 'root' | 'device',
  ) {
    this.#ports = ports;
    this.#place = place;
    this.#by = by;
  }

  /** Adds a record of a kind; its body must be plain JSON of integers and text. */
  async add(type: string, body: unknown): Promise<SignedRecord> {
    const plain: unknown = JSON.parse(JSON.stringify(body));
    if (!isStrictJson(plain)) throw new TypeError(`the body of ${type} is not strict JSON`);
    const kind = draftEventTypes.get(type) ?? personEventTypes.get(type) ?? copyEventTypes.get(type);
    if (kind?.read(plain, this.#place.author) == null)
      throw new TypeError(`the body of ${type} is not of its shape`);
    const record = await this.#sign(type, plain);
    const { id, seq, lamport } = record;
    this.#place = {
      ...this.#place,
      draft: this.#place.draft ?? id,
      seq: seq + 1,
      prev: id,
      heads: [id],
      lamport: lamport + 1,
    };
    this.records.push(record);
    this.#lines.push(recordLine(record));
    return record;
  }

  /** Whether a record added would be longer than a line may be: written, it could never be read again. */
  isOversized(): boolean {
    return this.#lines.some(
      (line) => line.length * 3 > longestLine && utf8.encode(line).length > longestLine,
    );
  }

  /** Tells what else the author knows by now: others' heads. */
  know(heads: readonly RecordId[], lamport: number): void {
    this.#place = { ...this.#place, heads, lamport };
  }

  /** The lines of all records added. */
  lines(): readonly string[] {
    return this.#lines;
  }

  async #sign(type: string, body: Json): Promise<SignedRecord> {
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
        body,
      },
      crypto.sha256,
    );
    return { ...unsigned, sig: await keys.sign(this.#by, unsigned.id) };
  }
}
