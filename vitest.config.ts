import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/benchmark/**'],
    environment: 'node',
    // Vitest leaves one core free: on two it would run one file after another.
    maxWorkers: availableParallelism(),
    testTimeout: 180_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
