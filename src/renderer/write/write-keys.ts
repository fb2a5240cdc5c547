import type { ScreenKey } from '../lib/keys.svelte.ts';

interface Doing {
  readonly save: () => void;
  readonly write: () => void;
  readonly turn: (to: 'claims' | 'checks' | 'asked') => void;
  readonly stepUncited: (by: 1 | -1) => void;
  readonly stepCheck: (by: 1 | -1) => void;
  readonly comment: () => void;
  readonly step: (by: number) => void;
}

/** The keys of the Write screen: with Ctrl, Alt or a function key, since most of it is typed into. */
export function writeKeys({
  save,
  write,
  turn,
  stepUncited,
  stepCheck,
  comment,
  step,
}: Doing): readonly ScreenKey[] {
  return [
    { key: 'Ctrl+s', cap: 'Ctrl S', label: 'save a revision', run: save },
    { key: 'e', cap: 'E', label: 'write', writes: true, run: write },
    { key: 'Alt+c', cap: 'Alt C', label: 'claims and evidence', run: () => turn('claims') },
    { key: 'Alt+k', cap: 'Alt K', label: 'checks of the text', run: () => turn('checks') },
    { key: 'Alt+a', cap: 'Alt A', label: 'what is asked of the text', run: () => turn('asked'), bar: false },
    { key: 'Alt+m', cap: 'Alt M', label: 'comment on the words', run: comment, bar: false },
    { key: 'Alt+u', cap: 'Alt U', label: 'next sentence without evidence', run: () => stepUncited(1) },
    {
      key: 'Alt+Shift+u',
      cap: 'Alt Shift U',
      label: 'previous sentence without evidence',
      run: () => stepUncited(-1),
      bar: false,
    },
    { key: 'F8', cap: 'F8', label: 'next question of the checks', run: () => stepCheck(1) },
    { key: 'Shift+F8', cap: 'Shift F8', label: 'previous question', run: () => stepCheck(-1) },
    { key: 'Alt+ArrowDown', cap: 'Alt ↓', label: 'next section', run: () => step(1) },
    { key: 'Alt+ArrowUp', cap: 'Alt ↑', label: 'previous section', run: () => step(-1), bar: false },
  ];
}
