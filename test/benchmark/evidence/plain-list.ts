import type { Page } from 'playwright-core';

/** What Chromium's frame reporter says of a frame (trace event PipelineReporter). */
interface TraceEvent {
  readonly args?: {
    readonly frame_reporter?: { readonly state: string; readonly affects_smoothness?: boolean };
  };
}

/**
 * Frames while what lies at (500, 500) is scrolled down and up again, by Chromium's frame reporter. A frame counts as
 * dropped where the reporter says that somebody could see it (`affects_smoothness`): it also calls frames dropped that
 * were begun for nothing or that another one took the place of, and a page of plain paragraphs has those too.
 */
export async function framesOfScrolling(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline.frame', 'cc', 'benchmark'] },
    transferMode: 'ReportEvents',
  });
  await page.mouse.move(500, 500);
  for (let at = 0; at < 60; at += 1) {
    await page.mouse.wheel(0, at < 30 ? 240 : -240);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(300);
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const frames = events.flatMap((event) => event.args?.frame_reporter ?? []);
  const presented = frames.filter((frame) => frame.state.startsWith('STATE_PRESENTED')).length;
  const dropped = frames.filter((frame) => frame.state === 'STATE_DROPPED');
  const seen = dropped.filter((frame) => frame.affects_smoothness === true).length;
  return `${presented} frames presented, ${seen} dropped that could be seen (${dropped.length} begun and not presented)`;
}

/** A page beside another that shows so many paragraphs and goes through them by J: the least that any program would cost. */
export async function openPlainList(page: Page, notes: number): Promise<Page> {
  const plain = await page.context().newPage();
  const text =
    'The team manager said that visits are timely and that recording is late in some cases; most of the files sampled show it.';
  await plain.setContent(
    `<style>body { margin: 0; font: 14px/1.5 sans-serif } main { height: 100vh; overflow: auto }
      article { padding: 8px 16px; border-bottom: 1px solid #ccc } article:focus { background: #eef }</style>
    <main>${Array.from({ length: notes }, (_, at) => `<article tabindex="-1"><b>CT-${at}</b><p>${text}</p></article>`).join('')}</main>`,
  );
  await plain.evaluate(() => {
    let at = 0;
    addEventListener('keydown', () => document.querySelectorAll('article')[(at += 1)]?.focus());
  });
  return plain;
}
