import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What is said of a PDF's structure. */
export interface PdfFacts {
  readonly pages: number;
  /** The page that a heading which begins with “Annex” stands on, from 1; 0 where there is none. */
  readonly annexFrom: number;
  readonly language: string;
  readonly title: string;
  readonly marked: boolean;
  /** Who it says made it. */
  readonly creator: string;
  readonly producer: string;
  /** The embedded fonts by their own names, without the letters that mark a part of a font. */
  readonly fonts: ReadonlySet<string>;
  /** How often each kind of tag stands in the tree of tags. */
  readonly tags: ReadonlyMap<string, number>;
  /** The words of every tagged picture. */
  readonly alternatives: readonly string[];
  /** All tagged words in the order of the tags: what is read aloud. */
  readonly spoken: string;
  /** Kind of tag and words of every heading, in order. */
  readonly headings: readonly (readonly [tag: string, text: string])[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** The fonts that a page sets, by name; one that the file does not hold is called so. */
async function fontsOf(page: PDFPageProxy): Promise<readonly string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const set = fnArray.flatMap((operator, at) => {
    const [id] = (argsArray[at] ?? []) as readonly unknown[];
    return operator === OPS.setFont && typeof id === 'string' ? [id] : [];
  });
  return [...new Set(set)].map((id) => {
    const font = page.commonObjs.get(id) as { readonly name: string; readonly missingFile?: boolean };
    return `${font.name.replace(/^[A-Z]{6}\+/u, '')}${font.missingFile === true ? ' (not embedded)' : ''}`;
  });
}

/** Reads a PDF's tags and its words in the order of the tags. */
export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const file = await loading.promise;
  const { info } = (await file.getMetadata()) as {
    info: { Language?: string; Title?: string; Creator?: string; Producer?: string };
  };
  const marking = (await file.getMarkInfo()) as { Marked?: boolean } | null;
  const tags = new Map<string, number>();
  const alternatives: string[] = [];
  const spoken: string[] = [];
  const headings: [string, string][] = [];
  const fonts = new Set<string>();
  let annexFrom = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    for (const font of await fontsOf(page)) fonts.add(font);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const words = new Map<string, string>();
    const open: string[] = [];
    for (const item of content.items) {
      if ('str' in item) {
        const id = open.findLast((mark) => mark !== '');
        if (id !== undefined) words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      } else if (item.type.startsWith('begin')) open.push(item.id);
      else open.pop();
    }
    const walk = (node: Node): string => {
      if (node.type === 'content') return words.get(node.id ?? '') ?? '';
      const role = node.role ?? '';
      tags.set(role, (tags.get(role) ?? 0) + 1);
      if (node.alt !== undefined && node.alt !== '') alternatives.push(node.alt);
      const said = (node.children ?? []).map(walk).join(' ');
      if (/^H\d$/.test(role)) {
        headings.push([role, said.replaceAll(/\s+/g, ' ').trim()]);
        if (annexFrom === 0 && said.trim().startsWith('Annex')) annexFrom = number;
      }
      return said;
    };
    const tree = (await page.getStructTree()) as Node | null;
    if (tree !== null) spoken.push(walk(tree));
  }
  const facts = {
    pages: file.numPages,
    annexFrom,
    language: info.Language ?? '',
    title: info.Title ?? '',
    creator: info.Creator ?? '',
    producer: info.Producer ?? '',
    marked: marking?.Marked === true,
    fonts,
    tags,
    alternatives,
    spoken: spoken.join(' '),
    headings,
  };
  await loading.destroy();
  return facts;
}
