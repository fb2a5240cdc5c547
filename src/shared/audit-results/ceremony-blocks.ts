import { numberOf } from '../audits/fold-draw.ts';
import { plainRows, type Block } from '../documents/printed-document.ts';
import { listOf, momentWords } from '../words.ts';
import { heading, paragraph, type AuditReportParts } from './report-parts.ts';

/** Long texts in pieces, so that a line can end between them; without the spaces they are what was signed. */
const inEights = (text: string): string => text.replaceAll(/(\S{8})(?=\S)/gu, '$1 ');
const inFours = (hex: string): string => hex.replaceAll(/(.{4})(?=.)/gu, '$1 ');

/** By what rule the frame was made, and its hash. */
export function frameBlocks({ draw, frameworks }: AuditReportParts): readonly Block[] {
  const { from, to } = draw.rule;
  return [
    heading('Frame'),
    {
      kind: 'facts',
      facts: [
        {
          name: 'Rule',
          value: `Sealed ${from === null ? 'from the beginning' : `from ${momentWords(from)}`} ${to === null ? 'until it was frozen' : `to ${momentWords(to)}`}, ${frameworks.length === 0 ? 'any framework' : listOf(frameworks)}`,
        },
        { name: 'Hash of the frame', value: inFours(draw.frame) },
      ],
    },
  ];
}

/** Who signed and gave what, in the order in which it had to happen. */
export function ceremonyBlocks({ draw, person }: AuditReportParts, isPublic: boolean): readonly Block[] {
  const who = (id: string): string => (isPublic ? `Giver ${draw.contributors.indexOf(id) + 1}` : person(id));
  const signed = isPublic
    ? 'By two people'
    : `${person(draw.by)}, ${momentWords(draw.at)} UTC; confirmed by ${draw.confirmedBy === null ? 'nobody' : person(draw.confirmedBy)}`;
  return [
    heading('How the seed was made'),
    {
      kind: 'facts',
      facts: [
        { name: 'Frozen and signed', value: signed },
        {
          name: 'Outside number',
          value: `${draw.source}, from ${momentWords(draw.moment)} UTC: ${numberOf(draw) ?? 'not read alike by two'}`,
        },
        { name: 'Seed', value: draw.seed === null ? 'Not known' : inFours(draw.seed) },
      ],
    },
    {
      kind: 'table',
      caption: 'Contributions, bound before the outside number and opened after it',
      columns: ['Who', 'Bound by', 'Opened'],
      widths: [16, 34, 50],
      rowHeaders: true,
      rows: plainRows(
        draw.contributors.map((id) => [
          who(id),
          inEights(draw.lodged.get(id)?.commitment ?? 'Not lodged'),
          inEights(draw.opened.get(id) ?? 'Not opened'),
        ]),
      ),
    },
    paragraph(
      'Whoever has the files draws the same sample with node docs/redraw.mjs and the folder of the workspace, without Plumbline.',
    ),
  ];
}
