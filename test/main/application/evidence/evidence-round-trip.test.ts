import fc from 'fast-check';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, ownFolder, run, settle } from '../../running-scope.ts';
import { beginDraft } from '../../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import { renderEvidence } from '../../../../src/main/application/documents/export-evidence.ts';
import {
  importEvidence,
  previewEvidence,
} from '../../../../src/main/application/evidence/import-evidence.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import type { DraftState } from '../../../../src/shared/judgment/draft-state.ts';
import { evidenceKindSchema } from '../../../../src/shared/values/evidence-kind.ts';

const own = ownFolder();
const running = run(join(own.path, 'profile'));
afterAll(() => {
  running.app.release();
  own.remove();
});
beforeAll(async () => {
  const team = join(own.path, 'team');
  mkdirSync(team);
  await settle(running, 'Ada', team, true);
});

/** Each with a day on which it was in force; two give one title to several criteria. */
const frameworks = [
  { id: 'ilacs-2026', start: '2026-10-05' },
  { id: 'cqc-scored', start: '2026-10-05' },
  { id: 'youth-justice', start: '2024-10-07' },
] as const;
async function begin({ id, start }: (typeof frameworks)[number]): Promise<string> {
  const begun = { provider: 'Northmere', kind: '', framework: id, start, end: null };
  return need(await beginDraft(running.scope, { ...begun, recoveryOwner: null })).draft;
}
const state = async (draft: string): Promise<DraftState> =>
  need(await openDraft(running.scope, { draft })).state;

/** What people write, and what tables, spreadsheets and Plumbline's own documents write between it. */
const pieces = [
  'spoke',
  'of each child',
  ', ',
  '; ',
  '"',
  '”',
  '“',
  "'",
  '\n',
  '\n\n',
  '=1+1',
  '-',
  '+',
  '@',
  '\t',
  'é',
  '<b>',
  '&',
];
const labels = ['Direction: strength', 'Held for: it', 'Source: a form', 'Abbreviation', 'Added later: soon'];
const text = fc
  .array(fc.constantFrom(...pieces, ...labels), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join(''))
  .filter((said) => /[a-z]/u.test(said) && said === said.trim());
const note = fc.record({
  kind: fc.constantFrom(...evidenceKindSchema.options),
  source: fc.constantFrom('Child 3, “A”', "'+1 parent'", '-', 'Team; north', 'Inspector: a second'),
  when: fc.constantFrom('2026-10-06T10:20', '2026-07-31T23:59', '2026-01-02T00:05'),
  direction: fc.constantFrom('strength' as const, 'weakness' as const, 'neutral' as const),
  text,
});
const link = fc.record({
  criterion: fc.nat(40),
  direction: fc.constantFrom('for' as const, 'against' as const),
  strength: fc.constantFrom('strong' as const, 'slight' as const, undefined),
  quoted: fc.boolean(),
});
const base = fc.record({
  framework: fc.constantFrom(...frameworks),
  notes: fc.uniqueArray(
    fc.tuple(note, fc.uniqueArray(link, { maxLength: 3, selector: ({ criterion }) => criterion })),
    {
      minLength: 1,
      maxLength: 5,
      selector: ([{ source, when, text }]) =>
        [source, when, text.toLowerCase().replaceAll(/[\s_-]+/gu, ' ')].join('|'),
    },
  ),
});

/** Notes with what they are held for and against, in the order of the draft. */
function plain({ notes, links }: DraftState): unknown {
  return notes.map(({ id, kind, source, when, direction, text }) => ({
    ...{ kind, source, when, direction, text },
    links: links
      .filter((link) => link.note === id && link.values.some(({ value }) => value !== 'none'))
      .map(({ criterion, values, strength, passage }) => [
        criterion,
        values.map(({ value }) => value),
        strength,
        passage,
      ])
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
  }));
}

describe('an evidence base that was exported', () => {
  it.each(['csv', 'docx'] as const)('comes back whole into an empty draft: %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(base, async ({ framework, notes }) => {
        const draft = await begin(framework);
        const criteria = need(await openDraft(running.scope, { draft })).framework?.areas.flatMap((area) =>
          area.criteria.map(({ id }) => id),
        );
        for (const [said, links] of notes) {
          const { record } = need(await services.noteEvidence(running.scope, { draft, note: said }));
          const linked = new Set<string>();
          for (const { criterion: at, direction, strength, quoted } of links) {
            const criterion = criteria?.[at % criteria.length] ?? '';
            if (linked.has(criterion)) continue;
            linked.add(criterion);
            const more = {
              ...(strength === undefined ? {} : { strength }),
              ...(quoted ? { passage: said.text } : {}),
            };
            need(
              await services.linkEvidence(running.scope, {
                draft,
                note: record,
                criterion,
                direction,
                ...more,
                over: [],
              }),
            );
          }
        }
        const { name, bytes } = need(await renderEvidence(running.scope, { draft, format }));
        const copy = await begin(framework);
        const { grant } = running.app.grants.grantBytes(name, bytes);
        const { mapping, problems } = need(
          await previewEvidence(running.scope, { draft: copy, file: grant, mapping: null }),
        );
        expect(problems).toEqual([]);
        need(await importEvidence(running.scope, { draft: copy, file: grant, mapping }));
        expect(plain(await state(copy))).toEqual(plain(await state(draft)));
      }),
      { numRuns: 10 },
    );
  });
});
