import type { FrameworkView } from '../../shared/ipc/framework-views.ts';
import type { DraftRow, PersonView } from '../../shared/ipc/views.ts';
import type { SearchHit } from '../../shared/search/search-query.ts';
import type { HelpTopic } from './help-topics.ts';
import { stageCalled, stageTitles } from '../../shared/draft/detail-words.ts';
import { shelfTitles } from '../../shared/draft/draft-shelved.ts';
import { dayWords, inspectionName } from '../../shared/words.ts';

/** What can be found where commands are run, in the order in which it is shown. */
const groups = ['Inspections', 'Notes and text', 'Commands', 'People', 'Frameworks', 'Help'] as const;
export type Group = (typeof groups)[number];

/** A command by its title, with the key that does the same. */
export interface Command {
  readonly title: string;
  readonly cap: string;
  readonly run: () => void;
}

/** What an entry is of, for its symbol and for what is shown beside the list. */
type EntryOf =
  | { readonly of: 'draft'; readonly row: DraftRow; readonly area: string }
  | { readonly of: 'hit'; readonly hit: SearchHit }
  | { readonly of: 'command' }
  | { readonly of: 'person'; readonly person: PersonView }
  | { readonly of: 'framework'; readonly framework: FrameworkView }
  | { readonly of: 'topic'; readonly topic: HelpTopic };

/** One thing that was found, and what choosing it does. */
export interface PaletteEntry {
  readonly group: Group;
  readonly title: string;
  /** What tells it from another of the same title. */
  readonly detail: string;
  /** How it stands, in a word or two. */
  readonly status: string;
  readonly cap: string;
  readonly what: EntryOf;
  readonly run: () => void;
}

/** What was found: as many entries as are shown, and how many there are of each group. */
export interface PaletteFinds {
  readonly entries: readonly PaletteEntry[];
  readonly counts: ReadonlyMap<Group, number>;
  /** Whether there may be more notes than are counted. */
  readonly isOpenEnded: boolean;
  /** What is said beside a group's number; '' of most. */
  readonly notes: ReadonlyMap<Group, string>;
}

/** The sign that, typed first, looks in one group alone. */
export const signs: Readonly<Record<string, Group>> = {
  '/': 'Inspections',
  '#': 'Notes and text',
  '>': 'Commands',
  '@': 'People',
  '?': 'Help',
};

/** What is known to look in. */
export interface Findable {
  readonly commands: readonly Command[];
  readonly drafts: readonly DraftRow[];
  readonly people: readonly PersonView[];
  readonly frameworks: readonly FrameworkView[];
  /** What the search of notes and text found for the same words. */
  readonly hits: readonly SearchHit[];
  readonly topics: readonly HelpTopic[];
}

