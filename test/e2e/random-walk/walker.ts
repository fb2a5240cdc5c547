import type { Page } from 'playwright-core';
import { Seeded } from '../../simulation/seeded.ts';
import type { Acknowledged } from './acknowledged.ts';
import { lookAt, settled, type Control, type Look } from './controls-on-screen.ts';

const sentences = [
  'plans are late',
  'children are seen alone',
  'Leaders act, and it shows.',
  'audits: two of three',
];
const plainKeys = [
  'j',
  'k',
  'n',
  'l',
  's',
  'w',
  'u',
  'x',
  'h',
  'a',
  'f',
  'v',
  'c',
  'b',
  't',
  'o',
  'm',
  'd',
  'p',
  'z',
];
const otherKeys = [
  ...[
    'Escape',
    'Enter',
    'Tab',
    'Shift+Tab',
    'ArrowDown',
    'ArrowUp',
    'Space',
    'F6',
    'F7',
    'F8',
    '?',
    '/',
    '[',
  ],
  ...[
    '1',
    '2',
    '3',
    '4',
    'Control+k',
    'Control+f',
    'Control+s',
    'Control+Enter',
    'Control+,',
    'Alt+ArrowDown',
  ],
  ...['Alt+c', 'Alt+k', 'Backspace', 'Control+z', 'Control+a', 'F5'],
];
const screens = ['i', 'k', 'q', 'x', 'h', 'w', 'w', 'w', 'e', 'e', 'm', 'r', 'p', 'p', 'f', 'd', 'l', 'o'];
const commands = [
  'write',
  'evidence',
  'people',
  'new',
  'save',
  'grade',
  'export',
  'Northmere',
  'panel',
  'verify',
];
/** Dialogs whose fields find something, or choose what stays on this computer: nothing typed there is saved. */
const savesNothing = /search|command|shortcuts|preferences|choose|back up|shared folder|cite|filter/iu;
/** What is typed here goes into the revision that is not saved yet: it is safe on this computer, and in no record so far. */
const whyNoGrade = 'No grade, with a reason';
const takesAway = /discard|throw away|forget|undo/iu;
const erases = /\berase|undo the import|take back/iu;

/** One person at their window, who does whatever comes next by the seed. */
export class Walker {
  readonly #name: string;
  readonly #page: Page;
  #seeded = new Seeded(0);
  readonly #acknowledged: Acknowledged;
  #marks = 0;
  /** Marks typed into the dialog that is open. */
  #inDialog: { readonly mark: string; readonly once: boolean }[] = [];
  /** Marks typed into the section that is open, not yet said to be safe. */
  #inSection: string[] = [];
  /** Marks in the reason why the section that is open has no grade, not yet said to be safe. */
  #inReason: string[] = [];

  constructor(name: string, page: Page, acknowledged: Acknowledged) {
    this.#name = name;
    this.#page = page;
    this.#acknowledged = acknowledged;
  }

