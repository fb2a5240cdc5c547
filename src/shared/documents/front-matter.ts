import type { SeenState } from '../seen/seen-draft.ts';
import { shown } from '../records/settled.ts';
import { roleNames } from '../values/role.ts';
import { longDayWords } from '../words.ts';
import type { DocumentTemplate } from './document-template.ts';
import { fillLabel } from './fill-label.ts';
import { plain, type Block, type FrontMatter, type PrintedDocument } from './printed-document.ts';

/** How many digits of a draft's id tell its report from every other; commands take them as they take the id. */
const referenceDigits = 10;

/** What a report is known by wherever it goes: the beginning of its draft's id. */
export function reportReference(draft: string): string {
  return draft.slice(0, referenceDigits);
}

/** The title page of a report: whose it is, what tells it from others, where it was published, and what it contains. */
export function frontMatter(
  state: SeenState,
  { report: { cover } }: DocumentTemplate,
  labels: Readonly<Record<string, string>>,
  blocks: readonly Block[],
): FrontMatter | null {
  if (cover === undefined) return null;
  const fact = (name: string | undefined, value: string): FrontMatter['facts'] =>
    name === undefined || value === '' ? [] : [{ name: fillLabel(name, labels), value }];
  const entries = blocks.flatMap((block): FrontMatter['contents']['entries'] =>
    block.kind === 'heading' && block.id !== undefined && block.level < 4
      ? [{ text: block.text, to: block.id }]
      : [],
  );
  return {
    // The team's own word: a framework is often another body's.
    inspectorate: fillLabel(cover.inspectorate, labels),
    logo: cover.logo,
    facts: [
      ...cover.facts.flatMap(({ name, detail }) =>
        fact(name, longDayWords(shown(state.details[detail]) ?? '')),
      ),
      ...fact(cover.address, shown(state.address) ?? ''),
      ...fact(cover.reference, reportReference(state.id)),
    ],
    contents: { heading: fillLabel(cover.contents, labels), entries },
  };
}

/** A title page below its title, in blocks; nothing where a document has none. Whoever prints it breaks the page after it. */
export function frontBlocks({ front }: PrintedDocument): readonly Block[] {
  if (front === undefined) return [];
  const { facts, contents } = front;
  return [
    ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, facts }]),
    ...(contents.entries.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: contents.heading },
          { kind: 'list' as const, items: contents.entries.map(({ text, to }) => [{ text, to }]) },
        ]),
  ];
}

/** Somebody who inspected, and what they are called for it. */
export interface Inspector {
  readonly name: string;
  readonly role: string;
}

/** Lead inspectors first, by the detail that names one and by their role; then inspectors, by name. */
export function inspectorsOf(
  state: Pick<SeenState, 'details' | 'roles'>,
  nameOf: (person: string) => string,
): readonly Inspector[] {
  const lead = shown(state.details.leadInspector) ?? '';
  const named = (role: 'lead' | 'inspector'): readonly string[] =>
    state.roles.flatMap(({ person, role: held }) => (held === role ? [nameOf(person)] : [])).toSorted();
  const leads = new Set([...(lead === '' ? [] : [lead]), ...named('lead')]);
  const others = new Set(named('inspector').filter((name) => !leads.has(name)));
  return [
    ...[...leads].map((name) => ({ name, role: roleNames.lead })),
    ...[...others].map((name) => ({ name, role: roleNames.inspector })),
  ];
}

/** Whether a sentence says something, and everything that it names between braces is known. */
function isWhole(text: string, labels: Readonly<Record<string, string>>): boolean {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return text !== '' && names.every((name) => (labels[name] ?? '') !== '');
}

/** What stands after a report's text: about the inspection, who inspected, complaints, contact; and the line of its seal. */
export function backMatter(
  { report }: DocumentTemplate,
  labels: Readonly<Record<string, string>>,
  inspectors: readonly Inspector[],
): readonly Block[] {
  const parts = (report.back ?? []).flatMap(
    ({ id, heading, paragraphs, inspectors: lists }): readonly Block[] => {
      const words = paragraphs.filter((text) => isWhole(text, labels)).map((text) => fillLabel(text, labels));
      const names = lists === true ? inspectors.map(({ name, role }) => plain(`${name}, ${role}`)) : [];
      if (words.length + names.length === 0) return [];
      return [
        { kind: 'heading', level: 2, text: fillLabel(heading, labels), id },
        ...words.map((text): Block => ({ kind: 'paragraph', words: plain(text) })),
        ...(names.length === 0 ? [] : [{ kind: 'list' as const, items: names }]),
      ];
    },
  );
  const isSealed = (labels['fingerprint'] ?? '') !== '';
  const seal: readonly Block[] =
    report.seal === undefined || !isSealed
      ? []
      : [{ kind: 'paragraph', look: 'small', words: plain(fillLabel(report.seal, labels)) }];
  const all = [...parts, ...seal];
  return all.length === 0 || report.cover === undefined ? all : [{ kind: 'page-break' }, ...all];
}
