import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { copyNames } from '../storage/copy-names.ts';

/** A workspace of one draft on disk, to be made awkward. */
export interface Tree {
  readonly root: string;
  /** The draft's folder, the one log in it, its attached file, and the one card. */
  readonly draft: string;
  readonly log: string;
  readonly attached: string;
  readonly card: string;
  /** A folder beside the workspace with a whole copy of the draft's folder in it, called `draft`. */
  readonly outside: string;
  /** A record of the same device that was signed as number 9,000,000,000,000,000. */
  readonly farAhead: string;
}

/** One way to make a tree awkward, whether verification passes then, and the places it names as no ordinary files. */
export interface Awkward {
  readonly what: string;
  readonly make: (tree: Tree) => void | Promise<void>;
  readonly ok: boolean;
  readonly named?: (tree: Tree) => readonly string[];
}

const folderOf = ({ draft }: Tree): string => `drafts/${basename(draft)}`;
const inDraft = (name: string) => (tree: Tree) => [`${folderOf(tree)}/${name}`];
const isWindows = process.platform === 'win32';

function pipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

/** A socket that stays behind when its server is gone; it is made by a short name, since paths of sockets are short. */
async function socket(path: string): Promise<void> {
  const server = createServer();
  const here = process.cwd();
  process.chdir(join(path, '..'));
  await new Promise<void>((resolve) => server.listen(basename(path), resolve));
  const kept = `${path}.kept`;
  renameSync(path, kept);
  process.chdir(here);
  await new Promise((resolve) => server.close(resolve));
  renameSync(kept, path);
}

/** What systems and services leave in every folder: files, and folders with something in them. */
const leftFiles = [
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  'Icon\r',
  '~$report.docx',
  '.~lock.report.odt#',
  '.stignore',
  '.dropbox',
  '.owncloudsync.log',
  '.fuse_hidden0000001a',
  '.nfs000000000123',
];
const leftFolders = [
  '.stfolder',
  '.stversions',
  '.sync',
  '.dropbox.cache',
  '.Trash-1000',
  '$RECYCLE.BIN',
  '@eaDir',
  '#recycle',
  '__MACOSX',
];

const debris: readonly Awkward[] = [
  ...leftFiles.map((name): Awkward => ({
    what: `${JSON.stringify(name)} in every folder`,
    make: ({ root, draft, attached }) => {
      for (const folder of [root, join(root, 'drafts'), join(root, 'people'), draft, join(attached, '..')])
        writeFileSync(join(folder, name), Buffer.from([0, 5, 22, 7, 0, 255]));
    },
    ok: true,
  })),
  ...leftFolders.map((name): Awkward => ({
    what: `a folder ${name} in every folder`,
    make: ({ root, draft, log, attached }) => {
      for (const folder of [root, join(root, 'drafts'), join(root, 'people'), draft, join(attached, '..')]) {
        mkdirSync(join(folder, name));
        copyFileSync(log, join(folder, name, 'an older log.jsonl'));
      }
    },
    ok: true,
  })),
  ...[
    (file: string) => `._${file}`,
    (file: string) => `.syncthing.${file}.tmp`,
    (file: string) => `${file}.partial`,
    (file: string) => `${file}.crdownload`,
  ].map((name): Awkward => ({
    what: `half a copy called ${name('x.jsonl')}`,
    make: ({ log }) => {
      writeFileSync(join(log, '..', name(basename(log))), readFileSync(log).subarray(0, 100));
    },
    ok: true,
  })),
];

