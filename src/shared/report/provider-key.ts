const kinds =
  /\b(?:the|of|council|councils|city|county|borough|metropolitan|district|london|royal|unitary|authority|childrens?|and|families|services|trust|mbc|bc|cc)\b/gu;

/** What two names of one provider share: "Trafford Metropolitan Borough Council" and "Trafford" give one key. */
export function providerKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u2019']s?\b/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  const key = plain.replaceAll(kinds, ' ').trim().replaceAll(/\s+/g, ' ');
  return key === '' ? plain.trim() : key;
}
