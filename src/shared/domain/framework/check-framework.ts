import { canonical } from '../events/canonical.ts';
import { whyNotStrict } from '../events/strict-json.ts';
import { contradictionsIn } from './framework-contradictions.ts';
import type { FrameworkProblem } from './framework-problem.ts';
import { frameworkSchema, type Framework } from './framework-schema.ts';

/** What checking a framework gives. */
export type FrameworkCheck =
  | { readonly ok: true; readonly framework: Framework; readonly problems: readonly [] }
  | { readonly ok: false; readonly framework: null; readonly problems: readonly FrameworkProblem[] };

const largest = 524_288;
const deepest = 12;

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** Checks a framework file's value: form first, then what contradicts itself. Every problem names its place. */
export function checkFramework(value: unknown): FrameworkCheck {
  const why = whyNotStrict(value);
  if (why !== null || depthOf(value) > deepest)
    return fails([{ place: '', code: 'strict', message: why ?? 'It is nested more than 12 deep.' }]);
  const read = frameworkSchema.safeParse(value);
  if (!read.success) {
    return fails(
      read.error.issues.map((issue) => ({
        place: placeOf(issue.path),
        code: issue.code,
        message: issue.message,
      })),
    );
  }
  if (new TextEncoder().encode(canonical(value)).length > largest) {
    return fails([{ place: '', code: 'too-large', message: 'It is larger than 512 KiB.' }]);
  }
  const problems = contradictionsIn(read.data);
  return problems.length > 0 ? fails(problems) : { ok: true, framework: read.data, problems: [] };
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
