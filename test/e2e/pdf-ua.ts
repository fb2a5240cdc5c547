import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** The tags of PDF 1.7 (ISO 32000-1, 14.8.4); what else stands in a tree has no role. */
const known = new Set(
  'Root Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'.split(
    ' ',
  ),
);
/** By a tag, what alone may stand in it (7.2, tests 3 to 20 of the Matterhorn protocol's number 09 and of veraPDF). */
const within: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
  THead: ['TR'],
  TBody: ['TR'],
};
/** By a tag, the only ones that it may stand in. */
const inside: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

const painting = new Set<number>([
  ...[OPS.showText, OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke, OPS.eoFillStroke, OPS.shadingFill],
  ...[OPS.paintImageXObject, OPS.paintFormXObjectBegin, OPS.paintInlineImageXObject],
]);
/** How pdf.js 5 says of a path what is done with it: its first argument is the operator that ends it. */
const paths = new Set<number>([OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke, OPS.eoFillStroke]);

/** What a page draws outside of every mark (7.1: all content is an artifact or tagged). */
async function unmarked(page: PDFPageProxy, number: number): Promise<readonly string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  let depth = 0;
  const found = fnArray.flatMap((operator, at) => {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1;
    if (operator === OPS.endMarkedContent) depth -= 1;
    const [ends] = (argsArray[at] ?? []) as readonly unknown[];
    const paints = operator === OPS.constructPath ? paths.has(Number(ends)) : painting.has(operator);
    return paints && depth === 0 ? [operator] : [];
  });
  return found.length === 0 ? [] : [`page ${number} draws ${found.length} things that are not marked`];
}

/** Whatever of a tree no reader aloud could follow. */
function treeFaults(tree: Node): readonly string[] {
  const faults: string[] = [];
  const walk = (node: Node, parent: string): void => {
    const role = node.role ?? '';
    if (node.type === 'content' || node.type === 'object') return;
    if (!known.has(role)) faults.push(`${role} has no role`);
    // What has no meaning of its own is passed through.
    const seen = role === 'NonStruct' ? parent : role;
    if (role !== 'NonStruct') {
      if (within[parent]?.includes(role) === false) faults.push(`${role} stands in ${parent}`);
      if (inside[role]?.includes(parent) === false) faults.push(`${role} stands in ${parent}`);
    }
    if (role === 'Figure' && (node.alt ?? '') === '') faults.push('a figure has no words');
    for (const child of node.children ?? []) walk(child, seen);
  };
  walk(tree, 'Root');
  return faults;
}

/** Headings begin with the first level and skip none (7.4.2). */
function headingFaults(levels: readonly number[]): readonly string[] {
  return levels.flatMap((level, at) =>
    level > (levels[at - 1] ?? 0) + 1
      ? [`a heading of level ${level} follows ${levels[at - 1] ?? 'none'}`]
      : [],
  );
}

function levelsIn(node: Node): readonly number[] {
  const level = /^H(\d)$/u.exec(node.role ?? '')?.[1];
  return [...(level === undefined ? [] : [Number(level)]), ...(node.children ?? []).flatMap(levelsIn)];
}

/** The headings, paragraphs, items and rows of a page in the order of its tags. */
function blocksIn(node: Node): readonly string[] {
  const role = node.role ?? '';
  return /^(?:H\d|P|LI|TR|Caption|Figure)$/u.test(role) ? [role] : (node.children ?? []).flatMap(blocksIn);
}

/** What stands alone at the foot of a page: a heading, a caption, or the first row of a table that goes on after it. */
function aloneAtFoot(page: readonly string[], next: readonly string[], number: number): readonly string[] {
  const [before, last] = page.slice(-2);
  const isBare = last !== undefined && next.length > 0 && /^(?:H\d|Caption)$/u.test(last);
  const isFirstRow = last === 'TR' && before === 'Caption' && next[0] === 'TR';
  return isBare || isFirstRow ? [`${last} stands alone at the foot of page ${number}`] : [];
}

/**
 * The rules of PDF/UA-1 (ISO 14289-1) that veraPDF holds a file to, as far as pdf.js can see them: what it says of itself,
 * tags and roles, artifacts, headings, figures, links; and that nothing stands alone at the foot of a page. Fonts are looked at
 * beside it. Empty where all hold.
 */
export async function uaFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const file = await loading.promise;
  const faults: string[] = [];
  const { metadata, info } = (await file.getMetadata()) as {
    readonly metadata: { get(name: string): unknown } | null;
    readonly info: { readonly Language?: string; readonly Title?: string };
  };
  if (metadata?.get('pdfuaid:part') !== '1') faults.push('it does not say that it keeps to PDF/UA-1');
  if (metadata?.get('dc:title') !== info.Title) faults.push('its description has another title');
  if ((info.Language ?? '') === '') faults.push('it names no language');
  const preferences = z
    .looseObject({ DisplayDocTitle: z.boolean() })
    .safeParse(await file.getViewerPreferences());
  if (preferences.data?.DisplayDocTitle !== true)
    faults.push('a window would show its file’s name and not its title');
  if (((await file.getOutline()) as unknown) === null) faults.push('it has no bookmarks');
  const levels: number[] = [];
  const pages: (readonly string[])[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    faults.push(...(await unmarked(page, number)));
    const tree = (await page.getStructTree()) as Node | null;
    pages.push(tree === null ? [] : blocksIn(tree));
    if (tree !== null) {
      faults.push(...treeFaults(tree));
      levels.push(...levelsIn(tree));
    }
    const annotations = (await page.getAnnotations()) as readonly {
      readonly subtype: string;
      readonly contentsObj?: { readonly str: string };
    }[];
    for (const { subtype, contentsObj } of annotations)
      if ((contentsObj?.str ?? '') === '')
        faults.push(`a ${subtype} on page ${number} does not say where it leads`);
  }
  for (const [at, page] of pages.entries()) faults.push(...aloneAtFoot(page, pages[at + 1] ?? [], at + 1));
  faults.push(...headingFaults(levels));
  await loading.destroy();
  return [...new Set(faults)];
}
