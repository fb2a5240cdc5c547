/** `npm run benchmark -- NAME` prints one benchmark: Plumbline beside named peers on the same input in one run. */
export const benchmarks: Readonly<Record<string, () => Promise<{ run: () => Promise<void> | void }>>> = {
  comparison: () => import('./comparison/comparison.ts'),
  merging: () => import('./comparison/merging.ts'),
  evidence: () => import('./evidence/evidence.ts'),
  agreement: () => import('./agreement/agreement.ts'),
  search: () => import('./search/search.ts'),
  records: () => import('./records/records.ts'),
  rights: () => import('./records/rights.ts'),
  workspace: () => import('./workspace/workspace.ts'),
  start: () => import('./start/start.ts'),
  import: () => import('./import/import.ts'),
  writing: () => import('./writing/writing.ts'),
};

const name = process.argv[2] ?? '';
const load = benchmarks[name];
if (load === undefined) {
  console.error(`Name a benchmark: ${Object.keys(benchmarks).join(', ')}.`);
  process.exitCode = 2;
} else {
  const { run } = await load();
  await run();
}
