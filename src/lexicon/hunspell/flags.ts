/** How flags are written: one character each (`char`, `UTF-8`), two (`long`), or numbers between commas (`num`). */
export type FlagStyle = 'char' | 'long' | 'num' | 'UTF-8';

/** The flag styles by the word after `FLAG`, which Hunspell also takes at its beginning only ("FLAG UTF8"). */
export function flagStyle(name: string): FlagStyle | undefined {
  if (name === 'long' || name === 'num') return name;
  return name.startsWith('UTF') ? 'UTF-8' : name === 'char' ? 'char' : undefined;
}

/** A field of flags as numbers; says what is wrong with it where it cannot be read. */
export function parseFlags(field: string, style: FlagStyle): number[] | string {
  const flags: number[] = [];
  if (style === 'num') {
    for (const number of field.split(',')) {
      const flag = Number(number);
      if (number === '' || !Number.isInteger(flag) || flag < 0)
        return `"${number}" is not a number of a flag`;
      flags.push(flag);
    }
    return flags;
  }
  if (style === 'long') {
    if (field.length % 2 === 1) return `flags "${field}" are not pairs of characters`;
    for (let at = 0; at < field.length; at += 2) {
      flags.push(field.charCodeAt(at) * 0x10000 + field.charCodeAt(at + 1));
    }
    return flags;
  }
  for (const character of field) flags.push(character.codePointAt(0) as number);
  return flags;
}

/**
 * What stands before the first slash and what after it. A slash after a backslash belongs to the word, and so does
 * one at the very beginning.
 */
export function splitFlags(text: string): { word: string; flags: string } {
  let word = '';
  let copied = 0;
  for (let at = text.indexOf('/', 1); at >= 0; at = text.indexOf('/', at + 1)) {
    if (text[at - 1] !== '\\') return { word: word + text.slice(copied, at), flags: text.slice(at + 1) };
    word += text.slice(copied, at - 1);
    copied = at;
  }
  return { word: word + text.slice(copied), flags: '' };
}
