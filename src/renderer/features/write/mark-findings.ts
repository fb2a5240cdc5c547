import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** A stretch of the text that a check asks about. */
export interface MarkedStretch {
  readonly from: number;
  readonly to: number;
  readonly weight: 'rule' | 'suggestion';
}

/** Replaces all marks by these. */
export const markStretches = StateEffect.define<readonly MarkedStretch[]>();

const looks = {
  rule: Decoration.mark({ class: 'cm-asked-rule' }),
  suggestion: Decoration.mark({ class: 'cm-asked' }),
};

function drawn(stretches: readonly MarkedStretch[], length: number): DecorationSet {
  const fitting = stretches
    .filter(({ from, to }) => from < to && to <= length)
    .map(({ from, to, weight }) => looks[weight].range(from, to));
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
        : drawn(effect.value, transaction.state.doc.length);
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
