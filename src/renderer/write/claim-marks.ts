import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type DecorationSet,
  type Tooltip,
} from '@codemirror/view';
import type { Claim } from '../../shared/coverage/claims.ts';

const marks = {
  'no-evidence': Decoration.mark({ class: 'cm-uncited' }),
  'unknown-note': Decoration.mark({ class: 'cm-uncited cm-unknown' }),
};

/** A sentence that rests on nothing. */
interface MarkedClaim {
  readonly from: number;
  readonly to: number;
  readonly concern: keyof typeof marks;
}

/** Replaces the sentences that are marked by those of these claims that rest on nothing. */
export const markClaims = StateEffect.define<readonly Claim[]>();

/** Shows why a sentence is marked; null shows nothing. */
const explain = StateEffect.define<MarkedClaim | null>();

function markOf({ from, to, text, concern }: Claim, state: EditorState): readonly MarkedClaim[] {
  if (concern !== 'no-evidence' && concern !== 'unknown-note') return [];
  if (to > state.doc.length) return [];
  const words = state.sliceDoc(from, to);
  const begin = from + words.length - words.trimStart().length;
  return words.trim() === text ? [{ from: begin, to: begin + text.length, concern }] : [];
}

const drawn = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    const effect = transaction.effects.find((effect) => effect.is(markClaims));
    if (effect === undefined) return before.map(transaction.changes);
    const { state } = transaction;
    return Decoration.set(
      effect.value
        .flatMap((claim) => markOf(claim, state))
        .map(({ from, to, concern }) => marks[concern].range(from, to)),
      true,
    );
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The marked sentences of a text in its order. */
export function markedClaims(state: EditorState): readonly MarkedClaim[] {
  const found: MarkedClaim[] = [];
  const at = state.field(drawn).iter();
  while (at.value !== null) {
    found.push({
      from: at.from,
      to: at.to,
      concern: at.value === marks['unknown-note'] ? 'unknown-note' : 'no-evidence',
    });
    at.next();
  }
  return found;
}

/** What is wrong with a marked sentence, and what to do. */
export const claimWords = {
  'no-evidence': 'This sentence cites no evidence. Type [ at its end to cite a note.',
  'unknown-note':
    'This sentence cites a note that is not in this draft. Put the cursor in it to cite another.',
} as const;

function tooltipFor(concern: MarkedClaim['concern'], pos: number): Tooltip {
  return {
    pos,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-cited';
      dom.setAttribute('role', 'note');
      dom.textContent = claimWords[concern];
      return { dom };
    },
  };
}

const claimAt = (state: EditorState, at: number): MarkedClaim | undefined =>
  markedClaims(state).find(({ from, to }) => from <= at && at <= to);

const sentenceInHand = Decoration.mark({ class: 'cm-in-hand' });

/** The sentence that a key asked about, until something is typed or the cursor moves. */
const explained = StateField.define<MarkedClaim | null>({
  create: () => null,
  update: (before, transaction) => {
    const effect = transaction.effects.find((effect) => effect.is(explain));
    if (effect !== undefined) return effect.value;
    return transaction.docChanged || transaction.selection !== undefined ? null : before;
  },
  provide: (field) => [
    showTooltip.from(field, (claim) => claim && tooltipFor(claim.concern, claim.from)),
    EditorView.decorations.from(field, (claim) =>
      claim === null ? Decoration.none : Decoration.set(sentenceInHand.range(claim.from, claim.to)),
    ),
  ],
});

/**
 * Goes to the next or previous sentence that rests on nothing, round and round, and shows why: the cursor stands where a
 * citation goes, and nothing is selected that typing would replace. Answers it, or undefined where there is none.
 */
export function stepClaim(view: EditorView, by: 1 | -1): MarkedClaim | undefined {
  const all = markedClaims(view.state);
  const { head } = view.state.selection.main;
  const next =
    by === 1
      ? (all.find(({ from }) => from >= head) ?? all[0])
      : (all.findLast(({ to }) => to < head) ?? all.at(-1));
  if (next === undefined) return undefined;
  const stop = view.state.sliceDoc(next.to - 1, next.to) === '.' ? 1 : 0;
  view.dispatch({
    selection: { anchor: next.to - stop },
    effects: explain.of(next),
    scrollIntoView: true,
  });
  view.focus();
  return next;
}

/** A thin dotted line under what rests on nothing, explained under the pointer and, where the cursor stands, by Alt Enter. */
export function claimMarks(): Extension {
  const hover = hoverTooltip((view, at) => {
    const claim = claimAt(view.state, at);
    return claim === undefined ? null : tooltipFor(claim.concern, at);
  });
  const explaining = keymap.of([
    {
      key: 'Alt-Enter',
      run: (view) => {
        const { head } = view.state.selection.main;
        const claim = claimAt(view.state, head);
        if (claim !== undefined) view.dispatch({ effects: explain.of(claim) });
        return claim !== undefined;
      },
    },
    {
      key: 'Escape',
      run: (view) => {
        const isShown = view.state.field(explained) !== null;
        if (isShown) view.dispatch({ effects: explain.of(null) });
        return isShown;
      },
    },
  ]);
  return [drawn, explained, hover, explaining];
}
