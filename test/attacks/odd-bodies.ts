import { z } from 'zod';
import type { Json } from '../../src/shared/records/record.ts';
import { isStrictJson } from '../../src/shared/records/strict-json.ts';

/** Texts that fit some schema or other, and ids of records that are there; the first that a schema takes is used. */
function texts(ids: readonly string[]): readonly string[] {
  const base64 = Buffer.alloc(32).toString('base64');
  const shapes = ['leaders', '2026-10-05', '2026-10-05T10:20', '2026-10-05T10:20:00.000Z', 'CT-001'];
  return [...ids, ...shapes, 'image/png', '0'.repeat(32), base64, Buffer.alloc(16_400).toString('base64')];
}

type Choose = <T>(from: readonly T[]) => T | undefined;

/** The members that a schema names. */
function entriesOf(schema: z.ZodObject): readonly (readonly [string, unknown])[] {
  return Object.entries(schema.shape);
}

/** A body that a schema takes, made by walking it; undefined where this walk cannot make one. */
export function bodyOfSchema(schema: unknown, ids: readonly string[], choose: Choose): unknown {
  if (!(schema instanceof z.ZodType)) return undefined;
  if (schema instanceof z.ZodObject) {
    const least = Object.fromEntries(
      entriesOf(schema).flatMap(([name, member]): [string, unknown][] => {
        const value = bodyOfSchema(member, ids, choose);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    if (schema.safeParse(least).success) return least;
    // What a schema asks beyond its members, one of those that may be absent answers.
    const optional = entriesOf(schema).filter(([, member]) => member instanceof z.ZodOptional);
    const [name, member] = choose(optional) ?? [];
    return name === undefined || !(member instanceof z.ZodOptional)
      ? least
      : { ...least, [name]: bodyOfSchema(member.unwrap(), ids, choose) };
  }
  if (schema instanceof z.ZodEnum) return choose(schema.options);
  if (schema instanceof z.ZodLiteral) return choose([...schema.values]);
  if (schema instanceof z.ZodOptional) return undefined;
  if (schema instanceof z.ZodNullable) return null;
  if (schema instanceof z.ZodUnion) return bodyOfSchema(choose<unknown>(schema.options), ids, choose);
  if (schema instanceof z.ZodTuple)
    return schema.def.items.map((item: unknown, at: number) => bodyOfSchema(item, ids.slice(at), choose));
  if (schema instanceof z.ZodArray) {
    const element: unknown = bodyOfSchema(schema.element, ids, choose);
    return [[], [element], [element, element]].find((list) => schema.safeParse(list).success);
  }
  const fitting = [...texts(ids), 1, 0, true, 2, 16, null].filter((value) => schema.safeParse(value).success);
  return choose(fitting);
}

const oddities: readonly Json[] = [
  ...[null, true, 0, -1, 9_007_199_254_740_991, '', ' ', 'constructor', 'toString'],
  ...[[], {}, [[[[[[]]]]]], { v: 2 }, 'x'.repeat(30_000), 'a\u0000b', '\u202Etxt', '0'.repeat(64)],
];

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isNode(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** A body with one of its members left out, doubled by another name, or holding something that nobody expects there. */
export function oddBody(body: Json, choose: Choose): Json {
  if (isList(body)) return [...body, choose(oddities) ?? null];
  if (!isNode(body)) return choose(oddities) ?? null;
  const name = choose(Object.keys(body));
  if (name === undefined) return { more: choose(oddities) ?? null };
  const { [name]: member = null, ...rest } = body;
  const changed: readonly Json[] = [
    rest,
    { ...rest, [name]: choose(oddities) ?? null },
    { ...rest, [name]: oddBody(member, choose) },
    { ...body, more: member },
  ];
  const made = choose(changed) ?? null;
  return isStrictJson(made) ? made : rest;
}
