import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyEventType } from '../../src/shared/judgment/event-types.ts';

const root = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) =>
  name.replaceAll('\\', '/'),
);
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Expressions may hold others: the innermost go first; of one that a quoted text cut in two each half goes too. */
function withoutExpressions(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/\$?\{[^{}]*\}/g, ' ');
  }
  return rest.replaceAll(/\$?\{[^}]*$|^[^{]*=>[^}]*\}/g, ' ');
}

/** The words of a component's markup that stand there as they are read: no script, style, tag or expression. */
function wordsOfMarkup(component: string): readonly string[] {
  let words = component.replaceAll(/<(script|style)[^]*?<\/\1>/g, '').replaceAll(/<!--[^]*?-->/g, '');
  words = withoutExpressions(words);
  const labels = [...words.matchAll(/\b(?:aria-label|title|placeholder)="([^"]*)"/g)].map(
    ([, label = '']) => label,
  );
  return [...words.replaceAll(/<[^>]*>/g, '\n').split('\n'), ...labels].map((line) => line.trim());
}

/** Sentences in the program: quoted texts of several words. */
function sentencesOf(code: string): readonly string[] {
  const plain = code.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...plain.matchAll(/'([A-Z][^'\n]* [^'\n]*)'|`([A-Z][^`]* [^`]*)`/g)].map(([, quoted, template]) =>
    withoutExpressions(quoted ?? template ?? ''),
  );
}

const kinds = [...everyEventType.keys()];
/** A record type, a name as code writes it, an ISO day: what stands for something and is not its name. */
function identifiers(words: string): readonly string[] {
  const dotted = kinds.filter((kind) => words.includes(kind));
  const names = words.match(/\b[a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+_[a-z_]+\b|\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
  return [...dotted, ...names];
}

/** What somebody must write into a file in exactly these letters is named in them. */
const writtenInFiles: readonly string[] = [
  'shared/framework/form-words.ts: 2026-04-01',
  'shared/precedents/read-outcomes.ts: local_authority',
  'shared/precedents/read-outcomes.ts: overall_effectiveness_grade',
];

/** How Plumbline used to speak, and does no more. */
const gone = [
  'Take records in',
  'taken in',
  'Take back',
  'Hand the evidence base on',
  'has no leave to use',
  'I have looked',
  'You have not said yet',
  'are lost to it',
  'all must stand',
  'Points another way',
  'Nothing is listed here',
  'Evidence that nothing cites',
  'Revision nothing',
  'What you typed on',
  'Compare the phrase',
  'Phrase compared',
  'Evidence base not secure',
  'wrote no revision has approved',
  'records of the kind',
  'granted the role',
  'Which of the two makes',
  'You grade nothing in it',
  'stood against which',
  'Bring evidence in',
  "'field')} changed",
];

describe('what a person reads', () => {
  const components = files.filter((file) => file.startsWith('renderer/') && file.endsWith('.svelte'));
  const code = files.filter((file) => /^(?:renderer|shared)\/.*\.ts$/.test(file));

  it('holds no identifier in the markup of a component', () => {
    const wrong = components.flatMap((file) =>
      wordsOfMarkup(text(file)).flatMap((words) =>
        identifiers(words).map((name) => `${file}: ${name} in “${words}”`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('holds none in a sentence of the window or of the domain', () => {
    const named = code.flatMap((file) =>
      sentencesOf(text(file)).flatMap((words) => identifiers(words).map((name) => `${file}: ${name}`)),
    );
    expect([...new Set(named)].toSorted()).toEqual(writtenInFiles.toSorted());
  });

  it.each([
    ['<p>Recorded by outcome.decided</p>', 'outcome.decided'],
    ['<label title="The leadInspector">Lead</label>', 'leadInspector'],
    ['<p>Since 2026-10-05</p>', '2026-10-05'],
  ])('is searched where it could stand: %s', (markup, name) => {
    expect(wordsOfMarkup(markup).flatMap(identifiers)).toEqual([name]);
  });

  it('says nothing any more in words that were found to be misread', () => {
    const spoken = [...components, ...code].filter((file) => !file.includes('/verify'));
    const wrong = spoken.flatMap((file) => {
      const plain = text(file).replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$|<!--[^]*?-->/gm, '');
      return gone.filter((words) => plain.includes(words)).map((words) => `${file}: ${words}`);
    });
    expect(wrong).toEqual([]);
  });
});
