/** What a provider is, and no part of its name: its kind of council, its legal form. */
const kinds =
  /\b(?:the|of|council|councils|corporation|city|county|borough|boroughs|metropolitan|district|london|royal|unitary|local|authority|childrens?|and|families|services?|nhs foundation|nhs|trust|mbc|bc|cc|mdc|cbc|ltd|limited|plc|llp|cic|cio|inc|incorporated|company)\b/gu;
/** Names that are shortened in speech, as their keys. */
const shortened: Readonly<Record<string, string>> = {
  'kingston upon hull': 'hull',
  'newcastle upon tyne': 'newcastle',
  'richmond upon thames': 'richmond',
  'kingston upon thames': 'kingston',
  'southend on sea': 'southend',
  'stockton on tees': 'stockton',
  'stoke on trent': 'stoke',
  'saint helens': 'st helens',
};

/**
 * What two names of one provider share: "Trafford Metropolitan Borough Council" and "Trafford" give one key, and so do
 * "Kingston upon Hull City Council" and "Hull".
 */
export function providerKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\u2019']s?\b/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  const key = plain.replaceAll(kinds, ' ').trim().replaceAll(/\s+/g, ' ');
  if (key !== '') return shortened[key] ?? key;
  return plain
    .replaceAll(/\b(?:the|council|corporation)\b/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');
}
