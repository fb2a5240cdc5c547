import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** A stretch of the text that a check asks about. */
export interface MarkedStretch {
  readonly from: number;
  readonly to: number;
  readonly weight: 'rule' | 'suggestion';
  /** What was read there, or its beginning; white space does not matter. Empty where it is no words. */
  readonly words: string;
}

/** Replaces all marks by these. */
export const markStretches = StateEffect.define<readonly MarkedStretch[]>();

const looks = {
  rule: Decoration.mark({ class: 'cm-asked-rule' }),
  suggestion: Decoration.mark({ class: 'cm-asked' }),
};

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The stretches that still are what was read: of a text that came since then, others would be marked. */
export function stillThere(stretches: readonly MarkedStretch[], text: string): readonly MarkedStretch[] {
  return stretches.filter(
    ({ from, to, words }) =>
      from < to && to <= text.length && plain(text.slice(from, to)).startsWith(plain(words)),
  );
}

function drawn(stretches: readonly MarkedStretch[], text: string): DecorationSet {
  const fitting = stillThere(stretches, text).map(({ from, to, weight }) => looks[weight].range(from, to));
  return Decoration.set(fitting, true);
}

/** Quiet underlines under what checks ask about: they move with the text while it is typed, and are drawn anew by the next check. */
export function findingMarks(): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (marks, transaction) => {
      const effect = transaction.effects.find((one) => one.is(markStretches));
      return effect === undefined
        ? marks.map(transaction.changes)
        : drawn(effect.value, transaction.state.doc.toString());
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
