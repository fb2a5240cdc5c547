import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkReport } from '../../../src/main/checks/check-report.ts';
import { readTextReport } from '../../../src/main/documents/read-text-report.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { countWords } from '../../../src/shared/text/split-words.ts';
import type { CheckedReport } from '../../../src/shared/checks/report-finding.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';

const shipped = new URL('../../../resources/frameworks/', import.meta.url);
const frameworks = readdirSync(shipped)
  .filter((name) => name.startsWith('ilacs'))
  .flatMap((name) => {
    const read = checkFramework(JSON.parse(readFileSync(new URL(name, shipped), 'utf8')));
    return read.ok ? [read.framework] : [];
  });
const folder = new URL('../../../../shared/data/reports/', import.meta.url);
const files = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .slice(0, 20)
  : [];
if (files.length === 0)
  console.log('absent: the real reports (../shared/data); names over real narrative were not counted.');

it('finds in twenty published reports, which name nobody, few names to ask after, and says each', async () => {
  let words = 0;
  let ms = 0;
  const counts = new Map<string, number>();
  const names = new Map<string, number>();
  for (const file of files) {
    const text = readTextReport(readFileSync(new URL(file, folder)));
    const read = text.ok ? readReport(splitPages(text.value.text), frameworks, { warnings: [] }) : text;
    if (!read.ok) throw new Error(file);
    const report = read.value;
    const framework = frameworks.find((framework) => framework.id === report.frameworkId) ?? null;
    const checked: CheckedReport = {
      sections: [
        ...report.areas.map(({ id, title, paragraphs }) => ({ id, title, text: paragraphs.join('\n\n') })),
      ],
      provider: `${report.provider ?? ''} ${report.leadInspector ?? ''}`,
      notes: [],
      points: [],
      grades: Object.fromEntries(
        report.areas.flatMap(({ id, grade }) => (grade === null ? [] : [[id, grade]])),
      ),
      allowed: [],
    };
    words += checked.sections.reduce((sum, one) => sum + countWords(one.text), 0);
    const begun = performance.now();
    const found = await checkReport(checked, framework);
    ms += performance.now() - begun;
    for (const one of found) {
      counts.set(`${one.kind} (${one.weight})`, (counts.get(`${one.kind} (${one.weight})`) ?? 0) + one.times);
      if (one.kind !== 'name') continue;
      const named = `${one.words}${one.weight === 'rule' ? '' : ' (listed only)'}`;
      names.set(named, (names.get(named) ?? 0) + one.times);
    }
  }
  if (files.length === 0) return;
  const per = (count: number): string => ((count * 1000) / words).toFixed(2);
  for (const [kind, count] of counts)
    console.log(`measured: ${kind}: ${count} in ${words} words, ${per(count)} per 1,000`);
  console.log(`measured: ${Math.round(ms / files.length)} ms a report`);
  console.log(`measured: asked after: ${[...names].map(([name, count]) => `${name} ${count}`).join('; ')}`);
  expect(words).toBeGreaterThan(20_000);
});
