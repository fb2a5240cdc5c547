import { addObject, type PdfFile } from './pdf-objects.ts';

/** A child of an element: another element, a mark on the element's own page, or a dictionary (a mark elsewhere, a link). */
type Kid = { readonly element: number } | { readonly mark: number } | { readonly other: string };

/** What stands between brackets or alone after /K. */
const kids = /\/K (\[(?:[^[\]<>]|<<[^<>]*>>)*\]|\d+ 0 R|\d+|<<[^<>]*>>)/u;
const kid = /(\d+) 0 R|(\d+)|(<<[^<>]*>>)/gu;

/** What an element holds, in order. */
function kidsOf(text: string): readonly Kid[] {
  const listed = kids.exec(text)?.[1] ?? '';
  return [...listed.matchAll(kid)].map(([, element, mark, other = '']) =>
    element !== undefined
      ? { element: Number(element) }
      : mark !== undefined
        ? { mark: Number(mark) }
        : { other },
  );
}

function kidsText(held: readonly Kid[]): string {
  const each = held.map((one) =>
    'element' in one ? `${one.element} 0 R` : 'mark' in one ? String(one.mark) : one.other,
  );
  return `/K [${each.join(' ')}]`;
}

function tagOf(text: string): string {
  return /\/S \/(\w+)/u.exec(text)?.[1] ?? '';
}

/** The number of the tree's root; null where a file has no tags. */
export function treeRoot({ objects, root }: PdfFile): number | null {
  const found = /\/StructTreeRoot (\d+) 0 R/u.exec(objects.get(root)?.text ?? '')?.[1];
  return found === undefined ? null : Number(found);
}

function change({ objects }: PdfFile, number: number, to: (text: string) => string): void {
  const object = objects.get(number);
  if (object !== undefined) objects.set(number, { ...object, text: to(object.text) });
}

/** Takes marks of a page out of the tree: what was in them is an artifact now. `gone` by the page's number. */
export function forgetMarks(file: PdfFile, gone: ReadonlyMap<number, ReadonlySet<number>>): void {
  for (const [number, { text }] of file.objects) {
    if (!text.includes('/Type /StructElem')) continue;
    const page = Number(/\/Pg (\d+) 0 R/u.exec(text.replace(kids, ''))?.[1] ?? 0);
    const held = kidsOf(text);
    const isGone = (one: Kid): boolean => {
      if ('mark' in one) return gone.get(page)?.has(one.mark) === true;
      if (!('other' in one)) return false;
      const [, on = '', mark = ''] = /\/Pg (\d+) 0 R\s*\/MCID (\d+)/u.exec(one.other) ?? [];
      return gone.get(Number(on))?.has(Number(mark)) === true;
    };
    const left = held.filter((one) => !isGone(one));
    if (left.length < held.length) change(file, number, (was) => was.replace(kids, kidsText(left)));
  }
  for (const [page, marks] of gone) {
    const parents = /\/StructParents (\d+)/u.exec(file.objects.get(page)?.text ?? '')?.[1];
    const entry = [...file.objects.values()]
      .map(({ text }) =>
        text.includes('/Nums [') ? new RegExp(`[[ ]${parents} (\\d+) 0 R`, 'u').exec(text)?.[1] : undefined,
      )
      .find((found) => found !== undefined);
    if (entry === undefined) continue;
    change(file, Number(entry), (text) => {
      let mark = -1;
      return text.replaceAll(/\d+ 0 R|null/gu, (was) => (marks.has((mark += 1)) ? 'null' : was));
    });
  }
}

/** Tags that hold words of their own as a whole: what stands within is no paragraph. */
const whole = /^(?:P|H\d?|Lbl|LBody|TH|TD|Caption|Figure|Link|Span|Note|Strong|Em)$/u;
/** Tags of HTML that PDF 1.7 does not know, and what they are to who reads aloud. */
const roles: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span', Aside: 'Div', FENote: 'Note' };

/**
 * Says of every part what it is in the tags of PDF 1.7: an item of a list has a label and a body, words that stand
 * outside of every paragraph are one, and tags of HTML have their role (ISO 32000-1, 14.8.4).
 */
export function completeTree(file: PdfFile): void {
  const root = treeRoot(file);
  if (root === null) return;
  const used = new Set<string>();
  const walk = (number: number, isWithin: boolean): void => {
    const text = file.objects.get(number)?.text ?? '';
    const tag = tagOf(text);
    used.add(tag);
    const held = kidsOf(text);
    if (tag === 'LI') giveBody(file, number, held);
    const hasWords = held.some((one) => 'mark' in one || ('other' in one && one.other.includes('/MCID')));
    if (tag === 'NonStruct' && hasWords && !isWithin)
      change(file, number, (was) => was.replace('/S /NonStruct', '/S /P'));
    const isWhole = isWithin || whole.test(tag) || (tag === 'NonStruct' && hasWords) || tag === 'LI';
    for (const one of held) if ('element' in one) walk(one.element, isWhole);
  };
  for (const one of kidsOf(file.objects.get(root)?.text ?? ''))
    if ('element' in one) walk(one.element, false);
  const mapped = Object.entries(roles).filter(([tag]) => used.has(tag));
  if (mapped.length > 0)
    change(file, root, (text) =>
      text.replace(/>>$/u, `\n/RoleMap <<${mapped.map(([tag, role]) => `/${tag} /${role}`).join(' ')}>>>>`),
    );
}

/** Puts what an item holds beside its label into a body. */
function giveBody(file: PdfFile, item: number, held: readonly Kid[]): void {
  const isLabel = (one: Kid): boolean =>
    'element' in one && ['Lbl', 'LBody'].includes(tagOf(file.objects.get(one.element)?.text ?? ''));
  const labels = held.filter(isLabel);
  const inside = held.filter((one) => !isLabel(one));
  if (inside.length === 0) return;
  const page = /\/Pg \d+ 0 R/u.exec((file.objects.get(item)?.text ?? '').replace(kids, ''))?.[0] ?? '';
  const body = addObject(file, {
    text: `<</Type /StructElem\n/S /LBody\n/P ${item} 0 R\n${page}\n${kidsText(inside)}>>`,
    stream: null,
  });
  for (const one of inside)
    if ('element' in one) change(file, one.element, (text) => text.replace(/\/P \d+ 0 R/u, `/P ${body} 0 R`));
  change(file, item, (text) => text.replace(kids, kidsText([...labels, { element: body }])));
}
