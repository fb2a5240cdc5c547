import { openWord, type WordParts } from './open-word.ts';
import { readingProblem, within } from '../bounds/document-bounds.ts';
import { wordComments } from './word-comments.ts';
import { listFormats, wordLines } from './word-lines.ts';
import { wordParagraphs, type TrackedBy, type WordParagraph } from './word-runs.ts';
import type { ReportFile } from '../../../shared/report/report-file.ts';
import { reportProblem, type ReportProblem } from '../../../shared/report/report-problem.ts';
import type { SourceText } from '../../../shared/report/source-text.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** Everybody who tracked a change, with the time of the first, earliest first. */
function authorsOf(paragraphs: readonly WordParagraph[]): readonly TrackedBy[] {
  const first = new Map<string, TrackedBy>();
  for (const one of paragraphs) {
    const changes = [one.endWritten, one.endTaken, ...one.runs.flatMap((run) => [run.written, run.taken])];
    for (const change of changes) {
      if (change === null) continue;
      const known = first.get(change.author);
      if (known === undefined || change.at < known.at) first.set(change.author, change);
    }
  }
  return [...first.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A Word file's text before its tracked changes, after those of each author in turn, and its comments. */
export function readWordReport(bytes: Uint8Array): Result<ReportFile, ReportProblem> {
  const opened = openWord(bytes);
  if (!opened.ok) return opened;
  try {
    return readStatesOf(opened.value);
  } catch (error) {
    return refused(readingProblem(error));
  }
}

function readStatesOf({ body, comments, numbering }: WordParts): Result<ReportFile, ReportProblem> {
  const paragraphs = wordParagraphs(body);
  const formats = listFormats(numbering);
  const authors = authorsOf(paragraphs);
  within('authors', authors.length);
  const accepted = new Set<string>();
  let [lines, characters] = [0, 0];
  const stateNow = (): SourceText => {
    const state = wordLines(paragraphs, accepted, formats);
    lines += state.lines.length;
    characters += state.lines.reduce((sum, { text }) => sum + text.length, 0);
    within('lines', lines);
    within('characters', characters);
    return state;
  };
  const source = stateNow();
  const tracked = authors.map(({ author, at }) => {
    accepted.add(author);
    return { author, at, source: stateNow() };
  });
  const last = tracked.at(-1)?.source ?? source;
  if (last.lines.every((line) => line.text === '')) return refused(reportProblem('empty'));
  return done({ source, tracked, comments: wordComments(comments, paragraphs), warnings: [] });
}
