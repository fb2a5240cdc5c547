import type { Element } from '@xmldom/xmldom';
import { childOf, childrenOf, nameOf, propertyOf, switchIn, valueIn } from './word-xml.ts';

/** A list that a paragraph belongs to; without a level, the list's own level for the paragraph's style. */
export interface WordList {
  readonly id: string;
  readonly level: number | null;
  readonly style: string | null;
}

/** What a style, with those it is based on, says of text. */
interface Look {
  readonly hidden: boolean | null;
  readonly list: { readonly id: string | null; readonly level: number | null } | null;
  readonly font: string | null;
}

const plainLook: Look = { hidden: null, list: null, font: null };

function fontIn(runSettings: Element | null): string | null {
  const fonts = childOf(runSettings, 'w:rFonts');
  return propertyOf(fonts, 'ascii') ?? propertyOf(fonts, 'hAnsi');
}

function listIn(settings: Element | null): Look['list'] {
  const list = childOf(settings, 'w:numPr');
  if (list === null) return null;
  const level = valueIn(list, 'w:ilvl');
  return { id: valueIn(list, 'w:numId'), level: level === null ? null : Number(level) };
}

/** What a file's styles say of hidden text, lists and fonts. */
export class WordLooks {
  readonly #styles = new Map<string, Element>();
  readonly #looks = new Map<string, Look>();
  readonly #byDefault: string | null;
  readonly #allHidden: boolean;

  constructor(styles: Element | null) {
    let byDefault: string | null = null;
    for (const style of styles === null ? [] : childrenOf(styles)) {
      if (nameOf(style) !== 'w:style') continue;
      const id = propertyOf(style, 'styleId') ?? '';
      this.#styles.set(id, style);
      const standard = ['1', 'true', 'on'].includes(propertyOf(style, 'default') ?? '');
      if (standard && propertyOf(style, 'type') === 'paragraph') byDefault = id;
    }
    this.#byDefault = byDefault;
    const defaults = childOf(childOf(styles, 'w:docDefaults'), 'w:rPrDefault');
    this.#allHidden = switchIn(childOf(defaults, 'w:rPr'), 'w:vanish') === true;
  }

  /** A style's look, the nearest of those it is based on first; a ring of styles ends where it closes. */
  #look(id: string | null, around: ReadonlySet<string> = new Set()): Look {
    const style = id === null ? undefined : this.#styles.get(id);
    if (id === null || style === undefined || around.has(id)) return plainLook;
    const known = this.#looks.get(id);
    if (known !== undefined) return known;
    // A chain of styles is as long as a file likes; Word itself follows eleven.
    const base =
      around.size > 30 ? plainLook : this.#look(valueIn(style, 'w:basedOn'), new Set([...around, id]));
    const run = childOf(style, 'w:rPr');
    const own = listIn(childOf(style, 'w:pPr'));
    const look: Look = {
      hidden: switchIn(run, 'w:vanish') ?? base.hidden,
      list: own === null ? base.list : { id: own.id ?? base.list?.id ?? null, level: own.level },
      font: fontIn(run) ?? base.font,
    };
    this.#looks.set(id, look);
    return look;
  }

  /** The style of a paragraph: its own, or the file's standard. */
  styleOf(paragraph: Element | null): string | null {
    return valueIn(paragraph, 'w:pStyle') ?? this.#byDefault;
  }

  /** The list of a paragraph, by itself or by its style; null where neither has one. */
  listOf(paragraph: Element | null): WordList | null {
    const style = this.styleOf(paragraph);
    const own = listIn(paragraph);
    const { list } = this.#look(style);
    const id = own?.id ?? list?.id ?? null;
    if (id === null || id === '0') return null;
    return { id, level: own?.level ?? (own?.id == null ? (list?.level ?? null) : 0), style };
  }

  /**
   * Whether text is hidden. A style's "hidden" turns that of the paragraph's style over, as bold does; text's own setting
   * counts before both (ECMA-376 part 1, 17.7.3).
   */
  isHidden(paragraphStyle: string | null, run: Element | null): boolean {
    const own = switchIn(run, 'w:vanish');
    if (own !== null) return own;
    const paragraph = this.#look(paragraphStyle).hidden === true;
    const character = this.#look(valueIn(run, 'w:rStyle')).hidden === true;
    return this.#allHidden || paragraph !== character;
  }

  /** The font of a run where it, its style or its paragraph's style names one. */
  fontOf(paragraphStyle: string | null, run: Element | null): string | null {
    return fontIn(run) ?? this.#look(valueIn(run, 'w:rStyle')).font ?? this.#look(paragraphStyle).font;
  }
}
