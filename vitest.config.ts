import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { contract } from './src/shared/ipc/contract.ts';

// Worker threads and processes that tests start read hundreds of sources each: what Node makes of one is kept for the next.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'compiled');

/** What takes longest begins first: where it came last, the other core would have nothing to do. */
const longest = [
  'packaging/package',
  'attacks/attacks',
  'commands/standalone-verifier',
  'commands/verify',
  'documents/hostile-documents',
  'faults/faults',
  'faults/kills',
  'report/read-report',
  'agreement/interval-coverage',
  'workspace/list-drafts',
  'simulation/five-people',
  'storage/conflicted-copies',
].map((name) => `${name}.test.ts`);

/** Vitest's own order, by the time of the last run or by size, behind the longest. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      longest.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  define: { channelNames: JSON.stringify(Object.keys(contract)) },
  // State classes of the window are tested as it compiles them, with Svelte's client, in Node and without a DOM.
  plugins: [
    svelte({
      configFile: false,
      compilerOptions: { runes: true },
      dynamicCompileOptions: () => ({ generate: 'client' }),
    }),
  ],
  resolve: {
    alias: [
      {
        find: /^svelte$/,
        replacement: join(import.meta.dirname, 'node_modules', 'svelte', 'src', 'index-client.js'),
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/e2e/**',
      'test/benchmark/**',
      // Packs whole packages and builds a second time, a minute of a processor: test:full and the workflow of packages do.
      ...(process.env['PLUMBLINE_FULL'] === '1' ? [] : ['test/packaging/package.test.ts']),
    ],
    environment: 'node',
    sequence: { sequencer: LongestFirst },
    // Vitest leaves one core free: on two it would run one file after another.
    maxWorkers: availableParallelism(),
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // The other core may be at something else.
    expect: { poll: { timeout: 20_000 } },
    allowOnly: false,
    passWithNoTests: false,
  },
});
