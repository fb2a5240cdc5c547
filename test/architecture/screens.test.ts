import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..', '..', 'src', 'renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(?:svelte|css)$/.test(name));
const text = (file: string): string => readFileSync(join(renderer, file), 'utf8');

/** Opening tags, whole: attributes may hold braces with `>` in them. */
function tags(file: string): readonly string[] {
  return [...text(file).matchAll(/<[a-z][\w-]*(?:\{(?:[^{}]|\{[^{}]*\})*\}|"[^"]*"|[^{}"<>])*>/g)].map(
    ([tag]) => tag,
  );
}

/**
 * The text areas that stand beside the one component that keeps its words (KeptArea), each with what keeps them; null
 * for a name, which is no more than a line, and for the reason of a draft that is not there yet: words are kept by draft,
 * and its form stays as it is typed while the dialog is closed.
 */
const keepers: Readonly<Record<string, string | null>> = {
  'lib/ui/KeptArea.svelte': 'lib/kept-words.svelte.ts',
  'write/Points.svelte': 'write/write.svelte.ts',
  'evidence/NewNote.svelte': 'evidence/note-in-progress.svelte.ts',
  'moderation/MyGrade.svelte': 'moderation/own-grades.svelte.ts',
  'moderation/Outcome.svelte': 'lib/kept-words.svelte.ts',
  'lib/conflict/MergeDialog.svelte': 'lib/kept-words.svelte.ts',
  'framework/WrittenArea.svelte': 'framework/frameworks.svelte.ts',
  'framework/EditCriterion.svelte': 'framework/frameworks.svelte.ts',
  'framework/EditRaw.svelte': 'framework/frameworks.svelte.ts',
  'audits/BlindGrade.svelte': 'audits/reading.svelte.ts',
  'audits/OpenedCase.svelte': 'audits/conclusion.svelte.ts',
  'audits/ProtocolQuestions.svelte': 'audits/conclusion.svelte.ts',
  'details/Details.svelte': null,
  'details/NewDraft.svelte': null,
};

describe('what every screen keeps', () => {
  it('lets keyboards reach whatever scrolls, by one attachment', () => {
    const bare = files.flatMap((file) =>
      tags(file)
        .filter((tag) => /class="[^"]*\bscroll\b/.test(tag) && !tag.includes('{@attach scrolls('))
        .map((tag) => `${file}: ${tag}`),
    );
    expect(bare).toEqual([]);
    expect(files.filter((file) => text(file).includes('{@attach scrolls(')).length).toBeGreaterThan(40);
  });

  it('has no other way to scroll than the class that goes with it', () => {
    const own = files
      .filter((file) => file.endsWith('.svelte'))
      .filter((file) =>
        [...text(file).matchAll(/([^{}]*)\{[^{}]*overflow(?:-[xy])?: (?:auto|scroll)[^{}]*\}/g)].some(
          ([, selector = '']) => !/\.scroll|textarea|\.mono/.test(selector),
        ),
      );
    expect(own).toEqual([]);
  });

  it('writes nothing smaller than 12 px; the letter in a grade’s sign scales with the sign', () => {
    const small = files.flatMap((file) =>
      [...text(file).matchAll(/font(?:-size)?:[^;{}]*?(\d*\.?\d+)(px|rem|em|%)/g)]
        .filter(
          ([, size = '', unit = '']) =>
            Number(size) * ({ px: 1, rem: 16, em: 13, '%': 0.13 }[unit] ?? 0) < 12,
        )
        .map(([rule]) => `${file}: ${rule}`),
    );
    expect(small).toEqual(['shell/symbols.css: font: 700 10px']);
  });

  it('keeps what is typed into every text area, through a kill', () => {
    const bare = files.filter((file) => text(file).includes('<textarea')).toSorted();
    expect(bare).toEqual(Object.keys(keepers).toSorted());
    const idle = Object.entries(keepers).filter(
      ([, keeper]) => keeper !== null && !/unkept\.journalist\(/.test(text(keeper)),
    );
    expect(idle).toEqual([]);
  });
});
