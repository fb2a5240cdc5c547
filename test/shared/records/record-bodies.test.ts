import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { passageHash, saltedWords, wordHash } from '../../../src/shared/finalising/passages.ts';
import { canonical } from '../../../src/shared/records/canonical.ts';
import { readPassage } from '../../../src/shared/records/passage-line.ts';
import { recordBodies } from './bodies-in-words.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const page = join(root, 'docs', 'record-bodies.md');
const formatPage = readFileSync(join(root, 'docs', 'file-format.md'), 'utf8');
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

it('docs/record-bodies.md says what the definitions of the kinds say; run with -u to write it anew', async () => {
  const options = await resolveConfig(page);
  await expect(await format(recordBodies(), { ...options, parser: 'markdown' })).toMatchFileSnapshot(page);
});

describe('docs/file-format.md', () => {
  const [record = '', passage = ''] = [...formatPage.matchAll(/```text\n(\{.*)\n```/gu)].map(
    ([, text]) => text,
  );

  it('shows a record that is held for good, with each hash as it is', () => {
    const golden = readFileSync(join(root, 'test/golden/version-1/whole.jsonl'), 'utf8').trimEnd();
    expect(record).toBe(golden);
    const hashed = [...formatPage.matchAll(/`(\{"[^`]+\})`/gu)].map(([, text = '']) => sha256(text));
    const { content, id } = JSON.parse(golden) as { content: string; id: string };
    expect(hashed.slice(0, 3)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/u), content, id]);
    expect(formatPage).toContain(`hash to \`${hashed[0] ?? ''}\``);
  });

  it('shows how words of a redacted copy are hashed, as they are', () => {
    const field = 'narrative/summary';
    const words = saltedWords(field, '3'.repeat(64), 'Children are safe.', sha256);
    const hashes = words.map((word, at) => wordHash(field, at, word, sha256));
    const shown = words.map((word, at) => (at === 1 ? hashes[1] : word));
    expect(passage).toBe(canonical({ field, words: shown }));
    expect(readPassage(passage)).not.toBeNull();
    expect(formatPage).toContain(`the passage's hash \`${passageHash(hashes, sha256)}\``);
  });

  it('lists every code that the stand-alone verifier tells of', () => {
    const parts = readdirSync(join(root, 'docs')).filter((name) => /^verify.*\.mjs$/u.test(name));
    const text = parts.map((name) => readFileSync(join(root, 'docs', name), 'utf8')).join('\n');
    const codes = [
      ...text.matchAll(/(?:tell|report)\('(?:broken|notice)',[^;]*'([a-z-]+)'\)/gu),
      ...text.matchAll(/(?:\bcode: |code \?\? |unread\()'([a-z-]+)'/gu),
    ].map(([, code = '']) => code);
    expect(new Set(codes).size).toBeGreaterThan(20);
    expect([...new Set(codes)].filter((code) => !formatPage.includes(`\`${code}\``))).toEqual([]);
  });
});
