import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { Ports } from '../../src/main/ports/ports.ts';
import { foldDraft, type FoldedDraft } from '../../src/shared/judgment/fold-draft.ts';
import { plainJson } from '../../src/shared/records/strict-json.ts';
import { sealFacts } from '../../src/shared/judgment/seal.ts';
import { identify } from '../../src/shared/records/build-record.ts';
import { kindCalled } from '../../src/shared/judgment/event-types.ts';
import type { ApprovedValue } from '../../src/shared/finalising/judgment-approved.ts';
import { recordLine, shellOf, wordless } from '../../src/shared/records/record-line.ts';
import type { Json, SignedRecord } from '../../src/shared/records/record.ts';

const lineShape = z.custom<SignedRecord>((value) => typeof value === 'object' && value !== null);

/** Where a record of an attacker goes, where that is not what an honest one would say. */
export interface Where {
  /** The heads that its author claims to know; all there are by themselves. */
  readonly knowing?: readonly string[];
  readonly v?: number;
  readonly lamport?: number;
  /** The log that it says it belongs to, null for one that it begins; the one that is there by itself. */
  readonly draft?: string | null;
  /** The record that it names as its key's before. */
  readonly prev?: string;
}

/**
 * Somebody with a key of their own, a text editor and a folder that others share: writes whatever they like straight into
 * the logs, rightly hashed and signed, past every service and screen.
 */
export class Attacker {
  readonly #ports: Ports;
  readonly #team: string;

  constructor(ports: Ports, team: string) {
    this.#ports = ports;
    this.#team = team;
  }

  async me(): Promise<{ person: string; device: string; rootKey: string; log: string }> {
    const self = await this.#ports.keys.self();
    if (self?.log == null) throw new Error('the attacker has no key');
    return { ...self, log: self.log };
  }

