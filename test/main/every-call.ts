import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
};

/** What somebody who tries knows, by the name of the field that it stands in. */
type Known = Readonly<Record<string, unknown>>;

/** Values that a curious member would try for a field of a call. */
function tries(name: string, schema: Schema, known: Known): readonly unknown[] {
  const place = ['before', 'after', 'record'].includes(name) ? 'revision' : name;
  const here = known[place];
  if (here !== undefined) return [here];
  if (name === 'text') return ['Qz', 'inadequate'];
  if (schema.enum !== undefined) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.flatMap((choice) => tries('', choice, known).slice(0, 4));
  if (schema.type === 'object') return inputs(schema, known);
  if (schema.type === 'array')
    return [(schema.minItems ?? 0) > 0 ? tries(name, schema.items ?? {}, known).slice(0, 1) : []];
  if (schema.type === 'null') return [null];
  if (schema.type === 'boolean') return [false, true];
  if (schema.type === 'string') return ['leaders'];
  return [0];
}

/** Inputs of a call in which every value to try stands at least once. */
function inputs(schema: Schema, known: Known): readonly Readonly<Record<string, unknown>>[] {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, one]) => [name, tries(name, one, known)] as const,
  );
  const most = Math.max(1, ...fields.map(([, values]) => values.length));
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(fields.map(([name, values]) => [name, values[at % values.length]])),
  );
}

/** Inputs of a channel, as a curious person would try them. */
export function inputsOf(input: z.ZodType, known: Known): readonly Readonly<Record<string, unknown>>[] {
  return inputs(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema, known);
}

/** A file's words: those of every part where it is packed. */
export function wordsIn(bytes: Uint8Array): string {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return packed
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : strFromU8(bytes);
}
