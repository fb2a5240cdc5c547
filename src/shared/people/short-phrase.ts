const groups = 6;

/**
 * What two people read out to each other to know that each has the other's true key: six groups of five digits from
 * the sha256 over both root keys, the same for both whoever asks. About 100 bits, as Signal's safety numbers are
 * built (Signal, "Safety number updates", 2016), in half the length since both keys go into one number.
 */
export function shortPhrase(rootKey: string, otherRootKey: string, sha256: (utf8: string) => string): string {
  const both = [rootKey, otherRootKey].sort().join(' ');
  const hash = sha256(`plumbline/phrase/1 ${both}`);
  return Array.from({ length: groups }, (_, index) => {
    const part = BigInt(`0x${hash.slice(index * 10, index * 10 + 10)}`);
    return String(part % 100_000n).padStart(5, '0');
  }).join(' ');
}
