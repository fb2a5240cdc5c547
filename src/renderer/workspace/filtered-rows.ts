import { leads } from '../../shared/records/define-event.ts';
import type { ListFilter } from '../../shared/ipc/list-filter.ts';
import type { DraftRow } from '../../shared/ipc/views.ts';

/** The list as it is where nobody asked for anything. */
export const noFilter: ListFilter = {
  shelf: 'list',
  stage: '',
  framework: '',
  lead: '',
  grade: '',
  late: false,
  from: '',
  to: '',
  order: 'stage',
};

export const orderTitles: Readonly<Record<ListFilter['order'], string>> = {
  stage: 'By stage',
  deadline: 'By next deadline',
  'first-day': 'By first day, latest first',
  name: 'By name',
  lead: 'By lead inspector',
  changed: 'By last change',
};

/** Where a row stands in the list by its stage or by what is wrong with it. */
function groupOf(row: DraftRow): string {
  if (row.missing !== undefined) return 'missing';
  if (row.problem !== null) return 'problem';
  return row.standing === 'sealed' ? 'sealed' : row.stage;
}

const gradesOf = (row: DraftRow): readonly string[] =>
  row.areas.flatMap(({ grade }) => (grade !== null && 'grade' in grade ? [grade.grade] : []));

/** Whether a row is asked for. What is missing or cannot be read stands in the list whatever is asked: nobody may overlook it. */
export function isAskedFor(row: DraftRow, filter: ListFilter): boolean {
  if (filter.shelf === 'list' && (row.missing !== undefined || row.draft === '')) return true;
  return (
    row.shelf === filter.shelf &&
    (filter.stage === '' || groupOf(row) === filter.stage) &&
    (filter.framework === '' || row.framework === filter.framework) &&
    (filter.lead === '' || row.leadInspector === filter.lead) &&
    (filter.grade === '' || gradesOf(row).includes(filter.grade)) &&
    (!filter.late || row.clock?.standing === 'late') &&
    (filter.from === '' || row.start >= filter.from) &&
    (filter.to === '' || (row.start !== '' && row.start <= filter.to))
  );
}

/** How many parts of a filter ask for something. */
export function askedParts(filter: ListFilter): number {
  const { order: _order, ...parts } = filter;
  const { order: _none, ...none } = noFilter;
  return Object.entries(none).filter(([name, value]) => Reflect.get(parts, name) !== value).length;
}

const last = '\uFFFF';
const keyOf: Readonly<Record<ListFilter['order'], (row: DraftRow) => string>> = {
  stage: () => '',
  deadline: ({ clock }) => clock?.due ?? last,
  'first-day': ({ start }) => start,
  name: ({ provider }) => provider.toLowerCase(),
  lead: ({ leadInspector }) => (leadInspector === '' ? last : leadInspector.toLowerCase()),
  changed: ({ changed }) => changed,
};
const latestFirst: ReadonlySet<ListFilter['order']> = new Set(['first-day', 'changed']);

/** Rows in an order, those that it does not tell apart as they were. */
export function inOrder(rows: readonly DraftRow[], order: ListFilter['order']): readonly DraftRow[] {
  const key = keyOf[order];
  const sign = latestFirst.has(order) ? -1 : 1;
  return rows.toSorted((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -sign : sign));
}

/** What can be chosen of each part: what stands in the rows, in the order of the alphabet. */
export function choicesIn(rows: readonly DraftRow[]): {
  readonly frameworks: readonly string[];
  readonly leads: readonly string[];
  readonly grades: readonly string[];
} {
  const distinct = (values: readonly (string | null)[]): readonly string[] =>
    [...new Set(values)].filter((value): value is string => value !== null && value !== '').toSorted();
  return {
    frameworks: distinct(rows.map(({ framework }) => framework)),
    leads: distinct(rows.map(({ leadInspector }) => leadInspector)),
    grades: distinct(rows.flatMap(gradesOf)),
  };
}

/** Whether this person may archive, withdraw or put back a draft of the list. */
export function mayShelve(row: DraftRow | undefined): boolean {
  return row !== undefined && row.draft !== '' && row.roles.some((role) => leads.includes(role));
}

const groups = [
  { id: 'missing', title: 'Missing from the folder' },
  { id: 'problem', title: 'Cannot be read whole' },
  { id: 'moderation', title: 'In moderation' },
  { id: 'factual-accuracy', title: 'Factual accuracy' },
  { id: 'drafting', title: 'Drafting' },
  { id: 'fieldwork', title: 'Fieldwork' },
  { id: 'sealed', title: 'Final' },
  { id: 'published', title: 'Published reports' },
] as const;

/** The group in which a row is shown: a stage that this version does not know stands among the drafts. */
function listedGroup(row: DraftRow): string {
  const group = groupOf(row);
  return groups.some(({ id }) => id === group) ? group : 'drafting';
}

/** A group of the list with where its first row stands among all. */
interface RowGroup {
  readonly title: string;
  readonly first: number;
  readonly rows: readonly DraftRow[];
}

/** Rows as the list shows them: group by group where it stands by stage, else in one order. */
export function groupedRows(rows: readonly DraftRow[], order: ListFilter['order']): readonly RowGroup[] {
  if (order !== 'stage')
    return rows.length === 0 ? [] : [{ title: orderTitles[order], first: 0, rows: inOrder(rows, order) }];
  const byGroup = Map.groupBy(rows, listedGroup);
  let first = 0;
  return groups.flatMap(({ id, title }) => {
    const own = byGroup.get(id) ?? [];
    first += own.length;
    return own.length === 0 ? [] : [{ title, first: first - own.length, rows: own }];
  });
}
