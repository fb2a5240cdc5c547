import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LineRuleType,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';
import type { DocumentStyle } from '../../../shared/documents/document-template.ts';

/** Word takes one font; the last named of a house style's is the one that most machines have. */
function font(fonts: readonly string[]): string {
  return fonts.find((name) => /^(?:Calibri|Cambria|Georgia|Arial)$/.test(name)) ?? fonts[0] ?? 'Calibri';
}

/** A house style as Word's styles: sizes in half points, space in twips. */
export function wordStyles(style: DocumentStyle): IStylesOptions {
  const size = style.size * 2;
  const ink = style.ink.slice(1);
  const accent = style.accent.slice(1);
  const headings = font(style.headings);
  const heading = (factor: number, color: string, before: number): object => ({
    run: { font: headings, size: Math.round(size * factor), bold: true, color },
    paragraph: { keepNext: true, spacing: { before, after: 120 } },
  });
  return {
    default: {
      document: { run: { font: font(style.prose), size, color: ink, language: { value: 'en-GB' } } },
      heading1: heading(1.9, ink, 0),
      heading2: heading(1.25, accent, 360),
      heading3: heading(1.08, ink, 280),
      heading4: heading(1, ink, 220),
    },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        // Without the rule LibreOffice takes the height as exact, and cuts a logo off at one line.
        paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Standing',
        name: 'Standing',
        basedOn: 'Normal',
        run: { font: headings, bold: true },
        paragraph: {
          border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: accent } },
          indent: { left: 160 },
        },
      },
      {
        id: 'Small',
        name: 'Small',
        basedOn: 'Normal',
        run: { font: headings, size: Math.round(size * 0.86) },
      },
      {
        id: 'Fact',
        name: 'Fact',
        basedOn: 'Normal',
        run: { font: headings, size: Math.round(size * 0.92) },
        paragraph: { spacing: { after: 60 } },
      },
      {
        id: 'Contents',
        name: 'Contents',
        basedOn: 'Normal',
        run: { font: headings, size: Math.round(size * 0.92) },
        paragraph: { spacing: { after: 60 } },
      },
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        run: { font: headings, size: Math.round(size * 0.9) },
        paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { font: headings, bold: true, size: Math.round(size * 0.92) },
        paragraph: { spacing: { before: 200, after: 80 } },
      },
    ],
  };
}

/** Word's lists: one of points, and one for every run of successive numbers, each by its first. */
export function wordLists(
  starts: readonly { readonly reference: string; readonly start: number }[],
): INumberingOptions {
  const paragraph = { indent: { left: 567, hanging: 567 } };
  return {
    config: [
      {
        reference: 'points',
        levels: [
          {
            level: 0,
            format: LevelFormat.BULLET,
            text: '\u25AA',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 567, hanging: 283 } } },
          },
        ],
      },
      ...starts.map(({ reference, start }) => ({
        reference,
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: '%1.',
            start,
            alignment: AlignmentType.LEFT,
            style: { paragraph },
          },
        ],
      })),
    ],
  };
}
