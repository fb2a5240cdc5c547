import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { tellsOfChanges } from './tells-of-changes.ts';

/** What the file system says of a folder that is listened to. */
export type FolderEvent =
  /** Something at a path came, changed or went. */
  | { readonly kind: 'touched'; readonly path: string }
  /** The folder itself, or a part by which a workspace is known, went. */
  | { readonly kind: 'gone' }
  /** From now on every change is told; what came before may have been missed. */
  | { readonly kind: 'ready' }
  /** Nothing more is told: there is too much to listen to, or the folder went. */
  | { readonly kind: 'failed' };

/** A folder that is listened to until it is stopped. */
export interface FolderListener {
  /** Listens to one more folder, where not all are. */
  readonly attend: (path: string) => void;
  readonly stop: () => Promise<void>;
}

const inside = ['drafts', 'people', 'presence'];

/** Listens to a workspace's drafts, people and presence by the file system's events, following no link. */
function listenTo(root: string, depth: number, hear: (event: FolderEvent) => void): FolderListener {
  const watcher = watch(root, {
    depth,
    followSymlinks: false,
    ignoreInitial: true,
    ignorePermissionErrors: true,
    persistent: false,
    ignored: (path) => {
      const [top = '', , file = ''] = relative(root, path).split(sep);
      return top !== '' && (!inside.includes(top) || file === 'attachments');
    },
  });
  watcher.on('all', (event, path) => {
    const place = relative(root, path);
    hear(
      event === 'unlinkDir' && (place === '' || inside.includes(place))
        ? { kind: 'gone' }
        : { kind: 'touched', path },
    );
  });
  watcher.on('ready', () => {
    hear({ kind: 'ready' });
  });
  watcher.on('error', () => {
    hear({ kind: 'failed' });
  });
  return { attend: (path) => void watcher.add(path), stop: () => watcher.close() };
}

/** Time and the file system's events, which a test makes itself. */
export interface WatchSurroundings {
  readonly now: () => number;
  /** Runs something after so many ms; what it answers takes that back. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly tellsOfChanges: (root: string) => Promise<boolean>;
  readonly listen: (root: string, depth: number, hear: (event: FolderEvent) => void) => FolderListener;
}

/** The computer's own clock and file system. */
export const ownSurroundings: WatchSurroundings = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return () => {
      clearTimeout(timer);
    };
  },
  tellsOfChanges,
  listen: listenTo,
};
