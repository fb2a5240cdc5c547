import {
  BuilderElement,
  FileChild,
  TextRun,
  type IContext,
  type IXmlableObject,
  type Paragraph,
  type Table,
  type XmlComponent,
} from 'docx';
import { controlOf, longestControl } from '../../../shared/values/document-origin.ts';

function element(name: string, children: readonly XmlComponent[]): XmlComponent {
  return new BuilderElement({ name, children: [...children] });
}

function valued(name: string, value: string): XmlComponent {
  return new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } });
}

/** A control's settings and what stands in it (ECMA-376 part 1, 17.5.2). */
function partsOf(field: string, title: string, children: readonly XmlComponent[]): readonly XmlComponent[] {
  const id = new BuilderElement({
    name: 'w:id',
    attributes: { value: { key: 'w:val', value: idOf(field) } },
  });
  const names = [valued('w:alias', title.slice(0, longestControl)), valued('w:tag', controlOf(field)), id];
  return [element('w:sdtPr', names), element('w:sdtContent', children)];
}

/** Paragraphs in a content control, which goes with them wherever they are edited. */
export class ContentControl extends FileChild {
  constructor(field: string, title: string, children: readonly (Paragraph | Table)[]) {
    super('w:sdt');
    this.root.push(...partsOf(field, title, children));
  }
}

/** Words of a paragraph in a content control. */
export class WordsControl extends TextRun {
  readonly #control: XmlComponent;

  constructor(field: string, title: string, runs: readonly TextRun[]) {
    super({});
    this.#control = element('w:sdt', partsOf(field, title, runs));
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    return this.#control.prepForXml(context);
  }
}

/** A number of a control's own, made of its name (FNV-1a), so that the same draft gives the same file. */
function idOf(field: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < field.length; at += 1) hash = Math.imul(hash ^ field.charCodeAt(at), 0x01000193);
  return (hash >>> 1) & 0x3fffffff;
}
