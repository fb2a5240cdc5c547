import type { z } from 'zod';

type Internal = z.core.$ZodTypes;

/** Whether a schema of a string lets only fixed forms through: a pattern, a date, base64. */
function hasForm(schema: z.core.$ZodString): boolean {
  const { checks = [] } = schema._zod.def;
  return 'format' in schema._zod.def || checks.some((check) => check._zod.def.check === 'string_format');
}

/** The places in a schema where people's words can stand, as definitions name them: "points[].text"; "reason". */
export function freeTextIn(schema: z.core.$ZodType, at = ''): readonly string[] {
  const { _zod } = schema as Internal;
  const { def } = _zod;
  switch (def.type) {
    case 'string':
      return hasForm(schema as z.core.$ZodString) ? [] : [at];
    case 'object':
      return Object.entries(def.shape).flatMap(([name, part]) =>
        freeTextIn(part, at === '' ? name : `${at}.${name}`),
      );
    case 'array':
      return freeTextIn(def.element, `${at}[]`);
    case 'tuple':
      return def.items.flatMap((item) => freeTextIn(item, `${at}[]`));
    case 'union':
      return [...new Set(def.options.flatMap((option) => freeTextIn(option, at)))];
    case 'optional':
    case 'nullable':
    case 'readonly':
      return freeTextIn(def.innerType, at);
    case 'lazy':
      return [`${at} (any JSON)`];
    case 'literal':
    case 'enum':
    case 'boolean':
    case 'number':
    case 'null':
      return [];
    default:
      throw new Error(`nobody said whether ${def.type} at ${at} holds words`);
  }
}
