import { app } from '../lib/app-state.svelte.ts';
import type { ScreenKey } from '../lib/keys.svelte.ts';
import type { EvidenceOfArea } from './evidence.svelte.ts';
import type { LinkWish } from './linking.svelte.ts';
import type { NoteActions } from './note-actions.ts';
import { attachmentAdded } from '../../shared/evidence/attachment-added.ts';

/** What is said where a key needs a note. */
export const goToNote = 'Go to a note first, with J and K.';

/** What a descriptor is marked with, by the keys 1 to 4. */
export const marks = ['met', 'partly', 'not', 'none'] as const;

interface Doing {
  readonly weigh: (direction: LinkWish) => void;
  readonly weighHeavier: () => void;
  readonly newNote: () => void;
  readonly findUnlinked: () => void;
  readonly showFile: () => void;
  readonly stepDescriptor: (by: number) => void;
  readonly markFocused: (index: number) => void;
}

/** The keys of the evidence screen. */
export function evidenceKeys(
  evidence: EvidenceOfArea,
  actions: NoteActions,
  doing: Doing,
): readonly ScreenKey[] {
  const onNote = (act: (note: string) => void) => (): void => {
    if (evidence.focusedNote === '') app.refuse('info', goToNote);
    else act(evidence.focusedNote);
  };
  return [
    { key: 'j', cap: 'J', label: 'next note', run: () => evidence.stepNote(1) },
    { key: 'k', cap: 'K', label: 'previous note', run: () => evidence.stepNote(-1) },
    { key: 'ArrowDown', cap: '↓', label: 'next criterion', run: () => evidence.stepCriterion(1) },
    {
      key: 'ArrowUp',
      cap: '↑',
      label: 'previous criterion',
      run: () => evidence.stepCriterion(-1),
      bar: false,
    },
    { key: 'l', cap: 'L', label: 'link', run: () => doing.weigh('as-noted') },
    { key: 's', cap: 'S', label: 'strength', run: () => doing.weigh('for'), bar: false },
    { key: 'w', cap: 'W', label: 'weakness', run: () => doing.weigh('against') },
    { key: 'u', cap: 'U', label: 'unlink', run: () => doing.weigh('none') },
    {
      key: 'Ctrl+z',
      cap: 'Ctrl Z',
      label: 'undo',
      name: 'undo the last link, unlink or weighing',
      when: () => evidence.linking.mayUndo,
      run: () => void evidence.linking.undo(),
      bar: false,
    },
    {
      key: 'x',
      cap: 'X',
      label: 'pick for linking',
      run: onNote((note) => evidence.pick(note)),
      bar: false,
    },
    {
      key: 'o',
      cap: 'O',
      label: 'link to another criterion',
      run: onNote(actions.linkElsewhere),
      bar: false,
    },
    {
      key: '/',
      cap: '/',
      label: 'find unlinked notes',
      writes: true,
      run: doing.findUnlinked,
      bar: false,
    },
    {
      key: 'h',
      cap: 'H',
      label: 'weigh heavier',
      run: doing.weighHeavier,
      bar: false,
    },
    {
      key: 'n',
      cap: 'N',
      label: 'new note',
      writes: true,
      run: doing.newNote,
    },
    {
      key: 'a',
      cap: 'A',
      label: 'add to the note',
      writes: true,
      run: onNote(actions.add),
      bar: false,
    },
    {
      key: 'c',
      cap: 'C',
      label: 'correct the note',
      writes: true,
      run: onNote(actions.correct),
      bar: false,
    },
    {
      key: 'f',
      cap: 'F',
      label: 'attach files to the note',
      run: onNote((note) => {
        if (evidence.mayOrSays(attachmentAdded)) actions.attach(note);
      }),
      bar: false,
    },
    { key: 'v', cap: 'V', label: 'show the note’s files', run: doing.showFile, bar: false },
    { key: '[', cap: '[', label: 'descriptor before', run: () => doing.stepDescriptor(-1), bar: false },
    { key: ']', cap: ']', label: 'descriptor after', run: () => doing.stepDescriptor(1), bar: false },
    ...marks.map((mark, index) => ({
      key: String(index + 1),
      cap: String(index + 1),
      label: `mark: ${mark}`,
      run: () => doing.markFocused(index),
      bar: false,
    })),
  ];
}
