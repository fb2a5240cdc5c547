/** One control of the window as it stands. */
export interface Control {
  /** The same for the same control wherever it is met: its place, its kind and its name without numbers. */
  readonly sign: string;
  readonly name: string;
  readonly kind: 'press' | 'tick' | 'type' | 'date' | 'choose' | 'slide';
  readonly disabled: boolean;
  /** The view or row that is shown already: pressing it again need not do anything. */
  readonly current: boolean;
  /** One more of the rows of a list, whose like was met in rows before it. */
  readonly like: boolean;
}

/** Where a control is pressed, and what lies there instead of it. */
export interface Target {
  readonly x: number;
  readonly y: number;
  /** What lies over it; empty where it lies free. */
  readonly covered: string;
  readonly current: boolean;
  /** The type of an input; empty for everything else. */
  readonly input: string;
  /** Whether it is a list whose last option is chosen. */
  readonly last: boolean;
}

/** Everything about a window that the crawler asks for after each press, in one call. */
export interface Shown {
  readonly dialogs: readonly string[];
  readonly screen: string;
  /** The place that is shown, by its screen and dialog, and the kinds of parts in it: for telling whether it was looked at before. */
  readonly place: string;
  readonly parts: readonly string[];
  readonly controls: readonly Control[];
}

/** What the crawler asks of a window; `installProbe` puts it there before the page's own scripts. */
export interface Probe {
  /** Open dialogs by title, outermost first. */
  dialogs(): readonly string[];
  /** Brings a control into view; null where it is not there or cannot be used now. */
  target(sign: string): Target | null;
  /** The same for an option of the palette by its title. */
  option(title: string): Target | null;
  /**
   * Makes ready for a press: gives the control the focus, as a press would, and brings it into view. Answers where it is,
   * whether anything changed by the focus alone (a note, for instance, is chosen by it), and all that a person could see or
   * hear then, as one word. An empty sign is for a key: the state alone.
   */
  ready(sign: string): Promise<{ target: Target | null; focusing: boolean; state: string }>;
  /** Waits until the window is quiet, and up to `ms` longer for it to differ from `before`. */
  differs(before: string, ms: number): Promise<boolean>;
  shown(): Shown;
  /** Waits until no call is open and nothing changed for two frames; false where that takes longer than `ms`. */
  settle(ms: number): Promise<boolean>;
  /** What the eye finds wrong at the window's present size. */
  flaws(): readonly string[];
  /** Parts with more in them than they show, each to be scrolled by wheel and by key. */
  scrollers(): readonly string[];
  scroller(at: number): Element | null;
  /** Begins to note which controls get the focus, and says how many there are; `unreached` names those that had none since. */
  noteFocus(): number;
  unreached(): readonly string[];
}

declare global {
  interface Window {
    crawl: Probe;
  }
}

