import { numberOf } from './paragraph-number.ts';
import { tight } from './place-lines.ts';
import type { TextEdit } from './report-edit.ts';

/** A paragraph, point or line; what else an object has goes along with its text. */
interface Text {
  readonly text: string;
}

/** What stands in each section, in order. */
export type Texts = ReadonlyMap<string, readonly Text[]>;

/** Carries out an edit; null where the words it speaks of do not stand in its section: nothing is changed then. */
export function editTexts(texts: Texts, edit: TextEdit): Texts | null {
  if (edit.does === 'split') return splitText(texts, edit);
  if (edit.from === edit.to) return null;
  let left = texts.get(edit.from) ?? [];
  let there = texts.get(edit.to) ?? [];
  for (const words of edit.texts) {
    const moved = left.find(({ text }) => tight(text) === tight(words));
    if (moved === undefined) return null;
    left = left.filter((text) => text !== moved);
    const at = placeFor(moved.text, there);
    there = [...there.slice(0, at), moved, ...there.slice(at)];
  }
  return new Map([...texts, [edit.from, left], [edit.to, there]]);
}

function splitText(
  texts: Texts,
  { section, text: words, at }: Extract<TextEdit, { does: 'split' }>,
): Texts | null {
  const list = texts.get(section) ?? [];
  const index = list.findIndex(({ text }) => tight(text) === tight(words));
  const split = list[index];
  if (split === undefined) return null;
  const cut = endOf(split.text, 0, at);
  const [first, second] = [split.text.slice(0, cut).trimEnd(), split.text.slice(cut).trimStart()];
  if (first === '' || second === '') return null;
  const parts = [{ ...split, text: first }, { text: second }];
  return new Map([...texts, [section, [...list.slice(0, index), ...parts, ...list.slice(index + 1)]]]);
}

/** Where a paragraph goes among others: a numbered one before the first that has a higher number, any other last. */
function placeFor(text: string, among: readonly Text[]): number {
  const number = numberOf(text);
  const next = among.findIndex((other) => number !== null && (numberOf(other.text) ?? 0) > number);
  return next === -1 ? among.length : next;
}

/** Where so many characters that are no white space end in a text, from a place in it. */
export function endOf(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; at < text.length && left > 0; at += 1) if (!/\s/u.test(text[at] ?? '')) left -= 1;
  return at;
}
