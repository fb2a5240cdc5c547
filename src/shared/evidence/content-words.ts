/** Words that say nothing about what a text is about; short ones are left out by length. */
const empty = new Set(
  'said says tell tells told asked asks felt feel feels noted reported reports showed shown shows used uses using knew know known knows think thought wants wanted needs needed about after again against also always among another because been before being between both came come could does doing done down during each either even ever every from further gave give goes gone have having here into itself just kept like made make many more most much must never only other over same seen should since some still such take than that their them then there these they this those through under until upon very were what when where which while whom whose will with within without would your'.split(
    ' ',
  ),
);

/** Ends that do not change what a word is about. */
const endings = /(?:ings?|edly|ed|ies|es|s|ly)$/u;

/** What a text is about: its words of four letters and more, lower case, without common ones and without endings. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(
    words
      .filter((word) => !empty.has(word))
      .map((word) => {
        const stem = word.replace(endings, '');
        return stem.length >= 4 ? stem : word;
      }),
  );
}
