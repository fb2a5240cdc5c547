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
  /\b(?:loadDraft|loadDraftBlind|loadFolder|foldAt|foldDraft|verifyDraft)\(|\.folded\b|\{[^}]*\bfolded\b[^}]*\}(?:: VerifiedDraft| = [^;]*verified)/u;

/** What works on whole drafts by right, and why; nothing else in main may. */
const byRight: Readonly<Record<string, readonly string[]>> = {
  'reads drafts, and makes of them what a person may see': ['load.ts', 'see.ts', 'lodging/open-lodged.ts'],
  'hands a draft on to be seen: the list, its workers, the folder that is followed, the view once erasings are followed':
    [
      'folder/follow-folder.ts',
      'workspace/draft-row.ts',
      'workspace/list-drafts.ts',
      'window/open-draft.ts',
      'workspace/survey-folder.ts',
      'workspace/survey-folders.ts',
    ],
  'says whether records hold: verification, witnesses, time-stamps, attached files': [
    'verification/attachment-problems.ts',
    'session/draft-tips.ts',
    'verification/time-stamp-problems.ts',
    'finalising/time-stamp-seal.ts',
    'verification/verify-workspace.ts',
  ],
  'has a judgment read blind: who is independent of it, and of it only what `blindCase` names': [
    'audits/assign-readings.ts',
    'audits/read-blind.ts',
  ],
  'counts working days by its framework, and takes nothing else of it': ['audits/findings.ts'],
  'unites records, or hands all of them over as they lie in the folder': [
    'exchange/export-copy.ts',
    'exchange/fresh-records.ts',
    'exchange/offered.ts',
    'verification/read-copy.ts',
    'documents/export-draft.ts',
    'finalising/redact-copy.ts',
  ],
  'writes: a record is made from, and judged against, the draft as it is': [
    'evidence/keep-files.ts',
    'pairwise/open-pairwise-round.ts',
    'erasing/erase-content.ts',
    'session/why-not-yet.ts',
    'session/own-place.ts',
    'moderation/rounds-of-drafts.ts',
    'people/revoke-device.ts',
    'draft/save-revision.ts',
    'write.ts',
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
    const application = having(whole).filter((name) => name.startsWith('main/application/'));
    const listed = Object.values(byRight).flat();
    expect(application).toEqual(listed.map((name) => `main/application/${name}`).sort());
  });

  it('is what screens, hosts and commands have, but the command that unites files of records', () => {
    const others = having(whole).filter((name) => !/^(?:main\/application|shared)\//u.test(name));
    expect(others).toEqual(['main/commands/merge-command.ts']);
  });
});
