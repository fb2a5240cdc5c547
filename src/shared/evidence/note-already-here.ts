import type { EvidenceLink, EvidenceNote } from './evidence-state.ts';
import { plain, type MappedLink } from './listed-links.ts';
import { shown } from '../records/settled.ts';
import { kindTitles } from '../values/kind-titles.ts';
import { momentWords } from '../words.ts';

/** What a row says of a note, as far as it is held against what is here. */
interface Row extends Pick<EvidenceNote, 'kind' | 'source' | 'when' | 'direction' | 'text'> {
  readonly links: readonly MappedLink[];
  readonly added: string;
}

/** How notes are held, by note and criterion; what was unlinked is not held. */
export function heldLinks(links: readonly EvidenceLink[]): Map<string, 'for' | 'against'> {
  return new Map(
    links.flatMap(({ note, criterion, values }) => {
      const direction = shown(values);
      return direction === 'for' || direction === 'against' ? [[`${note} ${criterion}`, direction]] : [];
    }),
  );
}

/** The same activity in the same words is the same note, whoever brings it. */
export function sameness(note: Pick<Row, 'source' | 'when' | 'text'>): string {
  return [plain(note.source), note.when, plain(note.text)].join('\u0000');
}

/** What importing a row would change of the note that it is, in words; none of it is imported. */
export function wouldChange(
  row: Row,
  note: Pick<EvidenceNote, 'kind' | 'direction'>,
  directionOf: (criterion: string) => 'for' | 'against' | undefined,
): string {
  const turned = row.links.filter(({ criterion, direction }) => {
    const here = directionOf(criterion);
    return here !== undefined && here !== direction;
  });
  return [
    row.kind === note.kind
      ? ''
      : `its kind would be “${kindTitles[row.kind]}”, not “${kindTitles[note.kind]}”`,
    row.direction === note.direction ? '' : `its direction would be ${row.direction}, not ${note.direction}`,
    ...turned.map(({ criterion, direction }) =>
      direction === 'for'
        ? `it would be held for ${criterion}, not against it`
        : `it would be held against ${criterion}, not for it`,
    ),
    row.added === '' ? '' : 'what was added to it later is not added again',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** How many notes of one activity a row is held against. */
const mostCompared = 50;
/** Notes of one activity that share so much of their words are nearly the same. */
const near = 0.7;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(plain(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both === 0 ? 0 : (2 * both) / (a.size + b.size);
}

/**
 * Says of a row that makes a note of its own which note here it is like: the same words of another activity, or nearly the
 * same words of the same. Null where it is like none.
 */
export function likenessTo(notes: readonly EvidenceNote[]): (row: Row) => string | null {
  const kept = notes.filter(({ erased }) => !erased);
  const byText = new Map(kept.map((note) => [plain(note.text), note]));
  const byActivity = Map.groupBy(kept, ({ source, when }) => `${plain(source)} ${when}`);
  return (row) => {
    const same = byText.get(plain(row.text));
    if (same !== undefined)
      return `Its words are those of ${same.code}, which is from ${same.source} on ${momentWords(same.when)}. It makes a note of its own.`;
    const words = wordsOf(row.text);
    const alike = byActivity
      .get(`${plain(row.source)} ${row.when}`)
      ?.slice(0, mostCompared)
      .find(({ text }) => shareOf(words, wordsOf(text)) >= near);
    return alike === undefined
      ? null
      : `It is nearly ${alike.code}, from the same activity: the text would change. It makes a note of its own, and ${alike.code} stays as it is.`;
  };
}
