import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceKindSchema } from '../../src/shared/values/evidence-kind.ts';
import { everyEventType } from '../../src/shared/judgment/event-types.ts';
import { shownBy, textsOfCode } from './texts-of.ts';

const root = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) =>
  name.replaceAll('\\', '/'),
);
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

const kinds = [...everyEventType.keys()];
/** What records call a kind of source, a calendar, a framework and the like, in words that people never write so. */
const ids = [
  ...evidenceKindSchema.options,
  ...readdirSync(join(root, '..', 'resources', 'frameworks')).map((name) => name.replace(/\.json$/, '')),
  'england-and-wales',
  'northern-ireland',
  'requires-improvement',
].filter((id) => id.includes('-'));
/** A record type, a name as code writes it, an ISO day: what stands for something and is not its name. */
function identifiers(words: string): readonly string[] {
  const dotted = kinds.filter((kind) => words.includes(kind));
  const names =
    words.match(
      /\b[a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+_[a-z_]+\b|\b\d{4}-\d{2}-\d{2}\b|\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{6,}\b/g,
    ) ?? [];
  const enums = ids.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(words));
  return [...dotted, ...names, ...enums];
}

/** What somebody must write into a file or a command in exactly these letters is named in them. */
const writtenInFiles: readonly string[] = [
  'main/commands/command-examples.ts: 0123456789abcdef',
  'main/commands/command-examples.ts: 2026-10-01',
  'main/commands/command-examples.ts: 2026-12-03',
  'main/commands/search-command.ts: 2026-11-30',
  'main/commands/signing-commands.ts: 0123456789abcdef',
  'main/commands/signing-commands.ts: 2026-11-30',
  'main/commands/framework-commands.ts: help_and_protection_grade',
  'main/commands/import-evidence-command.ts: 2026-10-06',
  'shared/evidence/map-evidence-rows.ts: 2026-10-06',
  'shared/framework/form-words.ts: 2026-04-01',
  'shared/precedents/read-outcomes.ts: local_authority',
  'shared/precedents/read-outcomes.ts: overall_effectiveness_grade',
];

/** Whose words are another language: Word's and a workbook's names of parts, the database's, the markup of a page. */
const otherLanguages = new Set([
  'main/documents/read-workbook.ts',
  'main/documents/word/word-runs.ts',
  'main/storage/search-index.ts',
  'shared/comparison/comparison-as-html.ts',
  'shared/documents/document-as-html.ts',
]);

/** A fact's id, which whoever edits a framework wrote; a record's, where the proof of it is read; a name. */
const shownOnPurpose: readonly string[] = [
  'renderer/framework/EditRules.svelte: id',
  'renderer/record/Step.svelte: record',
  'renderer/together/Happened.svelte: person',
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
  const code = files.filter(
    (file) => /^(?:main|renderer|shared)\/.*\.ts$/.test(file) && !otherLanguages.has(file),
  );

  const shown = components.map((file) => ({ file, ...shownBy(text(file)) }));

  it('holds no identifier in a component, neither in its markup nor in what it says', () => {
    const wrong = shown.flatMap(({ file, texts }) =>
      texts.flatMap((words) => identifiers(words).map((name) => `${file}: ${name} in “${words}”`)),
    );
    expect(wrong).toEqual([]);
    expect(shown.flatMap(({ texts }) => texts).length).toBeGreaterThan(2000);
  });

  it('is never what something is called in records, put into a page by an expression', () => {
    expect(shown.flatMap(({ file, ids: found }) => found.map((name) => `${file}: ${name}`))).toEqual(
      shownOnPurpose,
    );
  });

  it('holds none in a sentence of the window, of the domain or of the program behind it', () => {
    const sentences = code.flatMap((file) => textsOfCode(file, text(file)).map((words) => ({ file, words })));
    const named = sentences.flatMap(({ file, words }) =>
      identifiers(words).map((name) => `${file}: ${name}`),
    );
    expect([...new Set(named)].toSorted()).toEqual(writtenInFiles.toSorted());
    expect(sentences.length).toBeGreaterThan(2000);
  });

  it.each([
    ['<p>Recorded by outcome.decided</p>', 'outcome.decided'],
    ['<label title="The leadInspector">Lead</label>', 'leadInspector'],
    ['<p>Since 2026-10-05</p>', '2026-10-05'],
    ['<p>Held under case-tracking</p>', 'case-tracking'],
    ['<p>Made by 3fa94c01</p>', '3fa94c01'],
    ['<p>{is ? "It has the leadInspector" : ""}</p>', 'leadInspector'],
  ])('is searched where it could stand: %s', (markup, name) => {
    expect(shownBy(markup).texts.flatMap(identifiers)).toEqual([name]);
  });

  it.each([
    ["fail('The leadInspector is missing')", ['leadInspector']],
    ['tell("It isn’t outcome.decided yet")', ['outcome.decided']],
    ['say(`no england-and-wales here: ${count(3)}`)', ['england-and-wales']],
    ["db.prepare('select draft_id from hits')", []],
  ])('is searched in the program: %s', (code, names) => {
    expect(textsOfCode('said.ts', code).flatMap(identifiers)).toEqual(names);
  });

  it.each([
    ['<p>By {change.author}</p>', ['author']],
    ['<b>{id}</b>', ['id']],
    ['<b data-id={id}>{title}</b>', []],
  ])('is searched in what a page shows: %s', (markup, names) => {
    expect(shownBy(markup).ids).toEqual(names);
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