const copies: readonly Awkward[] = [
  ...copyNames
    .filter((_copy, at) => at % 4 === 0)
    .map(([service, name]): Awkward => ({
      what: `a copy of the log as ${service} names it`,
      make: ({ log }) => {
        copyFileSync(log, join(log, '..', `${name(basename(log, '.jsonl'))}.jsonl`));
      },
      ok: true,
    })),
  {
    what: 'an older copy of the log and of the card',
    make: ({ log, card }) => {
      for (const path of [log, card]) {
        const [first = ''] = readFileSync(path, 'utf8').split('\n');
        writeFileSync(path.replace('.jsonl', ' (1).jsonl'), `${first}\n`);
      }
    },
    ok: true,
  },
  {
    what: 'a log whose earlier part stands in a copy',
    make: ({ log }) => {
      const lines = readFileSync(log, 'utf8').split('\n');
      writeFileSync(log.replace('.jsonl', ' (conflicted copy).jsonl'), `${lines.slice(0, 2).join('\n')}\n`);
      writeFileSync(log, lines.slice(2).join('\n'));
    },
    ok: true,
  },
  {
    what: 'a second folder of the draft',
    make: ({ draft }) => {
      cpSync(draft, `${draft} (1)`, { recursive: true });
    },
    ok: true,
  },
  {
    what: 'a second folder of the draft, with half of its log, and one of which nothing came yet',
    make: ({ draft, log }) => {
      mkdirSync(`${draft}-DESKTOP-7Q2K9L1`);
      mkdirSync(`${draft} (2)`);
      const lines = readFileSync(log, 'utf8').split('\n');
      writeFileSync(join(`${draft}-DESKTOP-7Q2K9L1`, basename(log)), `${lines.slice(0, 2).join('\n')}\n`);
    },
    ok: true,
  },
  {
    what: 'a log of which only the name has arrived',
    make: ({ log }) => {
      renameSync(log, `${log}.icloud`);
    },
    ok: false,
  },
];

