import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, hoverTooltip, keymap, MatchDecorator, ViewPlugin } from '@codemirror/view';
import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import { citationsIn } from '../../shared/evidence/citations.ts';
import { dayWords } from '../../shared/words.ts';
import { kindTitles } from '../../shared/values/kind-titles.ts';

const codes = /\[[A-Z]{2}-\d{3,6}[^\]\n]{0,80}\]/g;
const mark = Decoration.mark({ class: 'cm-cite' });
const decorator = new MatchDecorator({ regexp: codes, decoration: mark });

/** Citations are drawn as small marks. */
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

/** More than anybody reads; whoever wants another types one word more. */
const mostOffered = 50;

/** The notes whose code, words or source hold every word that was typed, as many as are offered. */
export function notesToCite(typed: string, notes: readonly EvidenceNote[]): readonly EvidenceNote[] {
  const words = typed.toLowerCase().split(/\s+/);
  return notes
    .filter(({ erased, code, text, source }) => {
      const all = `${code} ${text} ${source}`.toLowerCase();
      return !erased && words.every((word) => all.includes(word));
    })
    .slice(0, mostOffered);
}

/** A note as it is offered: its first words, then its kind and day. */
function offer(note: EvidenceNote): string {
  const [line = ''] = note.text.split('\n');
  const words = line.length > 60 ? `${line.slice(0, 60).trimEnd()} …` : line;
  return `${words}  ${kindTitles[note.kind]}, ${dayWords(note.when.slice(0, 10))}`;
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

/** Citing in the editor: `[` offers notes, a citation tells its notes under the pointer, Alt Enter goes to the first. */
export function citeNotes({ notes, onjump }: CitedNotes): Extension {
  const byCode = (code: string): EvidenceNote | undefined => notes().find((note) => note.code === code);

  function complete(context: CompletionContext): CompletionResult | null {
    const typed = context.matchBefore(/\[[\w\s,;-]*$/);
    if (typed === null) return null;
    const from = typed.from + Math.max(typed.text.lastIndexOf('['), typed.text.lastIndexOf(',')) + 1;
    const options = notesToCite(context.state.sliceDoc(from, context.pos), notes()).map((note) => ({
      label: note.code,
      detail: offer(note),
      apply: `${note.code}]`,
    }));
    // Offered again at once, or Enter after a quick last letter would break the line instead of citing.
    return { from, options, filter: false, update: (_before, _from, _to, now) => complete(now) };
  }

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
  const offers = autocompletion({ interactionDelay: 0, override: [complete], icons: false });
  return [marks, hover, jump, offers, offered];
}