  get #draftFolder(): string {
    const [folder] = readdirSync(join(this.#team, 'drafts'));
    if (folder === undefined) throw new Error('there is no draft to attack');
    return join(this.#team, 'drafts', folder);
  }

  #files(folder: string): readonly string[] {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(folder, name));
  }

  #recordsIn(folder: string): readonly SignedRecord[] {
    return this.#files(folder).flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => lineShape.parse(JSON.parse(line))),
    );
  }

  /** Every record of the draft, as it lies in the files. */
  records(): readonly SignedRecord[] {
    return this.#recordsIn(this.#draftFolder);
  }

  /** The last record of a kind, which the attack is about. */
  last(type: string, fits: (record: SignedRecord) => boolean = () => true): SignedRecord {
    const found = this.records()
      .filter((record) => record.type === type && fits(record))
      .toSorted((a, b) => a.lamport - b.lamport)
      .at(-1);
    if (found === undefined) throw new Error(`the draft has no ${type} to attack`);
    return found;
  }

  /** Writes a record into the draft, signed by the attacker's own device. */
  write(type: string, body: Json, where: Where = {}): Promise<SignedRecord> {
    return this.#writeIn(this.#draftFolder, type, body, where);
  }

  get #workspaceFolder(): string {
    return join(this.#team, 'workspace');
  }

  /** Every record of the workspace's own log, as it lies in the files. */
  workspaceRecords(): readonly SignedRecord[] {
    return this.#recordsIn(this.#workspaceFolder);
  }

  /** Writes a record into the workspace's own log, likewise. */
  writeInWorkspace(type: string, body: Json, where: Where = {}): Promise<SignedRecord> {
    return this.#writeIn(this.#workspaceFolder, type, body, where);
  }

  /** Writes a record into any folder of the workspace ("audits/1234"), which is made where it is not there. */
  writeIn(place: string, type: string, body: Json, where: Where = {}): Promise<SignedRecord> {
    const folder = join(this.#team, place);
    mkdirSync(folder, { recursive: true });
    return this.#writeIn(folder, type, body, where);
  }

  /** The draft's folder, from the workspace on. */
  get draftPlace(): string {
    return relative(this.#team, this.#draftFolder);
  }

  async #writeIn(folder: string, type: string, body: Json, where: Where): Promise<SignedRecord> {
    const all = this.#recordsIn(folder);
    const records =
      where.draft === undefined ? all : all.filter(({ draft, id }) => (draft ?? id) === where.draft);
    const named = new Set(records.flatMap(({ parents, prev }) => [...parents, prev ?? '']));
    const heads = where.knowing ?? records.map(({ id }) => id).filter((id) => !named.has(id));
    const begun = records.find((record) => record.draft === null)?.id ?? null;
    const draft = where.draft === undefined ? begun : where.draft;
    const { device } = await this.me();
    const own = records.filter(({ key }) => key === device).toSorted((a, b) => a.seq - b.seq);
    const record = await this.#sign('device', type, body, draft, own.at(-1), heads, records, where);
    this.#append(join(folder, `${device}.jsonl`), recordLine(record));
    return record;
  }

  #folded(): FoldedDraft {
    const records = this.records();
    const folded = foldDraft(records.find((record) => record.draft === null)?.id ?? '', records);
    if (folded === null) throw new Error('the draft cannot be put together');
    return folded;
  }

  /** What an approval of the draft as it stands approves. */
  approvable(): readonly ApprovedValue[] {
    return this.#folded().state.finalising.approvable;
  }

  /** Seals the draft as it stands, with every hash right, and asks no gate. */
  seal(): Promise<SignedRecord> {
    const said = sealFacts(this.#folded(), this.#ports.crypto.sha256);
    return this.write('judgment.sealed', plainJson({ law: 1, ...said, gates: [] }));
  }

  /** Writes a record into the attacker's own person's log, signed by their root key. */
  async writeCard(type: string, body: Json): Promise<SignedRecord> {
    const { person, log } = await this.me();
    const folder = join(this.#team, 'people');
    const own = this.#recordsIn(folder)
      .filter(({ author }) => author === person)
      .toSorted((a, b) => a.seq - b.seq);
    const last = own.at(-1);
    const record = await this.#sign('root', type, body, log, last, [last?.id ?? ''], own, {});
    // Others' logs name this person too, where they verified them.
    const isOwn = (name: string): boolean => readFileSync(name, 'utf8').includes(`"author":"${person}"`);
    const file = this.#files(folder).find(isOwn) ?? '';
    this.#append(file, recordLine(record));
    return record;
  }

  /** Puts a statement about a copy beside the records of the draft. */
  async state(body: Json): Promise<void> {
    const { device } = await this.me();
    const record = await this.#sign('device', 'copy.made', body, null, undefined, [], [], {});
    this.#append(join(this.#draftFolder, `${device}.jsonl`), recordLine(record));
  }

  /** Takes the words out of a record, or with `whole` everything but its head, in whichever file it stands. */
  strip({ id }: SignedRecord, whole = false, place = this.draftPlace): void {
    for (const file of this.#files(join(this.#team, place))) {
      const lines = readFileSync(file, 'utf8').split('\n');
      const stripped = lines.map((line) => {
        if (!line.includes(`"id":"${id}"`)) return line;
        const record = lineShape.parse(JSON.parse(line));
        return recordLine(whole ? shellOf(record) : wordless(record, this.#ports.crypto.sha256));
      });
      writeFileSync(file, stripped.join('\n'));
    }
  }

  #append(file: string, line: string): void {
    writeFileSync(file, `${line}\n`, { flag: 'a' });
  }

  async #sign(
    by: 'root' | 'device',
    type: string,
    body: Json,
    draft: string | null,
    prev: SignedRecord | undefined,
    heads: readonly string[],
    known: readonly SignedRecord[],
    { v = 1, lamport, prev: named }: Where,
  ): Promise<SignedRecord> {
    const { person, device, rootKey } = await this.me();
    const { crypto, random, clock, keys } = this.#ports;
    const before = known.filter(({ id }) => heads.includes(id) || id === prev?.id);
    const unsigned = identify(
      {
        v,
        type,
        draft,
        author: person,
        key: by === 'root' ? rootKey : device,
        seq: (prev?.seq ?? 0) + 1,
        prev: named ?? prev?.id ?? null,
        parents: [...heads].filter((head) => head !== ''),
        lamport: lamport ?? 1 + Math.max(0, ...before.map((record) => record.lamport)),
        at: new Date(clock.now()).toISOString(),
        salt: random.hex(32),
        wordsSalt: random.hex(32),
        ...(kindCalled(type)?.apart(body) ?? { facts: body, words: {} }),
      },
      crypto.sha256,
    );
    return { ...unsigned, sig: await keys.sign(by, unsigned.id) };
  }
}
