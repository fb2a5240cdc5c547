import type { Page } from 'playwright-core';
import { faultsSoFar } from '../window-guard.ts';
import type { WindowLook } from '../open-application.ts';
import { lookAt } from './looks.ts';
import type { Control, Shown, Target } from './window-probe.ts';

/** Whose window it is, and how far what it shows has come. */
export interface Situation {
  readonly role: string;
  readonly stage: string;
  /** How its window looks: where a fault is found again. */
  readonly look: WindowLook;
  /** The screens to walk, by the name that the address gives them. */
  readonly screens: readonly string[];
  /** Those of them that show everybody the same: outside the full run one situation sees them for all. */
  readonly common: readonly string[];
  /** Goes to a screen from wherever the window is; opens the workspace and the draft again where they were closed. */
  readonly goTo: (page: Page, screen: string) => Promise<void>;
  /** A fresh window on everything as it was. */
  readonly restore: () => Promise<Page>;
  /** Closes that window. */
  readonly leave: () => Promise<void>;
}

/** What all situations share: what was pressed, what was looked at, and what was found. */
export class CrawlRecord {
  readonly pressed = new Set<string>();
  readonly states = new Set<string>();
  /** The kinds of parts that were looked at in each place. */
  readonly looked = new Map<string, ReadonlySet<string>>();
  readonly faults = new Map<string, string>();
  /** The screens of each stage, and of each role, that were seen. */
  readonly seen = new Set<string>();
  /** The screens whose keys and commands were listed. */
  readonly listed = new Set<string>();
  turns = 0;
  presses = 0;
  looks = 0;
  /** Milliseconds spent on looking at states, by all windows together. */
  looking = 0;
  readonly #begun = performance.now();
  readonly #log: (line: string) => void;
  readonly #ends: number;
  /** Whether everything is pressed in each role and at each stage anew, or only what nobody pressed before. */
  readonly everything: boolean;
  /** How many ways of a screen are tried before the next screen has its turn. */
  readonly inTurn: number;
  /** How many ways a situation tries in one turn of its window. */
  readonly mostInTurn: number;

  constructor(seconds: number, depth: 'everything' | 'usual' | 'brief', log: (line: string) => void) {
    this.everything = depth === 'everything';
    this.inTurn = depth === 'brief' ? 2 : 6;
    this.mostInTurn = depth === 'brief' ? 9 : Infinity;
    this.#log = log;
    this.#ends = performance.now() + seconds * 1_000;
  }

  /** Keeps a line of the journal of what was pressed: where a run ends by force, its last line says where. */
  log(line: string): void {
    this.#log(`${(performance.now() / 1_000).toFixed(1)} ${line}`);
  }

  /**
   * Whether looking has a share of the time left: outside the full run a third of it, since each screen is looked at by the
   * specifications of screens besides, and nothing else presses.
   */
  get mayLook(): boolean {
    return this.everything || this.looking * 3 <= performance.now() - this.#begun;
  }

  /** Milliseconds that are left. */
  get left(): number {
    return this.#ends - performance.now();
  }
}

/** One step of a way through the window. */
type Step =
  | { readonly how: 'press'; readonly sign: string; readonly name: string; readonly kind: Control['kind'] }
  /** A key or a command; `everywhere` where it is the same on every screen. */
  | { readonly how: 'key' | 'command'; readonly name: string; readonly everywhere: boolean };

const leaving = /^(?:Cancel|Close|Back|Done|Save|Discard|Record|Sign|Other workspace|Preferences)/u;
const deepest = 5;

type Way = readonly Step[];

/** What is still to be tried on a screen. */
interface Agenda {
  readonly screen: string;
  ways: Way[];
  /** Ways of which a step was not there: it may be in a window on everything as it was. */
  gone: Way[];
  visited: boolean;
  /** Whether its keys and commands are among the ways. */
  listed: boolean;
}

/** Walks every control, key and command of a situation's screens and of the dialogs that they open, in turns. */
export class Crawler {
  readonly situation: Situation;
  readonly #record: CrawlRecord;
  readonly #agendas: readonly Agenda[];
  #agenda: Agenda;
  #page!: Page;
  #effects = 0;
  #turns = 0;
  #way: Way = [];
  /** Whether the window shows the screen, or a dialog that was opened on it. */
  #isOnScreen = false;

