/** A small generator of numbers, the same for the same seed (Marsaglia, "Xorshift RNGs", 2003). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** One way to tamper with the lines of a log, at one of them. */
export type Tampering = readonly [name: string, change: (lines: string[], at: number) => string[]];

/** The ways to tamper with a log; `pick` chooses places, `foreign` is a line of another draft. */
export function tamperings(pick: (below: number) => number, foreign: string): readonly Tampering[] {
  const edit = (lines: string[], at: number, change: (line: string) => string): string[] =>
    lines.with(at, change(lines[at] ?? ''));
  return [
    [
      'flip',
      (lines, at) =>
        edit(lines, at, (line) => {
          const i = pick(line.length);
          return line.slice(0, i) + String.fromCharCode(line.charCodeAt(i) ^ 1) + line.slice(i + 1);
        }),
    ],
    ['cut mid-line', (lines, at) => edit(lines, at, (line) => line.slice(0, 1 + pick(line.length - 1)))],
    ['deleted line', (lines, at) => lines.toSpliced(at === lines.length - 1 ? 0 : at, 1)],
    [
      'swapped lines',
      (lines, at) => {
        const i = Math.min(at, lines.length - 2);
        return lines.toSpliced(i, 2, lines[i + 1] ?? '', lines[i] ?? '');
      },
    ],
    ['doubled line', (lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')],
    ['another draft’s record', (lines, at) => lines.toSpliced(at, 0, foreign)],
    [
      're-encoded signature',
      (lines, at) =>
        edit(lines, at, (line) =>
          line.replace(
            /"sig":"([0-9a-f]+)"/,
            (_m, hex: string) => `"sig":"${Buffer.from(hex, 'hex').toString('base64')}"`,
          ),
        ),
    ],
    [
      'upper-case hex',
      (lines, at) =>
        edit(lines, at, (line) =>
          line.replace(/"id":"([0-9a-f]+)"/, (_m, hex: string) => `"id":"${hex.toUpperCase()}"`),
        ),
    ],
    [
      'doubled JSON key',
      (lines, at) =>
        edit(lines, at, (line) => line.replace('{"at":', '{"at":"2020-01-01T00:00:00.000Z","at":')),
    ],
    ['spaces', (lines, at) => edit(lines, at, (line) => line.replace(',"', ', "'))],
  ];
}
