import {
  countedOnce,
  findingId,
  type CheckedSection,
  type CheckKind,
  type ReportFinding,
} from './report-finding.ts';

/** What a pattern's finds are taken for. */
export interface WordRule {
  readonly kind: CheckKind;
  readonly weight: ReportFinding['weight'];
  /** Global and Unicode; its whole match is what is found. */
  readonly pattern: RegExp;
  readonly reason: string;
  readonly instead?: readonly string[];
}

/** Every place of a section that a rule's pattern matches; the same words once, with their count. */
export function findWords({ id, text }: CheckedSection, rule: WordRule): readonly ReportFinding[] {
  return countedOnce(
    [...text.matchAll(rule.pattern)].map((match) => ({
      id: findingId(rule.kind, id, match[0]),
      kind: rule.kind,
      weight: rule.weight,
      section: id,
      from: match.index,
      to: match.index + match[0].length,
      times: 1,
      words: match[0].replaceAll(/\s+/g, ' '),
      reason: rule.reason,
      instead: rule.instead ?? [],
    })),
  );
}
