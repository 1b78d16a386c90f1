import { alphabetsOf } from './alphabets.js';
import { characterKinds, Kind, Script } from './character-kinds.js';

/*
 * How unlike running text a stretch is. Mojibake is found by it, as in Python's ftfy (Robyn Speer), from which the idea is
 * taken, but neither code nor tables: a stretch is decoded anew where that makes it less bad. What counts here is which
 * characters stand side by side; the unit is about what one surely misplaced character costs, in tenths.
 */

/** Each character beyond ASCII costs this, so that of two readings that look alike the shorter one is better. */
const LENGTH = 0.5;

const VOWELS = 'aeiouyäöüAEIOUYÄÖÜ';

/** The code units of a text that is judged: quicker to look at here and there than a string, and to write to. */
export type Units = Uint16Array;

/** The code units of a text. */
export function unitsOf(text: string): Units {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/**
 * Badness of the code units from `from` up to `to` (exclusive) and of how they stand beside their neighbours; 0 for sound
 * ASCII, in tenths. Looks two code units beyond either end at most.
 *
 * @param length how many of the units are those of the text
 */
export function badness(units: Units, from: number, to: number, length = units.length): number {
  const { oddness, kind } = characterKinds();
  let sum = from > 0 && from < to ? pairBadness(units, from - 1, length) : 0;
  for (let i = from; i < to; i++) {
    const code = units[i] as number;
    sum += oddness[code] as number;
    if (code >= 0x80 && kind[code] !== Kind.Surrogate) sum += LENGTH;
    if (i + 1 < length) sum += pairBadness(units, i, length);
  }
  return sum;
}

/** The kind of a code unit; none beyond the ends of the text. */
function kindAt(units: Units, i: number, length: number): number {
  return i < 0 || i >= length ? -1 : (characterKinds().kind[units[i] as number] as number);
}

/** Badness of the code units at `i` and `i + 1` standing side by side. */
function pairBadness(units: Units, i: number, length: number): number {
  const a = units[i] as number;
  const b = units[i + 1] as number;
  if (a < 0x80 && b < 0x80) return 0;
  const { kind, script } = characterKinds();
  const one = kind[a] as number;
  const other = kind[b] as number;
  if (one === Kind.Blank || other === Kind.Blank) return besideBlank(units, i, length, one, other);
  if (isLetter(one)) {
    if (isLetter(other)) return letters(units, i, length, a, b);
    if (other === Kind.Ideograph) return one === Kind.Lower ? (a < 0x80 ? 12 : 25) : a < 0x80 ? 4 : 20;
    return letterThen(units, i, length, other);
  }
  if (isLetter(other)) {
    if (one === Kind.Ideograph) return b < 0x80 ? 3 : 20;
    return thenLetter(units, i, length, one);
  }
  if (one === Kind.Ideograph || other === Kind.Ideograph) return betweenIdeographs(one, other);
  if (one === Kind.Digit || other === Kind.Digit) return besideDigit(one, other);
  if (one === Kind.Surrogate || other === Kind.Surrogate) return 0;
  if (other === Kind.Mark) return (script[a] as number) === Script.None && one !== Kind.Mark ? 12 : 0;
  if (one === Kind.Mark) return 0;
  if (one === Kind.Frame || other === Kind.Frame)
    return one === other || one === Kind.Plain || other === Kind.Plain ? 0 : 8;
  if (one === Kind.Plain || other === Kind.Plain) return one === Kind.Currency ? 1 : 0;
  // Two marks of which each may end or begin a phrase: ”… –“
  if (bordersPhrase(one) && bordersPhrase(other)) return a === b ? 0.5 : 1;
  return a === b ? 1 : 8;
}

function bordersPhrase(kind: number): boolean {
  return kind === Kind.Quote || kind === Kind.Apostrophe || kind === Kind.Dash || kind === Kind.Opening;
}

/** Capitals that are no word by themselves in any language, but often the first half of mojibake. */
const NO_WORDS = 'ÃÂÐÑĂĹĆĀ';

function isNoWord(code: number): boolean {
  return code >= 0xc0 && code < 0x180 && NO_WORDS.includes(String.fromCharCode(code));
}

/** Beside a blank everything may stand, but few signs that belong to the word before it, and no half of a word. */
function besideBlank(units: Units, i: number, length: number, one: number, other: number): number {
  if (one !== Kind.Blank) return 0;
  if (other === Kind.Suffix || other === Kind.Mark) return 3;
  if (other !== Kind.Upper) return 0;
  const isAlone = i + 2 >= length || kindAt(units, i + 2, length) === Kind.Blank;
  return isAlone && isNoWord(units[i + 1] as number) ? 8 : 0;
}

function isLetter(kind: number): boolean {
  return kind === Kind.Lower || kind === Kind.Upper || kind === Kind.Letter;
}

/** Two letters: of one script, of one alphabet, and capitals only where they can be. */
function letters(units: Units, i: number, length: number, a: number, b: number): number {
  const { kind, script } = characterKinds();
  if (script[a] !== script[b]) return 25;
  if (script[a] === Script.Other) return isOneScript(a, b) ? 0 : 25;
  let sum = 0;
  if (a >= 0x80 && b >= 0x80 && script[a] !== Script.Greek) {
    const shared = alphabetsOf(a) & alphabetsOf(b);
    sum += shared === 0 ? 15 : script[a] === Script.Latin ? 3 : 0;
  }
  // ß follows a vowel.
  if (b === 0xdf && !VOWELS.includes(String.fromCharCode(a))) sum += 8;
  if (script[a] === Script.Greek && isAccentedGreekCapital(b)) sum += 10;
  const isCapital = kind[b] === Kind.Upper;
  const next = kindAt(units, i + 2, length);
  // A capital behind a small letter, and the word ends with it: "cittĂ".
  if (kind[a] === Kind.Lower) return isCapital ? sum + (next === Kind.Blank ? 17 : 13) : sum;
  // Two capitals, then a small letter: "ÄŤas".
  if (isCapital && next === Kind.Lower) sum += 7;
  return sum;
}

/** Letters of the scripts without case: each block of Unicode is one, roughly. */
function isOneScript(a: number, b: number): boolean {
  if (a < 0x900 && b < 0x900) return a < 0x590 === b < 0x590 && a < 0x600 === b < 0x600;
  return a >> 7 === b >> 7 || (a >= 0x600 && b >= 0xfb50) || (b >= 0x600 && a >= 0xfb50);
}

function isAccentedGreekCapital(code: number): boolean {
  return (code >= 0x386 && code <= 0x38f) || code === 0x3aa || code === 0x3ab;
}

/** A letter and what is none; `i` is the letter's place. */
function letterThen(units: Units, i: number, length: number, other: number): number {
  const { kind, script } = characterKinds();
  const letter = units[i] as number;
  const sign = units[i + 1] as number;
  const isInside = isLetter(kindAt(units, i + 2, length));
  // Half of mojibake by itself, and a sign that ends no word of it: "Â©2019", "Â«".
  const isHalf = isNoWord(letter) && !isLetter(kindAt(units, i - 1, length));
  switch (other) {
    case Kind.Apostrophe:
      // The opening one inside a word: Hawaiian, or none.
      return sign === 0x2018 ? (isInside ? 11 : isHalf ? 8 : 0) : 0;
    case Kind.Quote:
      // „ always opens; “ closes where „ does, but not behind these letters.
      if (sign === 0x201e) return 14;
      if (isHalf) return 12;
      return isInside ? 8 : sign === 0x201c && 'ÃÂĆĀ'.includes(String.fromCharCode(letter)) ? 11 : 0;
    case Kind.Opening:
      return sign === 0x201a && kind[letter] === Kind.Upper ? 8 : isInside ? 16 : 14;
    case Kind.Dash:
      return isInside && letter >= 0x80 ? (isHalf ? 11 : 3) : 0;
    case Kind.Suffix:
      return isInside ? 14 : letter < 0x80 ? 1 : isHalf ? 12 : 5;
    case Kind.Currency:
      return isHalf ? 17 : 14;
    case Kind.Symbol:
    case Kind.Frame:
      return sign === 0xfffd ? 0 : 12;
    case Kind.Mark:
      return script[letter] === Script.None ? 10 : 0;
    case Kind.Digit:
      return 1;
    default:
      return 0;
  }
}

/** What is no letter, and a letter; `i` is the place of the former. */
function thenLetter(units: Units, i: number, length: number, one: number): number {
  const before = i > 0 ? kindAt(units, i - 1, length) : Kind.Blank;
  const next = units[i + 1] as number;
  const isInside = isLetter(before) || before === Kind.Symbol || before === Kind.Suffix;
  switch (one) {
    case Kind.Quote:
      return isInside ? 8 : 0;
    case Kind.Dash:
      return next >= 0x80 ? (before === Kind.Blank ? 2 : 4) : 0;
    case Kind.Suffix:
      return 10;
    case Kind.Currency:
      return 6;
    case Kind.Symbol:
    case Kind.Frame:
      return units[i] === 0xfffd ? 0 : 10;
    case Kind.Digit:
      return next < 0x80 ? 0 : 3;
    default:
      return 0;
  }
}

function betweenIdeographs(one: number, other: number): number {
  const next = one === Kind.Ideograph ? other : one;
  return next === Kind.Mark || next === Kind.Frame || next === Kind.Currency ? 8 : 0;
}

function besideDigit(one: number, other: number): number {
  const next = one === Kind.Digit ? other : one;
  if (next === Kind.Mark) return 8;
  return next === Kind.Frame || (next === Kind.Currency && one === Kind.Currency) ? 0 : 1;
}

/** How far the letters are looked for that tell the script around a stretch. */
const FAR = 16;
/** A stretch of letters in another script than the words on both its sides. */
const STRANGE = 16;

/**
 * The script of the letters with which a stretch of units begins, if that is strange among plain Latin ones: Greek or Cyrillic; or none.
 */
export function strangeScript(units: Units, from: number, to: number): number {
  const { script } = characterKinds();
  for (let i = from; i < to; i++) {
    const own = script[units[i] as number] as number;
    if (own !== Script.None) return own === Script.Greek || own === Script.Cyrillic ? own : Script.None;
  }
  return Script.None;
}

/** Badness of Greek or Cyrillic letters from `start` to `end`: more than 0 where the words on both sides are plain Latin. */
export function strangeness(units: Units, start: number, end: number): number {
  const before = scriptBeside(units, start - 1, -1);
  const after = scriptBeside(units, end, 1);
  const isStrange = before !== Script.Other && after !== Script.Other && before + after !== Script.None;
  return isStrange ? STRANGE : 0;
}

/** Plain Latin, another script, or none near. */
function scriptBeside(units: Units, from: number, step: number): number {
  const { script } = characterKinds();
  for (let k = 0; k < FAR; k++) {
    const code = units[from + k * step];
    if (code === undefined) break;
    if (script[code] !== Script.None) return code < 0x80 ? Script.Latin : Script.Other;
  }
  return Script.None;
}
