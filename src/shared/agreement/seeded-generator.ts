/** The state of xoshiro128**: four words of 32 bits, not all of them zero. Plain data, so that work can be continued. */
export type GeneratorState = readonly [number, number, number, number];

function mix(word: number): number {
  let z = word;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** The state that a seed (any integer) stands for: its words by a Weyl sequence through MurmurHash3's finaliser. */
export function seeded(seed: number): GeneratorState {
  const word = (at: number): number => mix((seed + Math.imul(at, 0x9e3779b9)) >>> 0);
  return [word(1), word(2), word(3), word(4) | 1];
}

/**
 * xoshiro128** 1.1 by Blackman and Vigna (2018, "Scrambled linear pseudorandom number generators", section 4), for
 * draws that anybody can repeat from the seed. It is no source of secrets.
 */
export class SeededGenerator {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(state: GeneratorState) {
    [this.#a, this.#b, this.#c, this.#d] = state;
  }

  get state(): GeneratorState {
    return [this.#a, this.#b, this.#c, this.#d];
  }

  /** 32 random bits as an unsigned integer. */
  next(): number {
    const scrambled = Math.imul(this.#b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** A whole number from 0 to `below` - 1, each alike likely: what would fall into the uneven rest is drawn again. */
  below(below: number): number {
    const rest = 2 ** 32 % below;
    for (;;) {
      const drawn = this.next();
      if (drawn >= rest) return drawn % below;
    }
  }
}
