import type { ElementHandle, Page } from 'playwright-core';
import { faultsSoFar } from '../window-guard.ts';
import { lookAt, sizes } from './looks.ts';
import type { Control } from './window-probe.ts';

/** Whose window it is, and how far what it shows has come. */
export interface Situation {
  readonly role: string;
  readonly stage: string;
  /** The screens to walk, by the name that the address gives them. */
  readonly screens: readonly string[];
  /** Goes to a screen from wherever the window is; opens the workspace and the draft again where they were closed. */
  readonly goTo: (page: Page, screen: string) => Promise<void>;
  /** A fresh window on everything as it was. */
  readonly restore: () => Promise<Page>;
}

/** What all situations share: what was pressed, what was looked at, and what was found. */
export class CrawlRecord {
  readonly pressed = new Set<string>();
  readonly states = new Set<string>();
  readonly faults = new Map<string, string>();
  readonly unfinished: string[] = [];
  presses = 0;
  readonly #log: (line: string) => void;
  readonly #ends: number;
  /** Whether each role and stage presses everything anew, or only what nobody pressed before. */
  readonly everything: boolean;

  constructor(seconds: number, everything: boolean, log: (line: string) => void) {
    this.#log = log;
    this.#ends = performance.now() + seconds * 1_000;
    this.everything = everything;
  }

  /** Keeps a line of the journal of what was pressed: where a run ends by force, its last line says where. */
  log(line: string): void {
    this.#log(`${(performance.now() / 1_000).toFixed(1)} ${line}`);
  }

  get isOver(): boolean {
    return performance.now() > this.#ends;
  }
}

/** One step of a way through the window. */
type Step =
  | { readonly how: 'press'; readonly sign: string; readonly name: string; readonly kind: Control['kind'] }
  | { readonly how: 'key'; readonly name: string }
  | { readonly how: 'command'; readonly name: string };

const leaving = /^(?:Cancel|Close|Back|Done|Save|Discard|Record|Sign|Other workspace|Preferences)/u;
const deepest = 5;

/** Walks every control, key and command of a situation's screens and of the dialogs that they open. */
export class Crawler {
  readonly #situation: Situation;
  readonly #record: CrawlRecord;
  #page: Page;
  #effects = 0;
  #screen = '';
  #way: readonly Step[] = [];

  constructor(situation: Situation, record: CrawlRecord, page: Page) {
    this.#situation = situation;
    this.#record = record;
    this.#page = page;
    this.#listen(page);
  }

  /** Walks all screens; ends early only where the record's time is over, and says where. */
  async walk(): Promise<void> {
    for (const screen of this.#situation.screens) {
      if (this.#record.isOver) {
        this.#record.unfinished.push(`${this.#situation.role}, ${this.#situation.stage}: ${screen}`);
        continue;
      }
      await this.#walkScreen(screen);
    }
  }

