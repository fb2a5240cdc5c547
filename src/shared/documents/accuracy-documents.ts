import { count } from '../words.ts';
import { compareTexts } from '../text/compare-texts.ts';
import { withSpaces } from '../text/compared-text.ts';
import type { Block, PrintedDocument, Words } from './printed-document.ts';
import { plain, plainRows } from './printed-document.ts';
import type { AccuracyState, NumberedParagraph } from '../accuracy/accuracy-state.ts';
import { changedSince, type ChangedParagraph } from '../accuracy/changed-since.ts';
import { formColumns } from '../accuracy/comments-form.ts';

/** What the documents to the provider are made of. */
interface AccuracyParts {
  readonly provider: string;
  readonly paragraphs: readonly NumberedParagraph[];
  /** What they were sent the time before; null where this is the first time. */
  readonly earlier: { readonly day: string; readonly paragraphs: readonly NumberedParagraph[] } | null;
  /** The heading of a section: its title and, for an area, its provisional grade. */
  readonly headingOf: (section: string) => string;
  readonly grades: Block | null;
  /** What tells this draft from others: its reference, number, days. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** The number that a paragraph of these words has in the report; null where it has none there. */
  readonly reportNumberOf: (text: string) => number | null;
  /** The day by which they answer, in words; empty where nobody said. */
  readonly due: string;
}

const watermark = 'Draft for factual accuracy';

/** A paragraph with the words in bold that were not in it before; of a line that moved with no edit, all of them. */
function withNewWords(before: string, after: string): Words {
  const { paragraphs } = compareTexts(before, after);
  return paragraphs.flatMap((paragraph): Words => {
    const moved = paragraph.kind === 'moved-to' && paragraph.words.every(({ kind }) => kind === 'same');
    return withSpaces(paragraph).flatMap(({ kind, after: range }): Words => {
      if (range === null) return [];
      const text = after.slice(...range);
      return (kind === 'same' && !moved) || text.trim() === '' ? [{ text }] : [{ text, strong: true }];
    });
  });
}

function changes({ paragraphs, earlier }: AccuracyParts): ReadonlyMap<string, ChangedParagraph> {
  const changed = earlier === null ? [] : changedSince(paragraphs, earlier.paragraphs);
  return new Map(changed.map((change) => [`${change.section} ${change.text}`, change]));
}

function sectionBlocks(parts: AccuracyParts): readonly Block[] {
  const { paragraphs, headingOf, earlier } = parts;
  const changed = changes(parts);
  let section = '';
  return paragraphs.flatMap((paragraph): readonly Block[] => {
    const change = changed.get(`${paragraph.section} ${paragraph.text}`);
    const before = change?.before ?? null;
    const words =
      change === undefined
        ? plain(paragraph.text)
        : before === null
          ? [{ text: paragraph.text, strong: true }]
          : withNewWords(before.text, paragraph.text);
    const since =
      before === null
        ? `New since the draft of ${earlier?.day ?? ''}.`
        : `Changed since the draft of ${earlier?.day ?? ''}, where paragraph ${before.number} said: “${before.text}”`;
    const blocks: readonly Block[] = [
      { kind: 'numbered', number: paragraph.number, words },
      ...(change === undefined
        ? []
        : [{ kind: 'paragraph' as const, look: 'small' as const, words: plain(since) }]),
    ];
    if (paragraph.section === section) return blocks;
    section = paragraph.section;
    return [{ kind: 'heading', level: 2, text: headingOf(section) }, ...blocks];
  });
}

/** What changed since they read it last, in one sentence. */
function sinceWords(parts: AccuracyParts): readonly Block[] {
  const { earlier } = parts;
  if (earlier === null) return [];
  const { size } = changes(parts);
  const summary =
    size === 0
      ? `You were sent a draft on ${earlier.day} before. Every paragraph of this one was in it.`
      : `You were sent a draft on ${earlier.day} before. ${count(size, 'paragraph is', 'paragraphs are')} new or changed: the new words are in bold, and what stood there before is under each.`;
  return [{ kind: 'paragraph', words: plain(summary) }];
}

