import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';

const from = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
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
