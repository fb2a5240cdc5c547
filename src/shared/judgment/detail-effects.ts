import type { Framework } from '../framework/framework-schema.ts';
import type { DetailName } from '../draft/detail-names.ts';
import { listOf } from '../words.ts';

function clocksAt(framework: Framework | null, moment: 'start' | 'end' | 'published'): readonly string[] {
  const named = (which: 'from' | 'until'): string | null => {
    const titles =
      framework?.deadlines
        .filter((deadline) => deadline[which] === moment)
        .map((deadline) => deadline.title) ?? [];
    return titles.length === 0 ? null : listOf(titles);
  };
  const [begins, ends] = [named('from'), named('until')];
  return [
    ...(begins === null ? [] : [`These clocks count from it: ${begins}.`]),
    ...(ends === null ? [] : [`These clocks stop at it: ${ends}.`]),
  ];
}

function keptFrom(framework: Framework | null): readonly string[] {
  const years = framework?.retention?.some((rule) => rule.from === 'published' && rule.years !== null);
  return years === true ? ['The time for which records are kept counts from it.'] : [];
}

/** What depends on each detail of an inspection, in whole sentences. */
export function detailEffects(framework: Framework | null): Readonly<Record<DetailName, string>> {
  const judged = framework?.areas.some((area) => area.inKinds !== undefined) === true;
  return {
    provider:
      'Stands on every document and in the list. Inspections of the same provider are compared over time by this name.',
    kind: judged
      ? 'Decides which areas are judged, and so which must be graded before the judgment is sealed.'
      : 'Stands on every document. Every type of inspection under this framework judges the same areas.',
    start: ['The framework must apply on it.', ...clocksAt(framework, 'start')].join(' '),
    end: ['May be left out until fieldwork ends.', ...clocksAt(framework, 'end')].join(' '),
    published: [
      'Set once the report is out.',
      ...clocksAt(framework, 'published'),
      ...keptFrom(framework),
    ].join(' '),
    leadInspector: 'Stands on the report, the letter and in the list.',
    inspectorate: 'Stands on the title page as whose report it is. The framework may be another body’s.',
    stage:
      'Groups the list of inspections. Once moderation began, a comparison asks about evidence that was unlinked; once the provider has the draft, about words that the provider has not seen. A published report has no clocks.',
  };
}