/** What choosing each kind of thing does. */
export interface Opening {
  readonly draft: (draft: string, area: string) => void;
  readonly hit: (hit: SearchHit, words: string) => void;
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

function statusOf(row: DraftRow): string {
  if (row.shelf !== 'list') return shelfTitles[row.shelf];
  const known = stageCalled(row.stage);
  return known === null ? '' : stageTitles[known];
}

/** The words of a find as one line. */
export const lineOf = ({ snippet }: SearchHit): string =>
  snippet.replaceAll('\u0001', '').replaceAll('\u0002', '').replaceAll(/\s+/g, ' ').trim();

function draftEntries(words: string, rows: readonly DraftRow[], open: Opening): readonly PaletteEntry[] {
  return rows
    .filter(({ draft }) => draft !== '')
    .flatMap((row): readonly PaletteEntry[] => {
      const texts = [row.provider, row.kind, row.framework ?? '', row.leadInspector];
      const entry = (title: string, area: string): PaletteEntry => ({
        group: 'Inspections',
        title,
        detail: [
          [row.framework ?? '', row.kind].filter((part) => part !== '').join(', '),
          [row.start, row.end]
            .filter((day) => day !== '')
            .map(dayWords)
            .join(' to '),
        ]
          .filter((part) => part !== '')
          .join(' · '),
        status: statusOf(row),
        cap: '',
        what: { of: 'draft', row, area },
        run: () => open.draft(row.draft, area),
      });
      if (matches(words, ...texts)) return [entry(inspectionName(row.provider), '')];
      return row.areas
        .filter(({ title }) => matches(words, ...texts, title))
        .map(({ id, title }) => entry(`${inspectionName(row.provider)}: ${title}`, id));
    });
}

/** As many of each group as leave room for the others, where nothing narrows it to one. */
const most = 6;
/** The search of notes and text answers no more than this. */
const mostHits = 20;

/** Everything that the words name, by group; nothing but commands where nothing is typed. */
export function paletteEntries(
  typed: string,
  { commands, drafts, people, frameworks, hits, topics }: Findable,
  open: Opening,
): PaletteFinds {
  const { words, only } = askedFor(typed);
  const matched: readonly PaletteEntry[] = [
    ...draftEntries(words, drafts, open),
    ...(words === '' ? [] : hits).map((hit): PaletteEntry => ({
      group: 'Notes and text',
      title: lineOf(hit),
      detail: [hit.what === 'note' ? hit.code : 'Narrative', hit.provider, dayWords(hit.day)].join(' · '),
      status: '',
      cap: '',
      what: { of: 'hit', hit },
      run: () => open.hit(hit, words),
    })),
    ...commands
      .filter(({ title }) => matches(words, title))
      .map((command): PaletteEntry => ({
        ...command,
        group: 'Commands',
        detail: '',
        status: '',
        what: { of: 'command' },
      })),
    ...people
      .filter(({ card }) => matches(words, card.name, card.post, ...(card.specialisms ?? [])))
      .map((person): PaletteEntry => ({
        group: 'People',
        title: person.card.name,
        detail: [person.card.post, ...(person.card.specialisms ?? [])]
          .filter((part) => part !== '')
          .join(', '),
        status: '',
        cap: '',
        what: { of: 'person', person },
        run: () => open.person(person),
      })),
    ...frameworks
      .filter(({ framework }) => matches(words, framework.title, framework.version, 'framework'))
      .map((framework): PaletteEntry => ({
        group: 'Frameworks',
        title: framework.framework.title,
        detail: framework.framework.version,
        status: '',
        cap: '',
        what: { of: 'framework', framework },
        run: () => open.framework(framework.key),
      })),
    ...(words === '' && only === null ? [] : topics)
      .filter(({ title, text }) => matches(words, title, text, 'help'))
      .map((topic): PaletteEntry => ({
        group: 'Help',
        title: topic.title,
        detail: topic.text,
        status: '',
        cap: '',
        what: { of: 'topic', topic },
        run: () => open.topic(topic),
      })),
  ];
  const inGroup = (group: Group): readonly PaletteEntry[] =>
    matched.filter(
      (entry) => entry.group === group && (words !== '' || only !== null || group === 'Commands'),
    );
  // Whoever types a command's name means it; whoever types anything else may mean an inspection or a note.
  const named =
    words !== '' && commands.some(({ title }) => title.toLowerCase().startsWith(words.toLowerCase()));
  const order = named ? (['Commands', ...groups.filter((group) => group !== 'Commands')] as const) : groups;
  const shown = (group: Group): readonly PaletteEntry[] => {
    if (only !== null) return group === only ? inGroup(group) : [];
    return words === '' ? inGroup(group) : inGroup(group).slice(0, most);
  };
  const isOpenEnded = inGroup('Notes and text').length === mostHits;
  return {
    isOpenEnded,
    entries: order.flatMap(shown),
    counts: new Map(groups.map((group) => [group, inGroup(group).length])),
    notes: new Map(
      order.flatMap((group): [Group, string][] => {
        const [all, some] = [inGroup(group).length, shown(group).length];
        if (group === 'Notes and text' && isOpenEnded) return [[group, `${some} of ${all} or more`]];
        return [[group, some < all ? `${some} of ${all}` : String(all)]];
      }),
    ),
  };
}
