import { count } from '../words.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { splitParagraphs } from '../text/split-paragraphs.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { findingId, type CheckedReport, type CheckedSection, type ReportFinding } from './report-finding.ts';

function bounds(atLeast: number, atMost: number, what: string): string {
  return atLeast === atMost ? `${atLeast} ${what}` : `${atLeast} to ${atMost} ${what}`;
}

function paragraphs(section: CheckedSection, atLeast: number, atMost: number): readonly ReportFinding[] {
  const found = splitParagraphs(section.text).filter((paragraph) => paragraph.words > 0).length;
  if (found === 0 || (found >= atLeast && found <= atMost)) return [];
  return [
    {
      id: findingId('paragraphs', section.id, String(found)),
      kind: 'paragraphs',
      weight: 'rule',
      section: section.id,
      from: 0,
      to: 0,
      times: 1,
      words: '',
      reason: `“${section.title}” has ${count(found, 'paragraph')}; the framework asks for ${bounds(atLeast, atMost, 'paragraphs')}.`,
      instead: [],
    },
  ];
}

function sentences(section: CheckedSection, atLeast: number, atMost: number): readonly ReportFinding[] {
  return splitParagraphs(section.text).flatMap((paragraph): readonly ReportFinding[] => {
    if (paragraph.words === 0) return [];
    const found = splitSentences(section.text, paragraph.start, paragraph.end).filter(
      ([from, to]) => (section.text.slice(from, to).match(/\p{L}+/gu) ?? []).length > 1,
    ).length;
    if (found >= atLeast && found <= atMost) return [];
    const words = section.text.slice(paragraph.start, paragraph.end);
    return [
      {
        id: findingId('sentences', section.id, words),
        kind: 'sentences',
        weight: 'rule',
        section: section.id,
        from: paragraph.start,
        to: paragraph.end,
        times: 1,
        words: words.slice(0, 80).replaceAll(/\s+/g, ' '),
        reason: `Paragraph ${paragraph.number} has ${count(found, 'sentence')}; the framework asks for ${bounds(atLeast, atMost, 'a paragraph')}.`,
        instead: [],
      },
    ];
  });
}

/** Limits on paragraphs of an area and on sentences of a paragraph, where the framework has them. */
export function checkLimits(report: CheckedReport, framework: Framework | null): readonly ReportFinding[] {
  const areas = new Set((framework?.areas ?? []).map((area) => area.id));
  const inAreas = report.sections.filter((section) => areas.has(section.id));
  return (framework?.reportChecks ?? []).flatMap((rule): readonly ReportFinding[] => {
    if (rule.check === 'paragraphs')
      return inAreas
        .filter((section) => rule.area === null || rule.area === section.id)
        .flatMap((section) => paragraphs(section, rule.atLeast, rule.atMost));
    if (rule.check === 'sentences')
      return inAreas.flatMap((section) => sentences(section, rule.atLeast, rule.atMost));
    return [];
  });
}
