import { interfaceWords } from './interface-words';
import { shapeOf } from './shape';

/** Most pieces of a name that is kept; longer ones are sentences. */
const MOST_PIECES = 9;
const PIECES = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d|[-_:.]{1,2}/y;

/** The word of our list that this piece is, written as the piece is: from the list, never from the page. */
function listed(piece: string): string | undefined {
  const low = piece.toLowerCase();
  const word = interfaceWords.has(low) ? low : splitWord(low);
  if (word === undefined) return undefined;
  if (piece === low) return word;
  return piece === piece.toUpperCase() ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Two words of the list that were written as one, as in `tokenlist`. */
function splitWord(low: string): string | undefined {
  for (let at = 3; low.length > 6 && at <= low.length - 3; at++) {
    const [first, second] = [low.slice(0, at), low.slice(at)];
    if (interfaceWords.has(first) && interfaceWords.has(second)) return first + second;
  }
  return undefined;
}

/**
 * A name that a programmer gave (an id, a class, a part of an address), rebuilt from our list of interface words; `undefined`
 * when a piece is in no list, as in hashed names, or when it has more than one digit.
 */
export function keepName(name: string): string | undefined {
  if (name.length > 80) return undefined;
  let kept = '';
  let pieces = 0;
  let digits = 0;
  PIECES.lastIndex = 0;
  while (PIECES.lastIndex < name.length) {
    const piece = PIECES.exec(name)?.[0];
    if (piece === undefined || ++pieces > MOST_PIECES) return undefined;
    if (/\d/.test(piece)) digits += 1;
    const word = /^[a-z]/i.test(piece) ? listed(piece) : piece;
    if (word === undefined || digits > 1) return undefined;
    kept += word;
  }
  return kept;
}

/** A name as a sketch says it: itself, when it is made of interface words, else its shape in braces. */
export function sketchName(name: string): string {
  return keepName(name) ?? `{${shapeOf(name)}}`;
}
