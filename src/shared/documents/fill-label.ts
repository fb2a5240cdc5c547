/** What may stand between braces in a label of a template. */
export const placeholders: ReadonlySet<string> = new Set([
  'provider',
  'judgment',
  'Judgment',
  'body',
  'Body',
  'gradeLabel',
  'kind',
  'framework',
  'publisher',
  'inspectorate',
  'area',
  'grade',
  'start',
  'end',
  'sealed',
  'fingerprint',
]);

/** A template's label with what stands between braces filled in; a name that is not given is left out. */
export function fillLabel(label: string, words: Readonly<Record<string, string>>): string {
  return label.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => words[name] ?? '').trim();
}
