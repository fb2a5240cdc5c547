import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { isolateHistory } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, hoverTooltip, keymap, MatchDecorator, ViewPlugin } from '@codemirror/view';
import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import { citationsIn } from '../../shared/evidence/citations.ts';
import { writtenFootnote } from '../../shared/text/footnotes.ts';
import { dayWords } from '../../shared/words.ts';
import { kindTitles } from '../../shared/values/kind-titles.ts';
import { codesMeant, mostOffered, notesByWords } from '../lib/notes-by-words.ts';

const codes = /\[[A-Z]{2}-\d{3,6}[^\]\n]{0,80}\]|\[[Ff]ootnote:[^\]\n]*\]/g;
const mark = Decoration.mark({ class: 'cm-cite' });
const noteMark = Decoration.mark({ class: 'cm-footnote' });
const decorator = new MatchDecorator({
  regexp: codes,
  decoration: ([said]) => (/^\[f/iu.test(said) ? noteMark : mark),
});

/** Citations are drawn as small marks, footnotes apart from the text around them. */
const marks = ViewPlugin.define(
  (view) => ({
    decorations: decorator.createDeco(view),
    update(update) {
      this.decorations = decorator.updateDeco(update, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

function summary(note: EvidenceNote): string {
  return `${note.text} (${kindTitles[note.kind]}, ${note.source})`;
}

/** A note as it is offered. */
interface OfferedNote extends Completion {
  readonly note: EvidenceNote;
}

const isOfNote = (completion: Completion): completion is OfferedNote => 'note' in completion;

function element(kind: string, words: string): HTMLElement {
  const made = document.createElement('span');
  made.className = kind;
  made.textContent = words;
  return made;
}

/** Written where it is called, without a space before it; the cursor stands where its words go. */
const footnote: Completion = {
  label: 'Footnote',
  detail: 'numbered, and printed apart from the text',
  apply: (view, _completion, from, to) => {
    const before = view.state.sliceDoc(0, from - 1);
    const begun = before.trimEnd() === '' ? from - 1 : before.trimEnd().length;
    const written = writtenFootnote('');
    view.dispatch({
      changes: { from: begun, to, insert: written },
      selection: { anchor: begun + written.length - 1 },
      userEvent: 'input.complete',
    });
  },
};

/** Below the code of an offered note stand its first line, its kind, its day and whose words it has. */
function drawOffer(completion: Completion): Node | null {
  if (!isOfNote(completion)) return null;
  const { text, kind, when, source } = completion.note;
  const drawn = element('cm-offer', '');
  const [line = ''] = text.split('\n');
  const day = dayWords(when.slice(0, 10));
  drawn.append(
    element('cm-offer-line', line),
    element('cm-offer-more', `${kindTitles[kind]}, ${day}, ${source}`),
  );
  return drawn;
}

/** The offered notes are a tab stop with a name: there may be more of them than their frame shows. */
const offered = [
  EditorState.phrases.of({ Completions: 'Notes that can be cited' }),
  EditorView.updateListener.of(({ view }) => {
    const list = view.dom.querySelector<HTMLElement>('.cm-tooltip-autocomplete > ul');
    if (list !== null) list.tabIndex = 0;
  }),
];

/** What is wanted of notes while a narrative is written. */
export interface CitedNotes {
  /** The notes that may be cited now. */
  readonly notes: () => readonly EvidenceNote[];
  /** Goes to a note. */
  readonly onjump: (note: EvidenceNote) => void;
}

/** Citing in the editor: `[` offers notes, `]` after a number or a code closes the citation, a citation tells its notes under the pointer, Alt Enter goes to the first. */
export function citeNotes({ notes, onjump }: CitedNotes): Extension {
  const byCode = (code: string): EvidenceNote | undefined => notes().find((note) => note.code === code);

  function complete(context: CompletionContext): CompletionResult | null {
    const typed = context.matchBefore(/\[[\w\s,;-]*$/);
    if (typed === null) return null;
    const from = typed.from + Math.max(typed.text.lastIndexOf('['), typed.text.lastIndexOf(',')) + 1;
    const words = context.state.sliceDoc(from, context.pos);
    const found: OfferedNote[] = notesByWords(words, notes())
      .slice(0, mostOffered)
      .map((note) => ({ label: note.code, apply: `${note.code}]`, note }));
    const isFirst = context.state.sliceDoc(typed.from, context.pos).lastIndexOf(',') < 0;
    const options =
      isFirst && 'footnote'.startsWith(words.trim().toLowerCase()) ? [...found, footnote] : found;
    // Offered again at once, or Enter after a quick last letter would break the line instead of citing.
    return { from, options, filter: false, update: (_before, _from, _to, now) => complete(now) };
  }

  // The bracket itself closes a citation, so that a known number needs no key beside its signs. What was typed
  // comes back by one undo, where somebody meant it as it stood.
  const closing = EditorView.inputHandler.of((view, from, to, text) => {
    if (text !== ']' || from !== to) return false;
    const line = view.state.doc.lineAt(from);
    const [, typed] = /\[([^[\]]+)$/u.exec(line.text.slice(0, from - line.from)) ?? [];
    const codes = typed === undefined ? null : codesMeant(typed, notes());
    if (typed === undefined || codes === null || codes === typed) return false;
    const begun = from - typed.length;
    view.dispatch({
      changes: { from, insert: text },
      selection: { anchor: from + 1 },
      userEvent: 'input.type',
    });
    view.dispatch({
      changes: { from: begun, to: from, insert: codes },
      selection: { anchor: begun + codes.length + 1 },
      userEvent: 'input.complete',
      annotations: isolateHistory.of('full'),
    });
    return true;
  });

  function citedAt(view: EditorView, at: number): readonly EvidenceNote[] {
    const line = view.state.doc.lineAt(at);
    const found = citationsIn(line.text).find(
      (citation) => line.from + citation.from <= at && at <= line.from + citation.to,
    );
    return (found?.codes ?? []).flatMap((code) => byCode(code) ?? []);
  }

  const hover = hoverTooltip((view, at) => {
    const cited = citedAt(view, at);
    if (cited.length === 0) return null;
    return {
      pos: at,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-cited';
        for (const note of cited) {
          const line = document.createElement('p');
          line.textContent = `${note.code}. ${summary(note)}`;
          dom.append(line);
        }
        return { dom };
      },
    };
  });

  const jump = keymap.of([
    {
      key: 'Alt-Enter',
      run: (view) => {
        const [first] = citedAt(view, view.state.selection.main.head);
        if (first !== undefined) onjump(first);
        return first !== undefined;
      },
    },
  ]);
  const offers = autocompletion({
    interactionDelay: 0,
    override: [complete],
    icons: false,
    addToOptions: [{ render: drawOffer, position: 60 }],
  });
  return [marks, hover, jump, offers, offered, closing];
}