  constructor(situation: Situation, record: CrawlRecord) {
    this.situation = situation;
    this.#record = record;
    this.#agendas = situation.screens.map((screen) => ({
      screen,
      ways: [],
      gone: [],
      visited: false,
      listed: false,
    }));
    const [first] = this.#agendas;
    if (first === undefined) throw new Error(`${situation.role}, ${situation.stage} has no screen`);
    this.#agenda = first;
  }

  get #screen(): string {
    return this.#agenda.screen;
  }

  /** Whether anything is left to be tried. */
  get hasMore(): boolean {
    return this.#agendas.some(({ ways, visited, listed }) => !visited || !listed || ways.length > 0);
  }

  /** The screens that were seen, and those that were not. */
  get screens(): { readonly seen: readonly string[]; readonly unseen: readonly string[] } {
    const names = (was: boolean): readonly string[] =>
      this.#agendas.filter(({ visited }) => visited === was).map(({ screen }) => screen);
    return { seen: names(true), unseen: names(false) };
  }

  /** The controls, keys and commands that were met and not pressed. */
  get unpressed(): readonly string[] {
    const ways = this.#agendas.flatMap((agenda) => [...agenda.ways, ...agenda.gone]);
    return ways
      .filter((way) => !this.#isPressed(way))
      .flatMap((way) => way.slice(-1).flatMap((step) => this.#presses(step)))
      .filter((press) => !this.#record.pressed.has(press));
  }

  /**
   * Sees every screen once, those first that nobody saw at this stage, then tries some ways of each by turns, for so many
   * milliseconds; in a window of its own.
   */
  async turn(ms: number): Promise<void> {
    const begun = performance.now();
    const until = begun + ms;
    this.#turns += 1;
    this.#record.turns += 1;
    this.#page = await this.situation.restore();
    this.#listen(this.#page);
    // Looking at screens leaves a part of the time to pressing, however long the window took to open.
    const looksUntil = performance.now() + Math.max(ms * 0.5, (until - performance.now()) * 0.6);
    const { everything, seen } = this.#record;
    const isSeen = (agenda: Agenda): boolean =>
      !everything && this.#places(agenda.screen).every((place) => seen.has(place));
    for (const agenda of this.#agendas.toSorted((a, b) => Number(isSeen(a)) - Number(isSeen(b)))) {
      // What was gone in the window before is tried once more, in this one.
      agenda.ways.push(...agenda.gone.splice(0));
      const late = this.#record.left < 0 || isSeen(agenda) || (!everything && performance.now() > looksUntil);
      if (agenda.visited || (late && this.#agendas.some(({ visited }) => visited))) continue;
      this.#agenda = agenda;
      await this.#visit(agenda);
    }
    // Each turn begins on another screen, so that what no turn has time for is not always the same.
    const from = (this.#record.turns * 3) % this.#agendas.length;
    const agendas = [...this.#agendas.slice(from), ...this.#agendas.slice(0, from)];
    let tried = 0;
    const goesOn = (): boolean => performance.now() < until && tried < this.#record.mostInTurn;
    while (goesOn() && agendas.some(({ ways, listed }) => !listed || ways.length > 0))
      for (const agenda of agendas) {
        this.#agenda = agenda;
        this.#isOnScreen = false;
        // Where another situation has listed the keys of the screen, they wait until its controls are pressed.
        const later = this.#record.listed.has(agenda.screen) && agenda.ways.length > 0;
        if (!agenda.listed && !later && goesOn()) await this.#enqueueKeys(agenda);
        for (let times = 0; times < this.#record.inTurn && goesOn();) {
          const way = agenda.ways.shift();
          if (way === undefined) break;
          if (this.#isPressed(way)) continue;
          times += 1;
          tried += 1;
          if (!(await this.#follow(way, agenda)) && this.#turns === 1) agenda.gone.push(way);
        }
      }
    await this.situation.leave();
  }

  async #visit(agenda: Agenda): Promise<void> {
    agenda.visited = true;
    for (const place of this.#places(agenda.screen)) this.#record.seen.add(place);
    if (!(await this.#toBase())) return;
    const shown = await this.#shown();
    await this.#look(shown);
    this.#enqueue(agenda, [], shown);
    this.#record.log(`saw ${this.situation.role}/${this.situation.stage} ${this.#screen}`);
  }

  /** A screen at this stage, and in this role: it was seen where it was seen as both. */
  #places(screen: string): readonly string[] {
    if (this.situation.common.includes(screen) && !this.#record.everything) return [`anywhere ${screen}`];
    return [`at ${this.situation.stage} ${screen}`, `as ${this.situation.role} ${screen}`];
  }

  #shown(): Promise<Shown> {
    return this.#page.evaluate(() => window.crawl.shown());
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

  /** Presses Escape; whether a dialog fewer is open then. */
  async #escapes(open: number): Promise<boolean> {
    await this.#page.keyboard.press('Escape');
    await this.#settle();
    return (await this.#page.evaluate(() => window.crawl.dialogs())).length < open;
  }

  /** Closes every dialog and goes to the screen; false where the window does not come there. */
  async #toBase(): Promise<boolean> {
    this.#way = [];
    try {
      for (let times = 0; times < 4; times += 1) {
        const dialogs = await this.#page.evaluate(() => window.crawl.dialogs());
        const top = dialogs.at(-1);
        if (top === undefined) break;
        // The first may end what is under way in a dialog, as a key that is waited for; the next closes it.
        if (await this.#escapes(dialogs.length)) continue;
        if (await this.#escapes(dialogs.length)) continue;
        this.#fault('Escape', `leaves the dialog “${top}” open`);
        await this.#page.reload();
        break;
      }
      await this.situation.goTo(this.#page, this.#screen);
      // After a key that asks for words, such as C for a comment, letters are the rest of a sentence until another key.
      await this.#page.keyboard.press('Escape');
      await this.#page.evaluate(async () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        await window.crawl.settle(4_000);
      });
      this.#isOnScreen = true;
      return true;
    } catch (error) {
      this.#fault(this.#screen, `is not reached: ${String(error).split('\n')[0] ?? ''}`);
      return false;
    }
  }

  /** Follows a way to its last step and tries that; false where a step of it is not there. */
  async #follow(way: Way, agenda: Agenda): Promise<boolean> {
    const last = way.at(-1);
    if (last === undefined) return true;
    // A control of a dialog says which: wherever it is there, it needs no way anew.
    if (!this.#isOnScreen || (await this.#target(last)) === null) {
      if (!(await this.#toBase())) return false;
      for (const step of way.slice(0, -1)) if (!(await this.#take(step))) return false;
      if (last.how === 'press' && (await this.#target(last)) === null) return false;
    }
    for (const press of this.#presses(last)) this.#record.pressed.add(press);
    this.#record.presses += 1;
    this.#record.log(`${this.situation.role}/${this.situation.stage} ${this.#screen}: ${wayName(way)}`);
    await this.#try(way, last);
    this.#way = way;
    const shown = await this.#shown();
    this.#isOnScreen = shown.dialogs.length > 0 || shown.screen === this.#screen;
    if (!this.#isOnScreen) return true;
    await this.#look(shown);
    if (way.length < deepest) this.#enqueue(agenda, way, shown);
    return true;
  }

  /** What a step presses, the same wherever it is met. */
  #sign(step: Step): string {
    if (step.how === 'press') return step.sign;
    return `${step.how}|${step.everywhere ? '' : this.#screen}|${step.name.replace(/^Go to .*/u, 'Go to')}`;
  }

  /** What is pressed by a step: itself, or in the full run itself in this role, and itself at this stage. */
  #presses(step: Step): readonly string[] {
    const sign = this.#sign(step);
    if (!this.#record.everything) return [sign];
    return [`as ${this.situation.role} ${sign}`, `at ${this.situation.stage} ${sign}`];
  }

  #isPressed(way: Way): boolean {
    const last = way.at(-1);
    return last !== undefined && this.#presses(last).every((press) => this.#record.pressed.has(press));
  }

  #target(step: Step): Promise<Target | null> {
    if (step.how !== 'press') return Promise.resolve(null);
    return this.#page.evaluate((sign) => window.crawl.target(sign), step.sign);
  }

  /** Takes a step without holding it against anything. */
  async #take(step: Step): Promise<boolean> {
    try {
      if (step.how === 'press') {
        const target = await this.#target(step);
        if (target === null || target.covered !== '') return false;
        await this.#page.mouse.click(target.x, target.y);
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
      const option = await this.#page.evaluate(async (title) => {
        await window.crawl.settle(2_000);
        return window.crawl.option(title);
      }, step.name);
      if (option === null) throw new Error('Ctrl K does not list it');
      await this.#page.mouse.click(option.x, option.y);
      return;
    }
    for (const key of keysOf(step.name)) await this.#page.keyboard.press(key);
  }

  /** Tries a step and reports whatever it does that it should not do, or does not do that it should. */
  async #try(way: Way, step: Step): Promise<void> {
    const faultsBefore = faultsSoFar().length;
    const where = wayName(way);
    try {
      const { state, target, focusing } = await this.#page.evaluate(
        (sign) => window.crawl.ready(sign),
        step.how === 'press' ? step.sign : '',
      );
      const effects = this.#effects;
      if (step.how !== 'press') await this.#type(step);
      else if (target !== null && target.covered !== '')
        throw new Error(`${target.covered} lies over it at ${Math.round(target.x)}, ${Math.round(target.y)}`);
      else if (target !== null) await this.#operate(target, step.kind);
      const changed = await this.#differs(state);
      // A view that says it is the one shown, an item that was removed by the focus: nothing is owed.
      const owed = !focusing && (step.how !== 'press' || target?.current === false);
      if (!changed && owed && this.#effects === effects)
        this.#fault(where, 'changes nothing on screen and says nothing');
      // A tick is put back: a preference such as "Single-letter keys" would change all that follows.
      if (step.how === 'press' && step.kind === 'tick') await this.#take(step);
    } catch (error) {
      this.#fault(where, `cannot be used: ${String(error).split('\n')[0] ?? ''}`);
    }
    for (const { kind, message, page } of faultsSoFar().slice(faultsBefore))
      if (page === null || page === this.#page) this.#fault(where, `${kind}: ${message.slice(0, 400)}`);
  }

  /** Whether the window differs from what it was; a page that is being left takes its probe with it, and does. */
  #differs(before: string): Promise<boolean> {
    return this.#page
      .evaluate((state) => window.crawl.differs(state, 800), before)
      .catch(async () => {
        await this.#page.waitForFunction(() => 'crawl' in window);
        await this.#settle();
        return true;
      });
  }

  async #operate({ x, y, input, last }: Target, kind: Control['kind']): Promise<void> {
    const { keyboard, mouse } = this.#page;
    switch (kind) {
      case 'press':
      case 'tick':
        return mouse.click(x, y);
      case 'type':
        await mouse.click(x, y);
        return keyboard.type(input === 'number' ? '3' : 'Seen');
      case 'date':
        await this.#page.locator(':focus').fill(input === 'date' ? '2026-10-08' : '2026-10-08T10:15');
        return;
      case 'choose':
        return keyboard.press(last ? 'ArrowUp' : 'ArrowDown');
      case 'slide':
        return keyboard.press('ArrowRight');
    }
  }

  async #settle(): Promise<void> {
    // A page that is being left takes its probe with it; the next one has its own.
    await this.#page.evaluate(() => window.crawl.settle(4_000)).catch(String);
  }

  /** Puts the controls that are shown now, and were not met yet, on the agenda: those that leave come last. */
  #enqueue(agenda: Agenda, way: Way, shown: Shown): void {
    const waiting = new Set(agenda.ways.flatMap((other) => other.slice(-1).map((step) => this.#sign(step))));
    const found = shown.controls
      .filter(({ disabled, current, sign }) => !disabled && !current && !waiting.has(sign))
      .map(({ sign, name, kind, like }) => ({
        like,
        way: [...way, { how: 'press', sign, name, kind }] as const,
        leaves: leaving.test(name),
      }))
      .filter((each) => !this.#isPressed(each.way));
    const first = found.filter(({ like }) => !like);
    agenda.ways.unshift(
      ...first.filter(({ leaves }) => !leaves).map((each) => each.way),
      ...first.filter(({ leaves }) => leaves).map((each) => each.way),
    );
    // The other rows of a list have their turn when each control was pressed once.
    agenda.ways.push(...found.filter(({ like }) => like).map((each) => each.way));
  }

  /** Puts the listed keys and the commands of the palette on the agenda. */
  async #enqueueKeys(agenda: Agenda): Promise<void> {
    agenda.listed = true;
    this.#record.listed.add(agenda.screen);
    if (!(await this.#toBase())) return;
    const caps = await this.#list('?', 'dt');
    const everywhere = new Set(await this.#list('?', 'section:last-of-type :is(dt, dd)'));
    const titles = await this.#list('Control+k', '[role=option]');
    const here = await this.#page.title();
    const keys = caps
      .filter((cap) => cap !== 'Tab' && cap !== 'Esc' && cap !== '?')
      .filter((cap) => cap !== `G ${letters[this.#screen]?.toUpperCase() ?? ''}`)
      .map((name) => ({ how: 'key', name, everywhere: everywhere.has(name) }) as const);
    const shell = new Set([...everywhere].map((label) => label.toLowerCase())).add('keyboard shortcuts');
    const commands = titles
      .filter((title) => !here.toLowerCase().startsWith(title.toLowerCase()))
      .map((name) => ({ how: 'command', name, everywhere: shell.has(name.toLowerCase()) }) as const);
    const steps: readonly Step[] = [...keys, ...commands];
    agenda.ways.push(...steps.map((step) => [step]).filter((way) => !this.#isPressed(way)));
  }

  /** What a dialog that a key opens lists. */
  async #list(key: string, selector: string): Promise<readonly string[]> {
    await this.#page.keyboard.press(key);
    const listed = await this.#page.evaluate(async (entries) => {
      await window.crawl.settle(4_000);
      return [...document.querySelectorAll<HTMLElement>(`dialog[open] :is(${entries})`)].map((entry) =>
        (entry.localName === 'li'
          ? (entry.querySelector('.title')?.textContent ?? '')
          : entry.innerText
        ).trim(),
      );
    }, selector);
    await this.#page.keyboard.press('Escape');
    await this.#settle();
    return listed;
  }

  /** Looks at what is shown, where anything of it was not looked at before; each combination in the full run. */
  async #look({ place, parts, dialogs }: Shown): Promise<void> {
    const { everything, looked, states } = this.#record;
    const state = `${place} ${parts.join()}`;
    const seen = looked.get(place) ?? new Set();
    const fresh = everything ? !states.has(state) : parts.some((part) => !seen.has(part));
    states.add(state);
    if (!fresh) return;
    if (!this.#record.mayLook) return;
    this.#record.looks += 1;
    looked.set(place, new Set([...seen, ...parts]));
    const begun = performance.now();
    for (const flaw of await lookAt(this.#page, dialogs.length > 0)) this.#fault(wayName(this.#way), flaw);
    const took = performance.now() - begun;
    this.#record.looking += took;
    this.#record.log(`looked at ${place} for ${Math.round(took)} ms`);
  }

  #fault(where: string, what: string): void {
    const { role, stage, look } = this.situation;
    const key = `${what}|${what.includes('“') ? '' : (where.split(' > ').at(-1) ?? '')}`;
    if (this.#record.faults.has(key)) return;
    const line = `[${role}/${stage}, ${look.size.width} px ${look.theme}] ${this.#screen === '' ? 'start' : this.#screen}${where === '' ? '' : ` > ${where}`}: ${what}`;
    this.#record.faults.set(key, line);
    this.#record.log(`FAULT ${line}`);
  }
}

/** The letters of the screens, as the guide to the keys has them. */
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
