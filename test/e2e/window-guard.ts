import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { CDPSession, Page } from 'playwright-core';

/** Something that must not happen in a window, whatever the test that opened it looks at. */
export interface Fault {
  readonly kind: 'page error' | 'console error' | 'failed call' | 'hang' | 'crash' | 'host';
  readonly message: string;
  /** The window; null for its host. */
  readonly page: Page | null;
}

/** A fault that a test brings about on purpose. */
interface Announced {
  readonly pattern: RegExp;
  /** Whether it has to come: a test that announces what never happens says something untrue. */
  readonly required: boolean;
}

/** How long a window may answer no frame. */
const patience = 2_000;
/** How much of that the window's own main thread has to have worked for it to count: the rest is the machine's load. */
const ownWork = 1_500;
/** How long a window may answer nothing, whatever the machine does besides. */
const longest = 15_000;
/** How long a window that hangs at work is left to go on: longer tells nothing more. */
const mercy = 6_000;
/** How often a window is asked for a frame. */
const pause = 500;

const faults: Fault[] = [];
let announced: Announced[] = [];
const probes = new Map<Page, () => Promise<void>>();
/** How often the main thread of a window was lent to axe, and whether it is now: such work is no hang of Plumbline's. */
const lent = new Map<Page, { times: number; now: boolean }>();

/** The windows that are open. */
export function openPages(): readonly Page[] {
  return [...probes.keys()];
}

/** Reports a fault of a window or of its host. */
export function reportFault(kind: Fault['kind'], message: string, page: Page | null): void {
  faults.push({ kind, message, page });
}

/** Announces a fault that this test provokes on purpose: it has to come before the test ends, any number of times. */
export function expectFault(pattern: RegExp): void {
  announced.push({ pattern, required: true });
}

/** Announces a fault that may follow, or not, from what this test does on purpose, such as ending the host. */
export function mayFault(pattern: RegExp): void {
  announced.push({ pattern, required: false });
}

/** What a test has to answer for: each fault that it did not announce, and each that it announced in vain. */
export function judgeFaults(seen: readonly Fault[], expected: readonly Announced[]): readonly string[] {
  const lines = seen.map(({ kind, message }) => `${kind}: ${message}`);
  return [
    ...lines.filter((line) => !expected.some(({ pattern }) => pattern.test(line))),
    ...expected
      .filter(({ pattern, required }) => required && !lines.some((line) => pattern.test(line)))
      .map(({ pattern }) => `announced, and did not come: ${String(pattern)}`),
  ];
}

/** The faults since the last call, without those that were announced; asks every open window for a frame first. */
export async function takeFaults(): Promise<readonly string[]> {
  await Promise.all([...probes.values()].map((probe) => probe()));
  const judged = judgeFaults(faults, announced);
  faults.length = 0;
  announced = [];
  return judged;
}

/** Every fault so far of the test that runs. */
export function faultsSoFar(): readonly Fault[] {
  return [...faults];
}

/** Lets axe, and nothing else, work on the main thread of a window without that counting as a hang. */
export async function lendToAxe<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const loan = { times: (lent.get(page)?.times ?? 0) + 1, now: true };
  lent.set(page, loan);
  try {
    return await work();
  } finally {
    loan.now = false;
  }
}

/** Watches a window for the rest of its life: no test can take it off. */
export async function guardWindow(page: Page): Promise<void> {
  page.setDefaultTimeout(longest);
  page.on('pageerror', (error) => reportFault('page error', error.stack ?? String(error), page));
  page.on('crash', () => reportFault('crash', `the window at ${page.url()} crashed`, page));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url, lineNumber } = message.location();
    reportFault(
      message.text().includes('should not have') ? 'failed call' : 'console error',
      `${message.text()} (${url}:${lineNumber})`,
      page,
    );
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  let last: Promise<void> = Promise.resolve();
  const probe = (): Promise<void> => (last = last.then(() => askForFrame(page, session)));
  probes.set(page, probe);
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    timer = setTimeout(() => void probe().then(() => probes.has(page) && again()), pause);
    timer.unref();
  };
  again();
  page.on('close', () => {
    clearTimeout(timer);
    probes.delete(page);
    lent.delete(page);
  });
}

/**
 * Watches the process that holds the records: a call that failed as it should not have, and its end, unless it was
 * announced to the function that comes back, which ends it where it is given a signal.
 */
export function guardHost(child: ChildProcess): (signal?: NodeJS.Signals) => void {
  let ended = false;
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on('line', (line) => {
      console.error(line);
      if (/^Plumbline: |should not have|UnhandledPromise/u.test(line)) reportFault('host', line, null);
    });
  child.on('exit', (code, signal) => {
    if (!ended) reportFault('host', `it ended by itself: ${String(code ?? signal)}`, null);
  });
  return (signal) => {
    ended = true;
    if (signal !== undefined) child.kill(signal);
  };
}

/** Seconds that the main thread of a window has worked; answered even while a script runs there without end. */
async function workedSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0;
}

/**
 * Asks a window for its next frame and reports a hang where none comes in time. A script without end is stopped after
 * that, so that whatever waits for the window fails at once and says why.
 */
async function askForFrame(page: Page, session: CDPSession): Promise<void> {
  let answered = false;
  const loans = lent.get(page)?.times ?? 0;
  const onLoan = (): boolean => lent.get(page)?.now === true || (lent.get(page)?.times ?? 0) !== loans;
  const asked = performance.now();
  const frame = session
    .send('Runtime.evaluate', {
      expression: 'new Promise((frame) => requestAnimationFrame(() => frame(0)))',
      awaitPromise: true,
    })
    // A window that closes or goes to another page meanwhile answers no frame, and owes none.
    .catch(() => undefined)
    .finally(() => (answered = true));
  const over = (): boolean => answered || page.isClosed() || onLoan();
  try {
    const before = await within(workedSeconds(session), longest);
    let reported = false;
    while (!over() && performance.now() - asked < (reported ? mercy : longest)) {
      await within(frame, patience);
      if (over() || reported || before === undefined) continue;
      const worked = (((await within(workedSeconds(session), longest)) ?? before) - before) * 1_000;
      if (worked < ownWork) continue;
      reported = true;
      reportHang(page, performance.now() - asked, `${Math.round(worked)} ms of it at work`);
    }
    if (over()) return;
    if (!reported) reportHang(page, performance.now() - asked, 'and it was not at work');
    await within(session.send('Runtime.terminateExecution'), patience);
  } catch {
    // The window closed while it was asked: it owes no frame.
  }
}

function reportHang(page: Page, ms: number, work: string): void {
  reportFault(
    'hang',
    `the window at ${page.url()} answered no frame for ${Math.round(ms)} ms, ${work}`,
    page,
  );
}

/** What comes of work, or undefined where it takes longer than `ms`. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
