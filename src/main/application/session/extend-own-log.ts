import { fromFault, lockedBy, noPerson } from './call-errors.ts';
import { RecordChain } from './record-chain.ts';
import { workQueue, type Scope } from './session.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { SignedRecord } from '../../../shared/records/record.ts';
import { readLine } from '../../../shared/records/read-line.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

const queues = new WeakMap<Scope['ports']['keys'], Scope['queue']>();

/**
 * One at a time for a profile's keys, whatever else waits: two that each saw the same line missing from the folder would
 * both put it there.
 */
function inTurn<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  const { keys } = scope.ports;
  const queue = queues.get(keys) ?? workQueue();
  queues.set(keys, queue);
  return queue(work);
}

/** Adds a record to this person's own log, in the profile and in the open workspace. */
export function extendOwnLog(scope: Scope, intent: Intent): Promise<Result<null, CallError>> {
  return inTurn(scope, () => extend(scope, intent));
}

async function extend(scope: Scope, intent: Intent): Promise<Result<null, CallError>> {
  const { keys, crypto, lockedBy: holder } = scope.ports;
  if (holder !== null) return refused(lockedBy(holder));
  const learnt = await share(scope);
  if (!learnt.ok) return learnt;
  const self = await keys.self();
  const lines = await keys.cardLines();
  const last = readLine(lines.at(-1) ?? '', crypto);
  if (self?.log == null || !last.ok) return refused(noPerson);
  const { id, seq, lamport } = last.value;
  const place = {
    draft: self.log,
    author: self.person,
    key: self.rootKey,
    seq: seq + 1,
    prev: id,
    heads: [id],
    lamport: lamport + 1,
  };
  const chain = new RecordChain(scope.ports, place, 'root');
  await chain.add(intent);
  const kept = await keys.setCard(self.log, [...lines, ...chain.lines()]);
  if (!kept.ok) return refused(fromFault(kept.error));
  return share(scope);
}

/** A line of one's own log with the record it is, and the file it stands in. */
interface OwnLine {
  readonly text: string;
  readonly file: string;
  readonly record: SignedRecord;
}

/**
 * Brings this person's log in the profile and in the open workspace together, so that others can verify their records:
 * what another device of theirs wrote is learnt, and what is missing is put into the folder. Where two devices wrote
 * without knowing of each other, each keeps a file of its own: both chains count, and no file has two writers.
 */
export function shareOwnLog(scope: Scope): Promise<Result<null, CallError>> {
  return inTurn(scope, () => share(scope));
}

async function share(scope: Scope): Promise<Result<null, CallError>> {
  const { opened } = scope.session;
  const { keys } = scope.ports;
  const self = await keys.self();
  if (opened === null || self?.log == null || scope.ports.lockedBy !== null) return done(null);
  const found = await opened.workspace.readPeople();
  if (!found.ok) return refused(fromFault(found.error));
  const decoder = new TextDecoder();
  const complete = found.value.filter((line) => line.isComplete);
  const texts = complete.map(({ file, bytes }) => ({ file, text: decoder.decode(bytes) }));
  const here = ownLines(scope, self, texts);
  const kept = await keys.cardLines();
  const mine = ownLines(
    scope,
    self,
    kept.map((text) => ({ file: '', text })),
  );
  const chain = chainOf(mine, here);
  const inChain = new Set(chain);
  const others = [...mine, ...here].map(({ text }) => text).filter((text) => !inChain.has(text));
  const learnt = [...new Set([...others, ...chain])];
  if (learnt.length > kept.length) {
    const saved = await keys.setCard(self.log, learnt);
    if (!saved.ok) return refused(fromFault(saved.error));
  }
  const { stem, absent } = placeFor(here, chain, self.person, self.device);
  if (absent.length === 0) return done(null);
  const appended = await opened.workspace.appendPerson(stem, absent);
  return appended.ok ? appended : refused(fromFault(appended.error));
}

/** What this person's root key signed: whose a record is that another key signed is what its signer says. */
function ownLines(
  scope: Scope,
  { person, rootKey }: { readonly person: string; readonly rootKey: string },
  texts: readonly { readonly file: string; readonly text: string }[],
): readonly OwnLine[] {
  return texts.flatMap(({ file, text }) => {
    if (!text.includes(person)) return [];
    const read = readLine(text, scope.ports.crypto);
    return read.ok && read.value.author === person && read.value.key === rootKey
      ? [{ file, text, record: read.value }]
      : [];
  });
}

/** The lines from the first to the profile's last, and on as far as another device went on from there. */
function chainOf(mine: readonly OwnLine[], here: readonly OwnLine[]): readonly string[] {
  const byId = new Map([...mine, ...here].map((line) => [line.record.id, line]));
  const after = new Map([...byId.values()].map((line) => [line.record.prev, line]));
  let tip = mine.at(-1);
  for (let next = after.get(tip?.record.id ?? ''); next !== undefined; next = after.get(next.record.id))
    tip = next;
  const chain: string[] = [];
  for (let at = tip; at !== undefined; at = byId.get(at.record.prev ?? '')) chain.push(at.text);
  return chain.reverse();
}

/** The file that the chain goes on in: the longest that holds nothing else, or a new one of this device. */
function placeFor(
  here: readonly OwnLine[],
  chain: readonly string[],
  person: string,
  device: string,
): { readonly stem: string; readonly absent: readonly string[] } {
  const files = [...Map.groupBy(here, (line) => line.file)].map(([file, lines]) => ({
    file,
    texts: new Set(lines.map((line) => line.text)),
  }));
  if (files.some(({ texts }) => chain.every((line) => texts.has(line)))) return { stem: person, absent: [] };
  const inChain = new Set(chain);
  const [best] = files
    .filter(({ texts }) => texts.isSubsetOf(inChain))
    .sort((a, b) => b.texts.size - a.texts.size);
  if (best !== undefined)
    return {
      stem: best.file.replace(/\.jsonl$/, ''),
      absent: chain.filter((line) => !best.texts.has(line)),
    };
  return { stem: files.length === 0 ? person : `${person}.${device.slice(0, 16)}`, absent: chain };
}
