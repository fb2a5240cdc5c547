import { createHash } from 'node:crypto';
import { identify } from '../../src/shared/records/build-record.ts';
import type { RecordCrypto } from '../../src/shared/records/read-line.ts';
import { kindCalled } from '../../src/shared/judgment/event-types.ts';
import { isStrictJson } from '../../src/shared/records/strict-json.ts';
import type { SignedRecord } from '../../src/shared/records/record.ts';

const sha256 = (utf8: string): string => createHash('sha256').update(utf8).digest('hex');

/** Hashes as in life; signatures that only this file can make, and fast: the laws of the fold rest on neither. */
export const quickCrypto: RecordCrypto = {
  sha256,
  verify: (key, message, signature) => signature === quickSignature(key, message),
};

function quickSignature(key: string, message: string): string {
  return sha256(`${key} ${message}`) + sha256(`${message} ${key}`);
}

/** 64 hex digits from a name. */
export const idOf = (name: string): string => sha256(name);

/** One device of one person writing into a draft, knowing what it is told it knows. */
export interface Writer {
  readonly person: string;
  readonly key: string;
}

export const writer = (person: string, device = 'first'): Writer => ({
  person: idOf(person),
  key: idOf(`${person} ${device}`),
});

/** Builds histories for tests: every record names the parents it is given, else all heads so far. */
export class History {
  readonly records: SignedRecord[] = [];
  readonly #last = new Map<string, SignedRecord>();
  #salt = 0;

  get draft(): string {
    return this.records[0]?.id ?? '';
  }

  heads(): readonly string[] {
    const covered = new Set(this.records.flatMap((record) => [...record.parents, record.prev ?? '']));
    return this.records.map((record) => record.id).filter((id) => !covered.has(id));
  }

  begin(owner: Writer, recoveryOwner: Writer | null = null): SignedRecord {
    return this.add(owner, 'draft.begun', {
      nonce: '0'.repeat(32),
      recoveryOwner: recoveryOwner?.person ?? null,
      demonstration: false,
    });
  }

  /** `parents` are the heads the author knew; what that device wrote before is known besides. */
  add(
    by: Writer,
    type: string,
    body: unknown,
    parents: readonly string[] = this.heads(),
    v = 1,
  ): SignedRecord {
    if (!isStrictJson(body)) throw new TypeError('a test wrote a body that is no strict JSON');
    const prev = this.#last.get(by.key) ?? null;
    const known = this.records.filter((record) => parents.includes(record.id) || record.id === prev?.id);
    const unsigned = identify(
      {
        v,
        type,
        draft: this.records.length === 0 ? null : this.draft,
        author: by.person,
        key: by.key,
        seq: (prev?.seq ?? 0) + 1,
        prev: prev?.id ?? null,
        parents: [...parents],
        lamport: 1 + Math.max(0, ...known.map((record) => record.lamport)),
        at: new Date(Date.UTC(2026, 9, 5, 9, this.records.length)).toISOString(),
        salt: idOf(`salt ${(this.#salt += 1)}`),
        wordsSalt: idOf(`words ${this.#salt}`),
        ...(kindCalled(type)?.apart(body) ?? { facts: body, words: {} }),
      },
      sha256,
    );
    const record = { ...unsigned, sig: quickSignature(by.key, unsigned.id) };
    this.records.push(record);
    this.#last.set(by.key, record);
    return record;
  }

  /** An approval of the one narrative, as these records wrote it, by the path that it cites. */
  approve(
    by: Writer,
    records: readonly string[],
    path: readonly { readonly person: string; readonly record: string }[] = [],
  ): SignedRecord {
    return this.add(by, 'judgment.approved', {
      values: [{ field: 'narrative/summary', records: [...records] }],
      path: path.map((step) => ({ ...step })),
      note: '',
    });
  }

  /** A narrative written over what it is told to replace. */
  write(by: Writer, text: string, over: readonly string[] = [], parents?: readonly string[]): SignedRecord {
    const body = {
      reason: 'because',
      narratives: [{ section: 'summary', text, over: [...over] }],
      grades: [],
      improvements: null,
      rest: [],
    };
    return this.add(by, 'revision.saved', body, parents);
  }
}
