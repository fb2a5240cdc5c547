import { auditRoleNames } from '../audits/audit-roles.ts';
import type { Draw } from '../audits/fold-draw.ts';
import { stepOfReading } from '../audits/fold-readings.ts';
import type { Block, PrintedDocument } from '../documents/printed-document.ts';
import { count, listOf, momentWords } from '../words.ts';
import { ceremonyBlocks, frameBlocks } from './ceremony-blocks.ts';
import { findingBlocks, openFindings } from './finding-blocks.ts';
import { figureBlocks } from './figure-blocks.ts';
import { readingBlocks } from './reading-blocks.ts';
import { heading, list, paragraph, type AuditReportParts } from './report-parts.ts';

/** How strata are called: by number where their names are people's and the report names nobody. */
function stratumTitles({ rule, strata }: Draw, isPublic: boolean): readonly string[] {
  return strata.map(({ name }, at) => (isPublic && rule.strata === 'lead' ? `Stratum ${at + 1}` : name));
}

function asked({ audit, draw, person, at }: AuditReportParts, isPublic: boolean): readonly Block[] {
  const roles = (['lead', 'auditor', 'observer'] as const).map((role) => {
    const own = [...audit.people].filter(([, has]) => has === role).map(([id]) => person(id));
    const words = isPublic ? String(own.length) : own.length === 0 ? 'Nobody' : listOf(own);
    return { name: `As ${auditRoleNames[role]}`, value: words };
  });
  const begun = momentWords(audit.begunAt);
  return [
    {
      kind: 'facts',
      facts: [
        { name: 'Asked', value: audit.purpose },
        { name: 'Begun', value: isPublic ? begun : `${begun}, by ${person(audit.begunBy)}` },
        ...roles,
        { name: 'Figures as at', value: `${momentWords(at)} UTC` },
        {
          name: 'Draw',
          value: draw.drawnAt === null ? 'Not signed' : `Signed ${momentWords(draw.drawnAt)} UTC`,
        },
      ],
    },
  ];
}

function notDone(parts: AuditReportParts): readonly Block[] {
  const { audit, draw, figures, lacking } = parts;
  const findings = openFindings(parts);
  const unread = figures.frame.drawn - figures.frame.read;
  const own = audit.readings.filter(({ frame: of }) => of === draw.frame);
  const twice = [
    ...Map.groupBy(
      own.filter(({ opened }) => opened !== null),
      ({ seal }) => seal,
    ).values(),
  ];
  const open = own.filter((reading) => stepOfReading(reading) !== 'done').length;
  return list([
    ...(unread > 0
      ? [`${count(unread, 'judgment')} drawn and without outcomes: in each stratum they count as not drawn.`]
      : []),
    ...(open > 0 ? [`${count(open, 'reading')} begun or given and not finished.`] : []),
    ...(twice.every(({ length }) => length < 2) ? ['No judgment was opened by a second reader.'] : []),
    ...(lacking > 0 ? [`The rule selects ${count(lacking, 'judgment')} today that the frame lacks.`] : []),
    ...(audit.setAside.size > 0
      ? [
          `${count(audit.setAside.size, 'record')} of the audit’s log counts for nothing, each shown with its reason on the audit’s screen.`,
        ]
      : []),
    ...(findings > 0 ? [`${count(findings, 'finding')} begun and not ended.`] : []),
    'No risk picks were drawn and no known cases planted: this audit’s log has no place for them.',
    'No figure in this report is of one person: severity is shown in the window, to leads of the audit and to each of its people their own.',
  ]);
}

function otherDraws(
  { audit, draw, otherAudits, person }: AuditReportParts,
  isPublic: boolean,
): readonly Block[] {
  const others = audit.draws
    .filter((other) => other !== draw)
    .map(({ frame: hash, at, abandoned, drawnAt }) => {
      const begun = `Frame ${hash.slice(0, 16)}, frozen ${momentWords(at)} UTC`;
      if (abandoned === null) return `${begun}: ${drawnAt === null ? 'not drawn' : 'drawn'}.`;
      const why = isPublic ? '' : ` by ${person(abandoned.by)}: ${abandoned.reason}`;
      return `${begun}: abandoned ${momentWords(abandoned.at)} UTC${why}`;
    });
  const audits = isPublic
    ? []
    : otherAudits.map(({ name, drawn }) => `${name}: ${count(drawn, 'judgment')} drawn.`);
  const items = [...others, ...audits];
  const some =
    isPublic && otherAudits.length > 0
      ? [paragraph(`${count(otherAudits.length, 'other audit')} of the workspace.`)]
      : [];
  return items.length + some.length === 0 ? [paragraph('None.')] : [...list(items), ...some];
}

/**
 * The report of one draw; the public one names nobody and no judgment, repeats no reason, and withholds small counts with
 * whatever would give them back.
 */
export function auditReport(parts: AuditReportParts, isPublic: boolean): PrintedDocument {
  const { audit, draw } = parts;
  return {
    title: `Report of the audit: ${audit.name}`,
    language: 'en-GB',
    watermark: null,
    foot: `${isPublic ? 'Public report. ' : ''}Frame ${draw.frame.slice(0, 16)}`,
    landscape: true,
    blocks: [
      ...asked(parts, isPublic),
      ...frameBlocks(parts),
      ...ceremonyBlocks(parts, isPublic),
      ...figureBlocks(parts.figures, stratumTitles(draw, isPublic), isPublic),
      ...(isPublic ? [] : readingBlocks(parts)),
      ...findingBlocks(parts, isPublic),
      heading('Other draws and other audits'),
      ...otherDraws(parts, isPublic),
      heading('What was not done'),
      ...(isPublic ? publicNotDone : notDone(parts)),
    ],
  };
}

const publicNotDone: readonly Block[] = list([
  'People, judgments, tickets and the words of readers are in the full report alone.',
  'No figure is of one person.',
]);
