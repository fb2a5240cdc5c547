import { presentableDiff } from '@codemirror/merge';
import { diffWordsWithSpace } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { diff as myers } from 'fast-myers-diff';
import { DefaultLinesDiffComputer } from 'vscode-diff';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { withSpaces, type Range } from '../../../src/shared/text/compared-text.ts';
import { splitWords } from '../../../src/shared/text/split-words.ts';

/** One change: the stretch [fromA, toA) of the text before became [fromB, toB) of the text after. */
export interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  /** A paragraph that moved away or arrived: its words are no words changed. */
  readonly moved?: boolean;
  /** Stands inside a paragraph that moved: the move itself rebuilds it. */
  readonly inside?: boolean;
}

/** Compares two texts and gives the changes in order. */
export type Engine = (before: string, after: string) => readonly Change[];

function fromRuns(runs: Iterable<{ readonly kind: -1 | 0 | 1; readonly length: number }>): readonly Change[] {
  const changes: Change[] = [];
  let [a, b, openA, openB] = [0, 0, 0, 0];
  const close = (): void => {
    if (openA < a || openB < b) changes.push({ fromA: openA, toA: a, fromB: openB, toB: b });
  };
  for (const { kind, length } of runs) {
    if (kind === 0) {
      close();
      a += length;
      b += length;
      [openA, openB] = [a, b];
    } else if (kind < 0) a += length;
    else b += length;
  }
  close();
  return changes;
}

function plumbline(before: string, after: string): readonly Change[] {
  const changes: Change[] = [];
  let [a, b] = [0, 0];
  const add = (was: Range | null, is: Range | null, kind: Pick<Change, 'moved' | 'inside'>): void => {
    const [fromA, toA] = was ?? [a, a];
    const [fromB, toB] = is ?? [b, b];
    changes.push({ fromA, toA, fromB, toB, ...kind });
    if (kind.inside !== true) [a, b] = [toA, toB];
  };
  for (const paragraph of compareTexts(before, after).paragraphs) {
    if (paragraph.kind === 'moved-from') add(paragraph.before?.range ?? null, null, { moved: true });
    else if (paragraph.kind === 'moved-to') {
      const [fromB, toB] = paragraph.after?.range ?? [b, b];
      changes.push({ fromA: a, toA: a, fromB, toB, moved: true });
      for (const { kind, before: was, after: is } of withSpaces(paragraph))
        if (kind !== 'same') add(was, is, { inside: true });
      b = toB;
    } else
      for (const { kind, before: was, after: is } of withSpaces(paragraph)) {
        const [old, now] = [before.slice(...(was ?? [a, a])), after.slice(...(is ?? [b, b]))];
        if (kind === 'same' && old === now) [a, b] = [was?.[1] ?? a, is?.[1] ?? b];
        else add(was, is, { moved: kind === 'same' });
      }
  }
  return changes;
}

function jsdiff(before: string, after: string): readonly Change[] {
  return fromRuns(
    diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
      kind: added ? 1 : removed ? -1 : 0,
      length: value.length,
    })),
  );
}

/** diff-match-patch by word: each word one character, as its own wiki advises for lines. */
function diffMatchPatch(before: string, after: string): readonly Change[] {
  const engine = new DiffMatchPatch();
  engine.Diff_Timeout = 0;
  const words: string[] = [];
  const known = new Map<string, number>();
  const encoded = [before, after].map((text) =>
    splitWords(text)
      .map(({ from, to }) => {
        const word = text.slice(from, to);
        const code = known.get(word) ?? words.push(word);
        known.set(word, code);
        return String.fromCharCode(code < 0xd800 ? code : code + 0x800);
      })
      .join(''),
  );
  const diffs = engine.diff_main(encoded[0] ?? '', encoded[1] ?? '', false);
  const wordOf = (one: string): string => {
    const code = one.charCodeAt(0);
    return words[(code < 0xd800 ? code : code - 0x800) - 1] ?? '';
  };
  const decoded = diffs.map(([kind, text]): [number, string] => [kind, text.replaceAll(/[^]/g, wordOf)]);
  engine.diff_cleanupSemantic(decoded);
  return fromRuns(
    decoded.map(([kind, text]) => ({ kind: kind < 0 ? -1 : kind > 0 ? 1 : 0, length: text.length })),
  );
}

function fastMyers(before: string, after: string): readonly Change[] {
  const [ours, theirs] = [splitWords(before), splitWords(after)];
  const texts = (text: string, tokens: typeof ours): string[] =>
    tokens.map(({ from, to }) => text.slice(from, to));
  return [...myers(texts(before, ours), texts(after, theirs))].map(([a, endA, b, endB]) => ({
    fromA: ours[a]?.from ?? before.length,
    toA: ours[endA]?.from ?? before.length,
    fromB: theirs[b]?.from ?? after.length,
    toB: theirs[endB]?.from ?? after.length,
  }));
}

function vscode(before: string, after: string): readonly Change[] {
  const [linesA, linesB] = [before.split('\n'), after.split('\n')];
  const starts = (lines: readonly string[]): readonly number[] => {
    let at = 0;
    return lines.map((line) => (at += line.length + 1) - line.length - 1);
  };
  const [startsA, startsB] = [starts(linesA), starts(linesB)];
  const offset = (from: readonly number[], text: string, line: number, column: number): number =>
    Math.min(text.length, (from[line - 1] ?? text.length) + column - 1);
  const { changes } = new DefaultLinesDiffComputer().computeDiff(linesA, linesB, {
    ignoreTrimWhitespace: false,
    maxComputationTimeMs: 0,
    computeMoves: true,
  });
  return changes
    .flatMap((change) => change.innerChanges ?? [])
    .map(({ originalRange: a, modifiedRange: b }) => ({
      fromA: offset(startsA, before, a.startLineNumber, a.startColumn),
      toA: offset(startsA, before, a.endLineNumber, a.endColumn),
      fromB: offset(startsB, after, b.startLineNumber, b.startColumn),
      toB: offset(startsB, after, b.endLineNumber, b.endColumn),
    }));
}

function codeMirror(before: string, after: string): readonly Change[] {
  return presentableDiff(before, after).map(({ fromA, toA, fromB, toB }) => ({ fromA, toA, fromB, toB }));
}

/** Cuts both texts into words and compares nothing: no engine by word can be faster. */
function tokenising(before: string, after: string): readonly Change[] {
  splitWords(before);
  splitWords(after);
  return [];
}

/** Every engine by the name it is printed under. */
export const engines: Readonly<Record<string, Engine>> = {
  Plumbline: plumbline,
  'jsdiff diffWordsWithSpace': jsdiff,
  'diff-match-patch, words, semantic': diffMatchPatch,
  'fast-myers-diff': fastMyers,
  'vscode-diff with moves': vscode,
  'CodeMirror presentableDiff': codeMirror,
};

const anyWord = /[\p{L}\p{N}\p{M}]+|\s+|[^]/gu;

/** The same by one regular expression, as engines by word commonly do. */
function matching(before: string, after: string): readonly Change[] {
  for (const text of [before, after]) Array.from(text.matchAll(anyWord), ([said]) => said);
  return [];
}

/** What lies beneath every engine by word. */
export const floors: Readonly<Record<string, Engine>> = {
  'tokenising both texts': tokenising,
  'the same by a regular expression': matching,
};