/** Where the report numbers its paragraphs otherwise than this draft, which of its numbers is which. */
function concordance({ paragraphs, reportNumberOf }: AccuracyParts): readonly Block[] {
  const pairs = paragraphs.flatMap(({ number, text }) => {
    const inReport = reportNumberOf(text);
    return inReport === null ? [] : [{ number, inReport }];
  });
  return pairs.every(({ number, inReport }) => number === inReport)
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Numbers in this draft and in the report' },
        {
          kind: 'table',
          caption: 'The same paragraphs by both numbers; what is not listed has no number in the report',
          columns: ['In this draft', 'In the report'],
          rows: plainRows(pairs.map(({ number, inReport }) => [String(number), String(inReport)])),
          rowHeaders: true,
          widths: [50, 50],
        },
      ];
}

/** The numbered draft that goes to the provider, watermarked on every page. */
export function accuracyDraft(parts: AccuracyParts): PrintedDocument {
  const due = parts.due === '' ? '' : ` Please answer by ${parts.due}.`;
  const asks = `This is a draft for you to check its facts. It is not a judgment, is confidential, and must not be passed on. Answer by the numbers of the paragraphs, on the form that came with it.${due}`;
  return {
    title: `${parts.provider}: draft for factual accuracy`,
    language: 'en-GB',
    watermark,
    foot: `${parts.provider}. Draft for factual accuracy, not a judgment`,
    landscape: false,
    blocks: [
      { kind: 'paragraph', look: 'standing', words: plain(asks) },
      { kind: 'facts', facts: parts.facts },
      ...sinceWords(parts),
      ...(parts.grades === null ? [] : [parts.grades]),
      ...sectionBlocks(parts),
      ...concordance(parts),
    ],
  };
}

/** What came back from the provider, as it was recorded: what was no plain point word for word, with why. */
export function returnedComments(
  provider: string,
  facts: AccuracyParts['facts'],
  { points, odd }: Pick<AccuracyState['returns'][number], 'points' | 'odd'>,
): PrintedDocument {
  const title = `${provider}: comments that came back`;
  const rows = points.map(({ paragraph, comment, evidence }) => [
    paragraph === null ? 'Whole' : String(paragraph),
    comment,
    evidence,
  ]);
  const others = odd.map(({ row, text, why }) => plain(`${row > 0 ? `Row ${row}: ` : ''}${text} ${why}`));
  return {
    ...{ title, language: 'en-GB', watermark: null, foot: title, landscape: true },
    blocks: [
      { kind: 'facts', facts },
      {
        kind: 'table',
        caption: 'Comments',
        columns: [formColumns.paragraph, formColumns.comment, formColumns.evidence],
        rows: plainRows(rows),
        rowHeaders: true,
        widths: [14, 52, 34],
      },
      ...(others.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: 'Rows and words that were no plain point' },
            { kind: 'list' as const, items: others },
          ]),
    ],
  };
}

/** What the form says around its table, sentence by sentence: known again when it comes back. */
export const formWords = [
  'Write one point in each row: the number of the paragraph, what is not accurate and what it should say, and the evidence for it. Add rows where you need more.',
  'Where you have no comments, send the form back empty.',
] as const;

/** The form for the provider's comments: one table that any word processor edits, with empty rows. */
export function accuracyForm(parts: Pick<AccuracyParts, 'provider' | 'due'>): PrintedDocument {
  const rows = plainRows(Array.from({ length: 20 }, () => ['', '', '']));
  return {
    title: `${parts.provider}: comments on factual accuracy`,
    language: 'en-GB',
    watermark: null,
    foot: `${parts.provider}. Comments on factual accuracy`,
    landscape: true,
    blocks: [
      ...formWords.map((text): Block => ({ kind: 'paragraph', words: plain(text) })),
      {
        kind: 'table',
        caption: 'Comments',
        columns: [formColumns.paragraph, formColumns.comment, formColumns.evidence],
        rows,
        rowHeaders: false,
        widths: [14, 52, 34],
      },
    ],
  };
}
