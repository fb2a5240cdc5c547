import { StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

/** What is asked about one paragraph: in short where it is one thing, else how many. */
export interface AskedHere {
  readonly id: string;
  readonly from: number;
  readonly line: string;
}

/** Replaces what stands beside the paragraphs. */
export const markAsked = StateEffect.define<readonly AskedHere[]>();

class Beside extends WidgetType {
  readonly #all: readonly AskedHere[];
  readonly #onopen: (id: string) => void;

  constructor(all: readonly AskedHere[], onopen: (id: string) => void) {
    super();
    this.#all = all;
    this.#onopen = onopen;
  }

  override eq(other: Beside): boolean {
    const words = (beside: Beside): string => beside.#all.map(({ id, line }) => `${id} ${line}`).join('\n');
    return words(this) === words(other);
  }

  override toDOM(): HTMLElement {
    const place = document.createElement('div');
    place.className = 'cm-beside';
    for (const { id, line } of this.#all) {
      const button = document.createElement('button');
      button.type = 'button';
      const words = document.createElement('span');
      words.textContent = line;
      button.append(words);
      button.title = line;
      button.addEventListener('click', () => this.#onopen(id));
      place.append(button);
    }
    return place;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** What is asked, by the line of the text that its paragraph begins with. */
function besides(
  asked: readonly AskedHere[],
  state: EditorState,
  onopen: (id: string) => void,
): readonly Range<Decoration>[] {
  const places = asked.map((one) => ({ ...one, from: Math.min(one.from, state.doc.length) }));
  const lines = Map.groupBy(places, ({ from }) => state.doc.lineAt(from).from);
  return [...lines].map(([line, all]) =>
    Decoration.widget({ widget: new Beside(all, onopen), block: true, side: -1 }).range(line),
  );
}

/** What others ask, beside the paragraph that they mean. */
export function askedMarks(onopen: (id: string) => void): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (before, transaction) => {
      const effect = transaction.effects.find((effect) => effect.is(markAsked));
      return effect === undefined
        ? before.map(transaction.changes)
        : Decoration.set([...besides(effect.value, transaction.state, onopen)], true);
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
