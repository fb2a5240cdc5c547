import type { Element } from '@xmldom/xmldom';
import { childOf, childrenOf, nameOf, propertyOf, switchIn, valueIn } from './word-xml.ts';

/** The instruction of a field, from its beginning to where its result begins: Word prints nothing of it. */
export interface FieldCode {
  /** False where the field never ends: then its text counts as text, so that nothing is lost by a broken file. */
  closed: boolean;
}

interface OpenField {
  readonly code: FieldCode;
  readonly outer: FieldCode | null;
  /** What a form's field shows by itself: the entry that was chosen, or its box. */
  readonly choice: string;
  inResult: boolean;
  hasText: boolean;
}

/** What was chosen in a list or ticked in a box of an old form (ECMA-376 part 1, 17.16). */
function choiceOf(field: Element): string {
  const form = childOf(field, 'w:ffData');
  const box = childOf(form, 'w:checkBox');
  if (box !== null) return (switchIn(box, 'w:checked') ?? switchIn(box, 'w:default')) === true ? '☒' : '☐';
  const list = childOf(form, 'w:ddList');
  if (list === null) return '';
  const entries = childrenOf(list).filter((child) => nameOf(child) === 'w:listEntry');
  const chosen = Number(valueIn(list, 'w:result') ?? valueIn(list, 'w:default') ?? 0);
  return propertyOf(entries[chosen] ?? null, 'val') ?? '';
}

/** Follows the fields of a text, which nest and run over paragraphs. */
export class FieldTracker {
  /** The instruction that stands here; null in text and in results. */
  code: FieldCode | null = null;
  readonly #open: OpenField[] = [];

  /** Takes a mark of a field; answers what the field shows by itself where it ends without a result. */
  hear(element: Element): string {
    const type = propertyOf(element, 'fldCharType');
    const top = this.#open.at(-1);
    if (type === 'begin') {
      const code = { closed: false };
      this.#open.push({ code, outer: this.code, choice: choiceOf(element), inResult: false, hasText: false });
      this.code = code;
    } else if (type === 'separate' && top !== undefined) {
      top.inResult = true;
      this.code = top.outer;
    } else if (type === 'end' && top !== undefined) {
      this.#open.pop();
      top.code.closed = true;
      this.code = top.outer;
      return top.hasText ? '' : top.choice;
    }
    return '';
  }

  /** Takes notice of text, which may be a field's result. */
  hearText(): void {
    const top = this.#open.at(-1);
    if (top?.inResult === true) top.hasText = true;
  }
}
