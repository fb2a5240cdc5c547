import { protocolSchema } from '../../shared/audits/protocol.ts';
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { arch, availableParallelism, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Clock, CsvTable, Dialogs, Ports, Resources, Settings, Windows } from '../ports/ports.ts';
import { findBrowser } from '../documents/find-browser.ts';
import { pagesOfPlaces, printingAccessibly } from '../documents/pdf/accessible-pdf.ts';
import { printingAsPlumbline } from '../documents/named-by-plumbline.ts';
import { printWithBrowser } from '../documents/print-with-browser.ts';
import { readNotices } from '../documents/read-notices.ts';
import { shippedFonts } from '../documents/shipped-fonts.ts';
import type { PrintPdf } from '../ports/printing-port.ts';
import { bankHolidays } from '../calendars/bank-holidays.ts';
import { nodeHpke } from '../identity/hpke.ts';
import { KeyStore, memoryKeys, type SecretBox } from '../identity/key-store.ts';
import { nodeCrypto } from '../identity/node-crypto.ts';
import { diskFileSystem, privateFileSystem } from '../storage/disk-file-system.ts';
import { asManaged, managedFile } from '../storage/managed-settings.ts';
import { judgmentFile } from '../storage/judgment-file.ts';
import { DiskWorkspaces } from '../storage/disk-workspaces.ts';
import type { FileSystem } from '../storage/file-system.ts';
import { outcomesIn } from '../storage/kept-outcomes.ts';
import { PathGrants } from '../storage/path-grants.ts';
import { searchIn } from '../work/search-client.ts';
import { documentsIn } from '../work/document-client.ts';
import { surveyorsIn } from '../work/survey-client.ts';
import type { WorkerFiles } from '../work/worker-files.ts';
import { heavyWorkIn } from '../work/heavy-work-client.ts';
import { Profile } from '../storage/profile.ts';
import { takeProfileLock } from '../storage/profile-lock.ts';
import { SeenWorkspaces } from '../storage/seen-workspaces.ts';
import { checkTemplate } from '../../shared/documents/document-template.ts';
import { checkFramework } from '../../shared/framework/check-framework.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import type { FileGrant } from '../../shared/ipc/grant.ts';
import { workerCalls } from '../work/worker-calls.ts';
import type { Catalogue, Catalogues } from '../ports/catalogue-port.ts';
import type { CheckReport } from '../ports/report-checks-port.ts';

/** What differs from host to host. */
export interface HostParts {
  /** The application's own data folder. */
  readonly profile: string;
  /** The folder of shipped resources. */
  readonly resources: string;
  /** The folder of what a build says of itself; null or left out where nothing was built. */
  readonly notices?: string | null;
  readonly version: string;
  /** The file of an organisation's settings; where administrators of this system keep it, where it is left out. */
  readonly managed?: string | undefined;
  readonly workers: WorkerFiles;
  readonly settings: Settings;
  readonly secretBox: SecretBox;
  readonly dialogs: (grants: PathGrants) => Dialogs;
  readonly windows: Windows;
  readonly fileSystem?: FileSystem;
  readonly clock?: Clock;
  /** Prints PDF; an installed browser does where the host has no printing of its own. */
  readonly printPdf?: PrintPdf;
}

/** What use cases are given, with the grants that only hosts look behind. */
export interface ComposedPorts {
  readonly ports: Ports;
  readonly grants: PathGrants;
  /** Files to open that no window has taken yet. */
  readonly opened: FileGrant[];
  /** Gives the profile's lock back. */
  readonly release: () => void;
}

async function shippedFrameworks(root: string): Promise<readonly Framework[]> {
  const names = (await readdir(root)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const checked = checkFramework(JSON.parse(await readFile(join(root, name), 'utf8')));
      if (!checked.ok)
        throw new Error(`${name}: ${checked.problems[0]?.place ?? ''} ${checked.problems[0]?.message ?? ''}`);
      return checked.framework;
    }),
  );
}

/** What ships, by folder: it stays as it is while a process runs, so it is checked once, and again where reading failed. */
const frameworksRead = new Map<string, Promise<readonly Framework[]>>();

function shippedResources(folder: string, notices: string | null): Resources {
  return {
    frameworks: () => {
      const root = join(folder, 'frameworks');
      const reading = frameworksRead.get(root) ?? shippedFrameworks(root);
      frameworksRead.set(root, reading);
      reading.catch(() => frameworksRead.delete(root));
      return reading;
    },
    protocols: async () => {
      const root = join(folder, 'protocols');
      const names = (await readdir(root)).filter((name) => name.endsWith('.json')).sort();
      return Promise.all(
        names.map(async (name) => protocolSchema.parse(JSON.parse(await readFile(join(root, name), 'utf8')))),
      );
    },
    template: async (id = 'house') => {
      const read = checkTemplate(JSON.parse(await readFile(join(folder, 'templates', `${id}.json`), 'utf8')));
      if (!read.ok)
        throw new Error(`${id}.json: ${read.problems[0]?.place ?? ''} ${read.problems[0]?.message ?? ''}`);
      return read.template;
    },
    fonts: () => shippedFonts(join(folder, 'fonts')),
    built: () => readNotices(notices),
    sampleText: (name) => readFile(join(folder, 'sample', name), 'utf8'),
  };
}

