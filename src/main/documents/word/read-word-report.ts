import { listNumbers } from './list-numbers.ts';
import { openWord, type WordFile } from './open-word.ts';
import { partsNotRead } from './inserted-files.ts';
import { readingProblem, within } from '../bounds/document-bounds.ts';
import { wordComments } from './word-comments.ts';
import { wordLines, type WordLines } from './word-lines.ts';
import { wordNotes } from './word-notes.ts';
import type { TrackedBy, WordParagraph } from './word-paragraph.ts';
import { wordParagraphs, type WordSurroundings } from './word-paragraphs.ts';
import { originOf } from './word-origin.ts';
import { surroundingsOf } from './word-surroundings.ts';
import type { ImportWarning } from '../../../shared/report/import-warning.ts';
import type { ReportFile } from '../../../shared/report/report-file.ts';
import { reportProblem, type ReportProblem } from '../../../shared/report/report-problem.ts';
import type { PlacedLine } from '../../../shared/report/source-text.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** Everybody who tracked a change, with the time of the first, earliest first. */
function authorsOf(paragraphs: readonly WordParagraph[]): readonly TrackedBy[] {
  const first = new Map<string, TrackedBy>();
  for (const { endWritten, endTaken, runs } of paragraphs) {
    const changes = [endWritten, endTaken, ...runs.flatMap((run) => [run.written, run.taken])];
    for (const change of changes) {
      if (change === null) continue;
      const known = first.get(change.author);
      if (known === undefined || change.at < known.at) first.set(change.author, change);
    }
  }
  return [...first.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What a file holds beside its text, said once however many states of the text have it. */
function warningsOf(states: readonly WordLines[]): readonly ImportWarning[] {
  const said = new Set<string>();
  return states.flatMap(({ hidden, missing }) =>
    [
      ...hidden.map(({ line, text }): ImportWarning => ({
        code: 'hidden-text',
        message:
          'Text that is hidden in the file, so that Word does not print it, was kept here and not put into the report. Copy it by hand where it belongs in the report.',
        line,
        text,
      })),
      ...missing.map(({ line, text }): ImportWarning => ({
        code: 'note-missing',
        message: `The mark of note ${text} stands in the text, and the file holds no such note. Compare with the file in Word.`,
        line,
        text: null,
      })),
    ].filter(({ code, text, message }) => {
      const key = `${code} ${text ?? message}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    }),
  );
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

/** The words of running headers and footers, each line once: they are no part of the report's text. */
function furnitureOf(file: WordFile, surroundings: WordSurroundings): readonly PlacedLine[] {
  const texts = [...file.roots('header'), ...file.roots('footer')].flatMap((root) =>
    wordParagraphs(root, surroundings).map(({ runs }) =>
      runs
        .filter((run) => run.taken === null)
        .map((run) => run.text)
        .join('')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    ),
  );
  return [...new Set(texts)].filter((text) => text !== '').map((text) => ({ page: 1, line: 1, text }));
}

function readStatesOf(file: WordFile): Result<ReportFile, ReportProblem> {
  const { surroundings, warnings } = surroundingsOf(file);
  const paragraphs = wordParagraphs(file.body, surroundings);
  const [numbering = null] = file.roots('numbering');
  const text = { paragraphs, notes: wordNotes(file, surroundings), listNumbers: listNumbers(numbering) };
  const authors = authorsOf(paragraphs);
  within('authors', authors.length);
  const accepted = new Set<string>();
  let [lines, characters] = [0, 0];
  const stateNow = (): WordLines => {
    const state = wordLines(text, accepted);
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
  const [comments = null] = file.roots('comments');
  const origin = originOf(file.properties);
  return done({
    ...(origin === null ? {} : { origin }),
    source: { ...source, furniture: furnitureOf(file, surroundings) },
    tracked,
    comments: wordComments(comments, paragraphs, surroundings),
    warnings: [
      ...warnings,
      ...partsNotRead(file),
      ...warningsOf([source, ...tracked.map((state) => state.source)]),
    ],
  });
}
