import type { StyleSetBody } from '../workspace/style-set.ts';
import type { DocumentTemplate } from './document-template.ts';

/** Paragraphs are parted by an empty line. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/**
 * A template with what a team set of its own: its logo on the title page, the colour of headings, more about the
 * inspection, how to complain, and how to reach it. A template without such a place, as that of a letter, takes the
 * colour alone.
 */
export function withHouseStyle(template: DocumentTemplate, set: StyleSetBody): DocumentTemplate {
  const { style, report } = template;
  const own: Readonly<Record<string, (ships: readonly string[]) => readonly string[]>> = {
    'about-this-inspection': (ships) => [...ships, ...paragraphsOf(set.about)],
    complaints: (ships) => (set.complaints.trim() === '' ? ships : paragraphsOf(set.complaints)),
    contact: (ships) => (set.contact.trim() === '' ? ships : paragraphsOf(set.contact)),
  };
  return {
    ...template,
    style: { ...style, accent: set.accent ?? style.accent },
    report: {
      ...report,
      ...(report.cover === undefined
        ? {}
        : { cover: { ...report.cover, logo: set.logo ?? report.cover.logo } }),
      ...(report.back === undefined
        ? {}
        : {
            back: report.back.map((part) => ({
              ...part,
              paragraphs: [...(own[part.id]?.(part.paragraphs) ?? part.paragraphs)],
            })),
          }),
    },
  };
}
