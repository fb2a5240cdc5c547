import { basename } from 'node:path';
import { z } from 'zod';
import { cliScope, type CliPlace } from './cli-scope.ts';
import { needFree, writeOut } from './checked-paths.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { readText } from './read-text.ts';
import { loadFolder } from '../services/load-draft.ts';
import { loadPeople } from '../services/load-people.ts';
import { judgmentFile } from '../storage/judgment-file.ts';
import { mergedText, mergeTexts } from '../../shared/domain/comparison/merge-texts.ts';

/** Marks a collision in a merged text as other merge tools do, each side on lines of its own. */
function marked({ before, ours, theirs }: { before: string; ours: string; theirs: string }): string {
  const block = (mark: string, words: string): string => `${mark}\n${words.replace(/\n*$/, '\n')}`;
  return `${block('<<<<<<< ours', ours)}${block('||||||| before', before)}${block('=======', theirs)}>>>>>>> theirs\n`;
}

async function mergeTextFiles(base: string, ours: string, theirs: string, out: string): Promise<Said> {
  const texts = [await readText(base), await readText(ours), await readText(theirs)] as const;
  const begun = performance.now();
  const merge = mergeTexts(...texts);
  const ms = Math.round(performance.now() - begun);
  const merged = mergedText(merge, marked);
  await writeOut(out, new TextEncoder().encode(merged));
  const conflicts = merge.spans.flatMap((span) =>
    span.kind === 'collision' ? [{ before: span.before, ours: span.ours, theirs: span.theirs }] : [],
  );
  const line =
    conflicts.length === 0
      ? `Merged into ${out}.`
      : `Merged into ${out}, with ${conflicts.length} places that a person must settle.`;
  return {
    json: { conflicts, merged, ms },
    lines: [line],
    code: conflicts.length === 0 ? 0 : 1,
    outTaken: out === '-',
  };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

const said = z.looseObject({
  id: z.string(),
  type: z.string(),
  facts: z.looseObject({ erased: z.array(z.string()).optional() }).optional(),
  words: z.unknown().optional(),
});

function readSaid(line: string): z.infer<typeof said> {
  try {
    return said.parse(JSON.parse(line));
  } catch {
    return { id: line, type: '', words: null };
  }
}

/** One line for each record: with its content where a line has it, unless a record here says that it was erased. */
function oneLineEach(lines: readonly string[]): readonly string[] {
  const erased = new Set<string>();
  const kept = new Map<string, { readonly line: string; readonly whole: boolean }>();
  for (const line of new Set(lines)) {
    const { type, facts } = readSaid(line);
    if (type === 'content.erased')
      for (const one of facts?.erased ?? []) erased.add(one);
  }
  for (const line of new Set(lines)) {
    const { id, words } = readSaid(line);
    const whole = words !== undefined;
    const known = kept.get(id);
    if (known === undefined || known.whole === erased.has(id)) kept.set(id, { line, whole });
  }
  return [...kept.values()].map(({ line }) => line);
}

/** The union of three files' records; the same whatever their order, since a record is known by what it holds. */
async function mergeJudgments(
  place: CliPlace,
  files: readonly [base: string, ours: string, theirs: string],
  out: string,
): Promise<Said> {
  const [base, ours, theirs] = await Promise.all(files.map(async (file) => linesOf(await readText(file))));
  const union = oneLineEach([...(ours ?? []), ...(theirs ?? []), ...(base ?? [])]);
  const bytes = new TextEncoder().encode(union.map((line) => `${line}\n`).join(''));
  const { app, scope } = cliScope(place);
  try {
    const name = basename(out);
    const opened = {
      workspace: judgmentFile(name, bytes),
      drafts: new Map(),
      people: { people: [], problems: [] },
    };
    scope.session.opened = opened;
    need(await loadPeople(scope, opened));
    const loaded = need(await loadFolder(scope, opened, name));
    const folded = loaded?.verified.folded;
    const broken = loaded?.verified.problems.find((problem) => problem.level === 'broken');
    if (folded == null || broken !== undefined) {
      throw new Unreadable(
        `These files do not make one sound draft: ${broken?.message ?? 'its first record is missing'} Nothing was written. See: verify FILE.`,
      );
    }
    await writeOut(out, bytes);
    const { heads, conflicts, count } = folded.state;
    const known = need(
      await judgmentFile(name, new TextEncoder().encode((ours ?? []).join('\n'))).readDraft(name),
    );
    const added = count - known.length;
    const line = `${count} records in ${out}, ${added} more than in ${files[1]}; ${conflicts.length} conflicts to settle.`;
    return {
      json: { records: count, added, heads, conflicts },
      lines: [line],
      code: conflicts.length === 0 ? 0 : 1,
      outTaken: out === '-',
    };
  } finally {
    app.release();
  }
}

/** `merge BASE OURS THEIRS --out FILE`: three texts, or three .judgment files. */
export async function mergeCommand(
  place: CliPlace,
  files: readonly [base: string, ours: string, theirs: string],
  out: string,
): Promise<Said> {
  await needFree(out);
  const judgments = files.filter((file) => file.endsWith('.judgment'));
  if (judgments.length === 0) return mergeTextFiles(...files, out);
  if (judgments.length < files.length)
    throw new Unreadable('Three texts are merged, or three .judgment files, and these are of both kinds.');
  return mergeJudgments(place, files, out);
}
