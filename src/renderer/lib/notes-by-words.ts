import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import type { DraftState } from '../../shared/judgment/draft-state.ts';
import { shown } from '../../shared/records/settled.ts';

/** The notes that are linked to one of these criteria. */
export function linkedTo(
  links: DraftState['links'],
  criteria: readonly { readonly id: string }[],
): ReadonlySet<string> {
  const wanted = new Set(criteria.map(({ id }) => id));
  return new Set(
    links
      .filter(({ criterion, values }) => wanted.has(criterion) && shown(values) !== 'none')
      .map(({ note }) => note),
  );
}

/** The notes of a draft, those first that are linked to one of these criteria. */
export function linkedFirst(
  { notes, links }: Pick<DraftState, 'notes' | 'links'>,
  criteria: readonly { readonly id: string }[],
): readonly EvidenceNote[] {
  const linked = linkedTo(links, criteria);
  return [...notes.filter(({ id }) => linked.has(id)), ...notes.filter(({ id }) => !linked.has(id))];
}

/** More than anybody reads; whoever wants another types one word more. */
export const mostOffered = 50;

/** The notes whose code, words or source hold every word that was typed; first the one that a code or number names. */
export function notesByWords(typed: string, notes: readonly EvidenceNote[]): readonly EvidenceNote[] {
  const words = typed.toLowerCase().split(/\s+/);
  const found = notes.filter(({ erased, code, text, source }) => {
    const all = `${code} ${text} ${source}`.toLowerCase();
    return !erased && words.every((word) => all.includes(word));
  });
  // "2" means the second note rather than whatever has a 2 in it.
  const meant = codeMeant(typed, notes);
  const named = (note: EvidenceNote): boolean => note.code === meant && !note.erased;
  return [...notes.filter(named), ...found.filter((note) => !named(note))];
}

/**
 * The code of the one note that these signs name: its number alone, its letters in either case, without hyphen or zeros.
 * Null where no note has it or several have, as CT-002 and OB-002 do for "2".
 */
function codeMeant(typed: string, notes: readonly EvidenceNote[]): string | null {
  const [, letters = '', number = '', rest = ''] =
    /^\s*(?:([a-z]{2})-?)?0*(\d{1,6})([a-z]|-\d+)?\s*$/iu.exec(typed) ?? [];
  if (number === '') return null;
  const same = notes.filter(({ code, erased }) => {
    const parts = /^([A-Z]{2})-0*(\d+)(.*)$/u.exec(code);
    return (
      !erased &&
      parts?.[2] === number &&
      parts[3] === rest.toLowerCase() &&
      (letters === '' || parts[1] === letters.toUpperCase())
    );
  });
  return same.length === 1 ? (same[0]?.code ?? null) : null;
}

/** What stands between brackets once they are closed, as "2, 14" becomes "CT-002, CT-014"; null where that names no notes. */
export function codesMeant(typed: string, notes: readonly EvidenceNote[]): string | null {
  const codes = typed.split(/[,;]/u).map((part) => codeMeant(part, notes));
  return codes.includes(null) ? null : codes.join(', ');
}
