import type { SeenState } from '../seen/seen-draft.ts';
import { shown } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a framework's own words put into a template's labels; the defaults are "judgment", "provider" and "grade". */
export function labelWords(
  state: SeenState,
  framework: Framework | null,
  title: string,
): Readonly<Record<string, string>> {
  const {
    judgment,
    provider,
    grade = 'grade',
  } = framework?.labels ?? { judgment: 'judgment', provider: 'provider' };
  return {
    provider: shown(state.details.provider) ?? title,
    judgment,
    Judgment: capital(judgment),
    body: provider,
    Body: capital(provider),
    gradeLabel: capital(grade),
    kind: shown(state.details.kind) ?? '',
    framework: framework?.title ?? '',
  };
}
