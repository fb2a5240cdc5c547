import { count, numberWords } from '../../shared/words.ts';

/** What a field holds that its form cannot take, as the platform and the limit of its record say. */
export interface FieldFacts {
  /** As its label calls it. */
  readonly title: string;
  /** Whether something is chosen in it rather than typed. */
  readonly chosen: boolean;
  /** Characters in it, and how many its record takes; null where there is no limit. */
  readonly length: number;
  readonly limit: number | null;
  /** Of a list with commas: its parts, how many there may be, and how long each. */
  readonly parts: readonly string[];
  readonly mostParts: number | null;
  readonly partLimit: number | null;
  readonly min: string;
  readonly max: string;
  readonly validity: Pick<
    ValidityState,
    'valueMissing' | 'badInput' | 'rangeUnderflow' | 'rangeOverflow' | 'stepMismatch' | 'valid'
  >;
}

/** What is too long or too much in a field for its record, which would otherwise be cut; null where nothing is. */
export function limitProblem(field: Omit<FieldFacts, 'validity' | 'chosen' | 'min' | 'max'>): string | null {
  const { title, length, limit, parts, mostParts, partLimit } = field;
  if (limit !== null && length > limit)
    return `“${title}” takes ${count(limit, 'character')}; this has ${numberWords(length)}.`;
  if (mostParts !== null && parts.length > mostParts)
    return `“${title}” takes ${numberWords(mostParts)} entries; this has ${numberWords(parts.length)}.`;
  const long = partLimit === null ? undefined : parts.find((part) => part.length > partLimit);
  return long === undefined || partLimit === null
    ? null
    : `An entry takes ${count(partLimit, 'character')}; “${long.slice(0, 30)} …” has ${numberWords(long.length)}.`;
}

/** Why a form cannot be sent as a field stands, in one sentence; null where it can. */
export function fieldProblem(field: FieldFacts): string | null {
  const { title, validity, chosen, min, max } = field;
  if (validity.badInput) return `“${title}” cannot be read. Write it again.`;
  if (validity.valueMissing) return chosen ? `Choose “${title}” first.` : `Fill in “${title}” first.`;
  const limit = limitProblem(field);
  if (limit !== null) return limit;
  if (validity.rangeUnderflow) return `“${title}” must be ${min} or more.`;
  if (validity.rangeOverflow) return `“${title}” must be ${max} or less.`;
  if (validity.stepMismatch) return `“${title}” must be a whole number.`;
  return validity.valid ? null : `“${title}” cannot stay as it is.`;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** What a problem is said beside: of several to choose one from, all of them. */
function hostOf(field: Field): HTMLElement {
  return (field.type === 'radio' ? field.closest('fieldset') : null) ?? field;
}

const wrongOf = new WeakMap<HTMLElement, HTMLElement>();

/** A label's own words, without its explanation and without what was said to be wrong. */
function titleOf(field: Field): string {
  const legend = field.type === 'radio' ? field.closest('fieldset')?.querySelector('legend') : null;
  if (legend?.textContent != null) return legend.textContent.trim();
  const label = field.labels?.[0];
  const own = [...(label?.childNodes ?? [])]
    .filter((node) => node instanceof Text || (node instanceof HTMLElement && node.matches('b, span, .vh')))
    .map((node) => node.textContent ?? '');
  return own.join(' ').replaceAll(/\s+/g, ' ').trim() || (field.getAttribute('aria-label') ?? 'This field');
}

function factsOf(field: Field): FieldFacts {
  const number = (name: 'limit' | 'parts' | 'part'): number | null =>
    field.dataset[name] === undefined ? null : Number(field.dataset[name]);
  const chosen =
    field instanceof HTMLSelectElement ||
    ['date', 'datetime-local', 'checkbox', 'radio'].includes(field.type);
  return {
    title: titleOf(field),
    chosen,
    length: field.value.trim().length,
    limit: number('limit'),
    parts: field.dataset['parts'] === undefined ? [] : field.value.split(/[,;]/).map((part) => part.trim()),
    mostParts: number('parts'),
    partLimit: number('part'),
    min: field.getAttribute('min') ?? '',
    max: field.getAttribute('max') ?? '',
    validity: field.validity,
  };
}

function clear(field: Field): void {
  wrongOf.get(hostOf(field))?.remove();
  wrongOf.delete(hostOf(field));
  field.removeAttribute('aria-invalid');
}

function show(field: Field, problem: string): void {
  const host = hostOf(field);
  const place = wrongOf.get(host) ?? document.createElement('small');
  place.className = 'wrong';
  place.role = 'alert';
  if (place.textContent !== problem) place.textContent = problem;
  if (!place.isConnected && host === field) host.after(place);
  else if (!place.isConnected) host.append(place);
  wrongOf.set(host, place);
  field.setAttribute('aria-invalid', 'true');
}

function judge(field: Field): string | null {
  field.setCustomValidity(limitProblem(factsOf(field)) ?? '');
  return fieldProblem(factsOf(field));
}

/**
 * Says beside each field what its form cannot take, in this house's words instead of the platform's bubbles. A text that
 * is too long for its record (`data-limit`) is left as it is and said, never cut. Answers how to stop.
 */
export function watchFields(): () => void {
  let first: Field | null = null;
  const refused = (event: Event): void => {
    const field = event.target;
    if (!isField(field)) return;
    event.preventDefault();
    const problem = judge(field);
    if (problem !== null) show(field, problem);
    if (first !== null) return;
    first = field;
    // The platform tells of each field in a turn of its own.
    setTimeout(() => {
      first?.focus();
      first = null;
    }, 0);
  };
  const typed = ({ target }: Event): void => {
    // A form whose keys chose something says so itself.
    if (target instanceof HTMLFormElement)
      for (const field of target.elements) if (isField(field) && judge(field) === null) clear(field);
    if (!isField(target)) return;
    const problem = judge(target);
    if (problem === null) clear(target);
    else if (wrongOf.has(hostOf(target)) || limitProblem(factsOf(target)) !== null) show(target, problem);
  };
  // What was put into a field without a key, a text that came back for one, was not judged yet.
  const sent = (event: Event): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.noValidate) return;
    for (const field of form.elements) if (isField(field)) judge(field);
    if (form.reportValidity()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('invalid', refused, true);
  window.addEventListener('input', typed, true);
  window.addEventListener('submit', sent, true);
  return () => {
    window.removeEventListener('invalid', refused, true);
    window.removeEventListener('input', typed, true);
    window.removeEventListener('submit', sent, true);
  };
}
