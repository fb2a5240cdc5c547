import type { Finding } from '../audits/fold-findings.ts';
import type { Block } from '../documents/printed-document.ts';
import { count, dayWords, listOf, momentWords } from '../words.ts';
import { heading, list, paragraph, type AuditReportParts } from './report-parts.ts';
import { leastPublic } from './withheld-counts.ts';

const checkWords = {
  worked: 'the action worked',
  'not-worked': 'the action did not work',
  withdrawn: 'withdrawn',
} as const;

/** The findings of a draw that were sent, the first first. */
function sentOf({ audit, draw }: AuditReportParts): readonly Finding[] {
  return audit.findings.filter(({ frame, sent }) => frame === draw.frame && sent !== null);
}

/** One finding with what became of it, sentence by sentence. */
function sentence(finding: Finding, { person, provider }: AuditReportParts): string {
  const { sent, to, answers, action, checks, reopened, ended } = finding;
  const said = [
    `${provider(finding.seal) || finding.seal.slice(0, 16)}, to ${listOf(to.map(person))}: ${sent?.words ?? ''}`,
    ...(sent?.key === true ? ['A key finding.'] : []),
    ...(sent?.reopens === true ? ['It proposes to reopen.'] : []),
    ...[...answers.values()].map(
      ({ by, agrees, words }) =>
        `${person(by)} ${agrees ? 'agrees' : 'disagrees'}${words === '' ? '.' : `: ${words}`}`,
    ),
    ...(answers.size === 0 ? ['Not answered.'] : []),
    ...checks.map(
      ({ outcome, words, by, at, action: of }) =>
        `Checked by ${person(by)}, ${momentWords(at)} UTC: ${checkWords[outcome]}. ${words}${of === null ? '' : ` (Action: ${of})`}`,
    ),
    ...reopened.map(({ reason, by }) => `Taken up again by ${person(by)}: ${reason}`),
    ...(action !== null && !ended
      ? [`Action of ${person(action.person)} until ${dayWords(action.due)}: ${action.words}`]
      : []),
    ended ? 'Ended.' : 'Open.',
  ];
  return said.join(' ');
}

/** Findings by heading with their actions; the public report says how many, and withholds a small number. */
export function findingBlocks(parts: AuditReportParts, isPublic: boolean): readonly Block[] {
  const sent = sentOf(parts);
  const head = heading('Findings and their actions');
  if (isPublic)
    return [
      head,
      paragraph(
        sent.length > 0 && sent.length < leastPublic
          ? 'How many findings were sent is withheld.'
          : `${count(sent.length, 'finding')} sent to the people of the judgments.`,
      ),
    ];
  if (sent.length === 0) return [head, paragraph('None was sent.')];
  const byArea = Map.groupBy(sent, ({ seal, area }) =>
    area === null ? 'The judgment as a whole' : parts.area(seal, area),
  );
  return [
    head,
    ...[...byArea].flatMap(([title, own]): readonly Block[] => [
      { kind: 'heading', level: 3, text: title },
      ...list(own.map((finding) => sentence(finding, parts))),
    ]),
  ];
}

/** Findings that were begun and have not ended, for the list of what was not done. */
export function openFindings({ audit, draw }: AuditReportParts): number {
  return audit.findings.filter(({ frame, ended }) => frame === draw.frame && !ended).length;
}
