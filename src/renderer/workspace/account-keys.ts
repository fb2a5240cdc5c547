import type { ScreenKey } from '../lib/keys.svelte.ts';
import { pageStep } from './account-rows.ts';
import type { AccountOf } from './import-account.svelte.ts';
import type { InspectionList } from './inspections.svelte.ts';

/** What the keys do with the page, which is the component’s. */
interface AccountPage {
  readonly go: (to: number) => void;
  readonly open: (doing: 'moving' | 'splitting') => Promise<void>;
  readonly after: (work: Promise<void>) => Promise<void>;
  readonly close: () => void;
  readonly focusRow: () => Promise<void>;
}

/** The keys of an import’s account. */
export function accountKeys(
  account: AccountOf,
  list: InspectionList,
  { go, open, after, close, focusRow }: AccountPage,
): readonly ScreenKey[] {
  return [
    { key: 'j', cap: 'J', label: 'next block', run: () => go(account.at + 1) },
    { key: 'k', cap: 'K', label: 'previous block', run: () => go(account.at - 1) },
    { key: 'm', cap: 'M', label: 'move to', when: () => account.canMove, run: () => void open('moving') },
    {
      key: 'l',
      cap: 'L',
      label: 'take the next block along',
      when: () => account.canMove,
      run: () => account.takeMore(),
    },
    {
      key: 't',
      cap: 'T',
      label: 'split a block',
      when: () => account.sentences.length > 0,
      run: () => void open('splitting'),
    },
    {
      key: 'q',
      cap: 'Q',
      label: 'next question',
      when: () => account.questions.length > 0,
      run: () => {
        account.nextQuestion();
        void focusRow();
      },
    },
    {
      key: 'PageDown',
      cap: 'PgDn',
      label: 'next page',
      run: () => go(pageStep(account.rows, account.at, 1)),
    },
    {
      key: 'PageUp',
      cap: 'PgUp',
      label: 'previous page',
      run: () => go(pageStep(account.rows, account.at, -1)),
    },
    ...(
      [
        ['y', 'yes'],
        ['n', 'no'],
      ] as const
    ).map(([key, said]) => ({
      key,
      cap: key.toUpperCase(),
      label: `answer ${said}`,
      bar: false,
      when: () => account.answers[said] !== undefined,
      run: () => void after(account.say(said)),
    })),
    {
      key: 'z',
      cap: 'Z',
      label: 'undo',
      when: () => !account.isIn && account.edits.length > 0,
      run: () => void after(account.undo()),
    },
    {
      key: 'x',
      cap: 'X',
      label: 'leave it out',
      bar: false,
      when: () => !account.isIn,
      run: () => void list.leaveOut(),
    },
    {
      key: 'Ctrl+Enter',
      cap: 'Ctrl Enter',
      label: 'import',
      bar: false,
      when: () => !account.isIn,
      run: () => void list.importRead(),
    },
    {
      key: 'Alt+ArrowRight',
      cap: 'Alt →',
      label: 'next report',
      bar: false,
      when: () => !account.isIn && list.toRead.length > 1,
      run: () => void list.readNext(),
    },
    { key: 'Escape', cap: 'Esc', label: 'close', bar: false, run: close },
    ...account.choices.slice(0, 9).map(({ run, title }, at) => ({
      key: String(at + 1),
      cap: String(at + 1),
      label: title,
      bar: false,
      when: () => account.doing !== 'reading',
      run: () => void after(run()),
    })),
  ];
}
