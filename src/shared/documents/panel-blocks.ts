import type { Framework } from '../framework/framework-schema.ts';
import type { LodgingRound } from '../lodging/lodging-state.ts';
import { countedPairs, type PairwiseRound } from '../pairwise/pairwise-round.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import { count, momentWords } from '../words.ts';
import type { DocumentNames } from './document-names.ts';
import { challengesOf, meetingNote } from './meeting-note.ts';
import { challengeTable, meetingNoteBlocks } from './meeting-note-blocks.ts';
import { plain, plainRows, type Block } from './printed-document.ts';

interface PanelParts {
  readonly state: SeenState;
  readonly framework: Framework | null;
  readonly names: DocumentNames;
}

type Person = DocumentNames['person'];

/** What became of a round that shows nothing: it is open, or was abandoned and why. */
function standingOf(round: LodgingRound, person: Person): string {
  return round.abandoned === null
    ? 'Open: nothing that was lodged in it can be read yet'
    : `Abandoned ${momentWords(round.abandoned.at)} by ${person(round.abandoned.by)}: ${round.abandoned.reason}`;
}

function unrevealed(title: string, round: LodgingRound, person: Person): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'facts',
      facts: [
        { name: 'Opened', value: `${momentWords(round.at)} by ${person(round.openedBy)}` },
        { name: 'Members', value: round.participants.map(person).join(', ') },
        { name: 'Standing', value: standingOf(round, person) },
      ],
    },
  ];
}

function pairwiseBlocks(round: PairwiseRound, person: Person): readonly Block[] {
  const title = `Round ${round.number} of comparisons`;
  if (round.standing !== 'revealed') return unrevealed(title, round, person);
  const pairs = countedPairs(round);
  const close = round.closes.find(({ invalid }) => invalid === null);
  const chairs = round.holders.filter(({ as }) => as === 'chair').map((holder) => person(holder.person));
  const itemCalled = (at: number): string => round.items[at]?.title ?? '';
  const rows = round.items.map((item, at) => [
    item.title,
    String(pairs.filter(({ better, tie }) => better === at && tie !== true).length),
    String(pairs.filter(({ better, worse, tie }) => tie === true && (better === at || worse === at)).length),
    String(pairs.filter(({ better, worse }) => better === at || worse === at).length),
  ]);
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'facts',
      facts: [
        { name: 'Question', value: round.question },
        { name: 'Chair', value: chairs.join(', ') },
        { name: 'Members', value: round.participants.map(person).join(', ') },
        { name: 'Opened', value: momentWords(round.at) },
        { name: 'Revealed', value: close === undefined ? '' : momentWords(close.at) },
        { name: 'Compared', value: count(pairs.length, 'pair') },
      ],
    },
    ...(round.problems.length === 0
      ? []
      : [{ kind: 'list' as const, items: round.problems.map(({ message }) => plain(message)) }]),
    {
      kind: 'table',
      caption: 'How often each was chosen',
      columns: ['Compared', 'Chosen', 'Too close', 'Of'],
      rows: plainRows(rows),
      rowHeaders: true,
      widths: [61, 13, 13, 13],
    },
    ...(pairs.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'What each member chose, and why',
            columns: ['Member', 'Chosen', 'Over', 'Why'],
            rows: plainRows(
              pairs.map((pair) => [
                person(pair.person),
                itemCalled(pair.better),
                `${pair.tie === true ? 'Too close to call: ' : ''}${itemCalled(pair.worse)}`,
                pair.why,
              ]),
            ),
            rowHeaders: true,
            widths: [18, 26, 26, 30],
          },
        ]),
  ];
}

/** What the panel did with a draft: rounds of grades and of comparisons, those that show nothing too, and challenges once. */
export function panelBlocks({ state, framework, names }: PanelParts): readonly Block[] {
  const { rounds, pairwise } = state.moderation;
  const { person } = names;
  const graded = rounds.flatMap((round) =>
    framework !== null && round.standing === 'revealed'
      ? meetingNoteBlocks({ ...meetingNote(state, framework, round, person), challenges: [] })
      : unrevealed(`Round ${round.number} of independent grades`, round, person),
  );
  const challenges = challengeTable({ challenges: challengesOf(state, framework, person) });
  return [
    ...graded,
    ...pairwise.flatMap((round) => pairwiseBlocks(round, person)),
    ...(challenges.length === 0
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, text: 'Challenges' }, ...challenges]),
  ];
}
