import { copyNames } from '../main/storage/copy-names.ts';
import type { ReplicaFileSystem } from './replica-file-system.ts';
import type { Seeded } from './seeded.ts';
import type { SimulatedPerson } from './simulated-person.ts';

interface Parcel {
  readonly to: number;
  readonly path: string;
  readonly bytes: Uint8Array;
  due: number;
}

/**
 * A shared folder as sync services carry it: every version of a file goes to everybody else late, out of order,
 * twice, in part, or not at all; files that changed on both sides become conflicted copies, whole folders too.
 */
export class LossyFolder {
  readonly #people: readonly SimulatedPerson[];
  readonly #seeded: Seeded;
  readonly #seen: Map<string, Uint8Array>[];
  #parcels: Parcel[] = [];
  #now = 0;

  constructor(people: readonly SimulatedPerson[], seeded: Seeded) {
    this.#people = people;
    this.#seeded = seeded;
    this.#seen = people.map(() => new Map<string, Uint8Array>());
  }

  /** One moment: new versions are posted, some of what is under way arrives, and now and then a service misbehaves. */
  step(): void {
    this.#now += 1;
    for (const [at] of this.#people.entries()) this.#post(at);
    const arriving = this.#parcels.filter((parcel) => parcel.due <= this.#now);
    this.#parcels = this.#parcels.filter((parcel) => parcel.due > this.#now);
    while (arriving.length > 0) {
      const [parcel] = arriving.splice(this.#seeded.below(arriving.length), 1);
      if (parcel !== undefined) this.#arrive(parcel);
    }
    if (this.#seeded.chance(6)) this.#misbehave(this.#seeded.pick(this.#people));
  }

  /** Lets the service finish: everything reaches everybody whole, copies included, and all placeholders are filled. */
  settle(): void {
    const whole = new Map<string, Uint8Array>();
    for (const person of this.#people) {
      person.disk.connected = true;
      person.disk.placeholders.clear();
      for (const path of person.disk.sharedFiles()) {
        const bytes = person.disk.files.get(path) ?? new Uint8Array();
        const owner = this.#people.find((person) => path.endsWith(`/${person.device}.jsonl`));
        // A log's newest version is its owner's, torn or not; of a copy the one with the most content that came.
        const newest =
          owner === undefined || owner.disk.files.get(path) === undefined
            ? contentOf(bytes) > contentOf(whole.get(path))
            : owner === person;
        if (newest) whole.set(path, bytes);
      }
    }
    for (const { disk } of this.#people) for (const [path, bytes] of whole) disk.place(path, bytes);
    this.#parcels = [];
    for (const [at] of this.#people.entries()) this.#remember(at);
  }

  #post(from: number): void {
    const person = this.#people[from];
    if (person === undefined || !person.disk.connected) return;
    for (const path of person.disk.sharedFiles()) {
      const bytes = person.disk.files.get(path) ?? new Uint8Array();
      if (same(this.#seen[from]?.get(path), bytes) || isLeftOver(path)) continue;
      this.#seen[from]?.set(path, bytes);
      for (const to of this.#people.keys()) {
        if (to === from) continue;
        const copies = this.#seeded.chance(15) ? 0 : this.#seeded.chance(15) ? 2 : 1;
        for (let copy = 0; copy < copies; copy += 1)
          this.#parcels.push({ to, path, bytes, due: this.#now + this.#seeded.below(8) });
      }
    }
  }

  #arrive(parcel: Parcel): void {
    const person = this.#people[parcel.to];
    if (person === undefined) return;
    const { disk } = person;
    if (!disk.connected) {
      this.#parcels.push({ ...parcel, due: this.#now + 3 });
      return;
    }
    const { path, bytes } = parcel;
    const mine = disk.files.get(path);
    const changedHere = mine !== undefined && !same(this.#seen[parcel.to]?.get(path), mine);
    const put = (where: string, content: Uint8Array): void => {
      disk.place(where, content);
      disk.placeholders.delete(where);
      this.#seen[parcel.to]?.set(where, content);
    };
    // A service never drops a version that its user alone has: it keeps it as a copy.
    if (mine !== undefined && path.includes(person.device) && !startsWith(bytes, mine))
      disk.place(this.#copyOf(disk, path), mine);
    if (changedHere) put(this.#copyOf(disk, path), bytes);
    else if (this.#seeded.chance(8)) put(this.#inOtherFolder(path), bytes);
    else if (this.#seeded.chance(10)) put(path, this.#half(bytes));
    else put(path, bytes);
    if (this.#seeded.chance(5)) disk.placeholders.add(path);
    // The rest of a half file, and the content of a placeholder, come later.
    if (disk.placeholders.has(path) || !same(disk.files.get(path), bytes))
      this.#parcels.push({ ...parcel, due: this.#now + 2 + this.#seeded.below(6) });
  }

  /** A service puts an older version of somebody's own log in place, and keeps the newer as a copy. */
  #misbehave({ disk }: SimulatedPerson): void {
    const logs = disk.sharedFiles().filter((path) => /\/drafts\/[^/]+\/[0-9a-f]{64}\.jsonl$/.test(path));
    if (logs.length === 0 || !disk.connected) return;
    const path = this.#seeded.pick(logs);
    const bytes = disk.files.get(path) ?? new Uint8Array();
    const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1);
    if (lines.length < 2) return;
    const older = lines.slice(0, 1 + this.#seeded.below(lines.length - 1)).map((line) => `${line}\n`);
    disk.place(this.#copyOf(disk, path), bytes);
    disk.place(path, new TextEncoder().encode(older.join('')));
    // And now and then leaves a copy as long as the log, whose content never comes.
    if (this.#seeded.chance(30)) disk.place(this.#copyOf(disk, path), new Uint8Array(bytes.length));
  }

  #half(bytes: Uint8Array): Uint8Array {
    const part = bytes.slice(0, this.#seeded.below(bytes.length + 1));
    if (this.#seeded.chance(50)) return part;
    const zeros = new Uint8Array(bytes.length);
    zeros.set(part);
    return zeros;
  }

  /** A name for a copy that no file has yet. */
  #copyOf({ files }: ReplicaFileSystem, path: string): string {
    const [, name] = this.#seeded.pick(copyNames);
    for (let count = 1; ; count += 1) {
      const copy = path.replace(/([^/]+)\.(jsonl|json)$/, (_all, stem: string, end: string) =>
        count === 1 ? `${name(stem)}.${end}` : `${name(stem)} ${count}.${end}`,
      );
      if (!files.has(copy)) return copy;
    }
  }

  #inOtherFolder(path: string): string {
    const [, name] = this.#seeded.pick(copyNames);
    return path.replace(/\/drafts\/([^/]+)\//, (_all, folder: string) => `/drafts/${name(folder)}/`);
  }

  #remember(at: number): void {
    const { disk } = this.#people[at] ?? {};
    for (const path of disk?.sharedFiles() ?? [])
      this.#seen[at]?.set(path, disk?.files.get(path) ?? new Uint8Array());
  }
}

/** A log's torn-off tail and a file being replaced stay on the machine that made them. */
function isLeftOver(path: string): boolean {
  return path.includes('.torn-') || path.endsWith('.next');
}

/** How many bytes of a file came before those that are zero yet; -1 of none. */
function contentOf(bytes: Uint8Array | undefined): number {
  if (bytes === undefined) return -1;
  const zero = bytes.indexOf(0);
  return zero < 0 ? bytes.length : zero;
}

function startsWith(whole: Uint8Array, start: Uint8Array): boolean {
  return same(whole.subarray(0, start.length), start);
}

function same(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && Buffer.compare(a, b) === 0;
}
