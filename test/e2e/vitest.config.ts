import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Two files run at a time where there are two cores (measured in whole runs on two: 708 s beside 906 s one by one);
// PLUMBLINE_E2E_WORKERS says another number.
const workers = Number(process.env['PLUMBLINE_E2E_WORKERS'] ?? Math.min(2, availableParallelism()));
// What these press they press in the browser host, whichever host the run asks for: once is enough.
const inBrowserOnly = ['test/e2e/crawl.e2e.ts', 'test/e2e/random-walk.e2e.ts'];
// Ten people at some thirty windows and four from empty homes, a round on five copies of its folder, a real report to its
// publication, and two people who do anything in any order: test:full alone has them. Each run has two people from empty homes
// to a seal, in blank-draft-to-seal, a panel of four, in panel, copies in conflicts-in-a-round, the same
// documents and verifiers, in documents and standalone-verifier, and two windows on one folder, in two-windows.
const inFullOnly = [
  'test/e2e/from-nothing/a-panel-of-ten.e2e.ts',
  'test/e2e/from-nothing/five-copies-of-a-folder.e2e.ts',
  'test/e2e/from-nothing/real-report-to-publication.e2e.ts',
  'test/e2e/from-nothing/four-homes-to-a-reveal.e2e.ts',
  'test/e2e/random-walk.e2e.ts',
];

// Nothing in them is judged: they make the pictures that people look at.
const forPicturesOnly = ['test/e2e/pictures-of-a-panel.e2e.ts', 'test/e2e/pictures-of-a-decision.e2e.ts'];

const electron = process.env['PLUMBLINE_E2E'] === 'electron';
// What Node makes of the program is kept for the next host that a window starts.
if (!electron)
  process.env['NODE_COMPILE_CACHE'] ??= join(
    import.meta.dirname,
    '..',
    '..',
    'node_modules',
    '.cache',
    'compiled',
  );

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    environment: 'node',
    // Modules hold nothing between files but what guards a window, which each test takes: each is read once by whoever runs
    // the files (measured over seven: 121 s of a processor beside 140 s).
    isolate: false,
    setupFiles: ['test/e2e/guard-every-test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As long as a window is waited for: a second is little where two browsers run on two cores.
    expect: { poll: { timeout: 15_000 } },
    exclude: [
      ...(electron ? inBrowserOnly : []),
      ...(process.env['PLUMBLINE_FULL'] === '1' ? [] : inFullOnly),
      ...(process.env['PLUMBLINE_PICTURES'] === '1' ? [] : forPicturesOnly),
    ],
    fileParallelism: workers > 1,
    maxWorkers: workers,
    allowOnly: false,
    passWithNoTests: false,
  },
});
