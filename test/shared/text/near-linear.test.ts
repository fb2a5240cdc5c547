import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from './hostile-texts.ts';
import { slugOf } from '../../../src/main/application/draft/compose-draft.ts';
import { namedByPlumbline } from '../../../src/main/documents/named-by-plumbline.ts';
import { readTableFile } from '../../../src/main/documents/read-table-file.ts';
import { readRatings } from '../../../src/shared/agreement/read-ratings.ts';
import { checkAreaNames } from '../../../src/shared/checks/check-area-names.ts';
import { checkGradeWords } from '../../../src/shared/checks/check-grade-words.ts';
import { checkIdentifiers } from '../../../src/shared/checks/check-identifiers.ts';
import { checkLimits } from '../../../src/shared/checks/check-limits.ts';
import { checkNoteWords } from '../../../src/shared/checks/check-note-words.ts';
import { checkReportRules } from '../../../src/shared/checks/check-report-rules.ts';
import type { CheckedReport } from '../../../src/shared/checks/report-finding.ts';
import { traceImprovements } from '../../../src/shared/comparison/trace-improvements.ts';
import { documentAsMarkdown } from '../../../src/shared/documents/document-as-markdown.ts';
import { piecesOf } from '../../../src/shared/documents/narrative-blocks.ts';
import { citationsIn, withoutCitations } from '../../../src/shared/evidence/citations.ts';
import { contentWords } from '../../../src/shared/evidence/content-words.ts';
import { readWhen } from '../../../src/shared/evidence/read-when.ts';
import { findRedactions } from '../../../src/shared/finalising/find-redactions.ts';
import { withMarks } from '../../../src/shared/finalising/with-marks.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { printable } from '../../../src/shared/printable.ts';
import { providerKey } from '../../../src/shared/report/provider-key.ts';
import { readDates } from '../../../src/shared/report/read-dates.ts';
import { readTitlePage } from '../../../src/shared/report/title-page.ts';
import { matchExpression } from '../../../src/shared/search/search-query.ts';
import { snippetAround } from '../../../src/shared/search/snippet-around.ts';
import { maskOf } from '../../../src/shared/seen/mask-grades.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { findAnchor } from '../../../src/shared/text/find-anchor.ts';
import { hiddenCharacters } from '../../../src/shared/text/hidden-characters.ts';
import { mergeTexts } from '../../../src/shared/text/merge-texts.ts';
import { splitSentences } from '../../../src/shared/text/split-sentences.ts';
import { compareWithAuthors } from '../../../src/shared/text/word-authors.ts';

const file = new URL('../../../resources/frameworks/ilacs-2026.json', import.meta.url);
const read = checkFramework(JSON.parse(readFileSync(file, 'utf8')));
if (!read.ok) throw new Error('the framework cannot be read');
const { framework } = read;
const [area] = framework.areas;
const [grade] = framework.scales.flatMap((scale) => scale.grades);

/** A text as the one section of a report. */
function reportOf(text: string): CheckedReport {
  const id = area?.id ?? '';
  return {
    sections: [{ id, title: 'Area', text }],
    provider: 'Northbrook',
    notes: [{ code: 'CT-001', text: 'Records of visits are kept.' }],
    points: [],
    grades: { [id]: grade?.id ?? '' },
    allowed: [],
  };
}

function redacted(text: string): string {
  const found = findRedactions([{ field: 'f', text }], [{ term: 'good', reason: 'r' }]);
  return withMarks(
    text,
    found.map((redaction, at) => ({ ...redaction, number: at + 1 })),
  );
}

function markdown(text: string): string {
  return documentAsMarkdown({
    title: 'A report',
    language: 'en-GB',
    watermark: null,
    foot: '',
    landscape: false,
    blocks: [{ kind: 'heading', level: 2, text }],
  });
}

/** Everything that reads what people type, and files from elsewhere, character by character. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'comparing it with more': (text) => compareTexts(text, `${text} more`),
  'comparing it with other words': (text) => compareTexts(text, 'Other words.\n\nIn two paragraphs.'),
  'saying who wrote it': (text) =>
    compareWithAuthors('', `${text} b`, {
      before: { record: 'r0', over: [], text: '' },
      versions: [
        { record: 'r1', over: ['r0'], text },
        { record: 'r2', over: ['r1'], text: `${text} b` },
      ],
    }),
  'merging it': (text) => mergeTexts(text, `${text} ours`, `Theirs. ${text}`),
  'finding a quote of it': (text) => {
    const quote = `${text.slice(0, text.length / 2)} not there`;
    return findAnchor(quote, text, text, compareTexts(text, text));
  },
  'splitting it into sentences': (text) => splitSentences(text),
  'looking for hidden characters': hiddenCharacters,
  'finding citations': citationsIn,
  'taking citations out': withoutCitations,
  'hiding grades': maskOf(['good', 'requires improvement'], '[hidden]'),
  'laying it out': piecesOf,
  'writing it as Markdown': markdown,
  'taking words out': redacted,
  'asking after names': (text) => checkIdentifiers(reportOf(text), framework),
  'asking after grades': (text) => checkGradeWords(reportOf(text), framework),
  'asking after areas': (text) => checkAreaNames(reportOf(text), framework),
  'asking after notes': (text) => checkNoteWords(reportOf(text)),
  'holding it to rules': (text) => checkReportRules(reportOf(text), framework),
  'holding it to limits': (text) => checkLimits(reportOf(text), framework),
  'following improvements': (text) => traceImprovements([[text], [`${text} more`]]),
  'reading it as a title page': (text) => readTitlePage([{ page: 1, line: 1, text }]),
  'reading it as dates': readDates,
  'reading it as a time': readWhen,
  'reading it as grades': (text) => readRatings(new TextEncoder().encode(text), [], readTableFile),
  'reading it as a provider': providerKey,
  'naming a folder after it': slugOf,
  'looking for it': matchExpression,
  'showing where it was found': (text) => snippetAround(text, ['good'], true),
  'saying what it is about': contentWords,
  'printing it': printable,
  'printing it as a PDF': (text) => namedByPlumbline(Buffer.from(`/Creator(${text}/Creator(`, 'latin1')),
};

const length = 100_000;
/** Milliseconds of the processor: many times what any reader needs, a small part of what a square would take. */
const patience = 3000;

describe(`${length} characters of what is repeated are read in time`, () => {
  test.each(Object.entries(readers))('%s', async (_name, reader) => {
    const slow: string[] = [];
    for (const [name, text] of hostileTexts(length)) {
      const begun = process.cpuUsage();
      await reader(text);
      const took = process.cpuUsage(begun).user / 1000;
      if (took > patience) slow.push(`${name}: ${took.toFixed(0)} ms`);
    }
    expect(slow).toEqual([]);
  });
});
