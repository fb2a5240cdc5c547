import { basename } from 'node:path';
import { z } from 'zod';
import { cliScope, type CliPlace } from './cli-scope.ts';
import { needFree, writeOut } from './checked-paths.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { readText } from './read-text.ts';
import { loadFolder } from '../application/load.ts';
import { loadPeople } from '../application/session/load-people.ts';
import { newlyOpened } from '../application/session/session.ts';
import { judgmentFile } from '../storage/judgment-file.ts';
import type { FoldedDraft } from '../../shared/judgment/fold-draft.ts';
import { erasingsOf } from '../../shared/judgment/erasings.ts';
import { recordLine, wordless } from '../../shared/records/record-line.ts';
import { mergedText, mergeTexts } from '../../shared/text/merge-texts.ts';

/** Marks a collision in a merged text as other merge tools do, each side on lines of its own. */
function marked({ before, ours, theirs }: { before: string; ours: string; theirs: string }): string {
  const block = (mark: string, words: string): string => `${mark}\n${words.replace(/(?<!\n)\n*$/, '\n')}`;
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
  words: z.unknown().optional(),
});

function readSaid(line: string): z.infer<typeof said> {
  try {
    return said.parse(JSON.parse(line));
  } catch {
    return { id: line, words: null };
  }
}

/** One line for each record, by its id: with its words where a line has them. */
function oneLineEach(lines: readonly string[]): ReadonlyMap<string, string> {
  const kept = new Map<string, { readonly line: string; readonly isComplete: boolean }>();
  for (const line of new Set(lines)) {
    const { id, words } = readSaid(line);
    const isComplete = words !== undefined;
    if (kept.get(id)?.isComplete !== true) kept.set(id, { line, isComplete });
  }
  return new Map([...kept].map(([id, { line }]) => [id, line]));
}

/** The lines without the words that counted erasings among their records take away: whoever may not erase takes none. */
function linesAfterErasing(
  union: ReadonlyMap<string, string>,
  { graph, rights }: FoldedDraft,
  sha256: (utf8: string) => string,
): readonly string[] {
  const counted = graph.entries.filter(({ record }) => !rights.setAside.has(record.id));
  const erasings = erasingsOf(graph, counted);
  return [...union].map(([id, line]) => {
    const record = erasings.has(id) ? graph.get(id)?.record : undefined;
    return record?.words === undefined ? line : recordLine(wordless(record, sha256));
  });
}

function asBytes(lines: Iterable<string>): Uint8Array {
  return new TextEncoder().encode([...lines].map((line) => `${line}\n`).join(''));
}

/** The union of three files' records; the same whatever their order, since a record is known by what it holds. */
async function mergeJudgments(
  place: CliPlace,
  files: readonly [base: string, ours: string, theirs: string],
  out: string,
): Promise<Said> {
  const [base, ours, theirs] = await Promise.all(files.map(async (file) => linesOf(await readText(file))));
  const union = oneLineEach([...(ours ?? []), ...(theirs ?? []), ...(base ?? [])]);
  const { app, scope } = cliScope(place);
  try {
    const name = basename(out);
    const opened = newlyOpened(judgmentFile(name, asBytes(union.values())));
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
    await writeOut(out, asBytes(linesAfterErasing(union, folded, scope.ports.crypto.sha256)));
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
