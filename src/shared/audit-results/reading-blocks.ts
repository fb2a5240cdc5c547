import {
  fileGradeTitles,
  judgmentOutcome,
  outcomeTitles,
  type ProtocolAnswer,
} from '../audits/reading-words.ts';
import { stepOfReading, type Reading } from '../audits/fold-readings.ts';
import { plainRows, type Block } from '../documents/printed-document.ts';
import { heading, list, paragraph, type AuditReportParts } from './report-parts.ts';

/** A drawn judgment as a row: its stratum, place, name, ticket, who read it, and what they made of it. */
export function sampleRows(parts: AuditReportParts): readonly (readonly string[])[] {
  const { audit, draw, tickets, person, provider } = parts;
  return draw.strata.flatMap(({ name }, at) =>
    (draw.sample?.[at] ?? []).map((seal, place) => {
      const own = audit.readings.filter((reading) => reading.frame === draw.frame && reading.seal === seal);
      const done = own.find(({ concluded }) => concluded !== null)?.concluded;
      const knew = own.filter(({ lodged }) => Object.values(lodged).some(({ known }) => known));
      return [
        name,
        String(place + 1),
        provider(seal) === '' ? 'Not in this workspace' : provider(seal),
        seal.slice(0, 16),
        tickets.get(seal)?.slice(0, 14) ?? '',
        own
          .map((reading) => `${person(reading.reader)} (${stepTitles[stepOfReading(reading)]})`)
          .join('; ') || 'Nobody',
        done == null ? '' : outcomeTitles[judgmentOutcome(done.outcomes.map(({ outcome }) => outcome))],
        done == null ? '' : (fileGradeTitles[done.fileGrade - 1] ?? ''),
        knew.map(({ reader }) => person(reader)).join('; '),
      ];
    }),
  );
}

const stepTitles = {
  evidence: 'not lodged',
  narrative: 'lodged on the evidence',
  conclude: 'opened, no outcomes',
  done: 'read',
} as const;

export const sampleColumns = [
  'Stratum',
  'Place',
  'Judgment',
  'Seal',
  'Ticket',
  'Read by',
  'Outcome',
  'Grade of the file',
  'Knew a published grade',
] as const;

/** What readers concluded of a draw. */
function concludedOf({
  audit,
  draw,
}: AuditReportParts): readonly (Reading & { readonly concluded: NonNullable<Reading['concluded']> })[] {
  return audit.readings.flatMap((reading) =>
    reading.frame === draw.frame && reading.concluded !== null
      ? [{ ...reading, concluded: reading.concluded }]
      : [],
  );
}

/** Answers to the questions of each protocol: how often each was confirmed, differed from, or could not be told. */
export function answerRows(parts: AuditReportParts): readonly (readonly string[])[] {
  const readings = concludedOf(parts);
  return parts.protocols.flatMap(({ id, version, questions }) => {
    const own = readings.filter(
      ({ concluded: { protocol } }) => protocol.id === id && protocol.version === version,
    );
    if (own.length === 0) return [];
    return questions.map((question) => {
      const answers = own.flatMap(({ concluded }) =>
        concluded.answers.filter((answer) => answer.question === question.id).map(({ answer }) => answer),
      );
      const times = (wanted: ProtocolAnswer): string =>
        String(answers.filter((answer) => answer === wanted).length);
      return [
        question.text,
        times('confirm'),
        times('differ'),
        times('cannot-tell'),
        String(own.length - answers.length),
      ];
    });
  });
}

export const answerColumns = ['Question', 'Confirmed', 'Differed', 'Could not tell', 'Not answered'] as const;

/** Which judgments were drawn, who read them and what they made of them, with names and in their own words. */
export function readingBlocks(parts: AuditReportParts): readonly Block[] {
  const answers = answerRows(parts);
  return [
    heading('Sample, and who read it'),
    {
      kind: 'table',
      caption: 'Drawn judgments in the order of their tickets',
      columns: sampleColumns,
      rowHeaders: false,
      rows: plainRows(sampleRows(parts)),
    },
    heading('Answers by question'),
    ...(answers.length === 0
      ? [paragraph('No reading is concluded.')]
      : [
          {
            kind: 'table' as const,
            caption: 'Answers of readers',
            columns: answerColumns,
            rowHeaders: true,
            rows: plainRows(answers),
            widths: [52, 12, 12, 12, 12],
          },
        ]),
    heading('Reasons and key findings'),
    ...reasons(parts),
  ];
}

/** Every reason that a reader gave against a grade, and every key finding, judgment by judgment. */
function reasons(parts: AuditReportParts): readonly Block[] {
  const items = concludedOf(parts).flatMap(({ seal, reader, concluded }) => {
    const judgment = parts.provider(seal) || seal.slice(0, 16);
    return [
      ...concluded.outcomes
        .filter(({ outcome, reason }) => outcome !== 'supported' && reason !== '')
        .map(
          ({ area, outcome, reason }) =>
            `${judgment}, ${parts.area(seal, area)}: ${outcomeTitles[outcome]}. ${reason} (${parts.person(reader)})`,
        ),
      ...(concluded.keyFinding === ''
        ? []
        : [`${judgment}, key finding: ${concluded.keyFinding} (${parts.person(reader)})`]),
      ...concluded.answers
        .filter(({ answer, note }) => answer === 'differ' && note !== '')
        .map(
          ({ question, note }) =>
            `${judgment}, ${questionText(parts, concluded, question)} ${note} (${parts.person(reader)})`,
        ),
    ];
  });
  return items.length === 0 ? [paragraph('Readers gave no reason against a grade.')] : list(items);
}

function questionText(
  { protocols }: AuditReportParts,
  { protocol }: NonNullable<Reading['concluded']>,
  question: string,
): string {
  const own = protocols.find(({ id, version }) => id === protocol.id && version === protocol.version);
  return own?.questions.find(({ id }) => id === question)?.text ?? question;
}
