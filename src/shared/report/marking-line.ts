/** No marking is longer. */
const longest = 120;
/** Levels of protective markings, of the United Kingdom's scheme, the one before it, and those offices make up. */
const level = String.raw`(?:uk[\s-]+)?(?:top[\s-]+secret|secret|official|restricted|confidential|protect(?:ed)?|unclassified|not\s+protectively\s+marked|private|sensitive|internal(?:\s+use)?(?:\s+only)?|in\s+confidence|in\s+strictest\s+confidence|commercial(?:\s+in\s+confidence)?|personal(?:\s+data)?)`;
/** What may follow a level: a descriptor, a purpose. */
const more = String.raw`(?:[\s:;,/()[\]|–—-]*(?:and\s+|&\s*)?(?:${level}|sensitive|personal|commercial|locsen|policy|staff|inspection|strictly|draft|when\s+complete[d]?|not\s+for\s+(?:publication|circulation|distribution|release|onward\s+sharing)))*`;
const marking = [
  new RegExp(String.raw`^(?:strictly\s+)?${level}${more}$`, 'u'),
  /^(?:strictly\s+|under\s+)?embargo(?:ed)?\b/u,
  /^not\s+(?:for|to\s+be)\s+(?:publication|publi(?:sh|c)|published|circulat|distribut|releas|copied|quoted|onward)/u,
  /^(?:(?:first|second|third|final|pre-?publication|working|confidential|initial|provisional)\s+)?draft(?:\s+(?:report|copy|version|only|letter|document))?(?:\s*[-–—:.,(]?\s*(?:v(?:ersion)?\.?\s*)?\d[\d./-]*\)?)?(?:[\s.:;,–—(-]+(?:not\s+final|not\s+for\s+.*|subject\s+to\s+.*|for\s+(?:factual|accuracy|comment|consultation|discussion|moderation|information|review|quality)\b.*|in\s+confidence|confidential|embargoed\b.*|do\s+not\s+.*|\d{1,2}\s+\p{L}+\s+\d{4}))*[.)]?$/u,
  /^(?:not\s+final|final(?:\s+(?:version|copy))?|pre-?publication(?:\s+(?:version|copy|draft))?|advance\s+copy|checked|approved|superseded|withdrawn|void|copy|file\s+copy|certified\s+copy|sample|specimen|uncontrolled\s+(?:copy|when\s+printed))\.?$/u,
  /^(?:received|scanned|printed|date\s+received)\b[\s:.,-]*(?:(?:on\s+)?\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\p{L}{3,9}|\d{1,2})[\s./-]+\d{2,4})?(?:\s+\d{1,2}[:.]\d{2}(?:\s*[ap]m)?)?$/u,
  /^for\s+(?:factual\s+accuracy\s+(?:check|comment)s?|official\s+use(?:\s+only)?|internal\s+use(?:\s+only)?|information\s+only)\.?$/u,
];

/**
 * Whether a line, on its own, is a marking of the paper it stands on and none of its text: a protective marking, an
 * embargo, a state ("Draft. Not final."), a stamp ("RECEIVED 12 NOV 2024"). What begins small is a line of a sentence.
 */
export function isMarking(text: string): boolean {
  if (text.length > longest) return false;
  const letters = /^[^\p{L}\d]*\p{Lu}/u.test(text) ? text.normalize('NFKC') : '';
  const close = /^(?:\S\s+){3,}\S$/u.test(letters.trim()) ? letters.replaceAll(/\s+/gu, '') : letters;
  const plain = close
    .toLowerCase()
    .replaceAll(/[*_=~[\]"“”'‘’#|]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s.:–—-]+|[\s:–—-]+$/gu, '');
  return plain !== '' && marking.some((pattern) => pattern.test(plain));
}