/** Puts the probe into a page; runs there, and rests on nothing outside itself. */
export function installProbe(): void {
  const heard = { said: 0, printed: 0, calls: 0 };
  const fetchBefore = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const body = request[1]?.body;
    // A question for a file or a folder is answered when the person says: it is not waited for.
    const waits = typeof body === 'string' && /"choose(?:Folder|Files)"/u.test(body) ? 0 : 1;
    heard.calls += waits;
    try {
      return await fetchBefore(...request);
    } finally {
      heard.calls -= waits;
    }
  };
  window.print = () => void (heard.printed += 1);
  let changes = 0;
  let reached = new Set<Element>();
  let present = new Set<Element>();
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element) reached.add(target);
    },
    true,
  );
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      changes += 1;
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest('[aria-live], [role=status], [role=alert]') != null) heard.said += 1;
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });

  const selector =
    'button, a[href], input, select, textarea, summary, [role=button], [role=tab], [role=menuitem], [role=switch], [contenteditable=true]';
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const unnumbered = (text: string): string => plain(text).replaceAll(/\d+/g, '#');
  const shown = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
  };
  const open = (): HTMLDialogElement[] => [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')];
  const scope = (): Element => open().at(-1) ?? document.body;
  const titleOf = (dialog: Element): string =>
    plain(
      document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent ??
        dialog.getAttribute('aria-label') ??
        '',
    );
  /** The screen that is shown; empty where no workspace is open, whatever the address says. */
  const screen = (): string =>
    document.querySelector('nav[aria-label=Place]') === null ? '' : (location.hash.split('/')[1] ?? '');

  function nameOf(element: Element): string {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
    const labelled = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const field =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement;
    const labels = field ? [...(element.labels ?? [])].map((label) => label.textContent).join(' ') : '';
    const text = element instanceof HTMLElement && !field ? element.innerText : '';
    const editable = element.matches('[contenteditable]') ? 'text' : text;
    const found = [
      element.getAttribute('aria-label') ?? '',
      labelled,
      labels,
      editable,
      element.getAttribute('title') ?? '',
    ];
    return plain(found.find((name) => plain(name) !== '') ?? '').slice(0, 80);
  }

  function placeOf(element: Element, within: Element): string {
    const steps: string[] = [];
    for (
      let at = element.parentElement;
      at !== null && at !== within && steps.length < 5;
      at = at.parentElement
    ) {
      const [first = ''] = [...at.classList].filter((name) => !name.startsWith('svelte-'));
      steps.unshift(`${at.localName}${first === '' ? '' : `.${first}`}`);
    }
    return steps.join('>');
  }

  function kindOf(element: Element): Control['kind'] {
    if (element instanceof HTMLSelectElement) return 'choose';
    if (element instanceof HTMLTextAreaElement || element.matches('[contenteditable=true]')) return 'type';
    if (!(element instanceof HTMLInputElement)) return 'press';
    if (element.type === 'checkbox') return 'tick';
    if (['radio', 'button', 'submit'].includes(element.type)) return 'press';
    if (element.type === 'range') return 'slide';
    return element.type.startsWith('date') || element.type === 'time' ? 'date' : 'type';
  }

  function isCurrent(element: Element): boolean {
    const current = element.getAttribute('aria-current');
    return (
      (current !== null && current !== 'false') ||
      element.getAttribute('aria-selected') === 'true' ||
      element.getAttribute('aria-checked') === 'true' ||
      (element.getAttribute('aria-pressed') === 'true' &&
        element.closest('[role=group], fieldset') !== null) ||
      (element instanceof HTMLInputElement && element.type === 'radio' && element.checked) ||
      // Of one option there is nothing else to choose.
      (element instanceof HTMLSelectElement && element.options.length < 2)
    );
  }

  /** More rows than that are no list of choices but records, which are all alike. */
  const longList = 20;
  let signed = new Map<string, Element>();

  function controls(): Control[] {
    const within = scope();
    const dialog = open().at(-1);
    const all = [...within.querySelectorAll(selector)].filter(
      (element) =>
        shown(element) &&
        !(element instanceof HTMLInputElement && (element.type === 'file' || element.readOnly)) &&
        // A text that says that it may only be read owes nothing to who types into it.
        element.getAttribute('aria-readonly') !== 'true' &&
        element.closest('[inert]') === null &&
        // Above the test's own folder lies this computer's: no press may make a workspace there.
        element.closest('nav[aria-label="Folders above"]') === null &&
        (dialog !== undefined || element.closest('dialog') === null),
    );
    signed = new Map();
    const inList = new Map<string, number>();
    const found: Control[] = [];
    for (const element of all) {
      const name = nameOf(element);
      const where =
        dialog === undefined ? (element.closest('main') === null ? 'bars' : screen()) : titleOf(dialog);
      const place = placeOf(element, within);
      const row = element.closest('li, tr, article, [role=row], [role=listitem]');
      const rows = row !== null && within.contains(row) ? (row.parentElement?.childElementCount ?? 0) : 0;
      const listed = rows > 3;
      const group = `${unnumbered(where)}|${place}|${element.localName}`;
      let sign = `${group}|${listed ? (unnumbered(name).split(' ')[0] ?? '') : unnumbered(name)}`;
      let like = false;
      if (listed && (signed.has(sign) || (inList.get(group) ?? 0) >= 3)) {
        // Of a long list three rows stand for all; of a short one, such as the gates, each is pressed, the rest later.
        if (rows > longList) continue;
        sign = `${group}|like|${unnumbered(name)}`;
        like = true;
      }
      if (signed.has(sign)) continue;
      if (listed && !like) inList.set(group, (inList.get(group) ?? 0) + 1);
      signed.set(sign, element);
      const disabled = element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true';
      found.push({ sign, name, kind: kindOf(element), disabled, current: isCurrent(element), like });
    }
    return found;
  }

  function hash(text: string): string {
    let value = 5381;
    for (let at = 0; at < text.length; at += 1) value = ((value * 33) ^ text.charCodeAt(at)) >>> 0;
    return `${value}.${text.length}`;
  }

  function digest(): string {
    const fields = [...document.querySelectorAll('input, select, textarea')].map((field) =>
      field instanceof HTMLInputElement
        ? `${field.value}${field.checked}`
        : field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement
          ? field.value
          : '',
    );
    const scrolled = [...document.querySelectorAll('*')].flatMap((element) =>
      element.scrollTop + element.scrollLeft > 0 ? [element.scrollTop + element.scrollLeft] : [],
    );
    const at = document.activeElement;
    const focus = at === null || at === document.body ? '' : `${placeOf(at, document.body)}${nameOf(at)}`;
    const selection = getSelection()?.toString() ?? '';
    return hash(
      [
        document.documentElement.outerHTML,
        fields.join('|'),
        scrolled.join(),
        focus,
        selection,
        location.hash,
      ].join('\n'),
    );
  }

  async function settle(ms: number): Promise<boolean> {
    const begun = performance.now();
    for (let quiet = 0; quiet < 2;) {
      const before = changes;
      await new Promise((next) => requestAnimationFrame(next));
      // A timer of no length, such as the palette sets before it runs a command, comes before the next frame.
      await new Promise((next) => setTimeout(next, 0));
      quiet = heard.calls === 0 && changes === before ? quiet + 1 : 0;
      if (performance.now() - begun > ms) return false;
    }
    return true;
  }

  function find(sign: string): { element: Element; current: boolean } | null {
    const control = controls().find((other) => other.sign === sign && !other.disabled);
    const element = signed.get(sign);
    return control === undefined || element === undefined ? null : { element, current: control.current };
  }

  function targetOf(element: Element, current: boolean): Target {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const hit = document.elementFromPoint(x, y);
    const label = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const free = hit !== null && [element, ...label].some((part) => part.contains(hit));
    const covered = free ? '' : hit === null ? 'nothing of the window' : describe(hit);
    return {
      x,
      y,
      covered,
      // Pressing what says that it is on may leave it on: what is pressed out is seen to change.
      current: current || element.getAttribute('aria-pressed') === 'true',
      input: element instanceof HTMLInputElement ? element.type : '',
      last: element instanceof HTMLSelectElement && element.selectedIndex === element.options.length - 1,
    };
  }

  const state = (): string => `${digest()} ${heard.said} ${heard.printed}`;

  const describe = (element: Element): string => {
    const [first = ''] = [...element.classList].filter((name) => !name.startsWith('svelte-'));
    return `<${element.localName}${first === '' ? '' : ` class=${first}`}> “${plain(element.textContent).slice(0, 60)}”`;
  };

  /** Words that a part of the page cuts off, where nothing says them in full. */
  function cutWords(): string[] {
    // One of a kind stands for its like: a list of sixty says it once.
    const cut = new Map<string, string>();
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && plain(node.textContent ?? '') !== '',
      );
      if (!own || !shown(element) || element.closest('.vh, svg, .cm-editor, option, select') !== null)
        continue;
      const style = getComputedStyle(element);
      const wide =
        element.scrollWidth > element.clientWidth + 1 && ['hidden', 'clip'].includes(style.overflowX);
      const high =
        element.scrollHeight > element.clientHeight + 3 &&
        ['hidden', 'clip'].includes(style.overflowY) &&
        element.clientHeight > 0;
      if (!wide && !high) continue;
      if (element.closest('[title]') !== null || element.querySelector('[title]') !== null) continue;
      // A preview of several lines is read in full by the control that it is, or that stands in the same row.
      const opens =
        element.closest('button, a[href]') ?? element.closest('li, tr')?.querySelector('button, a[href]');
      if (style.getPropertyValue('-webkit-line-clamp') !== 'none' && opens != null) continue;
      const kind = `${element.localName}.${element.classList[0] ?? ''} ${placeOf(element, document.body)}`;
      if (!cut.has(kind)) cut.set(kind, `text is cut, with no other way to read it: ${describe(element)}`);
    }
    return [...cut.values()];
  }

  function flaws(): string[] {
    const found = cutWords();
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth)
      found.push(`the page is ${page.scrollWidth - innerWidth} px wider than the window`);
    if (page.scrollHeight > innerHeight + 1)
      found.push(`the page itself is ${page.scrollHeight - innerHeight} px higher than the window`);
    for (const element of scope().querySelectorAll(selector)) {
      if (!shown(element) || element.closest('.vh, [inert]') !== null) continue;
      const box = element.getBoundingClientRect();
      if (scrollsSideways(element)) continue;
      if (box.right > innerWidth + 1 || box.left < -1)
        found.push(`a control stands outside the window: ${describe(element)}`);
    }
    for (const element of document.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      if (element.scrollTop > 0 && style.overflowY === 'hidden' && shown(element))
        found.push(
          `scrolled by ${element.scrollTop} px, and no wheel can scroll it back: ${describe(element)}`,
        );
    }
    return [...new Set(found)];
  }

  function scrollsSideways(element: Element): boolean {
    for (let at = element.parentElement; at !== null; at = at.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth)
        return true;
    return false;
  }

  let parts: Element[] = [];

  function scrollers(): string[] {
    parts = [...scope().querySelectorAll('*'), ...(scope() === document.body ? [] : [scope()])].filter(
      (element) => {
        if (!shown(element) || element.scrollHeight <= element.clientHeight + 8) return false;
        return ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) && element.clientHeight > 30;
      },
    );
    return parts.map(describe);
  }

  function unreached(): string[] {
    const roving =
      '[role=radiogroup], [role=tablist], [role=listbox], [role=grid], [role=menu], [role=toolbar], [role=tree]';
    return (
      [...scope().querySelectorAll<HTMLElement>(selector)]
        .filter(
          (element) =>
            shown(element) &&
            !element.matches(':disabled, [type=radio], [type=file]') &&
            element.closest('[inert]') === null,
        )
        .filter((element) => scope() !== document.body || element.closest('dialog') === null)
        // What the focus itself brings, as a note its buttons, and what came anew meanwhile, was not there to be reached.
        .filter(
          (element) => element.closest(roving) === null && present.has(element) && !reached.has(element),
        )
        .map((element) => `${nameOf(element)} ${describe(element)}`)
    );
  }

  function partsShown(): string[] {
    const kinds = 'button, input, select, textarea, h1, h2, h3, table, section, [role]';
    return [
      ...new Set(
        [...scope().querySelectorAll(kinds)].map(
          (element) => `${placeOf(element, scope())}>${element.localName}`,
        ),
      ),
    ].toSorted();
  }

  function shownNow(): Shown {
    const dialogs = open().map(titleOf);
    const place = `${screen()}|${unnumbered(dialogs.at(-1) ?? '')}`;
    return { dialogs, screen: screen(), place, parts: partsShown(), controls: controls() };
  }

  const probe: Probe = {
    dialogs: () => open().map(titleOf),
    target: (sign) => {
      const there = find(sign);
      return there === null ? null : targetOf(there.element, there.current);
    },
    option: (title) => {
      const option = [...scope().querySelectorAll('[role=option]')].find(
        (row) => plain(row.querySelector('.title')?.textContent ?? '') === title,
      );
      return option === undefined ? null : targetOf(option, false);
    },
    ready: async (sign) => {
      const element = find(sign)?.element;
      if (!(element instanceof HTMLElement)) return { target: null, focusing: false, state: state() };
      const before = changes;
      element.focus({ preventScroll: true });
      await new Promise((next) => requestAnimationFrame(next));
      const focusing = changes !== before;
      if (focusing) await settle(4_000);
      // What passes, such as a part that still scrolls, lies over nothing for long.
      for (const begun = performance.now(); ;) {
        const there = find(sign);
        const target = there === null ? null : targetOf(there.element, there.current);
        if (target === null || target.covered === '' || performance.now() - begun > 1_000)
          return { target, focusing, state: state() };
        await new Promise((next) => requestAnimationFrame(next));
      }
    },
    differs: async (before, ms) => {
      await settle(4_000);
      if (state() !== before) return true;
      const begun = performance.now();
      while (state() === before) {
        if (performance.now() - begun > ms) return false;
        await new Promise((next) => setTimeout(next, 50));
      }
      await settle(4_000);
      return true;
    },
    shown: shownNow,
    settle,
    flaws,
    scrollers,
    scroller: (at) => parts[at] ?? null,
    noteFocus: () => {
      reached = new Set();
      present = new Set(document.querySelectorAll(selector));
      return [...scope().querySelectorAll(selector)].filter(shown).length;
    },
    unreached,
  };
  Object.defineProperty(window, 'crawl', { value: probe });
}
