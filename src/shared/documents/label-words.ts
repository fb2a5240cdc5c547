import type { SeenState } from '../seen/seen-draft.ts';
import { shown } from '../records/settled.ts';
import { spokenFingerprint } from '../finalising/spoken-fingerprint.ts';
import { standingSeal } from '../judgment/standing-seals.ts';
import { longDayWords, momentWords } from '../words.ts';
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
  const seal = standingSeal(state.seals);
  return {
    provider: shown(state.details.provider) ?? title,
    judgment,
    Judgment: capital(judgment),
    body: provider,
    Body: capital(provider),
    gradeLabel: capital(grade),
    kind: shown(state.details.kind) ?? '',
    framework: framework?.title ?? '',
    publisher: framework?.publisher ?? '',
    inspectorate: shown(state.details.inspectorate) ?? '',
    start: longDayWords(shown(state.details.start) ?? ''),
    end: longDayWords(shown(state.details.end) ?? ''),
    sealed: seal === undefined ? '' : momentWords(seal.at),
    fingerprint: seal === undefined ? '' : spokenFingerprint(seal.id).join(' '),
  };
}
