import type { Block, PrintedDocument } from '../../documents/printed-document.ts';
import { plain, plainRows } from '../../documents/printed-document.ts';
import type { NumberedParagraph } from './accuracy-state.ts';
import { formColumns } from './comments-form.ts';

/** What the documents to the provider are made of. */
export interface AccuracyParts {
  readonly provider: string;
  readonly paragraphs: readonly NumberedParagraph[];
  /** The heading of a section: its title and, for an area, its provisional grade. */
  readonly headingOf: (section: string) => string;
  readonly grades: Block | null;
  /** The day by which they answer, in words; empty where nobody said. */
  readonly due: string;
}

const watermark = 'Draft for factual accuracy';

function sectionBlocks({ paragraphs, headingOf }: AccuracyParts): readonly Block[] {
  let section = '';
  return paragraphs.flatMap((one): readonly Block[] => {
    const paragraph: Block = { kind: 'numbered', number: one.number, words: plain(one.text) };
    if (one.section === section) return [paragraph];
    section = one.section;
    return [{ kind: 'heading', level: 2, text: headingOf(section) }, paragraph];
  });
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
      ...(parts.grades === null ? [] : [parts.grades]),
      ...sectionBlocks(parts),
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
