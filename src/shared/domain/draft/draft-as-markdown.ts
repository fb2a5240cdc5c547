import type { Framework } from '../framework/framework-schema.ts';
import { draftDocument } from './draft-document.ts';
import type { DraftState } from './draft-state.ts';

/** Characters that Markdown reads as marks, and a line's beginning that would make it a list or heading. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/gm, '$1\\$2')
    .replace(/\\(\d+[.)])/g, '$1');
}

/** A draft's report as Markdown. */
export function draftAsMarkdown(state: DraftState, framework: Framework | null, title: string): string {
  const document = draftDocument(state, framework, title);
  const table = document.grades.map(({ area, grade }) => `| ${plain(area)} | ${plain(grade)} |`);
  return [
    `# ${plain(document.title)}`,
    `**${document.standing}**`,
    document.facts.map(({ name, value }) => `${name}: ${plain(value)}`).join('  \n'),
    ...(table.length === 0 ? [] : [['| Area | Grade |', '| --- | --- |', ...table].join('\n')]),
    ...(document.improvements.length === 0
      ? []
      : ['## What needs to improve', document.improvements.map((point) => `- ${plain(point)}`).join('\n')]),
    ...document.sections.flatMap((section) => [
      `## ${plain(section.title)}`,
      ...section.paragraphs.map(plain),
    ]),
    '',
  ].join('\n\n');
}
