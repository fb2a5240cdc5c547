import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { sourceStamp, stampFile } from './scripts/fresh-build.mjs';

const from = (path: string): string => resolve(import.meta.dirname, path);

let builtFrom = '';
/** Says beside the bundle which sources it was made of: as they were before the first was read. */
const stamped = {
  name: 'stamped',
  buildStart: (): void => {
    builtFrom = sourceStamp(import.meta.dirname);
  },
  writeBundle: (): void => {
    writeFileSync(from(stampFile), builtFrom);
  },
};

export default defineConfig({
  main: {
    plugins: [stamped],
    // Its file for node declares a `require`, as the bundler does in every part that uses one.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
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
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: {
      outDir: 'out/renderer',
      assetsInlineLimit: 0,
      // Half as much to read before the first screen is drawn.
      minify: true,
      // Read from the disk that the window runs from, not over a network: one file of 1 MB is no reason to warn who starts it.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: { index: from('src/renderer/index.html'), 'web-bridge': from('src/preload/web.ts') },
        output: {
          entryFileNames: (chunk) =>
            chunk.name === 'web-bridge' ? 'web-bridge.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  },
});
