import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', 'src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|svelte)$/u.test(name))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }));
const having = (words: RegExp): readonly string[] =>
  sources
    .filter(({ text }) => words.test(text))
    .map(({ name }) => name)
    .sort();

/** Reading a draft whole, or looking into one that was. */
const whole =
  /\b(?:loadDraft|loadFolder|foldAt|foldDraft|verifyDraft)\(|\.folded\b|\{[^}]*\bfolded\b[^}]*\}(?:: VerifiedDraft| = [^;]*verified)/u;

/** What works on whole drafts by right, and why; nothing else in main may. */
const byRight: Readonly<Record<string, readonly string[]>> = {
  'reads drafts, and makes of them what a person may see': [
    'load-draft.ts',
    'see-draft.ts',
    'panel/open-lodged.ts',
  ],
  'hands a draft on to be seen: the list, its workers, the folder that is followed, the view once erasings are followed':
    ['folder/follow-folder.ts', 'list-drafts.ts', 'open-draft.ts', 'survey-folder.ts', 'survey-folders.ts'],
  'says whether records hold: verification, witnesses, time-stamps, attached files': [
    'attachments/attachment-problems.ts',
    'draft-tips.ts',
    'finalising/time-stamp-given.ts',
    'finalising/time-stamp-problems.ts',
    'finalising/time-stamp-seal.ts',
    'verify-workspace.ts',
  ],
  'unites records, or hands all of them over as they lie in the folder': [
    'exchange/export-copy.ts',
    'exchange/fresh-records.ts',
    'exchange/offered.ts',
    'export-draft.ts',
    'finalising/redact-copy.ts',
  ],
  'writes: a record is made from, and judged against, the draft as it is': [
    'attachments/keep-files.ts',
    'comparative/find-comparison.ts',
    'comparative/open-comparison.ts',
    'erase-content.ts',
    'folder/why-not-yet.ts',
    'own-place.ts',
    'panel/close-round.ts',
    'panel/open-round.ts',
    'panel/own-grades.ts',
    'people/revoke-device.ts',
    'save-revision.ts',
    'write-records.ts',
  ],
};

describe('what a person may see', () => {
  it('is made in one file, with a mark that leaves it with nobody', () => {
    const marking = having(/Symbol\('seen'\)|\[seen\]/u);
    expect(marking).toEqual(['shared/seen/seen-draft.ts']);
    const text = sources.find(({ name }) => name === marking[0])?.text ?? '';
    expect(text).toMatch(/^const seen: unique symbol/mu);
    expect(text).not.toMatch(/export (?:const|\{[^}]*\b)seen\b/u);
    expect(having(/\bas (?:unknown as )?Seen(?:State|Draft)\b/u)).toEqual([]);
  });

  it('is what all of main works on, but what needs whole drafts by right', () => {
    const services = having(whole).filter((name) => name.startsWith('main/services/'));
    const listed = Object.values(byRight).flat();
    expect(services).toEqual(listed.map((name) => `main/services/${name}`).sort());
  });

  it('is what screens, hosts and commands have, but the command that unites files of records', () => {
    const others = having(whole).filter((name) => !/^(?:main\/services|shared)\//u.test(name));
    expect(others).toEqual(['main/commands/merge-command.ts']);
  });
});
