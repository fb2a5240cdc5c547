import { fromFault, lockedBy, noPerson } from './call-errors.ts';
import { RecordChain } from './record-chain.ts';
import type { Scope } from './session.ts';
import { readLine } from '../../shared/domain/events/read-line.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

/** Adds a record to this person's own log, in the profile and in the open workspace. */
export async function extendOwnLog(
  scope: Scope,
  type: string,
  body: unknown,
): Promise<Result<null, CallError>> {
  const { keys, crypto, lockedBy: holder } = scope.ports;
  if (holder !== null) return refused(lockedBy(holder));
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
  await chain.add(type, body);
  const kept = await keys.setCard(self.log, [...lines, ...chain.lines()]);
  if (!kept.ok) return refused(fromFault(kept.error));
  return shareOwnLog(scope);
}

/** Puts what is missing of this person's log into the open workspace, so that others can verify their records. */
export async function shareOwnLog(scope: Scope): Promise<Result<null, CallError>> {
  const { opened } = scope.session;
  const self = await scope.ports.keys.self();
  if (opened === null || self === null || scope.ports.lockedBy !== null) return done(null);
  const found = await opened.workspace.readPeople();
  if (!found.ok) return refused(fromFault(found.error));
  const decoder = new TextDecoder();
  const there = new Set(found.value.filter((line) => line.whole).map((line) => decoder.decode(line.bytes)));
  const absent = (await scope.ports.keys.cardLines()).filter((line) => !there.has(line));
  if (absent.length === 0) return done(null);
  const appended = await opened.workspace.appendPerson(self.person, absent);
  return appended.ok ? appended : refused(fromFault(appended.error));
}