  /** Does the one thing that the seed chooses, waits until the window has done it, and says what it was. */
  async step(seeded: Seeded): Promise<string> {
    this.#seeded = seeded;
    const before = await lookAt(this.#page);
    const deed = await this.#act(before);
    if (!(await settled(this.#page))) {
      const shown = await this.#page.locator('main, footer.status').allInnerTexts();
      throw new Error(
        `12 s after ${this.#name} ${deed}, the window was still at work: ${shown.join(' | ').slice(0, 400)}`,
      );
    }
    const after = await lookAt(this.#page);
    if (/should not have/iu.test(after.banner)) throw new Error(`the window says: ${after.banner}`);
    await this.#note(before, after, deed);
    return `${this.#name} ${before.place.slice(0, 20)}${before.dialog === '' ? '' : ` in “${before.dialog}”`}: ${deed}`;
  }

  #act(look: Look): Promise<string> {
    if (/^Choose (?:the|a) folder/u.test(look.dialog)) return this.#leaveFolders(look);
    const weight = this.#seeded.below(100);
    const fields = look.controls.filter((control) => control.kind !== 'press');
    if (look.dialog !== '' && savesNothing.test(look.dialog) && weight < 40) return this.#leave(look);
    if (look.dialog !== '' && fields.length > 0 && weight < 60) return this.#fill(look);
    if (look.dialog === '' && weight < 45) return this.#work(look);
    if (weight < 60) return this.#press(look);
    if (weight < 80) return this.#useField(fields, look);
    if (weight < 84) return this.#run();
    return this.#strike(look);
  }

  /** Folders of this computer outside the test are nobody's to open. */
  async #leaveFolders(look: Look): Promise<string> {
    const team = look.controls.find((control) => control.name === 'team (workspace)');
    const cancel = look.controls.find((control) => control.name === 'Cancel');
    const chosen = team ?? cancel;
    if (chosen === undefined) await this.#page.keyboard.press('Escape');
    else await this.#page.mouse.click(chosen.x, chosen.y);
    return `chooses ${chosen?.name ?? 'no folder'}`;
  }

  async #leave(look: Look): Promise<string> {
    await this.#page.keyboard.press('Escape');
    return `leaves “${look.dialog}” by Escape`;
  }

  /** Does what people mostly do: goes to the draft, writes, notes, saves. */
  async #work(look: Look): Promise<string> {
    const { keyboard, mouse } = this.#page;
    if (!/^#\/[a-z-]+\/[0-9a-f]{64}/u.test(look.place)) {
      const row = look.controls.find(({ kind, name }) => kind === 'press' && name.startsWith('Northmere'));
      if (row !== undefined) await mouse.click(row.x, row.y);
      else if (look.place.startsWith('#/inspections')) return this.#showAll(look);
      else await this.#go('i');
      return row === undefined ? 'goes to the inspections' : 'opens Northmere';
    }
    const text = look.controls.find(({ kind, name }) => kind === 'write' && !name.startsWith('Search'));
    if (look.place.startsWith('#/write') && text !== undefined && this.#seeded.chance(60))
      return this.#enter(text, look);
    if (look.place.startsWith('#/write') && this.#seeded.chance(60)) {
      await keyboard.press('Control+s');
      return 'asks to save a revision';
    }
    if (look.place.startsWith('#/evidence') && this.#seeded.chance(60)) {
      const note = look.controls.find(({ name }) => name.startsWith('New note'));
      if (note !== undefined) await mouse.click(note.x, note.y);
      return note === undefined ? 'finds no way to a note' : 'begins a note';
    }
    return this.#go(this.#seeded.pick(['w', 'w', 'w', 'e', 'e', 'p', 'f', 'r', 'l']));
  }

  /** Empties the field that filters the list. */
  async #showAll(look: Look): Promise<string> {
    const filter = look.controls.find(({ kind }) => kind === 'write');
    if (filter === undefined) return this.#press(look);
    await this.#page.mouse.click(filter.x, filter.y);
    await this.#page.keyboard.press('Control+a');
    await this.#page.keyboard.press('Delete');
    return 'shows all inspections';
  }

  async #go(letter: string): Promise<string> {
    // Letters go to a text while it has the focus: the place beside the tabs takes it away.
    if (await this.#editing()) await this.#page.locator('.status').click({ position: { x: 700, y: 4 } });
    await this.#page.keyboard.press('g');
    await this.#page.keyboard.press(letter);
    return `goes by G ${letter.toUpperCase()}`;
  }

