import { deflateSync, inflateSync } from 'node:zlib';
import { printFailed, type PrintPdf } from '../../ports/printing-port.ts';
import { done, refused } from '../../../shared/result.ts';
import { markArtifacts } from './mark-artifacts.ts';
import { addObject, pdfText, readPdf, writePdf, type PdfFile } from './pdf-objects.ts';
import { completeTree, forgetMarks, treeRoot } from './structure-tree.ts';

/** A name of a PDF as it was meant: #2d is a hyphen (ISO 32000-1, 7.3.5). */
function nameOf(written: string): string {
  return written.replaceAll(/#([0-9a-fA-F]{2})/gu, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** By the place that they lead to, the words of a page's links, as they stand in its HTML. */
function linkWords(html: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [, to = '', said = ''] of html.matchAll(/<a href="#([^"]*)"[^>]*>([\s\S]*?)<\/a>/gu))
    if (!words.has(to)) words.set(to, plainText(said));
  return words;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(\w+|#39);/gu, (entity, name: string) => entities[name] ?? entity)
    .trim();
}

/** What a page's content and marks say after everything beside its text is an artifact. */
function markPages(file: PdfFile): void {
  const gone = new Map<number, ReadonlySet<number>>();
  for (const [number, { text }] of [...file.objects]) {
    if (!/\/Type \/Page\b(?!s)/u.test(text)) continue;
    const content = Number(/\/Contents (\d+) 0 R/u.exec(text)?.[1]);
    const drawn = file.objects.get(content);
    if (drawn?.stream == null) continue;
    const isPacked = drawn.text.includes('/FlateDecode');
    const plain = (isPacked ? inflateSync(drawn.stream) : drawn.stream).toString('latin1');
    const marked = markArtifacts(plain);
    if (marked.decorations.size > 0) gone.set(number, marked.decorations);
    const stream = deflateSync(Buffer.from(marked.content, 'latin1'));
    file.objects.set(content, { text: `<</Filter /FlateDecode\n/Length ${stream.length}>>`, stream });
  }
  forgetMarks(file, gone);
}

/** Says of every link in words where it leads (ISO 14289-1, 7.18.5). */
function nameLinks({ objects }: PdfFile, html: string): void {
  const words = linkWords(html);
  for (const [number, { text, stream }] of objects) {
    if (!text.includes('/Subtype /Link') || text.includes('/Contents')) continue;
    const to = nameOf(/\/Dest \/([^\s/>]+)/u.exec(text)?.[1] ?? '');
    const said = words.get(to) ?? /\/URI \(([^)]*)\)/u.exec(text)?.[1] ?? to;
    objects.set(number, { text: text.replace(/>>$/u, `\n/Contents ${pdfText(said)}>>`), stream });
  }
}

/** The file's own description (XMP): its title, its language, and that it keeps to PDF/UA-1. */
function describe(file: PdfFile, html: string): void {
  const title = /<title>([\s\S]*?)<\/title>/u.exec(html)?.[1] ?? '';
  const language = /<html lang="([^"]*)"/u.exec(html)?.[1] ?? 'en-GB';
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>Plumbline</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<xmp:CreatorTool>Plumbline</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
  const stream = Buffer.from(packet, 'utf8');
  const metadata = addObject(file, {
    text: `<</Type /Metadata\n/Subtype /XML\n/Length ${stream.length}>>`,
    stream,
  });
  const catalogue = file.objects.get(file.root);
  if (catalogue !== undefined)
    file.objects.set(file.root, {
      ...catalogue,
      text: catalogue.text.replace(/>>$/u, `\n/Metadata ${metadata} 0 R>>`),
    });
}

/**
 * A printed PDF as PDF/UA-1 (ISO 14289-1) asks: what a browser leaves out of it is put in, and its text, fonts and looks
 * stay. Null where it has no tags, or is of a form that no browser writes.
 */
export function accessiblePdf(bytes: Uint8Array, html: string): Uint8Array | null {
  const file = readPdf(bytes);
  if (file === null || treeRoot(file) === null) return null;
  markPages(file);
  completeTree(file);
  nameLinks(file, html);
  describe(file, html);
  return writePdf(file);
}

/** A printer whose documents can be read aloud by their tags. */
export function printingAccessibly(print: PrintPdf): PrintPdf {
  return async (html, isStopped) => {
    const printed = await print(html, isStopped);
    if (!printed.ok) return printed;
    const made = accessiblePdf(printed.value, html);
    return made === null
      ? refused(printFailed('the browser wrote a PDF in a form that cannot be tagged for reading aloud'))
      : done(made);
  };
}

/** The page, from 1, on which each named place of a printed PDF stands. */
export function pagesOfPlaces(bytes: Uint8Array): ReadonlyMap<string, number> {
  const file = readPdf(bytes);
  const catalogue = file?.objects.get(file.root)?.text ?? '';
  const at = (of: string, key: string): string =>
    file?.objects.get(Number(new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(of)?.[1]))?.text ?? '';
  const pages = pageOrder(file, Number(/\/Pages (\d+) 0 R/u.exec(catalogue)?.[1]));
  return new Map(
    [...at(catalogue, 'Dests').matchAll(/\/([^\s/[\]<>]+) \[(\d+) 0 R/gu)].map(([, name = '', page]) => [
      nameOf(name),
      pages.indexOf(Number(page)) + 1,
    ]),
  );
}

/** The numbers of the pages under a node, in order. */
function pageOrder(file: PdfFile | null, node: number): readonly number[] {
  const text = file?.objects.get(node)?.text ?? '';
  if (!text.includes('/Kids')) return [node];
  const under = /\/Kids \[([^\]]*)\]/u.exec(text)?.[1] ?? '';
  return [...under.matchAll(/(\d+) 0 R/gu)].flatMap(([, number]) => pageOrder(file, Number(number)));
}
