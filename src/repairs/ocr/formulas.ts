import { isDigit, isLetter } from '../../text/characters.js';

/** Whether a chunk looks like a formula, an index, a path or a code: never a misread word. */
export function isFormula(chunk: string): boolean {
  // Several words' worth of letters make it text, though brackets or slashes stand in it.
  if (/\p{Ll}{4}/u.test(chunk)) return /[_@=\\^]/.test(chunk) && !/^\P{L}*\p{L}+\P{L}*$/u.test(chunk);
  return (
    /[_@=*^\\<>|+/]/.test(chunk) ||
    /\p{L}[([]./u.test(chunk) ||
    /^\(?(?:\p{Lu}{1,2}|\p{Lu}\p{Ll})\d+\)?[.,]?$/u.test(chunk) ||
    // Post codes and other labels of capitals and digits.
    /^(?=\P{L}*\p{Lu})(?=\D*\d)[\p{Lu}\d]{2,3}[.,]?$/u.test(chunk)
  );
}

/** Whether a chunk is a number, with its signs and at most one letter. */
export function isNumeric(chunk: string): boolean {
  let digits = 0;
  let letters = 0;
  for (let i = 0; i < chunk.length; i++) {
    const code = chunk.charCodeAt(i);
    if (isDigit(code)) digits++;
    else if (isLetter(code)) {
      if (digits === 0) return false;
      letters++;
    }
  }
  return digits > 0 && letters < 2;
}
