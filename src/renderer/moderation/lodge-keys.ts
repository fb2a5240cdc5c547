import type { ScreenKey } from '../lib/keys.svelte.ts';
import type { LodgePlace } from './lodge-place.svelte.ts';

interface Doing {
  readonly find: () => void;
  readonly cite: () => void;
  readonly turnToPeople: () => void;
  readonly lodge: () => void;
}

/** Next and previous area from wherever somebody types too. */
export function areasWhileTyping(step: (by: number) => void): readonly ScreenKey[] {
  return [
    {
      key: 'Alt+ArrowDown',
      cap: 'Alt ↓',
      label: 'next area, while you type',
      bar: false,
      run: () => step(1),
    },
    {
      key: 'Alt+ArrowUp',
      cap: 'Alt ↑',
      label: 'previous area, while you type',
      bar: false,
      run: () => step(-1),
    },
  ];
}

/** The keys of grading: by rank, so that they follow whatever scale the area has. */
export function lodgeKeys(place: LodgePlace, doing: Doing): readonly ScreenKey[] {
  const grades = place.grades.slice(0, 9);
  const caps = grades.map((_grade, at) => String(at + 1)).join(' ');
  return [
    ...grades.map((grade, rank) => ({
      key: String(rank + 1),
      cap: String(rank + 1),
      barCap: caps,
      label: 'grade',
      name: `give the grade ${grade.title}`,
      bar: rank === 0,
      run: () => place.give(rank),
    })),
    { key: '0', cap: '0', label: 'no grade, with a reason', bar: false, run: () => place.giveNone() },
    {
      key: 's',
      cap: 'S',
      barCap: 'S F U',
      label: 'how sure',
      name: 'sure of the grade',
      run: () => place.sure('sure'),
    },
    {
      key: 'f',
      cap: 'F',
      label: 'fairly sure of the grade',
      bar: false,
      run: () => place.sure('fairly-sure'),
    },
    { key: 'u', cap: 'U', label: 'unsure of the grade', bar: false, run: () => place.sure('unsure') },
    {
      key: 'n',
      cap: 'N',
      barCap: 'N P',
      label: 'note',
      name: 'next note or paragraph',
      run: () => place.stepHere(1),
    },
    { key: 'p', cap: 'P', label: 'previous note or paragraph', bar: false, run: () => place.stepHere(-1) },
    { key: 'e', cap: 'E', label: 'cite', name: 'cite the note or paragraph', run: doing.cite },
    {
      key: 'ArrowDown',
      cap: '↓',
      barCap: '↑ ↓',
      label: 'criterion',
      name: 'next criterion',
      run: () => place.stepCriterion(1),
    },
    { key: 'ArrowUp', cap: '↑', label: 'previous criterion', bar: false, run: () => place.stepCriterion(-1) },
    ...grades.map((grade, rank) => ({
      key: `Shift+${rank + 1}`,
      cap: `Shift ${rank + 1}`,
      barCap: `Shift ${caps}`,
      label: 'my best fit',
      name: `the criterion fits ${grade.title}`,
      bar: rank === 0,
      run: () => place.fitHere(rank),
    })),
    { key: 'j', cap: 'J', barCap: 'J K', label: 'area', name: 'next area', run: () => place.step(1) },
    { key: 'k', cap: 'K', label: 'previous area', bar: false, run: () => place.step(-1) },
    ...areasWhileTyping((by) => place.step(by)),
    {
      key: '[',
      cap: '[',
      label: 'descriptors of the grade above',
      bar: false,
      run: () => place.stepLook(-1),
    },
    { key: ']', cap: ']', label: 'descriptors of the grade below', bar: false, run: () => place.stepLook(1) },
    {
      key: 'a',
      cap: 'A',
      label: 'notes of all criteria, or of one',
      bar: false,
      run: () => (place.all = !place.all),
    },
    { key: '/', cap: '/', label: 'find evidence', bar: false, writes: true, run: doing.find },
    { key: 'w', cap: 'W', label: 'my grade, or the round', bar: false, run: doing.turnToPeople },
    { key: 'Ctrl+Enter', cap: 'Ctrl Enter', label: 'lodge', run: doing.lodge },
  ];
}
