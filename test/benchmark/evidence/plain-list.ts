import type { Page } from 'playwright-core';

/** What Chromium's frame reporter says of a frame (trace event PipelineReporter). */
interface TraceEvent {
  readonly args?: {
    readonly frame_reporter?: { readonly state: string; readonly affects_smoothness?: boolean };
  };
}

/**
 * Frames while what lies at (500, 500) is scrolled down and up again, by Chromium's frame reporter. Two counts of dropped
 * ones: the strict has every frame that was begun and not presented, also for nothing or because another took its place,
 * as a page of plain paragraphs has too; the lenient has those that somebody could see (`affects_smoothness`).
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
  return `${presented} frames presented; dropped by the strict count ${dropped.length}, by the lenient one ${seen}`;
}

/** What a page of the least that any program would do is made of: so many notes, and four descriptors beside them. */
const style = `body { margin: 0; font: 14px/1.5 sans-serif; display: grid; grid-template-columns: 3fr 2fr }
  main, aside { height: 100vh; overflow: auto }
  article { padding: 8px 16px; border-bottom: 1px solid #ccc } article:focus { background: #eef }`;
const texts = [
  'The team manager said that visits are timely and that recording is late in some cases; most of the files sampled show it. Of nine files six name what was agreed and by when, and three do not.',
  'Children know who their social worker is and say that they are listened to; two had three workers in a year and told it twice. Most plans read say what must change for the child, in words that families use.',
];

/**
 * A page beside another that shows so many paragraphs: J goes to the next, the arrow down puts other words into a dozen of
 * them and the four beside, as another criterion does. With no paragraphs it is an empty page, which does nothing.
 */
export async function openPlainList(page: Page, notes: number): Promise<Page> {
  const plain = await page.context().newPage();
  const articles = Array.from(
    { length: notes },
    (_, at) => `<article tabindex="-1"><b>CT-${at}</b><p>${texts[0]}</p></article>`,
  );
  const beside = notes === 0 ? '' : `<article><p>${texts[0]}</p></article>`.repeat(4);
  await plain.setContent(`<style>${style}</style><main>${articles.join('')}</main><aside>${beside}</aside>`);
  await plain.evaluate((words) => {
    let at = 0;
    addEventListener('keydown', ({ key }) => {
      at += 1;
      const notes = [...document.querySelectorAll<HTMLElement>('main article')];
      if (key === 'j') notes[at]?.focus();
      else
        for (const one of [...notes.slice(0, 12), ...document.querySelectorAll('aside article')])
          one.querySelector('p')?.replaceChildren(`${String(at)}. ${words[at % 2] ?? ''}`);
    });
  }, texts);
  return plain;
}
