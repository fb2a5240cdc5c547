import { DeletedTextRun, Document, HeadingLevel, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
import { xmlText } from './word/xml-text.ts';
import type { ComparedPlace, ComparisonDocument } from '../../shared/comparison/comparison-document.ts';
import type { ComparedWords } from '../../shared/text/compared-text.ts';

/** What a run of a Word document is made of. */
type Marked = Pick<ComparedWords, 'kind' | 'text' | 'by'>;

/** What stands in a moved paragraph: gone from its old place, written at the new one. */
function asTracked({ kind, words }: ComparedPlace['paragraphs'][number]): readonly Marked[] {
  if (kind === 'moved-from') return words.map(({ text }) => ({ kind: 'removed', text }));
  if (kind !== 'moved-to') return words;
  return words.flatMap((stretch): Marked[] =>
    stretch.kind === 'removed' ? [] : [{ ...stretch, kind: 'added' }],
  );
}

/** Words of each author by themselves, with the record that changed them. */
function byWriter({ kind, text, by }: Marked): readonly {
  readonly kind: Marked['kind'];
  readonly text: string;
  readonly by: string | null;
}[] {
  return (by ?? [{ text, by: null }]).map((authored) => ({ kind, ...authored }));
}

/**
 * A comparison as a Word document with real tracked changes (w:ins and w:del with author and date): accepting all gives
 * the words after, rejecting all the words before.
 */
export async function comparisonAsWord(comparison: ComparisonDocument): Promise<Uint8Array> {
  let id = 0;
  const run = ({
    kind,
    text,
    by,
  }: ReturnType<typeof byWriter>[number]): TextRun | InsertedTextRun | DeletedTextRun => {
    const said = xmlText(text);
    if (kind === 'same') return new TextRun(said);
    id += 1;
    const writer = by === null ? undefined : comparison.writers[by];
    const tracked = {
      text: said,
      id,
      author: writer?.name ?? comparison.authors,
      date: writer?.at ?? comparison.at,
    };
    return kind === 'added' ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked);
  };
  const paragraph = (words: readonly Marked[]): Paragraph =>
    new Paragraph({ children: words.flatMap(byWriter).map(run) });
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
    new Paragraph({ text, heading: level });
  const places = comparison.places.flatMap(({ title, grade, evidence, paragraphs }) => [
    heading(title, HeadingLevel.HEADING_2),
    ...(grade === null
      ? []
      : [
          paragraph([
            { kind: 'same', text: 'Grade: ' },
            { kind: 'removed', text: grade.before },
            { kind: 'added', text: grade.after },
          ]),
        ]),
    ...evidence.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
    ...paragraphs.map((compared) => paragraph(asTracked(compared))),
  ]);
  const document = new Document({
    title: `${comparison.title}: ${comparison.subtitle}`,
    creator: comparison.authors,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } } } },
    sections: [
      {
        children: [
          heading(comparison.title, HeadingLevel.HEADING_1),
          new Paragraph(`${comparison.subtitle}, by ${comparison.authors}`),
          ...comparison.questions.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
          ...places,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
