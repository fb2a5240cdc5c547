/** Somebody who is to join. */
export interface Expected {
  readonly name: string;
  readonly post: string;
}

/** A name as two spellings of it are the same: case and white space aside. */
function spelt(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

const nameHeads = /^(?:name|full name|person|people)$/i;
const postHeads = /^(?:post|role|job|job title|title|grade|position)s?$/i;

/** The people that a table names: by its headings, else the first column is names. Rows without a name are left out. */
export function rosterIn(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Expected[] {
  const clean = headers.map((header) => header.trim());
  const named = clean.findIndex((header) => nameHeads.test(header));
  const post = clean.findIndex((header) => postHeads.test(header));
  // A table without headings has names in the line that was taken for them.
  const all = named < 0 ? [headers, ...rows] : rows;
  const people = all.map((cells) => ({
    name: (cells[Math.max(0, named)] ?? '').trim().slice(0, 120),
    post: (post < 0 ? (named < 0 ? (cells[1] ?? '') : '') : (cells[post] ?? '')).trim().slice(0, 120),
  }));
  const known = new Set<string>();
  return people.filter(({ name }) => {
    const key = spelt(name);
    if (name === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** Who of a roster has no card here yet, by name. */
export function notYetHere(roster: readonly Expected[], names: readonly string[]): readonly Expected[] {
  const here = new Set(names.map(spelt));
  return roster.filter(({ name }) => !here.has(spelt(name)));
}
