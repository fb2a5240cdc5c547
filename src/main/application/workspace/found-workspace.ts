import { fromFault, lockedBy, noPerson } from '../session/call-errors.ts';
import { readLines } from '../session/read-lines.ts';
import { RecordChain } from '../session/record-chain.ts';
import type { Scope } from '../session/session.ts';
import type { Founding, LogLine, StorageFault, Workspace } from '../../ports/storage-ports.ts';
import type { CheckedLine } from '../../../shared/records/checked-line.ts';
import type { DeviceKey, SignedRecord } from '../../../shared/records/record.ts';
import { workspaceFounded } from '../../../shared/workspace/workspace-founded.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { FolderGrant } from '../../../shared/ipc/grant.ts';

/** Makes a workspace in a folder, founded by a record of this device: its person is the first administrator. */
export async function foundWorkspace(
  scope: Scope,
  folder: FolderGrant,
  name: string,
): Promise<Result<Workspace, CallError>> {
  const { keys, crypto, random, workspaces, readMarks, lockedBy: holder } = scope.ports;
  const self = await keys.self();
  if (self?.log == null) return refused(noPerson);
  if (holder !== null) return refused(lockedBy(holder));
  const { person: author, device: key } = self;
  const found = async (left: readonly LogLine[]): Promise<Result<Founding, StorageFault>> => {
    const lines = readLines(left, crypto);
    // Appending sets a torn last line of one's own aside; whatever else is there may be all that is left of a workspace.
    if (!lines.every((line) => foundingIn(line) !== null || isTorn(line, key))) return refused(leftOver);
    const own = lines.map(foundingIn).find((founding) => founding?.author === author && founding.key === key);
    if (own != null) {
      // One of one's own that was worked under is another workspace's: somebody copied it here.
      const isKnown = (await readMarks.read(own.id)) !== null;
      return isKnown ? refused(leftOver) : done({ id: own.id, key, lines: [] });
    }
    const place = { draft: null, author, key, seq: 1, prev: null, heads: [], lamport: 1 };
    const chain = new RecordChain(scope.ports, place, 'device');
    const { id } = await chain.add(workspaceFounded.write({ nonce: random.hex(16) }));
    return done({ id, key, lines: chain.lines() });
  };
  const made = await workspaces.create(folder, name, found);
  return made.ok ? made : refused(fromFault(made.error));
}

/** The founding of a workspace that a line is: with no more of it, that workspace was never finished. */
function foundingIn({ read }: CheckedLine): SignedRecord | null {
  return read.ok && read.value.draft === null && read.value.type === workspaceFounded.type
    ? read.value
    : null;
}

function isTorn({ file, read }: CheckedLine, key: DeviceKey): boolean {
  return file === `${key}.jsonl` && !read.ok && ['torn', 'zero-filled'].includes(read.error.code);
}

const leftOver: StorageFault = {
  code: 'exists',
  message:
    'This folder holds the log of a workspace whose file plumbline.json is not here. Nothing was changed. Put that file back from a backup or a colleague’s copy and open the workspace, or choose another folder.',
};
