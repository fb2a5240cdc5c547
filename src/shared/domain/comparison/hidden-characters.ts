/** A character that a reader cannot see, with its place. */
export interface HiddenCharacter {
  readonly at: number;
  /** "U+200B". */
  readonly code: string;
  readonly name: string;
}

const names: Readonly<Record<string, string>> = {
  '\u00AD': 'soft hyphen',
  '\u061C': 'Arabic letter mark',
  '\u180E': 'Mongolian vowel separator',
  '\u200B': 'zero-width space',
  '\u200C': 'zero-width non-joiner',
  '\u200D': 'zero-width joiner',
  '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark',
  '\u202A': 'left-to-right embedding',
  '\u202B': 'right-to-left embedding',
  '\u202C': 'pop directional formatting',
  '\u202D': 'left-to-right override',
  '\u202E': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
  '\uFEFF': 'zero-width no-break space',
};
const hidden = new RegExp(`[${Object.keys(names).join('')}]`, 'gu');
const emojiJoiner = /\p{Extended_Pictographic}\uFE0F?$/u;

/** Hidden and direction-changing characters in a text; a joiner inside an emoji is no secret. */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  return [...text.matchAll(hidden)].flatMap((match): HiddenCharacter[] => {
    const [character] = match;
    if (character === '\u200D' && emojiJoiner.test(text.slice(Math.max(0, match.index - 4), match.index)))
      return [];
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return [{ at: match.index, code, name: names[character] ?? 'hidden character' }];
  });
}
