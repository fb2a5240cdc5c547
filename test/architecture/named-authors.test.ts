import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..', '..', 'src', 'renderer');
/** The component that names people, beside whom a mark stands where they are not verified. */
const names = 'lib/ui/PersonName.svelte';
const components = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.svelte') && file !== names);

/**
 * Where markup sets somebody's name or initials as plain text. An attribute and an option hold no mark: there the word
 * stays a suffix.
 */
function plainNames(markup: string): readonly string[] {
  const shown = markup
    .replaceAll(/<option\b[\s\S]*?<\/option\s*>/gu, '')
    .replaceAll(/[\w-]+="[^"]*"|[\w-]+=\{`[^`]*`\}/gu, '');
  return [...shown.matchAll(/(?<![=$])\{draft\.personName\(/gu)].map(([found]) => found);
}

describe('somebody who is named as an author', () => {
  it('is named with the mark of who is not verified, on every screen', () => {
    expect(components.length).toBeGreaterThan(250);
    const found = components.flatMap((file) => {
      const text = readFileSync(join(renderer, file), 'utf8');
      return plainNames(text.slice(text.lastIndexOf('</script>'))).map((name) => `${file}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['<b>{draft.personName(one.author)}</b>', 1],
    ['<option value={id}>{draft.personName(id)}</option>', 0],
    ['<p title="By {draft.personName(id)}" label={draft.personName(id)}><PersonName {id} /></p>', 0],
  ])('is found where it is plain text: %s', (markup, count) => {
    expect(plainNames(markup)).toHaveLength(count);
  });
});
