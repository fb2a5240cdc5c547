import { strengthsTitle } from '../../shared/judgment/point-lists.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';

/** A part of the text beside the areas. */
interface WrittenSection {
  readonly id: string;
  readonly title: string;
}

/** What a draft under no framework has. */
const plain: readonly WrittenSection[] = [{ id: 'summary', title: 'Summary' }];

/** The sections beside the areas: the framework's, the strengths, and texts that stand under no name it knows. */
export function writtenSections(
  framework: Framework | null,
  narratives: readonly string[],
): readonly WrittenSection[] {
  const own = (framework?.sections ?? plain).map(({ id, title }) => ({ id, title }));
  const named = own.some(({ id }) => id === 'strengths')
    ? own
    : [...own, { id: 'strengths', title: strengthsTitle }];
  const known = new Set([...(framework?.areas ?? []), ...named].map(({ id }) => id));
  const others = narratives.filter((name) => !known.has(name));
  return [
    ...named,
    ...others.map((id) => ({
      id,
      title: id === 'report' ? 'The report' : `Other text ${id.replace('other-', '')}`,
    })),
  ];
}

/** Whether a section is a list of points, each resting on notes: strengths, improvements, priority actions. */
export function isPointList(framework: Framework | null, section: string): boolean {
  const found = framework?.sections.find(({ id }) => id === section);
  return found?.points ?? section === 'strengths';
}
