/*
 * Character classes by UTF-16 code unit. Ranges instead of Unicode tables: the scanner asks for every code unit of
 * every text, and English news needs no finer distinction. Surrogates are no letters here (mostly emoji).
 */

/** Whether the code unit is a blank: ASCII blanks and controls, no-break and typographic spaces, zero-width marks, BOM. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  return (
    (code >= 0x7f && code <= 0xa0) ||
    code === 0xad ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2064) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether the code unit is a letter or a combining mark of a letter, in any script of the basic plane. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  if (code < 0x2000)
    return (
      (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code !== 0x2bc) || code === 0xaa || code === 0xba
    );
  return (
    (code >= 0x2c00 && code < 0x2e00) ||
    (code >= 0x3040 && code < 0xd800) ||
    (code >= 0xf900 && code < 0xfe00) ||
    (code >= 0xfe70 && code < 0xfeff)
  );
}

/** Whether the code unit is an upper-case letter of the Latin, Greek or Cyrillic script. */
export function isUpper(code: number): boolean {
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : foldCode(code) !== code && isLetter(code);
}

/** Whether the code unit is an apostrophe: straight, curly or the modifier letter. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc;
}

/** Whether the code unit is a hyphen inside a word: ASCII, hyphen or non-breaking hyphen. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

/**
 * The code unit by which words are compared: lower case for Latin, Greek and Cyrillic letters, the straight apostrophe
 * and the ASCII hyphen for their variants, everything else as it is. Never changes the length of a text.
 */
export function foldCode(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
  if (code < 0x100) return code >= 0xc0 && code <= 0xde && code !== 0xd7 ? code + 0x20 : code;
  if (code < 0x180) {
    if ((code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17e))
      return code & 1 ? code + 1 : code;
    if (code === 0x178) return 0xff;
    return code === 0x130 || code === 0x131 || code === 0x138 || code === 0x149 || code === 0x17f
      ? code
      : code | 1;
  }
  if (code >= 0x391 && code <= 0x3a9) return code + 0x20;
  if (code >= 0x410 && code <= 0x42f) return code + 0x20;
  if (code >= 0x400 && code <= 0x40f) return code + 0x50;
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc) return 0x27;
  return code === 0x2010 || code === 0x2011 ? 0x2d : code;
}

/** The text with every code unit folded; see {@link foldCode}. */
export function foldText(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return folded;
}