  async #press(look: Look): Promise<string> {
    const presses = look.controls.filter(
      (control) => control.kind === 'press' && !/sample inspection/u.test(control.name),
    );
    if (presses.length === 0) return this.#strike(look);
    const drafts = presses.filter((control) => /^(?:Northmere|Team East)/u.test(control.name));
    const home = /^#\/inspections|^$/u.test(look.place) && look.dialog === '' && this.#seeded.chance(60);
    const control = this.#seeded.pick(home && drafts.length > 0 ? drafts : presses);
    const clicks = this.#seeded.chance(8) ? 2 : 1;
    this.#forgetWhatGoes(control.name, look);
    if (control.ofGrade) this.#gradeChosen(look);
    await this.#page.mouse.click(control.x, control.y, { clickCount: clicks, delay: 1 });
    return `${clicks === 2 ? 'double-clicks' : 'presses'} “${control.name}”${control.submits ? ' (submits)' : ''}`;
  }

  /** Fills a dialog as somebody does who means it, and presses what it is for. */
  async #fill(look: Look): Promise<string> {
    const done: string[] = [];
    const choices = Map.groupBy(look.controls, ({ choiceOf }) => choiceOf);
    choices.delete('');
    for (const offered of choices.values()) {
      const { name, x, y } = this.#seeded.pick(offered);
      await this.#page.mouse.click(x, y);
      done.push(`chooses “${name}”`);
    }
    for (const field of look.controls) {
      if (field.kind === 'press' || (field.filled && this.#seeded.chance(70))) continue;
      done.push(await this.#enter(field, look));
    }
    const ready = (await lookAt(this.#page)).controls.find((control) => control.submits);
    if (ready === undefined || this.#seeded.chance(20)) return done.join(', ');
    this.#forgetWhatGoes(`${look.dialog} ${ready.name}`, look);
    await this.#page.mouse.click(ready.x, ready.y, { clickCount: this.#seeded.chance(10) ? 2 : 1 });
    return `${done.join(', ')}, presses “${ready.name}” (submits)`;
  }

  async #useField(fields: readonly Control[], look: Look): Promise<string> {
    const texts = fields.filter((field) => field.kind === 'write' && look.dialog === '');
    if (fields.length === 0) return this.#press(look);
    return this.#enter(this.#seeded.pick(texts.length > 0 && this.#seeded.chance(60) ? texts : fields), look);
  }

  async #enter(field: Control, look: Look): Promise<string> {
    const { keyboard, mouse } = this.#page;
    await mouse.click(field.x, field.y);
    if (field.kind === 'choose') {
      await keyboard.press('Escape');
      const presses = this.#seeded.below(4);
      for (let press = 0; press < presses; press += 1) await keyboard.press('ArrowDown');
      return `chooses ${presses} down in “${field.name}”`;
    }
    if (field.kind === 'date') {
      const day = String(this.#seeded.below(28) + 1).padStart(2, '0');
      await keyboard.type(`${day}112026`);
      return `enters a day in “${field.name}”`;
    }
    // At the end of what is there: words typed into the middle of others would pull those apart.
    await keyboard.press('Control+End');
    const mark = `q${this.#name.slice(0, 1).toLowerCase()}${this.#seeded.hex(3)}n${String((this.#marks += 1))}q`;
    await keyboard.type(` ${mark} ${this.#seeded.pick(sentences)}`);
    const where = await this.#page.evaluate((typed) => {
      const focus = document.activeElement;
      const held =
        focus instanceof HTMLInputElement || focus instanceof HTMLTextAreaElement
          ? focus.value
          : focus?.textContent;
      return held?.includes(typed) === true;
    }, mark);
    // Letters that went elsewhere, to a field that cannot be written in, are nobody's words.
    // A source stays for the next note, so that it may stand in several.
    if (where && look.dialog !== '')
      this.#inDialog.push({ mark, once: !field.name.startsWith('Who or what') });
    else if (where && field.ofSection) this.#inSection.push(mark);
    return `types ${mark} in “${field.name}”${where ? '' : ', where it does not stay'}`;
  }

  /** Runs a command of the palette by its words. */
  async #run(): Promise<string> {
    const words = this.#seeded.pick(commands);
    await this.#page.keyboard.press('Control+k');
    await this.#page.keyboard.type(words);
    await this.#page.keyboard.press('Enter');
    return `runs “${words}” from the palette`;
  }

  async #strike(look: Look): Promise<string> {
    const { keyboard } = this.#page;
    const editing = await this.#editing();
    if (!editing && this.#seeded.chance(50)) return this.#go(this.#seeded.pick(screens));
    const key = this.#seeded.pick(this.#seeded.chance(50) ? plainKeys : otherKeys);
    // Keys that take words away, or put others over them: nobody owes those any more.
    if (editing || /^(?:Control\+[az]|Backspace)$/u.test(key)) this.#takenAway(look);
    if (/^(?:Arrow|Space|Enter)/u.test(key) && (await this.#atGrades())) this.#gradeChosen(look);
    if (key === 'F5') await this.#page.reload();
    else await keyboard.press(key);
    return `strikes ${key}`;
  }

  #editing(): Promise<boolean> {
    return this.#page.evaluate(
      () => document.activeElement?.closest('.cm-content, input, textarea, select') instanceof Element,
    );
  }

  /** Whether the focus is among the grades of an area, where arrows and Space choose one. */
  #atGrades(): Promise<boolean> {
    return this.#page.evaluate(
      () => document.activeElement?.closest('[aria-labelledby="grade-label"]') instanceof Element,
    );
  }

  /** Another grade takes the place of the one before: nobody owes the reason why there was none. */
  #gradeChosen(look: Look): void {
    const [, , draft = ''] = look.place.split('/');
    this.#acknowledged.takenAway({ who: this.#name, draft, section: look.section, why: true });
  }

  #takenAway(look: Look): void {
    [this.#inSection, this.#inReason, this.#inDialog] = [[], [], []];
    const [, , draft = ''] = look.place.split('/');
    this.#acknowledged.takenAway({ who: this.#name, draft, section: look.section });
  }

  #forgetWhatGoes(name: string, look: Look): void {
    const [, , draft = ''] = look.place.split('/');
    if (takesAway.test(name)) {
      [this.#inSection, this.#inReason] = [[], []];
      this.#acknowledged.takenAway({ who: this.#name, draft });
    }
    if (erases.test(name) && look.dialog !== '') this.#acknowledged.erased();
  }

  /** Takes down what the window has acknowledged by this act. */
  async #note(before: Look, after: Look, deed: string): Promise<void> {
    const [, , draft = ''] = before.place.split('/');
    if (after.place !== before.place && !before.safe) [this.#inSection, this.#inReason] = [[], []];
    if (before.dialog !== '' && after.dialog !== before.dialog) {
      const kept = deed.includes('(submits)') && !after.stopped && !savesNothing.test(before.dialog);
      if (kept && before.dialog === whyNoGrade) this.#inReason = this.#inDialog.map(({ mark }) => mark);
      else if (kept)
        for (const { mark, once } of this.#inDialog)
          this.#acknowledged.saved(mark, `“${before.dialog}” closed`, once);
      if (kept && before.dialog === 'Save a revision') this.#acknowledged.savedRevision(this.#name, draft);
      this.#inDialog = [];
    }
    if (this.#inSection.length + this.#inReason.length === 0) return;
    if (after.dialog !== '' || after.place !== before.place) return;
    const said = await this.#page
      .getByText(/Typed text is safe on this computer/u)
      .waitFor({ timeout: 8_000 })
      .then(() => true)
      .catch(() => false);
    if (!said)
      throw new Error(`it was not said to be safe within 8 s that ${this.#name} ${deed}, at ${after.place}`);
    const place = { who: this.#name, draft, section: after.section };
    this.#acknowledged.safe({ ...place, why: false }, this.#inSection);
    // It is in the place of the reason before it, if there was one.
    if (this.#inReason.length > 0) this.#gradeChosen(after);
    this.#acknowledged.safe({ ...place, why: true }, this.#inReason);
    [this.#inSection, this.#inReason] = [[], []];
  }
}
