import { DeletedTextRun, Document, HeadingLevel, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
import { xmlText } from './word/xml-text.ts';
import type { ComparedParagraph, ComparisonDocument } from '../../shared/comparison/comparison-document.ts';
import type { Piece } from '../../shared/text/hunks.ts';

/** What stands in a moved paragraph: gone from its old place, written at the new one. */
function asTracked({ kind, pieces }: ComparedParagraph): readonly Piece[] {
  if (kind === 'moved-from') return pieces.map(({ text }) => ({ kind: 'del', text }));
  if (kind !== 'moved-to') return pieces;
  return pieces.flatMap((piece): Piece[] => (piece.kind === 'del' ? [] : [{ ...piece, kind: 'ins' }]));
}

/** Each stretch of a piece by itself, with the record that changed it. */
function byWriter({
  kind,
  text,
  by,
}: Piece): readonly { kind: Piece['kind']; text: string; by: string | null }[] {
  return (by ?? [{ text, by: null }]).map((one) => ({ kind, ...one }));
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
    return kind === 'ins' ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked);
  };
  const paragraph = (pieces: readonly Piece[]): Paragraph =>
    new Paragraph({ children: pieces.flatMap(byWriter).map(run) });
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
    new Paragraph({ text, heading: level });
  const places = comparison.places.flatMap(({ title, grade, evidence, paragraphs }) => [
    heading(title, HeadingLevel.HEADING_2),
    ...(grade === null
      ? []
      : [
          paragraph([
            { kind: 'same', text: 'Grade: ' },
            { kind: 'del', text: grade.before },
            { kind: 'ins', text: grade.after },
          ]),
        ]),
    ...evidence.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
    ...paragraphs.map((one) => paragraph(asTracked(one))),
  ]);
  const document = new Document({
    title: `${comparison.title}: ${comparison.told}`,
    creator: comparison.authors,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } } } },
    sections: [
      {
        children: [
          heading(comparison.title, HeadingLevel.HEADING_1),
          new Paragraph(`${comparison.told}, by ${comparison.authors}`),
          ...comparison.questions.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
          ...places,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
