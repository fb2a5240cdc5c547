import { parse } from 'svelte/compiler';
import { parseSync } from 'vite';

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function childrenOf(node: Node): readonly Node[] {
  return Object.entries(node).flatMap(([name, value]) =>
    ['loc', 'parent', 'source', 'css', 'comments', 'typeAnnotation', 'metadata'].includes(name)
      ? []
      : (Array.isArray(value) ? value : [value]).filter((part: unknown) => isNode(part)),
  );
}

/** Whose text goes to a database or looks for a part of the page: nobody reads it. */
const unread = /^(?:prepare|exec|querySelector|querySelectorAll|closest|matches|locator)$/u;

function isUnread(node: Node): boolean {
  const { callee } = node;
  if (node.type !== 'CallExpression' || !isNode(callee)) return false;
  const called = isNode(callee['property']) ? callee['property'] : callee;
  return typeof called['name'] === 'string' && unread.test(called['name']);
}

/** Every text of several words below a node of the program, a template's expressions left out. */
function sentencesBelow(node: Node): readonly string[] {
  if (isUnread(node) || node.type.startsWith('Import')) return [];
  const own: string[] = [];
  if (node.type === 'Literal' && typeof node['value'] === 'string') own.push(node['value']);
  if (node.type === 'TemplateLiteral' && Array.isArray(node['quasis']))
    own.push(node['quasis'].map((part: { value: { cooked: string } }) => part.value.cooked).join(' … '));
  const words = own.filter((text) => /\p{L}\S* +\S*\p{L}/u.test(text.replaceAll(' … ', '')));
  return [...words, ...childrenOf(node).flatMap((child) => sentencesBelow(child))];
}

/** Every text of several words in the program. */
export function textsOfCode(file: string, code: string): readonly string[] {
  const { program } = parseSync(file, code);
  return isNode(program) ? sentencesBelow(program) : [];
}

const labels = /^(?:title|label|lead|action|why|legend|placeholder|alt|nothing|aria-(?:label|description))$/u;
const asIdentifier = /^(?:id|record|person|author|type|hash|draft|device)$/u;

/** Whether an expression stands for something by its id: `id`, `note.id`, `change.author`. */
function identifierIn(expression: Node): string | null {
  const named = expression.type === 'MemberExpression' ? expression['property'] : expression;
  const name = isNode(named) && named.type === 'Identifier' ? named['name'] : null;
  return expression['computed'] !== true && typeof name === 'string' && asIdentifier.test(name) ? name : null;
}

/** What a component puts on its page: the texts that stand there, and the identifiers that expressions put there. */
export function shownBy(component: string): {
  readonly texts: readonly string[];
  readonly ids: readonly string[];
} {
  const texts: string[] = [];
  const ids: string[] = [];
  const visit = (node: Node, within: string): void => {
    if (node.type === 'Text' && typeof node['data'] === 'string') {
      if (within === '' || labels.test(within)) texts.push(node['data'].trim());
      return;
    }
    if (node.type === 'ExpressionTag' && isNode(node['expression'])) {
      const id = identifierIn(node['expression']);
      if (id !== null && (within === '' || labels.test(within))) ids.push(id);
      texts.push(...sentencesBelow(node['expression']));
      return;
    }
    const attribute = node.type === 'Attribute' && typeof node['name'] === 'string' ? node['name'] : within;
    for (const child of childrenOf(node)) visit(child, attribute);
  };
  const root = parse(component, { modern: true });
  visit(root.fragment as unknown as Node, '');
  if (root.instance) texts.push(...sentencesBelow(root.instance.content as unknown as Node));
  return { texts: texts.filter((text) => text !== ''), ids };
}