function runsOn(): readonly string[] {
  const { electron, chrome, node } = process.versions;
  const host = 'electron' in process.versions ? `Electron ${electron}, Chromium ${chrome}` : 'browser window';
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [`Host: ${host}, Node ${node}`, `System: ${platform()} ${release()}, ${arch()}, ${gibibytes} GiB`];
}

/**
 * The ports, put together once for every host. Libraries that few sittings use (Word, calendars, time-stamps) are loaded
 * when they are asked for: a command that lists drafts waits for none of them.
 */
export function composePorts(parts: HostParts): ComposedPorts {
  const clock = parts.clock ?? { now: () => Date.now() };
  const fs = parts.fileSystem ?? diskFileSystem;
  const lock = takeProfileLock(parts.profile, new Date(clock.now()).toISOString());
  const random = { hex: (count: number): string => randomBytes(count).toString('hex') };
  const own = parts.fileSystem ?? privateFileSystem;
  const profile = new Profile(own, parts.profile);
  const grants = new PathGrants(own, parts.profile);
  const opened: FileGrant[] = [];
  const pathOf = (grant: string): string | null => grants.pathOf(grant);
  const ports: Ports = {
    openedFiles: { take: () => opened.splice(0) },
    runsOn,
    clock,
    random,
    crypto: nodeCrypto,
    keys: new KeyStore(profile.identityFile(), parts.secretBox),
    hpke: nodeHpke,
    makeKeys: memoryKeys,
    witness: profile.witness('witness'),
    workspaceWitness: new SeenWorkspaces((workspace) => profile.seenFile(workspace), lock.lockedBy === null),
    looked: profile.witness('looked'),
    journal: profile.journal(),
    readMarks: profile.readMarks(),
    ...asManaged(parts.managed ?? managedFile(process.env, platform()), {
      settings: parts.settings,
      workspaces: new DiskWorkspaces(fs, pathOf, nodeCrypto.sha256),
      profile: parts.profile,
      pathOf,
    }),
    dialogs: parts.dialogs(grants),
    grants,
    resources: shippedResources(parts.resources, parts.notices ?? null),
    documents: {
      ...documentsIn(parts.workers.documents),
      documentAsWord: async (document, style) =>
        (await import('../documents/document-as-word.ts')).documentAsWord(document, style),
      tableAsCsv,
      pagesOfPlaces,
      comparisonAsWord: async (comparison) =>
        (await import('../documents/comparison-as-word.ts')).comparisonAsWord(comparison),
    },
    printPdf: printingAccessibly(printingAsPlumbline(parts.printPdf ?? printWithBrowser(findBrowser))),
    clocks: {
      bankHolidays,
      clocksAsCalendar: async (calendar) =>
        (await import('../documents/clocks-as-calendar.ts')).clocksAsCalendar(calendar),
    },
    timeStamps: {
      request: async (sha256, nonce) =>
        (await import('../timestamps/pki-time-stamps.ts')).pkiTimeStamps.request(sha256, nonce),
      read: async (response, sha256) =>
        (await import('../timestamps/pki-time-stamps.ts')).pkiTimeStamps.read(response, sha256),
    },
    windows: parts.windows,
    heavyWork: heavyWorkIn(parts.workers.heavy),
    outcomes: outcomesIn(profile.outcomesFile()),
    checkReport: checksIn(parts.workers.checks),
    search: searchIn(parts.profile, parts.workers.search),
    readJudgment: judgmentFile,
    catalogues: cataloguesIn(parts.profile, parts.workers.catalogue),
    surveyors: surveyorsIn(parts.workers.survey, Math.min(4, availableParallelism())),
    version: parts.version,
    profileFolder: parts.profile,
    lockedBy: lock.lockedBy,
  };
  return { ports, grants, opened, release: lock.release };
}

/**
 * A table as CSV in UTF-8 with its mark, so that Excel reads accents. A cell that begins with = + - @ or a
 * tab is led by an apostrophe: no program takes it for a formula.
 */
export async function tableAsCsv({ columns, rows, abbreviations }: CsvTable): Promise<Uint8Array> {
  const { stringify } = await import('csv-stringify/sync');
  const terms = abbreviations.map(({ short, long }) => ['Abbreviation', short, long]);
  // A cell that looks guarded itself gets one apostrophe more, which is taken off when it is read.
  const guarded = (cell: string | number): string | number =>
    typeof cell === 'string' && /^'+[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  const text = stringify([[...columns], ...rows.map((row) => row.map(guarded)), ...terms], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    // A line feed alone ends a row for most programs too.
    quoted_match: /[\r\n]/u,
  });
  return new TextEncoder().encode(text);
}

/** Catalogues, each workspace's in a worker thread of its own and a file of the profile's index folder. */
function cataloguesIn(profile: string, worker: string): Catalogues {
  const open = new Map<string, Catalogue>();
  return {
    of: (workspace) => {
      const known = open.get(workspace);
      if (known !== undefined) return known;
      const name = `list-${workspace.replaceAll(/[^a-z0-9-]/giu, '')}.sqlite`;
      const call = workerCalls(worker, join(profile, 'index', name));
      const made: Catalogue = {
        all: () => call('all'),
        put: (entries) => call('put', entries),
        drop: (folders) => call('drop', folders),
      };
      open.set(workspace, made);
      return made;
    },
  };
}

/** Checks reports in a worker thread of its own, so that typing waits for no long comparison. */
export function checksIn(worker: string): CheckReport {
  const call = workerCalls(worker);
  return (report, framework) => call('checkReport', report, framework);
}
