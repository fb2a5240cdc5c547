import type { FrameworkView } from '../../shared/ipc/framework-views.ts';
import type { DraftRow, PersonView } from '../../shared/ipc/views.ts';
import type { SearchHit } from '../../shared/search/search-query.ts';
import type { HelpTopic } from './help-topics.ts';
import { stageCalled, stageTitles } from '../../shared/draft/detail-words.ts';
import { shelfTitles } from '../../shared/draft/draft-shelved.ts';
import { dayWords, inspectionName } from '../../shared/words.ts';

/** What can be found where commands are run, in the order in which it is shown. */
const groups = ['Inspections', 'Notes and text', 'Commands', 'People', 'Frameworks', 'Help'] as const;
type Group = (typeof groups)[number];

/** One thing that was found, and what choosing it does. */
export interface PaletteEntry {
  readonly group: Group;
  readonly title: string;
  /** What tells it from another of the same title. */
  readonly detail: string;
  readonly cap: string;
  readonly run: () => void;
}

/** The sign that, typed first, looks in one group alone. */
const signs: Readonly<Record<string, Group>> = {
  '/': 'Inspections',
  '#': 'Notes and text',
  '>': 'Commands',
  '@': 'People',
  '?': 'Help',
};

/** What is known to look in. */
export interface Findable {
  readonly commands: readonly Omit<PaletteEntry, 'group' | 'detail'>[];
  readonly drafts: readonly DraftRow[];
  readonly people: readonly PersonView[];
  readonly frameworks: readonly FrameworkView[];
  /** What the search of notes and text found for the same words. */
  readonly hits: readonly SearchHit[];
  readonly topics: readonly HelpTopic[];
}

/** What choosing each kind of thing does. */
export interface Opening {
  readonly draft: (draft: string) => void;
  readonly hit: (hit: SearchHit) => void;
  readonly person: (person: PersonView) => void;
  readonly framework: (key: string) => void;
  readonly topic: (topic: HelpTopic) => void;
}

/** What is looked for: the words, and the one group that a sign narrows it to. */
export function askedFor(typed: string): { readonly words: string; readonly only: Group | null } {
  const only = signs[typed.trimStart().charAt(0)] ?? null;
  return { words: (only === null ? typed : typed.trimStart().slice(1)).trim(), only };
}

/** Every word stands somewhere in the texts. */
function matches(words: string, ...texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function stageOf(stage: string): string {
  const known = stageCalled(stage);
  return known === null ? '' : stageTitles[known];
}

/** As many of each group as leave room for the others, where nothing narrows it to one. */
const most = 6;

/** Everything that the words name, by group; nothing but commands where nothing is typed. */
export function paletteEntries(
  typed: string,
  { commands, drafts, people, frameworks, hits, topics }: Findable,
  open: Opening,
): readonly PaletteEntry[] {
  const { words, only } = askedFor(typed);
  const entries: readonly PaletteEntry[] = [
    ...drafts
      .filter(({ draft, provider, kind, framework, leadInspector }) =>
        draft === '' ? false : matches(words, provider, kind, framework ?? '', leadInspector),
      )
      .map((row): PaletteEntry => ({
        group: 'Inspections',
        title: inspectionName(row.provider),
        detail: [
          [row.framework ?? '', row.kind].filter((part) => part !== '').join(', '),
          row.start === '' ? '' : dayWords(row.start),
          row.shelf === 'list' ? stageOf(row.stage) : shelfTitles[row.shelf],
        ]
          .filter((part) => part !== '')
          .join(' · '),
        cap: '',
        run: () => open.draft(row.draft),
      })),
    ...(words === '' ? [] : hits).map((hit): PaletteEntry => ({
      group: 'Notes and text',
      title: hit.snippet.replaceAll('\u0001', '').replaceAll('\u0002', '').replaceAll(/\s+/g, ' ').trim(),
      detail: [hit.what === 'note' ? hit.code : 'Narrative', hit.provider, dayWords(hit.day)].join(' · '),
      cap: '',
      run: () => open.hit(hit),
    })),
    ...commands
      .filter(({ title }) => matches(words, title))
      .map((command): PaletteEntry => ({ ...command, group: 'Commands', detail: '' })),
    ...people
      .filter(({ card }) => matches(words, card.name, card.post, ...(card.specialisms ?? [])))
      .map((person): PaletteEntry => ({
        group: 'People',
        title: person.card.name,
        detail: [person.card.post, ...(person.card.specialisms ?? [])]
          .filter((part) => part !== '')
          .join(', '),
        cap: '',
        run: () => open.person(person),
      })),
    ...frameworks
      .filter(({ framework }) => matches(words, framework.title, framework.version, 'framework'))
      .map(({ key, framework }): PaletteEntry => ({
        group: 'Frameworks',
        title: framework.title,
        detail: framework.version,
        cap: '',
        run: () => open.framework(key),
      })),
    ...(words === '' && only === null ? [] : topics)
      .filter(({ title, text }) => matches(words, title, text, 'help'))
      .map((topic): PaletteEntry => ({
        group: 'Help',
        title: topic.title,
        detail: topic.text,
        cap: '',
        run: () => open.topic(topic),
      })),
  ];
  if (only !== null) return entries.filter(({ group }) => group === only);
  if (words === '') return entries.filter(({ group }) => group === 'Commands');
  // Whoever types a command's name means it; whoever types anything else may mean an inspection or a note.
  const named = commands.some(({ title }) => title.toLowerCase().startsWith(words.toLowerCase()));
  const order = named ? (['Commands', ...groups.filter((group) => group !== 'Commands')] as const) : groups;
  return order.flatMap((group) => entries.filter((entry) => entry.group === group).slice(0, most));
}
