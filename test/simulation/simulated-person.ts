import { createPrivateKey, createPublicKey } from 'node:crypto';
import { signWith, type KeyPair } from '../../src/main/identity/key-pair.ts';
import { nodeCrypto } from '../../src/main/identity/node-crypto.ts';
import type { Keys, Ports } from '../../src/main/ports/ports.ts';
import type { CatalogueEntry, Catalogues } from '../../src/main/ports/catalogue-port.ts';
import { workQueue } from '../../src/main/application/session/session.ts';
import { introduce } from '../../src/main/application/people/people-calls.ts';
import { openWorkspace } from '../../src/main/application/workspace/open-workspace.ts';
import { createWorkspace } from '../../src/main/application/workspace/workspace-calls.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import { DiskWorkspaces } from '../../src/main/storage/disk-workspaces.ts';
import { Profile } from '../../src/main/storage/profile.ts';
import { SeenWorkspaces } from '../../src/main/storage/seen-workspaces.ts';
import { done } from '../../src/shared/result.ts';
import { soundFramework } from '../shared/framework/sound-framework.ts';
import { need } from '../main/running-scope.ts';
import { ReplicaFileSystem } from './replica-file-system.ts';
import type { Seeded } from './seeded.ts';

/** Where everybody's replica of the shared folder lies on their own disk. */
export const shared = '/team';
const pkcs8 = '302e020100300506032b657004220420';

/** A key pair that follows from the seed, so that a schedule replays to the byte. */
function pairFrom(seeded: Seeded): KeyPair {
  const der = Buffer.from(pkcs8 + seeded.hex(32), 'hex');
  const spki = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({
    format: 'der',
    type: 'spki',
  });
  return { publicKey: spki.subarray(-32).toString('hex'), privateKey: der.toString('base64') };
}

function unused(): never {
  throw new Error('the simulation uses no such port');
}

function seededKeys(seeded: Seeded): Keys {
  const root = pairFrom(seeded);
  const device = pairFrom(seeded);
  const self = {
    person: nodeCrypto.sha256(root.publicKey),
    rootKey: root.publicKey,
    device: device.publicKey,
  };
  let log: string | null = null;
  let card: readonly string[] = [];
  return {
    self: () => Promise.resolve({ ...self, log }),
    create: () => Promise.resolve(done(self)),
    setCard: (id, lines) => {
      log = id;
      card = lines;
      return Promise.resolve(done(null));
    },
    cardLines: () => Promise.resolve(card),
    sign: (by, message) => Promise.resolve(signWith(by === 'root' ? root : device, message)),
    protection: () => 'file',
    // Nobody lodges in a schedule: any point of the curve does.
    encryptionKey: () => Promise.resolve(nodeCrypto.sha256(`encryption ${self.person}`)),
    decrypt: unused,
    conceal: unused,
    unconceal: unused,
    backUp: unused,
    restore: unused,
  };
}

/** One person's catalogue, in memory: it outlives a restart. A worker and a file for every schedule would fill the machine. */
function ownCatalogue(): Catalogues {
  const entries = new Map<string, CatalogueEntry>();
  const one = {
    all: () => Promise.resolve([...entries.values()]),
    put: (more: readonly CatalogueEntry[]) => {
      for (const entry of more) entries.set(entry.folder, entry);
      return Promise.resolve();
    },
    drop: (folders: readonly string[]) => {
      for (const folder of folders) entries.delete(folder);
      return Promise.resolve();
    },
  };
  return { of: () => one };
}

/** One of the people of a simulation: real services and storage over a disk in memory, with a clock that is wrong. */
export class SimulatedPerson {
  readonly name: string;
  readonly disk = new ReplicaFileSystem(shared);
  readonly ports: Ports;
  scope: Scope;
  /** Records that the application said were saved. */
  readonly acknowledged = new Set<string>();
  device = '';
  #time: number;

  /** `rest` are the ports that no schedule calls. */
  constructor(name: string, seeded: Seeded, rest: Ports) {
    this.name = name;
    // Up to twelve hours fast or slow.
    this.#time = Date.UTC(2026, 9, 5, 9) + (seeded.below(24 * 60) - 12 * 60) * 60_000;
    const random = { hex: (count: number): string => seeded.hex(count) };
    const profile = new Profile(this.disk, '/profile');
    const folder = { grant: 'team', name: 'Team' };
    const settings = rest.settings.read();
    this.ports = {
      ...rest,
      clock: { now: () => (this.#time += 1000) },
      random,
      crypto: nodeCrypto,
      keys: seededKeys(seeded),
      workspaces: new DiskWorkspaces(this.disk, () => shared, nodeCrypto.sha256),
      witness: profile.witness('witness'),
      workspaceWitness: new SeenWorkspaces((workspace) => profile.seenFile(workspace)),
      journal: profile.journal(),
      readMarks: profile.readMarks(),
      settings: { read: () => settings, write: () => done(null) },
      grants: {
        readFile: unused,
        grantBytes: unused,
        folderOfRecent: () => folder,
        rememberFolder: () => Promise.resolve(done('team')),
        ownFolder: unused,
      },
      resources: { ...rest.resources, frameworks: () => Promise.resolve([soundFramework]) },
      windows: { send: () => undefined, broadcast: () => undefined },
      catalogues: ownCatalogue(),
      lockedBy: null,
    };
    this.scope = this.#freshScope();
  }

  async introduce(): Promise<void> {
    const card = { name: this.name, post: 'Inspector', registration: '', years: 3 };
    need(await introduce(this.scope, { card }));
    this.device = (await this.ports.keys.self())?.device ?? '';
  }

  /** Opens the folder, or makes it; what was remembered in memory is gone, as after a restart. */
  async open(make = false): Promise<boolean> {
    this.scope = this.#freshScope();
    const folder = { grant: 'team', name: 'Team' };
    if (make) return (await createWorkspace(this.scope, { folder: folder.grant, name: 'Team' })).ok;
    return (await openWorkspace(this.scope, folder, await this.ports.workspaces.open(folder))).ok;
  }

  #freshScope(): Scope {
    return {
      ports: this.ports,
      session: { window: this.name, opened: null },
      queue: workQueue(),
      jobs: new Map(),
    };
  }
}
