import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { AccountOf } from '../../../src/renderer/workspace/import-account.svelte.ts';
import { pageStep } from '../../../src/renderer/workspace/account-rows.ts';

const help = 'The experiences and progress of children who need help and protection';
const care = 'The experiences and progress of children in care';
const report = `Inspection of Westmoor local authority children’s services
Inspection dates: 7 to 11 May 2024 and 20 to 24 May 2024
Lead inspector: Sam Sample, His Majesty’s Inspector
Judgement Grade
${help} Good
${care} Good
Services are good.
What needs to improve?
◼ The quality of chronologies.
${help}: good
1. Help is early. Referrals are screened.
2. The team is steady.
${care} are good.
Homes are stable.
3. Carers are trained.
\f4. Moves are planned.`;

describe('the account of an import', () => {
  const home = new Home();
  let account: AccountOf;
  beforeAll(() => home.settle());
  afterAll(() => home.close());
  beforeEach(async () => {
    app.banner = null;
    const { grant } = home.main.app.grants.grantBytes('westmoor.txt', new TextEncoder().encode(report));
    account = new AccountOf({ outcome: await call('previewReport', { file: grant, edits: [] }), edits: [] });
  });

  const rowOf = (words: string): number => account.rows.findIndex(({ text }) => text.startsWith(words));
  const sectionOf = (words: string): unknown => account.rows[rowOf(words)]?.section;
  const codes = (): readonly string[] => account.questions.map(({ code }) => code);

  it('begins at the first question, goes on to the next, and round', () => {
    expect(codes()).toEqual(['two-periods', 'heading-in-question']);
    expect(account.row?.block.line).toBe(2);
    account.nextQuestion();
    expect(account.row?.text).toContain('2. The team is steady');
    expect(account.answers).toEqual({ yes: 'Yes, start the area here', no: 'No, it is text' });
    account.nextQuestion();
    expect(account.row?.block.line).toBe(2);
  });

  it('starts the area that a question is about where a person says yes', async () => {
    account.nextQuestion();
    await account.say('yes');
    expect([sectionOf('2. The team'), sectionOf('Homes'), sectionOf('3. Carers')]).toEqual([
      'help-and-protection',
      'children-in-care',
      'children-in-care',
    ]);
    expect(codes()).toEqual(['two-periods']);
    await account.undo();
    expect(sectionOf('3. Carers')).toBe('help-and-protection');
    expect(codes()).toEqual(['two-periods', 'heading-in-question']);
  });

  it('leaves the text where a person says no, and asks no more', async () => {
    account.nextQuestion();
    await account.say('no');
    expect(sectionOf('3. Carers')).toBe('help-and-protection');
    await account.say('yes');
    expect(codes()).toEqual([]);
    expect(account.outcome.warnings.filter(({ code }) => code === 'answered-by-hand')).toHaveLength(2);
  });

  it('splits a paragraph at a sentence, and moves one of the two alone', async () => {
    account.go(rowOf('1. Help'));
    account.doing = 'splitting';
    expect(account.choices.map(({ title }) => title)).toEqual(['Referrals are screened.']);
    await account.choices[0]?.run();
    account.go(rowOf('Referrals'));
    await account.move('summary');
    expect([sectionOf('1. Help'), sectionOf('Referrals')]).toEqual(['help-and-protection', 'summary']);
    expect(account.movedFrom(account.rows[rowOf('Referrals')] ?? account.rows[0] ?? unknown())).toBe(
      'help-and-protection',
    );
  });

  it('takes the blocks that follow in a section along, and no more than there are', async () => {
    account.go(rowOf('3. Carers'));
    for (let presses = 0; presses < 5; presses += 1) account.takeMore();
    expect(account.more).toBe(1);
    await account.move('children-in-care');
    expect([sectionOf('3. Carers'), sectionOf('4. Moves')]).toEqual(['children-in-care', 'children-in-care']);
  });

  it('reads a heading as text where a person says that it is none', async () => {
    account.go(account.rows.findIndex(({ block }) => block.to.of === 'heading' && block.line === 10));
    account.doing = 'moving';
    expect(account.choices.map(({ title }) => title)).toEqual(['It is text and no heading']);
    await account.choices[0]?.run();
    expect(sectionOf('1. Help')).not.toBe('help-and-protection');
  });

  it('goes page by page, and stays on the last', () => {
    expect(pageStep(account.rows, 0, 1)).toBe(rowOf('4. Moves'));
    expect(pageStep(account.rows, account.rows.length - 1, -1)).toBe(0);
    expect(pageStep(account.rows, account.rows.length - 1, 1)).toBe(account.rows.length - 1);
  });

  it('keeps a bullet with its point, and the lines of a table together', () => {
    expect(account.rows.find(({ section }) => section === 'improvements')).toMatchObject({
      mark: '◼',
      count: 26,
    });
    const tables = account.rows.filter(({ block }) => block.to.of === 'structure');
    expect(tables.map(({ block }) => block.lines.length)).toEqual([1, 1, 4]);
  });

  describe('of a report that came in with its questions open', () => {
    let draft = '';
    const waits = async (): Promise<readonly string[]> =>
      (await call('whatWaits', { for: 'me' })).drafts
        .filter((one) => one.draft === draft)
        .flatMap(({ owed }) => owed.filter(({ kind }) => kind === 'import').map(({ todo }) => todo));
    const asks = (count: string): string => `Answer ${count} about how westmoor.txt was read`;

    beforeEach(async () => {
      const file = account.outcome.again ?? '';
      const [outcome = account.outcome] = await call('importReports', {
        files: [file],
        framework: null,
        double: 'separate',
      });
      account = new AccountOf({ outcome, edits: [] });
      draft = outcome.draft ?? '';
    });

    it('answers on the record, one after the other, and then waits no more', async () => {
      expect([codes(), await waits()]).toEqual([
        ['two-periods', 'heading-in-question'],
        [asks('2 questions')],
      ]);
      await account.say('yes');
      expect([codes(), await waits()]).toEqual([['heading-in-question'], [asks('1 question')]]);
      await account.say('yes');
      expect([codes(), await waits()]).toEqual([[], []]);
      const { state } = await call('openDraft', { draft });
      expect(state.narratives['children-in-care']?.[0]?.value).toContain('Carers are trained.');
      expect(
        Object.values(state.answers)
          .map(([answer]) => answer?.value)
          .sort(),
      ).toEqual(['Moved to Children in care.', 'The report was read as it should be.']);
    });

    it('counts a block that is moved by hand as its answer', async () => {
      account.go(account.questions.at(-1)?.row ?? 0);
      await account.move('children-in-care');
      expect([codes(), await waits()]).toEqual([['two-periods'], [asks('1 question')]]);
    });

    it('keeps asking where the answer could not be kept', async () => {
      const allow = home.refuse('answerFlag', 'The disk is full.');
      await account.say('yes');
      allow();
      expect([codes().length, await waits(), app.banner?.text]).toEqual([
        2,
        [asks('2 questions')],
        'The disk is full.',
      ]);
    });
  });

  it('changes nothing where the file cannot be read again, and says why', async () => {
    const allow = home.refuse('previewReport', 'The file is not there.');
    account.go(rowOf('3. Carers'));
    await account.move('summary');
    allow();
    expect([account.edits, sectionOf('3. Carers'), app.banner?.text]).toEqual([
      [],
      'help-and-protection',
      'The file is not there.',
    ]);
  });
});

function unknown(): never {
  throw new Error('there is no such row');
}
