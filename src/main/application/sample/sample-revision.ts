import type { Framework } from '../../../shared/framework/framework-schema.ts';

/** One revision of the sample as written in Markdown. */
export interface SampleRevision {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly sections: readonly {
    readonly section: string;
    readonly text: string;
    readonly grade: string | null;
  }[];
  readonly points: readonly { readonly text: string; readonly notes: readonly string[] }[] | null;
}

function header(text: string, name: string): string {
  const found = new RegExp(`^${name}: *(.+)$`, 'm').exec(text)?.[1];
  if (found === undefined) throw new Error(`a revision of the sample says no ${name}`);
  return found.trim();
}

function pointsOf(body: string): SampleRevision['points'] {
  return body
    .split(/^- /m)
    .slice(1)
    .map((item) => {
      const text = item.replace(/\s+/g, ' ').trim();
      const notes = /\[([^\]]*)\]$/.exec(text)?.[1] ?? '';
      return {
        text: text.replace(/\s*\[[^\]]*\]$/, ''),
        notes: notes.split(/[ ,]+/).filter((key) => key !== ''),
      };
    });
}

/**
 * Reads a revision: a front matter (by, at, reason), then sections under "# Title" or "# Title: grade", paragraphs
 * apart by blank lines, what needs to improve as "- point [note keys]".
 */
export function readSampleRevision(source: string, framework: Framework): SampleRevision {
  const [, front = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
  const parts = body.split(/^# /m).slice(1);
  const sections: { section: string; text: string; grade: string | null }[] = [];
  let points: SampleRevision['points'] = null;
  for (const part of parts) {
    const [title = '', ...rest] = part.split('\n');
    const text = rest.join('\n').trim();
    const area = framework.areas.find((area) => title.startsWith(area.title));
    const section = framework.sections.find((section) => section.title === title.trim());
    if (area !== undefined) {
      const said = title
        .slice(area.title.length)
        .replace(/^[: ]+/, '')
        .trim()
        .toLowerCase();
      const grade =
        framework.scales[0]?.grades.find((grade) => grade.title.toLowerCase() === said)?.id ?? null;
      sections.push({ section: area.id, text, grade });
    } else if (section?.points === true) points = pointsOf(text);
    else if (section !== undefined) sections.push({ section: section.id, text, grade: null });
    else throw new Error(`the sample has a section that the framework does not know: ${title}`);
  }
  return {
    by: header(front, 'by'),
    at: header(front, 'at'),
    reason: header(front, 'reason'),
    sections,
    points,
  };
}
