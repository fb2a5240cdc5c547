import { dayWords, letters } from '../words.ts';

/** A thing to be compared as it is known by name: whose judgment it is, of which day, and which area; null for all areas. */
export interface NamedThing {
  readonly draft: string;
  readonly provider: string;
  /** YYYY-MM-DD; null where no day is set. */
  readonly day: string | null;
  readonly area: string | null;
}

/** The longest title that a record holds, in UTF-16 units. */
const longest = 200;

/** Words of at most so many units, cut in the middle: what distinguishes long names stands at either end. */
export function cutInside(words: string, most: number): string {
  if (words.length <= most) return words;
  const signs = Array.from(new Intl.Segmenter('en').segment(words), ({ segment }) => segment);
  const room = (most - 1) / 2;
  const start = upTo(signs, room);
  const end = upTo(signs.toReversed(), room).toReversed();
  return `${start.join('').trimEnd()}…${end.join('').trimStart()}`;
}

/** The first signs that have at most so many units together. */
function upTo(signs: readonly string[], most: number): readonly string[] {
  let units = 0;
  return signs.slice(
    0,
    signs.findIndex((sign) => (units += sign.length) > most),
  );
}

/** Each title once: those that several have are numbered by their places. */
function numbered(titles: readonly string[]): readonly string[] {
  const alike = (title: string): number => titles.filter((other) => other === title).length;
  const named = titles.map((title, at) => (alike(title) < 2 ? title : withNumber(title, at + 1)));
  // A title that ends in such a number itself.
  return new Set(named).size === named.length ? named : titles.map((title, at) => withNumber(title, at + 1));
}

function withNumber(title: string, number: number): string {
  const mark = ` (${number})`;
  return `${cutInside(title, longest - mark.length)}${mark}`;
}

/**
 * What each thing of a round is called: no two alike, none longer than a record's title. Areas of one draft are called
 * by themselves; two inspections of one provider by their days.
 */
export function itemTitles(things: readonly NamedThing[]): readonly string[] {
  const ofOneDraft = things.every(({ draft, area }) => draft === things[0]?.draft && area !== null);
  const titles = things.map(({ draft, provider, day, area }) => {
    if (ofOneDraft) return cutInside(area ?? '', longest);
    const again = things.some((other) => other.provider === provider && other.draft !== draft);
    const dated = again && day !== null ? `, ${dayWords(day)}` : '';
    const end = cutInside(`${dated}${area === null ? '' : `: ${area}`}`, longest / 2);
    return `${cutInside(provider, longest - end.length)}${end}`;
  });
  return numbered(titles);
}

/** What the things of a round are called on screen, no two alike: earlier versions cut titles at their end. */
export function titlesOf(round: {
  readonly items: readonly { readonly title: string }[];
}): readonly string[] {
  return numbered(round.items.map(({ title }) => title));
}

/** What a thing is called while whose it is is withheld: "Judgment A". */
export function withheldTitle(place: number): string {
  return `Judgment ${letters(place)}`;
}

/** Words that many providers' names have, which name none. */
const common =
  /^(?:academy|and|borough|care|centre|children|city|college|council|county|east|for|home|homes|house|in|limited|ltd|metropolitan|new|north|of|primary|royal|school|services|south|the|trust|west)$/iu;

/** A text without the name of whom it is about, in full or by those of its words that name them. */
export function withoutName(text: string, name: string): string {
  const words = name.split(/[^\p{L}\p{N}’'-]+/u).filter((word) => word.length > 2 && !common.test(word));
  const parts = [name.trim(), ...words].filter((part) => part !== '');
  if (parts.length === 0) return text;
  const [start, end] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  return text.replaceAll(
    new RegExp(`${start}(?:${parts.map(RegExp.escape).join('|')})${end}`, 'giu'),
    '[name]',
  );
}
