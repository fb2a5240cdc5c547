import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

function isReport(value: unknown): value is { summary: { violations: Violation[]; totalCruised: number } } {
  return typeof value === 'object' && value !== null && 'summary' in value;
}

/**
 * A copy of the source that the cruiser can read whole: it follows imports of TypeScript and not of Svelte, so each
 * component's script stands in the copy as a file of its own, where an import of the component finds it.
 */
function readableCopy(extra: readonly (readonly [string, string, string])[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'plumbline-directions-'));
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, name), join(copy, name));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  mkdirSync(join(copy, 'test'), { recursive: true });
  writeFileSync(join(copy, 'test', 'seeded.ts'), 'export {};\n');
  for (const [, file, text] of extra) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${text}\n`);
  }
  for (const name of readdirSync(join(copy, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.svelte')) continue;
    const path = join(copy, 'src', name);
    const script = /<script lang="ts">([^]*?)<\/script>/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
    writeFileSync(`${path}.tsx`, script);
    rmSync(path);
  }
  return copy;
}

function cruise(folder: string): { violations: readonly Violation[]; files: number } {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  const report: unknown = JSON.parse(stdout === '' ? 'null' : stdout);
  if (!isReport(report)) throw new Error(`the cruise gave no report: ${stderr}`);
  return { violations: report.summary.violations, files: report.summary.totalCruised };
}

/** For each rule a file that breaks it, by the rule's name: where it stands and what it imports. */
const seeded: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-cycles', 'src/shared/seeded/a.ts', "import './b.ts';"],
  ['subjects-are-pure', 'src/shared/seeded/b.ts', "import './a.ts';\nimport '../ipc/grant.ts';"],
  ['shared-knows-shared-only', 'src/shared/seeded/c.ts', "import '../../main/ports/ports.ts';"],
  ['no-orphans', 'src/shared/seeded/alone.ts', 'export const alone = 1;'],
  ['contract-knows-shared-only', 'src/shared/ipc/seeded.ts', "import '../../main/ports/ports.ts';"],
  [
    'application-knows-ports-and-subjects',
    'src/main/application/seeded.ts',
    "import '../storage/split-lines.ts';",
  ],
  [
    'storage-knows-ports-and-subjects',
    'src/main/storage/seeded.ts',
    "import '../application/session/session.ts';",
  ],
  ['identity-knows-ports-and-subjects', 'src/main/identity/seeded.ts', "import '../storage/split-lines.ts';"],
  [
    'documents-know-ports-and-subjects',
    'src/main/documents/seeded.ts',
    "import '../storage/split-lines.ts';",
  ],
  ['checks-know-subjects-and-english', 'src/main/checks/seeded.ts', "import '../ports/ports.ts';"],
  ['english-lives-in-checks', 'src/main/work/seeded.ts', "import 'compromise';"],
  [
    'hosts-know-contract-and-ports',
    'src/main/hosts/seeded.ts',
    "import '../application/session/session.ts';",
  ],
  ['preload-knows-the-contract', 'src/preload/seeded.ts', "import '../main/ports/ports.ts';"],
  ['renderer-is-a-web-page', 'src/renderer/lib/seeded.ts', "import '../../main/ports/ports.ts';"],
  ['renderer-has-no-node', 'src/renderer/lib/seeded-node.ts', "import 'node:fs';"],
  ['shared-has-no-node', 'src/shared/seeded/node.ts', "import 'node:crypto';"],
  ['application-has-no-node', 'src/main/application/seeded-node.ts', "import 'node:fs';"],
  ['subjects-keep-apart', 'src/renderer/write/seeded.ts', "import '../revisions/folds.ts';"],
  [
    'subjects-keep-apart',
    'src/renderer/people/Seeded.svelte',
    `<script lang="ts">import '../revisions/folds.ts';</script>`,
  ],
  ['lib-knows-no-subject', 'src/renderer/lib/seeded-subject.ts', "import '../revisions/folds.ts';"],
  ['electron-at-its-edges', 'src/main/hosts/seeded-electron.ts', "import 'electron';"],
  ['electron-store-in-one-adapter', 'src/main/hosts/seeded-store.ts', "import 'electron-store';"],
  ['nothing-imports-tests', 'src/main/seeded-test.ts', "import '../../test/seeded.ts';"],
];

describe('directions of imports', () => {
  it('hold in the source', () => {
    const copy = readableCopy([]);
    const { violations, files } = cruise(copy);
    rmSync(copy, { recursive: true, force: true });
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    expect(files).toBeGreaterThan(150);
  });

  describe('are reported where they are broken', () => {
    let copy = '';
    let found: readonly Violation[] = [];

    beforeAll(() => {
      copy = readableCopy(seeded);
      found = cruise(copy).violations;
    }, 120_000);
    afterAll(() => rmSync(copy, { recursive: true, force: true }));

    it.each(seeded)('%s in %s', (rule, file) => {
      expect(
        found.filter(
          (violation) => violation.rule.name === rule && violation.from.replace(/\.tsx$/, '') === file,
        ),
      ).not.toEqual([]);
    });

    it('and nothing else is reported for the untouched files', () => {
      const touched = new Set(seeded.map(([, file]) => file));
      expect(found.filter((violation) => !touched.has(violation.from.replace(/\.tsx$/, '')))).toEqual([]);
    });
  });
});
