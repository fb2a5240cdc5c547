import { canonical } from '../records/canonical.ts';
import { whyNotStrict } from '../records/strict-json.ts';
import { formWords } from './form-words.ts';
import { contradictionsIn } from './framework-contradictions.ts';
import type { FrameworkProblem } from './framework-problem.ts';
import { frameworkSchema, type Framework } from './framework-schema.ts';

export type FrameworkCheck =
  | { readonly ok: true; readonly framework: Framework; readonly problems: readonly [] }
  | { readonly ok: false; readonly framework: null; readonly problems: readonly FrameworkProblem[] };

const largest = 524_288;
const deepest = 12;

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((most, part) => Math.max(most, depthOf(part)), 0);
}

/** Checks a framework file's value: form first, then what contradicts itself. Every problem names its place. */
export function checkFramework(value: unknown): FrameworkCheck {
  const why = whyNotStrict(value);
  if (why !== null) return unfit('strict', `A framework is plain JSON with whole numbers, and ${why}.`);
  if (depthOf(value) > deepest) return unfit('too-deep', 'It is nested more than 12 deep.');
  if (new TextEncoder().encode(canonical(value)).length > largest)
    return unfit('too-large', 'It is larger than 512 KiB.');
  const read = frameworkSchema.safeParse(value, { error: formWords });
  if (!read.success) {
    return fails(
      read.error.issues.map((issue) => ({
        place: placeOf(issue.path),
        code: issue.code,
        message: issue.message,
      })),
    );
  }
  const problems = contradictionsIn(read.data);
  return problems.length > 0 ? fails(problems) : { ok: true, framework: read.data, problems: [] };
}

function unfit(code: string, message: string): FrameworkCheck {
  return fails([{ place: '', code, message }]);
}

function fails(problems: readonly FrameworkProblem[]): FrameworkCheck {
  return { ok: false, framework: null, problems };
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
