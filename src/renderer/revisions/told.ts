import type { ParagraphHunk, Piece } from '../../shared/text/hunks.ts';
import { hunkWords } from './folds.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { hunkWriters } from './writers.ts';

const longest = 240;

function quoted(text: string): string {
  const said = text.trim().replaceAll(/\s+/g, ' ');
  return `“${said.length > longest ? `${said.slice(0, longest)} …` : said}”`;
}

function isSaid(piece: Piece | undefined): piece is Piece {
  return piece !== undefined && piece.text.trim() !== '';
}

/** A changed paragraph in plain words, edit by edit, for whoever hears the comparison. */
export function hunkTold(draft: DraftSession, hunk: ParagraphHunk): string {
  const told: string[] = [];
  const pieces = hunk.pieces.filter(isSaid);
  pieces.forEach((piece, index) => {
    const previous = pieces[index - 1];
    const next = pieces[index + 1];
    if (piece.kind === 'del')
      told.push(
        next?.kind === 'ins'
          ? `${quoted(piece.text)} became ${quoted(next.text)}`
          : `Took out ${quoted(piece.text)}`,
      );
    else if (piece.kind === 'ins' && previous?.kind !== 'del') told.push(`Wrote ${quoted(piece.text)}`);
  });
  const words =
    told.length === 0 && hunk.kind.startsWith('moved')
      ? [quoted(pieces.map((one) => one.text).join(''))]
      : told;
  const writers = hunkWriters(draft, hunk);
  return [hunkWords(hunk), ...words, ...(writers === '' ? [] : [writers])].map((one) => `${one}.`).join(' ');
}
