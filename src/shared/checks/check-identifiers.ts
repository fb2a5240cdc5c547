import { possibleNames, titled, vocabulary, writtenSmall } from '../evidence/possible-names.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { findWords, type WordRule } from './find-words.ts';
import {
  countedOnce,
  findingId,
  type CheckedReport,
  type CheckedSection,
  type ReportFinding,
} from './report-finding.ts';

type Forbidden = 'name' | 'address' | 'date-of-birth' | 'case-number' | 'place';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const rules: readonly (Omit<WordRule, 'weight'> & { readonly forbidden: Forbidden | null })[] = [
  {
    kind: 'date-of-birth',
    forbidden: 'date-of-birth',
    pattern: new RegExp(
      `\\b(?:born\\s+(?:on|in)\\s+|(?:date of birth|d\\.?o\\.?b\\.?):?\\s*)(?:\\d{1,2}\\s+)?(?:(?:${months})\\s+)?\\d[\\d/.-]*|\\b\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)?\\d{2}\\b`,
      'giu',
    ),
    reason: 'A date of birth tells who is meant.',
  },
  {
    kind: 'case-number',
    forbidden: 'case-number',
    pattern:
      /\b(?:case|reference|ref|record|client|NHS)\s+(?:(?:(?:number|no\.?|id):?|:)\s*)?[A-Z]{0,4}[-/ ]?\d{4,}\b|\b[A-Z]{0,3}\d{6,12}\b|\b\d{3}[ -]\d{3}[ -]\d{4}\b/gu,
    reason: 'A case number leads to one child’s record.',
  },
  {
    kind: 'address',
    forbidden: 'address',
    pattern:
      /\b\d{1,4}[a-z]?\s+(?:\p{Lu}[\p{L}’']+\s+){1,3}(?:Street|Road|Avenue|Close|Lane|Drive|Way|Court|Crescent|Terrace|Gardens|Place)\b|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/gu,
    reason: 'An address or a postcode tells where somebody lives.',
  },
  {
    kind: 'rare-detail',
    forbidden: null,
    pattern:
      /\b(?:an?|one|the|this)\s+(?:\p{L}+\s+)?\d{1,2}-year-old\b(?!s)(?:\s+\p{L}+)?|\baged\s+\d{1,2}\b|\b(?:an?|the)\s+(?:only|rare)\s+(?:child|boy|girl|case|condition|family)\b/giu,
    reason: 'One child with an age or a rare detail can be recognised by those who know the place.',
  },
];

/** Words after a capitalised term that make it a service, a project or a home and nobody’s name. */
const services =
  /^[ \u00A0]+(?:\p{Lu}\p{L}+[ \u00A0]+){0,2}(?:team|project|service|programme|centre|hub|house|home|academy|college|school|university|hospital|trust|borough|council|partnership|strategy|model|approach|pledge|charter|framework|award|panel|board|forum|group|app|scheme|outreach)s?\b/iu;

function forbiddenBy(framework: Framework | null): ReadonlySet<Forbidden> {
  return new Set(
    (framework?.reportChecks ?? []).flatMap((check) => (check.check === 'identifiers' ? check.forbid : [])),
  );
}

/** Words that are nobody's name in this report: the framework's, the provider's, and all that is written small somewhere. */
function ordinary(report: CheckedReport, framework: Framework | null): ReadonlySet<string> {
  const texts = [...report.sections.map((section) => section.text), ...report.notes.map((note) => note.text)];
  return new Set([
    ...(framework === null ? [] : vocabulary([JSON.stringify(framework)])),
    ...vocabulary([report.provider]),
    ...writtenSmall(texts),
  ]);
}

function names(
  section: CheckedSection,
  known: ReadonlySet<string>,
  allowed: ReadonlySet<string>,
  forbidden: ReadonlySet<Forbidden>,
): readonly ReportFinding[] {
  return countedOnce(
    possibleNames(section.text, known, allowed).map(({ from, to, term }): ReportFinding => {
      const service =
        services.test(section.text.slice(to, to + 60)) &&
        !titled.test(section.text.slice(0, from).slice(-12));
      const kind = service ? 'place' : 'name';
      return {
        id: findingId(kind, section.id, term),
        kind,
        weight: forbidden.has(kind) ? 'rule' : 'suggestion',
        section: section.id,
        from,
        to,
        times: 1,
        words: term,
        reason: service
          ? 'This may be the name of a service or a place. Can somebody be recognised by it?'
          : 'This may be somebody’s name. A report names nobody but those who inspected.',
        instead: [],
      };
    }),
  );
}

/**
 * What may tell who is meant: names, dates of birth, case numbers, addresses, rare details. What the framework forbids is
 * a rule, the rest a suggestion. Better a question too many: each can be answered.
 */
export function checkIdentifiers(
  report: CheckedReport,
  framework: Framework | null,
): readonly ReportFinding[] {
  const forbidden = forbiddenBy(framework);
  const known = ordinary(report, framework);
  const allowed = new Set([...report.allowed, ...report.allowed.flatMap((term) => term.split(' '))]);
  return report.sections.flatMap((section) => [
    ...names(section, known, allowed, forbidden),
    ...rules.flatMap(({ forbidden: what, ...rule }) =>
      findWords(section, { ...rule, weight: what !== null && forbidden.has(what) ? 'rule' : 'suggestion' }),
    ),
  ]);
}

/**
 * Of these only what the framework forbids, possible names left out: they are asked about and held against nobody. The
 * notes are read only where a place may be named and the framework forbids that.
 */
export function checkHeldIdentifiers(report: CheckedReport, framework: Framework): readonly ReportFinding[] {
  const forbidden = forbiddenBy(framework);
  const applied = rules.filter(({ forbidden: what }) => what !== null && forbidden.has(what));
  const allowed = new Set([...report.allowed, ...report.allowed.flatMap((term) => term.split(' '))]);
  const asked = (notes: CheckedReport['notes']): readonly ReportFinding[] => {
    const known = ordinary({ ...report, notes }, framework);
    return report.sections.flatMap((section) => names(section, known, allowed, forbidden));
  };
  // Words of notes only make more words ordinary: where nothing is asked about without them, nothing is with them.
  const named = forbidden.has('place') && asked([]).length > 0 ? asked(report.notes) : [];
  return report.sections.flatMap((section) => [
    ...named.filter((hit) => hit.kind === 'place' && hit.section === section.id),
    ...applied.flatMap(({ forbidden: _what, ...rule }) => findWords(section, { ...rule, weight: 'rule' })),
  ]);
}
