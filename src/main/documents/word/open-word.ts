import type { Element } from '@xmldom/xmldom';
import { readingProblem } from '../bounds/document-bounds.ts';
import { openArchive, type Archive } from '../bounds/unzip.ts';
import { childOf, childrenOf, nameOf, propertyOf, xmlParser } from './word-xml.ts';
import { reportProblem, type ReportProblem } from '../../../shared/report/report-problem.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** A part that another leads to; `name` is its place in the archive, or an address where it lies outside. */
export interface RelatedPart {
  readonly id: string;
  /** What it is to the other part: "footnotes", "aFChunk". */
  readonly kind: string;
  readonly name: string;
  readonly outside: boolean;
}

/** A Word file opened by its relationships, wherever its parts lie. */
export interface WordFile {
  readonly body: Element;
  /** Everything that the main part leads to. */
  readonly related: readonly RelatedPart[];
  /** The roots of the parts of one kind that the main part leads to. */
  readonly roots: (kind: string) => readonly Element[];
  /** The bytes of a part with its media type, or null where the archive has none. */
  readonly content: (part: RelatedPart) => { readonly bytes: Uint8Array; readonly type: string } | null;
  /** The document's custom properties by name. */
  readonly properties: ReadonlyMap<string, string>;
}

const kinds =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships\/([\w-]+)$/u;
const mainType =
  /^application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\..*main\+xml$/u;

/** A target as a place in the archive, counted from the part that names it (ECMA-376 part 2, annex A). */
function resolved(target: string, from: string): string {
  const escaped = URL.parse(target, `package://archive/${from}`)?.pathname.slice(1) ?? target;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

function relatedOf(
  part: string,
  archive: Archive,
  parse: ReturnType<typeof xmlParser>,
): readonly RelatedPart[] {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const bytes = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const root = bytes === null ? null : parse(bytes);
  return (root === null ? [] : childrenOf(root)).flatMap((relation): RelatedPart[] => {
    const kind = kinds.exec(propertyOf(relation, 'Type') ?? '')?.[1];
    const target = propertyOf(relation, 'Target') ?? '';
    if (kind === undefined) return [];
    const outside = propertyOf(relation, 'TargetMode') === 'External';
    const name = outside ? target : resolved(target, part);
    return [{ id: propertyOf(relation, 'Id') ?? '', kind, name, outside }];
  });
}

/** The media types of an archive's parts: each its own, else by how its name ends. */
function mediaTypes(types: Element | null): {
  readonly of: (name: string) => string;
  readonly main: string | undefined;
} {
  const own = new Map<string, string>();
  const byEnding = new Map<string, string>();
  for (const element of types === null ? [] : childrenOf(types)) {
    const type = propertyOf(element, 'ContentType') ?? '';
    const name = propertyOf(element, 'PartName')?.replace(/^\//u, '').toLowerCase();
    if (name === undefined) byEnding.set((propertyOf(element, 'Extension') ?? '').toLowerCase(), type);
    else own.set(name, type);
  }
  return {
    of: (name) =>
      own.get(name.toLowerCase()) ?? byEnding.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? '',
    main: [...own].find(([, type]) => mainType.test(type))?.[0],
  };
}

function customProperties(root: Element | null): ReadonlyMap<string, string> {
  return new Map(
    (root === null ? [] : childrenOf(root)).map((property) => [
      propertyOf(property, 'name') ?? '',
      (property.textContent ?? '').trim(),
    ]),
  );
}

/**
 * Opens a .docx by its relationships: the main part is the one that the package leads to, or else the one whose media
 * type says so. Refuses what is no Word file, damaged, or beyond a bound.
 */
export function openWord(bytes: Uint8Array): Result<WordFile, ReportProblem> {
  try {
    const archive = openArchive(bytes);
    const parse = xmlParser();
    const rootOf = (name: string | undefined): Element | null => {
      const content = name === undefined ? null : archive.read(name);
      return content === null ? null : parse(content);
    };
    const types = mediaTypes(rootOf('[Content_Types].xml'));
    const top = relatedOf('', archive, parse);
    const name = top.find((part) => part.kind === 'officeDocument' && !part.outside)?.name ?? types.main;
    if (name === undefined || /\/vnd\..*(?:spreadsheetml|presentationml|ms-excel)/u.test(types.of(name)))
      return refused(reportProblem('binary'));
    const main = rootOf(name);
    const body = main === null || nameOf(main) !== 'w:document' ? null : childOf(main, 'w:body');
    if (body === null) return refused(reportProblem('binary'));
    const related = relatedOf(name, archive, parse);
    const custom = top.find((part) => ['custom-properties', 'customProperties'].includes(part.kind));
    return done({
      body,
      related,
      roots: (kind) =>
        related
          .filter((part) => part.kind === kind && !part.outside)
          .flatMap((part) => rootOf(part.name) ?? []),
      content: (part) => {
        const content = part.outside ? null : archive.read(part.name);
        return content === null ? null : { bytes: content, type: types.of(part.name) };
      },
      properties: customProperties(rootOf(custom?.name)),
    });
  } catch (error) {
    return refused(readingProblem(error));
  }
}
