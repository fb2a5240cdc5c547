import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { collectNotices } from './scripts/packaging/collect-notices.ts';
import { sourceStamp, stampFile } from './scripts/fresh-build.mjs';
import { contract } from './src/shared/ipc/contract.ts';

const from = (path: string): string => resolve(import.meta.dirname, path);

const define = { channelNames: JSON.stringify(Object.keys(contract)) };

/** Where a build goes: another place than `out/` to be held against it. */
const out = process.env['PLUMBLINE_OUT'] ?? from('out');
const notices = collectNotices(import.meta.dirname, out);

let builtFrom = '';
/** Says beside the bundle which sources it was made of: as they were before the first was read. */
const stamped = {
  name: 'stamped',
  buildStart: (): void => {
    builtFrom = sourceStamp(import.meta.dirname);
  },
  writeBundle: (): void => {
    mkdirSync(dirname(from(stampFile)), { recursive: true });
    if (out === from('out')) writeFileSync(from(stampFile), builtFrom);
  },
};

export default defineConfig({
  main: {
    plugins: [stamped, notices],
    // Its file for node declares a `require`, as the bundler does in every part that uses one.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: join(out, 'main'),
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: from('src/main/index.ts'),
          web: from('src/main/web.ts'),
          cli: from('src/main/cli.ts'),
          worker: from('src/main/work/worker.ts'),
          'search-worker': from('src/main/work/search-worker.ts'),
          'check-worker': from('src/main/work/check-worker.ts'),
          'catalogue-worker': from('src/main/work/catalogue-worker.ts'),
          'survey-worker': from('src/main/work/survey-worker.ts'),
          'document-worker': from('src/main/work/document-worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          // Less to read at each start; names stay, for whoever reads where something failed.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    define,
    plugins: [notices],
    build: {
      outDir: join(out, 'preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    define,
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), notices],
    build: {
      outDir: join(out, 'renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // Half as much to read before the first screen is drawn.
      minify: true,
      // Read from the disk that the window runs from, not over a network: one file of 2 MB is no reason to warn who starts it.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { index: from('src/renderer/index.html'), 'web-bridge': from('src/preload/web.ts') },
        output: {
          // Zod would try at each start whether code may be made of text. In a window it may not, and being refused costs
          // a tenth of a second: where each function above stands in the source is found out for a report nobody reads.
          banner: 'globalThis.__zod_globalConfig = { jitless: true };',
          entryFileNames: (chunk) =>
            chunk.name === 'web-bridge' ? 'web-bridge.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  },
});