  async #walkScreen(screen: string): Promise<void> {
    this.#screen = screen;
    if (!(await this.#toBase())) return;
    const agenda: (readonly Step[])[] = [];
    await this.#look();
    await this.#enqueue(agenda, []);
    await this.#enqueueKeys(agenda);
    const retried = new Set<string>();
    let restored = 0;
    for (let way = agenda.shift(); way !== undefined; way = agenda.shift()) {
      if (this.#record.isOver) {
        this.#record.unfinished.push(
          `${this.#situation.role}, ${this.#situation.stage}: ${screen}, ${agenda.length + 1} ways`,
        );
        return;
      }
      const name = wayName(way);
      if (await this.#follow(way, agenda)) continue;
      if (retried.has(name)) continue;
      // What is gone may be there in a window on everything as it was: it is tried there once, after all the rest.
      retried.add(name);
      if (agenda.every((other) => retried.has(wayName(other))) && restored < 2) {
        restored += 1;
        this.#page = await this.#situation.restore();
        this.#listen(this.#page);
      }
      agenda.push(way);
    }
  }

  #listen(page: Page): void {
    const count = (): void => void (this.#effects += 1);
    page.on('download', count);
    // The person thinks better of it: the host would wait for files for as long as nobody says so.
    page.on('filechooser', (chooser) => {
      count();
      void chooser.element().dispatchEvent('cancel').catch(String);
    });
    page.on('popup', count);
    page.on('dialog', (dialog) => void dialog.dismiss().catch(String));
  }

  /** Closes every dialog and goes to the screen; false where the window does not come there. */
  async #toBase(): Promise<boolean> {
    this.#way = [];
    for (let times = 0; times < 4; times += 1) {
      const dialogs = await this.#page.evaluate(() => window.crawl.dialogs());
      const top = dialogs.at(-1);
      if (top === undefined) break;
      await this.#page.keyboard.press('Escape');
      await this.#settle();
      if ((await this.#page.evaluate(() => window.crawl.dialogs())).length < dialogs.length) continue;
      this.#fault('Escape', `leaves the dialog “${top}” open`);
      await this.#page.reload();
      break;
    }
    try {
      await this.#situation.goTo(this.#page, this.#screen);
      await this.#page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      await this.#settle();
      return true;
    } catch (error) {
      this.#fault(this.#screen, `is not reached: ${String(error).split('\n')[0] ?? ''}`);
      return false;
    }
  }

  /** Follows a way to its last step and tries that; false where a step of it is not there. */
  async #follow(way: readonly Step[], agenda: (readonly Step[])[]): Promise<boolean> {
    const last = way.at(-1);
    const name = wayName(way);
    if (last === undefined) return true;
    if (this.#record.pressed.has(this.#pair(last)) && last.how === 'press') return true;
    const here = last.how === 'press' && wayName(this.#way) === wayName(way.slice(0, -1));
    const there = here && (await this.#isThere(last));
    if (!there) {
      if (!(await this.#toBase())) return false;
      for (const step of way.slice(0, -1)) if (!(await this.#take(step))) return false;
      if (last.how === 'press' && !(await this.#isThere(last))) return false;
    }
    this.#record.pressed.add(this.#pair(last));
    this.#record.presses += 1;
    this.#record.log(`${this.#situation.role}/${this.#situation.stage} ${this.#screen}: ${name}`);
    await this.#try(way.slice(0, -1), last);
    if (await this.#hasLeft()) {
      this.#way = [];
      await this.#toBase();
      return true;
    }
    await this.#look();
    if (way.length < deepest) await this.#enqueue(agenda, way);
    return true;
  }

  async #hasLeft(): Promise<boolean> {
    const screen = this.#screen;
    return this.#page.evaluate(
      (name) => window.crawl.dialogs().length === 0 && (location.hash.split('/')[1] ?? '') !== name,
      screen.includes('#') ? '' : screen,
    );
  }

  #pair(step: Step): string {
    const { everything } = this.#record;
    const who = everything ? `${this.#situation.role}|${this.#situation.stage}|` : '';
    if (step.how === 'press') return `${who}${step.sign}`;
    return `${who}${step.how}|${/^(?:G .|Ctrl .|\?|F6)$/u.test(step.name) ? '' : this.#screen}|${step.name}`;
  }

  async #isThere(step: Step): Promise<boolean> {
    return (
      step.how !== 'press' ||
      (await this.#page.evaluate((sign) => window.crawl.find(sign) !== null, step.sign))
    );
  }

  async #handle(sign: string): Promise<ElementHandle<Element> | null> {
    return (await this.#page.evaluateHandle((wanted) => window.crawl.find(wanted), sign)).asElement();
  }

  /** Takes a step without holding it against anything. */
  async #take(step: Step): Promise<boolean> {
    try {
      if (step.how === 'press') {
        const element = await this.#handle(step.sign);
        if (element === null) return false;
        await element.click({ timeout: 3_000 });
      } else await this.#type(step);
      await this.#settle();
      return true;
    } catch {
      return false;
    }
  }

  async #type(step: Step): Promise<void> {
    if (step.how === 'command') {
      await this.#page.keyboard.press('Control+k');
      const option = this.#page.getByRole('option').filter({ hasText: step.name }).first();
      await option.click({ timeout: 3_000 });
      return;
    }
    for (const key of keysOf(step.name)) await this.#page.keyboard.press(key);
  }

  /** Tries a step and reports whatever it does that it should not do, or does not do that it should. */
  async #try(before: readonly Step[], step: Step): Promise<void> {
    const faultsBefore = faultsSoFar().length;
    const at = [...before, step];
    try {
      const element = step.how === 'press' ? await this.#handle(step.sign) : null;
      let focusing = false;
      if (element !== null) {
        await element.hover({ timeout: 3_000 });
        await this.#settle();
        const unfocused = await this.#page.evaluate(() => window.crawl.digest(false));
        await element.evaluate((node) => {
          if (node instanceof HTMLElement) node.focus({ preventScroll: true });
        });
        await this.#settle();
        // A note, for instance, is chosen by the focus alone, which a press brings too.
        focusing = (await this.#page.evaluate(() => window.crawl.digest(false))) !== unfocused;
      } else await this.#settle();
      const then = await this.#state();
      if (step.how !== 'press') await this.#type(step);
      else if (element !== null) await this.#operate(element, step.kind);
      await this.#settle();
      let now = await this.#state();
      for (let times = 0; now === then && !focusing && times < 8; times += 1) {
        await this.#page.evaluate(() => new Promise((next) => setTimeout(next, 100)));
        now = await this.#state();
      }
      if (now === then && !focusing) this.#fault(wayName(at), 'changes nothing on screen and says nothing');
      // A tick is put back: a preference such as "Single-letter keys" would change all that follows.
      if (step.how === 'press' && step.kind === 'tick') await element?.click({ timeout: 3_000 });
    } catch (error) {
      const [first = ''] = String(error).split('\n');
      const why =
        /intercepts pointer events/u.exec(String(error)) === null ? first : 'something lies over it';
      this.#fault(wayName(at), `cannot be used: ${why}`);
    }
    for (const { kind, message, page } of faultsSoFar().slice(faultsBefore))
      if (page === null || page === this.#page) this.#fault(wayName(at), `${kind}: ${message.slice(0, 400)}`);
    this.#way = at;
  }

  async #operate(element: ElementHandle<Element>, kind: Control['kind']): Promise<void> {
    switch (kind) {
      case 'press':
        return element.click({ timeout: 3_000 });
      case 'tick':
        await element.click({ timeout: 3_000 });
        return;
      case 'type':
        await element.click({ timeout: 3_000 });
        await this.#page.keyboard.type((await isNumber(element)) ? '3' : 'Seen on site');
        return;
      case 'date':
        return element.fill((await inputType(element)) === 'date' ? '2026-10-08' : '2026-10-08T10:15');
      case 'choose':
        await this.#page.keyboard.press((await isLastChosen(element)) ? 'ArrowUp' : 'ArrowDown');
        return;
      case 'slide':
        await this.#page.keyboard.press('ArrowRight');
        return;
    }
  }

  async #state(): Promise<string> {
    const { digest, said, printed } = await this.#page.evaluate(() => ({
      digest: window.crawl.digest(true),
      said: window.crawl.heard.said,
      printed: window.crawl.heard.printed,
    }));
    return `${digest} ${said} ${printed} ${this.#effects}`;
  }

  async #settle(): Promise<void> {
    // A page that is being left takes its probe with it; the next one has its own.
    await this.#page.evaluate(() => window.crawl.settle(4_000)).catch(String);
  }

