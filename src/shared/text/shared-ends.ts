/** White space as a line may hold it; U+FEFF, which nobody sees, is a character like others. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** How much two texts have in common at their ends, in characters; `head` and `tail` never overlap in either. */
interface SharedEnds {
  readonly head: number;
  readonly tail: number;
}

/** A stretch of a text. */
interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function sharedHead(before: Stretch, after: Stretch): number {
  const most = Math.min(before.to - before.from, after.to - after.from);
  let head = 0;
  while (
    head < most &&
    before.text.charCodeAt(before.from + head) === after.text.charCodeAt(after.from + head)
  )
    head += 1;
  return head;
}

function sharedTail(before: Stretch, after: Stretch, most: number): number {
  let tail = 0;
  while (
    tail < most &&
    before.text.charCodeAt(before.to - 1 - tail) === after.text.charCodeAt(after.to - 1 - tail)
  )
    tail += 1;
  return tail;
}

/** Whether a paragraph begins here whatever follows: a line with a sign first, behind a blank line. */
function beginsParagraph(text: string, at: number): boolean {
  if (at === 0 || at >= text.length || text.charCodeAt(at - 1) !== 10 || isSpace(text.charCodeAt(at)))
    return false;
  let line = at - 2;
  while (line >= 0 && text.charCodeAt(line) !== 10) {
    if (!isSpace(text.charCodeAt(line))) return false;
    line -= 1;
  }
  return true;
}

/** What two texts begin and end with, cut where a paragraph behind a blank line begins in both. */
export function sharedParagraphs(before: string, after: string): SharedEnds {
  const sides = [
    { text: before, from: 0, to: before.length },
    { text: after, from: 0, to: after.length },
  ] as const;
  const alike = sharedHead(...sides);
  const least = Math.min(before.length, after.length);
  if (alike === before.length && alike === after.length) return { head: alike, tail: 0 };
  let head = alike === 0 ? 0 : before.lastIndexOf('\n', alike - 1) + 1;
  while (head > 0 && !(head < alike && beginsParagraph(before, head)))
    head = head < 2 ? 0 : before.lastIndexOf('\n', head - 2) + 1;
  // What both could share at either end belongs to the head, as everywhere.
  let tail = sharedTail(...sides, least - alike);
  const begins = (): boolean =>
    beginsParagraph(before, before.length - tail) && beginsParagraph(after, after.length - tail);
  while (tail > 0 && !begins()) {
    const next = after.indexOf('\n', after.length - tail);
    tail = next < 0 ? 0 : after.length - next - 1;
  }
  return { head, tail };
}

/** Characters before a difference that are compared as words all the same: what precedes a change decides how it reads. */
const context = { head: 64, tail: 1024 };

/** Whether a word begins here whatever stands around: a plain letter or digit behind a space. */
function beginsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const plain = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return plain && text.charCodeAt(at - 1) === 32;
}

/** What two paragraphs begin and end with, cut where a word begins in both, with some words left on either side. */
export function sharedWords(before: Stretch, after: Stretch): SharedEnds {
  const alike = sharedHead(before, after);
  let head = Math.max(0, alike - context.head);
  while (head > 0 && !beginsWord(before.text, before.from + head)) head -= 1;
  const least = Math.min(before.to - before.from, after.to - after.from);
  let tail = Math.max(0, sharedTail(before, after, least - alike) - context.tail);
  while (tail > 0 && !beginsWord(before.text, before.to - tail)) tail -= 1;
  return { head, tail };
}
