import { join } from 'node:path';
import { runCommandLine } from './commands/command-line.ts';

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  root: process.env['PLUMBLINE_ROOT'] ?? join(import.meta.dirname, '..', '..'),
  entry: import.meta.filename,
});
