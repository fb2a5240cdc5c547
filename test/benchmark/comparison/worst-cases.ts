const vocabulary =
  'children social workers managers plans visits decisions timely effective risk health partners police review supervision record carers leavers court school family support need quality practice change progress impact leaders services assessment'.split(
    ' ',
  );

/** A stream of numbers from 0 to 1, the same for the same seed (Park and Miller 1988, minimal standard generator). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function paragraphs(count: number, words: number, random: () => number, salt = ''): string[] {
  return Array.from({ length: count }, () => {
    const all = Array.from(
      { length: words },
      () =>
        `${vocabulary[Math.floor(random() * vocabulary.length)] ?? ''}${random() < 0.2 ? Math.floor(random() * 900) : ''}${salt}`,
    );
    return all.map((paragraph, at) => (at % 14 === 13 ? `${paragraph}.` : paragraph)).join(' ');
  });
}

function wrapped(text: string, width: number): string {
  return text
    .split('\n\n')
    .map((paragraph) => {
      let line = 0;
      return paragraph
        .split(' ')
        .map((paragraph) => {
          const breaks = line + paragraph.length > width;
          line = breaks ? paragraph.length : line + paragraph.length + 1;
          return `${breaks ? '\n' : ' '}${paragraph}`;
        })
        .join('')
        .trim();
    })
    .join('\n\n');
}

function changed(text: string, share: number, random: () => number): string {
  return text
    .split(' ')
    .map((paragraph) => (random() < share ? `x${paragraph}` : paragraph))
    .join(' ');
}

/** Pairs of so many words that are hard for one engine or another. */
export function worstCases(
  words = 20_000,
): Readonly<Record<string, readonly [before: string, after: string]>> {
  const random = seeded(7);
  const prose = paragraphs(words / 100, 100, random);
  const text = prose.join('\n\n');
  const [huge = ''] = paragraphs(1, words, random);
  const boilerplate = Array.from(
    { length: words / 50 },
    (_, at) =>
      `Inspectors found that plans are clear and visits take place as they should in team ${at % 7}. Leaders know this well and records in area ${at % 5} show how it is checked and reported, month by month, to the board of partners and the council for all to see and act on when needed.`,
  );
  const shuffled = [...prose].sort(() => random() - 0.5);
  const moved = [...prose];
  for (let at = 0; at < 10; at += 1) moved.splice((at * 37 + 90) % 190, 0, ...moved.splice(at * 19, 1));
  return {
    'unlike texts': [text, paragraphs(words / 100, 100, random, 'q').join('\n\n')],
    'repeated boilerplate': [
      boilerplate.join('\n\n'),
      boilerplate
        .flatMap((paragraph, at) =>
          at % 40 === 3 ? [] : [at % 25 === 0 ? paragraph.replace('clear', 'weak') : paragraph],
        )
        .join('\n\n'),
    ],
    'shuffled paragraphs': [text, shuffled.join('\n\n')],
    'ten moved paragraphs': [text, moved.join('\n\n')],
    'one huge paragraph, 1 % changed': [huge, changed(huge, 0.01, random)],
    'one huge paragraph, 10 % changed': [huge, changed(huge, 0.1, random)],
    'one huge paragraph, 100 % changed': [huge, changed(huge, 1, random)],
    'one edit': [text, text.replace(prose[100]?.slice(0, 20) ?? '', 'Something else')],
    'pure reflow': [wrapped(text, 60), wrapped(text, 95)],
  };
}
