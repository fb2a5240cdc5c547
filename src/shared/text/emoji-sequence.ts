/**
 * Source of a regular expression (flag u) for one emoji as it is drawn: flags by letters, flags by tags, and pictures
 * with skin tones, variation selectors and joined parts. A subset of Unicode Technical Standard 51, section 1.4.9.
 */
export const emojiSequence = [
  '\\p{Regional_Indicator}{2}',
  '\\u{1F3F4}[\\u{E0020}-\\u{E007E}]{2,6}\\u{E007F}',
  '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*(?:\\u200D\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*)*',
].join('|');
