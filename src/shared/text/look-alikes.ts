const latin = /\p{Script=Latin}/u;
const alike = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const most = 5;

/** Words that mix Latin letters with Cyrillic or Greek ones, as pasted or forged text does; at most five. */
export function lookAlikes(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return [...new Set(words.filter((word) => latin.test(word) && alike.test(word)))].slice(0, most);
}
