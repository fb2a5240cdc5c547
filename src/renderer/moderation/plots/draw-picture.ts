/** What a picture can be saved as. */
export type PictureFormat = 'svg' | 'png';

/** A plot of a picture under its title. */
interface PicturePart {
  readonly title: string;
  readonly drawn: Element;
}

const svgNames = 'http://www.w3.org/2000/svg';
const edge = 24;

/** The tokens of the light theme, in which a picture stands on paper whatever the window looks like. */
function lightTokens(): CSSStyleDeclaration | undefined {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .find((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText === ':root')
    ?.style;
}

/** Puts the tokens' values in place of their names, which no other program knows. */
function withoutTokens(svg: string): string {
  const tokens = lightTokens();
  const valueOf = (name: string, depth = 0): string => {
    const value = tokens?.getPropertyValue(name).trim() ?? '';
    return depth > 5
      ? value
      : value.replaceAll(/var\((--[\w-]+)\)/gu, (_all, inner: string) => valueOf(inner, depth + 1));
  };
  return svg.replaceAll(/var\((--[\w-]+)\)/gu, (all, name: string) => {
    const value = valueOf(name);
    return value === '' ? all : value.replaceAll('"', '&quot;');
  });
}

/** Plots of this width below each other under a heading, as one SVG that needs nothing of this window. */
export function pictureOf(
  { heading, lines }: { readonly heading: string; readonly lines: readonly string[] },
  parts: readonly PicturePart[],
  width: number,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const picture = document.createElementNS(svgNames, 'svg');
  let y = edge;
  const write = (text: string, size: number, weight: number): void => {
    y += size * 1.4;
    const line = document.createElementNS(svgNames, 'text');
    for (const [name, value] of Object.entries({
      x: edge,
      y,
      fill: 'var(--text)',
      'font-size': size,
      'font-weight': weight,
      'font-family': 'var(--font-ui)',
    }))
      line.setAttribute(name, String(value));
    line.textContent = text;
    picture.append(line);
  };
  const title = document.createElementNS(svgNames, 'title');
  title.textContent = heading;
  const paper = document.createElementNS(svgNames, 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: 'var(--surface)' }))
    paper.setAttribute(name, value);
  picture.append(title, paper);
  write(heading, 18, 600);
  for (const line of lines) write(line, 12, 400);
  for (const { title: name, drawn } of parts) {
    y += 14;
    write(name, 14, 600);
    y += 8;
    drawn.setAttribute('x', String(edge));
    drawn.setAttribute('y', String(y));
    drawn.setAttribute('font-family', 'var(--font-ui)');
    picture.append(drawn);
    y += Number(drawn.getAttribute('height'));
  }
  const size = { width: width + 2 * edge, height: Math.ceil(y + edge) };
  for (const [name, value] of Object.entries({
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    role: 'img',
  }))
    picture.setAttribute(name, String(value));
  return { svg: withoutTokens(new XMLSerializer().serializeToString(picture)), ...size };
}

/** An SVG as PNG at twice its size, in base64. */
export async function pngOf(picture: ReturnType<typeof pictureOf>): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * picture.width, 2 * picture.height];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/u, '');
}