  /** Puts the controls that are shown now, and were not met yet, on the agenda: those that leave come last. */
  async #enqueue(agenda: (readonly Step[])[], way: readonly Step[]): Promise<void> {
    const waiting = new Set(agenda.map((other) => this.#pair(other.at(-1) ?? { how: 'key', name: '' })));
    const found = (await this.#page.evaluate(() => window.crawl.controls()))
      .filter(({ disabled, current }) => !disabled && !current)
      .map(({ sign, name, kind }) => ({ how: 'press', sign, name, kind }) as const)
      .filter((step) => !waiting.has(this.#pair(step)) && !this.#record.pressed.has(this.#pair(step)));
    const [stay, leave] = [
      found.filter(({ name }) => !leaving.test(name)),
      found.filter(({ name }) => leaving.test(name)),
    ];
    agenda.unshift(...[...stay, ...leave].map((step) => [...way, step]));
  }

  /** Puts the listed keys and the commands of the palette on the agenda. */
  async #enqueueKeys(agenda: (readonly Step[])[]): Promise<void> {
    const page = this.#page;
    if (!(await this.#toBase())) return;
    await page.keyboard.press('?');
    await this.#settle();
    const caps = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('dialog[open] dt')].map((cap) => cap.innerText.trim()),
    );
    await page.keyboard.press('Escape');
    await this.#settle();
    await page.keyboard.press('Control+k');
    await this.#settle();
    const titles = await page.evaluate(() =>
      [...document.querySelectorAll('dialog[open] [role=option]')].map((option) =>
        (option.firstChild?.textContent ?? '').trim(),
      ),
    );
    await page.keyboard.press('Escape');
    await this.#settle();
    const here = await page.title();
    const steps: Step[] = [
      ...caps
        .filter((cap) => cap !== 'Tab' && cap !== 'Esc' && cap !== '?')
        .map((name) => ({ how: 'key', name }) as const),
      ...titles
        .filter((title) => !here.toLowerCase().startsWith(title.toLowerCase()))
        .map((name) => ({ how: 'command', name }) as const),
    ];
    agenda.push(
      ...steps
        .filter((step) => !this.#record.pressed.has(this.#pair(step)))
        .filter(({ name }) => !/^G .$/u.test(name) || !this.#isHere(name))
        .map((step) => [step]),
    );
  }

  #isHere(cap: string): boolean {
    return letters[this.#screen]?.toUpperCase() === cap.slice(2);
  }

  /** Looks at what is shown, where its form was not looked at before. */
  async #look(): Promise<void> {
    const shape = await this.#page.evaluate(() => window.crawl.shape());
    const who = this.#record.everything ? `${this.#situation.role} ` : '';
    if (this.#record.states.has(`${who}${shape}`)) return;
    this.#record.states.add(`${who}${shape}`);
    const begun = performance.now();
    for (const flaw of await lookAt(this.#page)) this.#fault(wayName(this.#way), flaw);
    this.#record.log(`looked for ${Math.round(performance.now() - begun)} ms`);
    await this.#page.setViewportSize(sizes[0]);
  }

  #fault(where: string, what: string): void {
    const { role, stage } = this.#situation;
    const key = `${what}|${what.includes('“') ? '' : (where.split(' > ').at(-1) ?? '')}`;
    if (this.#record.faults.has(key)) return;
    const line = `[${role}, ${stage}] ${this.#screen === '' ? 'start' : this.#screen}${where === '' ? '' : ` > ${where}`}: ${what}`;
    this.#record.faults.set(key, line);
    this.#record.log(`FAULT ${line}`);
  }
}

/** The letters of the screens, which the crawler reads from the product's own table. */
let letters: Readonly<Record<string, string>> = {};
/** Tells the crawler which letter follows G for which screen. */
export function knowLetters(table: Readonly<Record<string, string>>): void {
  letters = table;
}

function wayName(way: readonly Step[]): string {
  return way
    .map((step) => (step.how === 'press' ? `“${step.name}”` : `${step.how} ${step.name}`))
    .join(' > ');
}

const named: Readonly<Record<string, string>> = {
  '↓': 'ArrowDown',
  '↑': 'ArrowUp',
  '→': 'ArrowRight',
  '←': 'ArrowLeft',
  Ctrl: 'Control',
  Esc: 'Escape',
};

/** What a cap of the list of keys is pressed by: "G E" one after another, "Ctrl S" together. */
function keysOf(cap: string): readonly string[] {
  const parts = cap.split(' ').map((part) => named[part] ?? (part.length === 1 ? part.toLowerCase() : part));
  return ['Control', 'Alt', 'Shift'].includes(parts[0] ?? '') ? [parts.join('+')] : parts;
}

function inputType(element: ElementHandle<Element>): Promise<string> {
  return element.evaluate((node) => (node instanceof HTMLInputElement ? node.type : ''));
}

async function isNumber(element: ElementHandle<Element>): Promise<boolean> {
  return (await inputType(element)) === 'number';
}

function isLastChosen(element: ElementHandle<Element>): Promise<boolean> {
  return element.evaluate(
    (node) => node instanceof HTMLSelectElement && node.selectedIndex === node.options.length - 1,
  );
}
