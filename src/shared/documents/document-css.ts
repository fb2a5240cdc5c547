import type { DocumentStyle } from './document-template.ts';
import type { PrintedDocument } from './printed-document.ts';

/** A text as a string of a style sheet, safe inside a style element. */
function cssString(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} .,:;()-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

/** A font that a page brings with it. */
export interface EmbeddedFont {
  /** As the house style names it. */
  readonly family: string;
  /** 400 for text, more for bold. */
  readonly weight: number;
  /** The characters that the file has, as a style sheet's `unicode-range`. */
  readonly characters: string;
  /** The file (TrueType) as base64. */
  readonly base64: string;
}

/** Takes the house's own fonts from the page, so that it looks and reads the same on every computer. */
export function fontFaces(fonts: readonly EmbeddedFont[]): string {
  return fonts
    .map(
      ({ family, weight, characters, base64 }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-display:block;unicode-range:${characters};src:url(data:font/ttf;base64,${base64}) format("truetype")}\n`,
    )
    .join('');
}

function family(fonts: readonly string[], last: string): string {
  return [...fonts.map((name) => `"${name}"`), last].join(',');
}

/** The style sheet of a document in a house style: for the screen, and for paper with numbered pages. */
export function documentCss(document: PrintedDocument, style: DocumentStyle): string {
  const { ink, accent, line, size, margin } = style;
  const headings = family(style.headings, 'sans-serif');
  const paper = `A4 ${document.landscape ? 'landscape' : 'portrait'}`;
  const foot = `font:8.5pt ${headings};color:${ink}`;
  const head = document.head === undefined ? '' : `@top-left{content:${cssString(document.head)};${foot}}`;
  const mark =
    document.watermark === null
      ? ''
      : `body::before{content:${cssString(document.watermark)} / "";position:fixed;inset:0;display:grid;place-items:center;z-index:-1;font:700 ${document.watermark.length > 8 ? 64 : 110}pt ${headings};color:${style.watermark};transform:rotate(-35deg);pointer-events:none;print-color-adjust:exact}`;
  return `html{color:${ink};background:#fff}
body{font:${size}pt/1.55 ${family(style.prose, 'serif')};max-width:${document.landscape ? '76rem' : '44rem'};margin:2rem auto;padding:0 1.25rem;overflow-wrap:break-word}
h1,h2,h3,h4,table,dl,.standing,.small{font-family:${headings}}
h1{font-size:1.9em;line-height:1.2;margin:0 0 .5em}h2{font-size:1.25em;line-height:1.3;margin:2em 0 .6em;padding-bottom:.25em;border-bottom:1.5px solid ${accent};color:${accent}}
h3{font-size:1.08em;margin:1.5em 0 .5em}h4{font-size:1em;margin:1.2em 0 .4em}
p{margin:0 0 .8em;white-space:pre-line}.standing{font-weight:600;border-left:4px solid ${accent};padding-left:.7em}.small{font-size:.86em}
table{border-collapse:collapse;width:100%;font-size:.92em;line-height:1.4;margin:1em 0}caption{text-align:left;font-weight:600;padding:0 0 .4em}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid ${line};padding:.45em .6em;white-space:pre-line}thead th{border-bottom:2px solid ${ink}}tbody th{font-weight:500}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25em 1.2em;font-size:.92em;margin:1em 0}dt{font-weight:600}dd{margin:0;white-space:pre-line}
ol,ul{margin:0 0 .8em;padding-left:2.6em}li{margin:0 0 .7em;padding-left:.3em;white-space:pre-line}ul li{margin-bottom:.35em}li::marker{font-family:${headings};font-size:.88em}
a{color:${accent}}svg{display:block}.front{border-top:6px solid ${accent};padding-top:1.5em;margin-bottom:3em}.front h1{font-size:2.4em;margin:.6em 0}.front ul{list-style:none;padding:0;font-family:${headings}}.front li{display:flex;justify-content:space-between;gap:2em;padding:0}.front li span{min-width:2em;text-align:right}.front a{text-decoration:none}.whose{font:600 1.15em ${headings}}.logo{max-height:24mm;max-width:70mm;display:block;margin-bottom:1em}.notes{font-size:.92em}.notes h2{font-size:1.08em;margin-top:2em}sup{font-size:.72em;line-height:0}.break{break-before:page;height:0;margin:0}
${mark}
@page{size:${paper};margin:${margin}mm ${margin}mm ${margin + 2}mm;@bottom-left{content:${cssString(document.foot)};${foot}}@bottom-right{content:"Page " counter(page) " of " counter(pages);${foot}}${head}}${document.head === undefined ? '' : '@page:first{@top-left{content:none}}'}
@media print{.front{break-after:page;margin:0}body{margin:0;padding:0;max-width:none;font-variant-ligatures:none}h1,h2,h3,h4,caption{break-after:avoid;break-inside:avoid}thead{display:table-header-group}tbody tr:first-child,dd{break-before:avoid}tr,dt,dd{break-inside:avoid}p,li{orphans:3;widows:3}}`;
}
