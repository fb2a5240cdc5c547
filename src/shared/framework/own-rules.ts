import { withinSentence } from '../words.ts';

/** What a reason may stand for that no framework names: the gates' own rules, by the name that a reason is recorded under. */
const ownRules: Readonly<Record<string, string>> = {
  'accepted-points': 'Accepted comments that no revision answers',
  'areas-without-words': 'Areas and sections without words',
  'factual-accuracy': 'The provider’s check of the facts',
  'hidden-characters': 'Hidden characters in the text',
  interests: 'Interests that were not declared',
  'judging-order': 'The order in which areas are judged',
  moderation: 'Moderation by a panel',
  'open-comments': 'Comments that nobody resolved',
  'panel-outcomes': 'The outcomes of the panel',
  'report-checks': 'The checks of the text',
  'required-evidence': 'The kinds of evidence that the framework asks for',
  'unseen-by-provider': 'Paragraphs that the provider has not seen',
  'verified-signatories': 'Signatories whose keys were not verified',
};

/** What a gate's own rule is called where it stands by itself; an unknown one loses its hyphens. */
export function ownRuleTitle(rule: string): string {
  const spaced = rule.replaceAll(/[-.]/g, ' ');
  return ownRules[rule] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What it is called within a sentence. */
export function ownRuleWords(rule: string): string {
  return withinSentence(ownRuleTitle(rule));
}
