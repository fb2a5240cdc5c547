import { z } from 'zod';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import { personEventTypes } from '../../../src/shared/people/person-event-types.ts';
import type { EventType } from '../../../src/shared/records/define-event.ts';
import { auditEventTypes } from '../../../src/shared/audits/audit-event-types.ts';
import {
  programmeEventTypes,
  workspaceEventTypes,
} from '../../../src/shared/workspace/workspace-event-types.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function texts({ pattern, maxLength }: Schema): string {
  if (pattern === '^[0-9a-f]{64}$') return 'hex64';
  if (pattern === '^[0-9a-f]{32}$') return 'hex32';
  if (pattern !== undefined && pattern.includes('[a-z0-9-]')) return 'slug';
  if (pattern !== undefined && /\\d\{4\}/u.test(pattern)) return 'day';
  return maxLength === undefined ? 'text' : `text≤${maxLength}`;
}

function numbers({ minimum, maximum }: Schema): string {
  const least = minimum === undefined || minimum < -1e9 ? '' : `≥${minimum}`;
  const most = maximum === undefined || maximum > 1e9 ? '' : `≤${maximum}`;
  return `int${least}${most}`;
}

/** A schema in the notation that docs/record-bodies.md explains. */
function inWords(schema: Schema): string {
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return [...new Set(either.map(inWords))].join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  switch (schema.type) {
    case 'object': {
      const required = new Set(schema.required ?? []);
      const parts = Object.entries(schema.properties ?? {}).map(
        ([name, part]) => `${name}${required.has(name) ? '' : '?'}: ${inWords(part)}`,
      );
      return parts.length === 0 ? '{…}' : `{${parts.join(', ')}}`;
    }
    case 'array': {
      const most = schema.maxItems === undefined ? '' : `≤${schema.maxItems}`;
      return `[${inWords(schema.items ?? {})}]${most}`;
    }
    case 'string':
      return texts(schema);
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'boolean':
      return 'bool';
    case 'null':
      return 'null';
    default:
      return 'any';
  }
}

function kindInWords({ type, body, words }: EventType): string {
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Schema;
  const apart = words.length === 0 ? '' : `\n  Words: ${words.map((place) => `\`${place}\``).join(', ')}.`;
  return `- **${type}** \`${inWords(schema)}\`${apart}`;
}

const logs = [
  ['A draft', draftEventTypes],
  ['A person', personEventTypes],
  ['The workspace', workspaceEventTypes],
  ['An audit', auditEventTypes],
  ['The programme', programmeEventTypes],
] as const;

const roles = ['owner', 'lead', 'inspector', 'panel', 'chair', 'deputy', 'qa', 'arbiter', 'reader'] as const;

/** docs/record-bodies.md, as the definitions of the kinds say it. */
export function recordBodies(): string {
  const kinds = logs.flatMap(([title, table]) => [
    `## ${title}`,
    [...table.values()].map(kindInWords).join('\n'),
  ]);
  const rows = [...draftEventTypes.values()].map(({ type, may }) => [
    `\`${type}\``,
    ...roles.map((role) => (may.includes(role) ? 'x' : '')),
  ]);
  return [
    '# What each record holds, and who may write it',
    'Made from the definitions of the kinds (`defineEvent`); a test holds this page to them. What each of them does is in file-format.md.',
    '`hex64` and `hex32` are lower-case hex digits, most often a record, person or key; `slug` is a name of a framework’s own; `day` is YYYY-MM-DD; `text≤N` a text of at most N UTF-16 units; `int≥1` a whole number; `[…]≤N` a list of at most N; `name?` may be absent. Words are the places that stand in `words` and are empty in `facts`.',
    ...kinds,
    '## Rights in a draft',
    'Who may write which kind, judged over a record’s ancestors. Kinds without a mark are judged by a rule of their own: a draft is begun by whoever becomes its owner, an offer of ownership is accepted by its receiver, and `copy.made` is a statement beside the records.',
    [
      `| kind | ${roles.join(' | ')} |`,
      `| --- |${roles.map(() => ' --- |').join('')}`,
      ...rows.map((row) => `| ${row.join(' | ')} |`),
    ].join('\n'),
    '',
  ].join('\n\n');
}