/** Something that is no ordinary file, put at a path. */
const oddities: readonly (readonly [
  what: string,
  put: (path: string, tree: Tree) => void | Promise<void>,
])[] = [
  [
    'a link to a whole log',
    (path, { log, outside }) => symlinkSync(join(outside, 'draft', basename(log)), path),
  ],
  ['a link to nothing', (path, { outside }) => symlinkSync(join(outside, 'nothing'), path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
  ['a folder', (path) => mkdirSync(path)],
  ...(isWindows
    ? []
    : ([
        ['a link to an endless device', (path: string) => symlinkSync('/dev/zero', path)],
        ['a pipe', pipe],
        ['a socket', socket],
      ] as const)),
];

const odd: readonly Awkward[] = [
  ...oddities.map(([what, put]): Awkward => ({
    what: `${what} that has the name of a log`,
    make: (tree) => put(join(tree.draft, 'x.jsonl'), tree),
    ok: false,
    named: inDraft('x.jsonl'),
  })),
  ...oddities.map(([what, put]): Awkward => ({
    what: `${what} in the place of the log`,
    make: async (tree) => {
      rmSync(tree.log);
      await put(tree.log, tree);
    },
    ok: false,
  })),
  ...oddities.map(([what, put]): Awkward => ({
    what: `${what} that has the name of a card`,
    make: (tree) => put(join(tree.root, 'people', 'x.jsonl'), tree),
    ok: false,
    named: () => ['people/x.jsonl'],
  })),
  ...oddities.map(([what, put]): Awkward => ({
    what: `${what} among the attached files`,
    make: (tree) => put(join(tree.attached, '..', 'f'.repeat(64)), tree),
    ok: false,
    named: inDraft(`attachments/${'f'.repeat(64)}`),
  })),
  ...oddities
    .filter(([what]) => what !== 'a folder')
    .map(([what, put]): Awkward => ({
      what: `${what} among the drafts`,
      make: (tree) => put(join(tree.root, 'drafts', 'westmere-0a1b2c3d'), tree),
      ok: false,
      named: () => ['drafts/westmere-0a1b2c3d'],
    })),
  ...oddities.map(([what, put]): Awkward => ({
    what: `${what} as plumbline.json`,
    make: async (tree) => {
      rmSync(join(tree.root, 'plumbline.json'));
      await put(join(tree.root, 'plumbline.json'), tree);
    },
    ok: false,
  })),
  ...['presence', 'calendars', 'frameworks'].flatMap((folder) =>
    oddities
      .filter((_oddity, at) => at % 3 === 0)
      .map(([what, put]): Awkward => ({
        what: `${what} among the files of ${folder}`,
        make: async (tree) => {
          mkdirSync(join(tree.root, folder));
          await put(join(tree.root, folder, 'x.json'), tree);
        },
        ok: true,
        named: () => [`${folder}/x.json`],
      })),
  ),
  {
    what: 'a link to a whole copy in the place of the draft’s folder',
    make: ({ draft, outside }) => {
      rmSync(draft, { recursive: true });
      symlinkSync(join(outside, 'draft'), draft);
    },
    ok: false,
    named: (tree) => [folderOf(tree)],
  },
  ...oddities.map(([what, put]): Awkward => ({
    what: `${what} that has the name of a log of the workspace`,
    make: (tree) => put(join(tree.root, 'workspace', 'x.jsonl'), tree),
    ok: false,
    named: () => ['workspace/x.jsonl'],
  })),
  ...['audits', 'programme', 'audits/northmere'].map((folder): Awkward => ({
    what: `a link to a whole copy in the place of ${folder}`,
    make: ({ root, outside }) => {
      mkdirSync(join(root, folder, '..'), { recursive: true });
      symlinkSync(join(outside, 'draft'), join(root, folder));
    },
    ok: false,
    named: () => [folder],
  })),
  ...oddities.flatMap(([what, put]) =>
    ['audits/northmere', 'programme'].map((folder): Awkward => ({
      what: `${what} that has the name of a log in ${folder}`,
      make: (tree) => {
        mkdirSync(join(tree.root, folder), { recursive: true });
        return put(join(tree.root, folder, 'x.jsonl'), tree);
      },
      ok: false,
      named: () => [`${folder}/x.jsonl`],
    })),
  ),
  {
    what: 'empty folders of audits and the programme, and what services keep there',
    make: ({ root }) => {
      for (const folder of ['audits/northmere', 'audits/.stfolder', 'programme/.stfolder'])
        mkdirSync(join(root, folder), { recursive: true });
      for (const folder of ['audits', 'audits/northmere', 'programme'])
        writeFileSync(join(root, folder, '.DS_Store'), 'x');
    },
    ok: true,
    named: () => [],
  },
  ...['drafts', 'people', 'workspace'].map((folder): Awkward => ({
    what: `a link to a whole copy in the place of ${folder}`,
    make: ({ root, outside }) => {
      renameSync(join(root, folder), join(outside, folder));
      symlinkSync(join(outside, folder), join(root, folder));
    },
    ok: false,
  })),
  {
    what: 'a file in the place of drafts',
    make: ({ root }) => {
      rmSync(join(root, 'drafts'), { recursive: true });
      writeFileSync(join(root, 'drafts'), 'x');
    },
    ok: false,
  },
  {
    what: 'a link in the place of presence, of calendars and of frameworks',
    make: ({ root, outside }) => {
      for (const name of ['presence', 'calendars', 'frameworks']) symlinkSync(outside, join(root, name));
    },
    ok: true,
    named: () => ['calendars', 'frameworks', 'presence'],
  },
  {
    what: 'a link in the place of the attachments',
    make: ({ attached, outside }) => {
      renameSync(join(attached, '..'), join(outside, 'attachments'));
      symlinkSync(join(outside, 'attachments'), join(attached, '..'));
    },
    ok: false,
    named: inDraft('attachments'),
  },
];

const missing: readonly Awkward[] = [
  {
    what: 'no drafts folder',
    make: ({ root }) => {
      rmSync(join(root, 'drafts'), { recursive: true });
    },
    ok: true,
  },
  {
    what: 'no people folder',
    make: ({ root }) => {
      rmSync(join(root, 'people'), { recursive: true });
    },
    ok: false,
  },
  {
    what: 'no folder of the workspace’s own log',
    make: ({ root }) => {
      rmSync(join(root, 'workspace'), { recursive: true });
    },
    ok: false,
  },
  {
    what: 'only a copy of plumbline.json',
    make: ({ root }) => {
      renameSync(join(root, 'plumbline.json'), join(root, 'plumbline (1).json'));
    },
    ok: true,
  },
  {
    what: 'a changed plumbline.json',
    make: ({ root }) => {
      const path = join(root, 'plumbline.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('Team', 'Tean'));
    },
    ok: false,
  },
  {
    what: 'a plumbline.json of two megabytes',
    make: ({ root }) => {
      truncateSync(join(root, 'plumbline.json'), 2_000_000);
    },
    ok: false,
  },
  {
    what: 'a folder that no workspace is',
    make: ({ root }) => {
      rmSync(join(root, 'plumbline.json'));
    },
    ok: false,
  },
];

const heavy: readonly Awkward[] = [
  {
    what: 'a log of eight gigabytes without a line’s end',
    make: ({ log }) => {
      truncateSync(log, 8_000_000_000);
    },
    ok: false,
  },
  {
    what: 'a log of three million line feeds',
    make: ({ draft }) => {
      writeFileSync(join(draft, 'x.jsonl'), Buffer.alloc(3_000_000, 10));
    },
    ok: false,
  },
  {
    what: 'a log as large as all may be together, which keeps no other from being read',
    make: ({ draft }) => {
      const path = join(draft, '0.jsonl');
      writeFileSync(path, '');
      truncateSync(path, 536_870_912);
    },
    ok: false,
  },
  {
    what: 'a line of three megabytes',
    make: ({ log }) => {
      appendFileSync(log, `${JSON.stringify('x'.repeat(3_000_000))}\n`);
    },
    ok: false,
  },
  {
    what: 'a line nested half a million deep',
    make: ({ log }) => {
      appendFileSync(log, `${'['.repeat(500_000)}${']'.repeat(500_000)}\n`);
    },
    ok: false,
  },
  {
    what: 'a record numbered 9,000,000,000,000,000',
    make: ({ log, farAhead }) => {
      appendFileSync(log, `${farAhead}\n`);
    },
    ok: false,
  },
  {
    what: 'a thousand empty logs',
    make: ({ draft }) => {
      for (let at = 0; at < 1000; at += 1) writeFileSync(join(draft, `${at}.jsonl`), '');
    },
    ok: true,
  },
  {
    what: 'a log that holds one empty line',
    make: ({ draft }) => {
      writeFileSync(join(draft, 'x.jsonl'), '\n');
    },
    ok: false,
  },
  ...['constructor', '__proto__', 'toString'].flatMap((name): readonly Awkward[] => [
    {
      what: `empty logs and folders called ${name}`,
      make: ({ root, draft }) => {
        mkdirSync(join(root, 'drafts', name));
        for (const folder of [draft, join(root, 'people')]) writeFileSync(join(folder, `${name}.jsonl`), '');
      },
      ok: true,
    },
    {
      what: `a log whose one line is the word ${name}`,
      make: ({ draft }) => {
        writeFileSync(join(draft, `${name}.jsonl`), `${JSON.stringify(name)}\n`);
      },
      ok: false,
    },
  ]),
  ...(isWindows
    ? []
    : [
        {
          what: 'a folder whose name ends the line and forges another',
          make: ({ root }: Tree) => {
            mkdirSync(join(root, 'drafts', 'x\nbroken  drafts, line 1: forged'));
          },
          ok: true,
        },
      ]),
];

/** The trees, each from a whole workspace. */
export const awkwardTrees: readonly Awkward[] = [...debris, ...copies, ...odd, ...missing, ...heavy];
