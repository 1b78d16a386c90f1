/*
 * What a UTF-16 code unit is, and how seldom it stands in running text: the facts that badness.ts weighs. Ranges follow
 * Unicode's blocks; how odd each is, is a judgement, in tenths of the unit in which badness is counted.
 */

/** What kind of character a code unit is. */
export const Kind = {
  Blank: 0,
  Lower: 1,
  Upper: 2,
  /** A letter of a script without letter case, or with one that does not matter here. */
  Letter: 3,
  /** Han, Kana, Hangul: written without blanks. */
  Ideograph: 4,
  Digit: 5,
  /** ASCII's punctuation. */
  Plain: 6,
  /** Quotation marks that point nowhere in particular: each opens in one language and closes in another. */
  Quote: 7,
  /** Marks that begin a phrase, or stand in for a comma: ¡ ¿ ‚ */
  Opening: 8,
  /** Marks after which a word ends or another begins: … – — */
  Dash: 9,
  /** Signs that follow words and numbers: ™ ® ° ² º */
  Suffix: 10,
  Currency: 11,
  /** All other symbols. */
  Symbol: 12,
  /** Frames and shades of character graphics. */
  Frame: 13,
  Mark: 14,
  Control: 15,
  /** Half of a pair: mostly emoji. */
  Surrogate: 16,
  Apostrophe: 17,
} as const;

/** How a character is cased does not matter for the scripts from here on. */
export const Script = { None: 0, Latin: 1, Greek: 2, Cyrillic: 3, Other: 4 } as const;

export interface CharacterKinds {
  readonly kind: Uint8Array;
  readonly script: Uint8Array;
  /** How odd the character is by itself, in tenths. */
  readonly oddness: Uint8Array;
}

/** From, to, oddness: of letters of scripts without case; later rows prevail. */
const SCRIPTS: readonly (readonly [from: number, to: number, oddness: number])[] = [
  [0x0530, 0x058f, 2],
  [0x0590, 0x05ff, 0],
  [0x0600, 0x06ff, 0],
  [0x0700, 0x08ff, 30],
  [0x0900, 0x0dff, 0],
  [0x0e00, 0x0fff, 0],
  [0x1000, 0x10ff, 2],
  [0x1100, 0x11ff, 15],
  [0x1200, 0x137f, 5],
  [0x1380, 0x177f, 25],
  [0x1780, 0x17ff, 3],
  [0x1800, 0x1cff, 25],
  [0x2c00, 0x2e7f, 25],
  [0xa4d0, 0xabff, 25],
  [0xfb13, 0xfdff, 10],
  [0xfe70, 0xfefe, 10],
];

const IDEOGRAPHS: typeof SCRIPTS = [
  [0x2e80, 0x2fff, 15],
  [0x3000, 0x30ff, 0],
  [0x3100, 0x318f, 8],
  [0x3190, 0x33ff, 8],
  [0x3400, 0x4dbf, 15],
  [0x4e00, 0x9fff, 0],
  [0xa000, 0xa4cf, 25],
  [0xac00, 0xd7a3, 0],
  [0xd7a4, 0xd7ff, 30],
  [0xf900, 0xfaff, 12],
  [0xff00, 0xffef, 3],
];

/** Symbols by block, with their oddness; later rows prevail. */
const SYMBOLS: typeof SCRIPTS = [
  [0x0080, 0x00bf, 10],
  [0x02b0, 0x02ff, 15],
  [0x2010, 0x206f, 5],
  [0x2070, 0x209f, 6],
  [0x20a0, 0x20cf, 3],
  [0x2100, 0x214f, 8],
  [0x2150, 0x218f, 4],
  [0x2190, 0x21ff, 5],
  [0x2200, 0x22ff, 9],
  [0x2300, 0x23ff, 9],
  [0x2400, 0x24ff, 6],
  [0x25a0, 0x25ff, 3],
  [0x2600, 0x27bf, 2],
  [0x27c0, 0x2bff, 8],
  [0x3000, 0x303f, 0],
  [0xff00, 0xff0f, 3],
];

const MARKS: typeof SCRIPTS = [
  [0x0300, 0x036f, 7],
  [0x0483, 0x0489, 20],
  [0x0591, 0x05af, 18],
  [0x05b0, 0x05bd, 3],
  [0x05bf, 0x05bf, 3],
  [0x05c1, 0x05c2, 3],
  [0x05c4, 0x05c5, 10],
  [0x05c7, 0x05c7, 3],
  [0x0610, 0x061a, 18],
  [0x064b, 0x0652, 3],
  [0x0653, 0x065f, 12],
  [0x0670, 0x0670, 3],
  [0x06d6, 0x06ed, 18],
  [0x1ab0, 0x1aff, 20],
  [0x1dc0, 0x1dff, 20],
  [0x20d0, 0x20ff, 12],
  [0xfe00, 0xfe0f, 2],
  [0xfe20, 0xfe2f, 20],
];

/** Symbols that the blocks do not tell: characters, kind, oddness. */
const SIGNS: readonly (readonly [characters: string, kind: number, oddness: number])[] = [
  ['“”„«»‹›「」『』《》', Kind.Quote, 0],
  ['’‘', Kind.Apostrophe, 0],
  ['¡¿', Kind.Opening, 0],
  ['‚', Kind.Opening, 4],
  ['…–—‐‑', Kind.Dash, 0],
  ['•·', Kind.Symbol, 1],
  ['™®°²³ªº', Kind.Suffix, 1],
  ['©', Kind.Suffix, 2],
  ['¹', Kind.Suffix, 5],
  ['½¼¾', Kind.Suffix, 3],
  ['‰', Kind.Suffix, 5],
  ['€£', Kind.Currency, 0],
  ['¥¢', Kind.Currency, 4],
  ['§×№−', Kind.Symbol, 1],
  ['±÷µ', Kind.Symbol, 4],
  ['†‡¶ƒ', Kind.Symbol, 9],
  ['¤¦¨¬¯´¸ˆ˜˘ˇ˙˚˛˝΄΅⌐⌠⌡◊∂∫∆Ω≈√', Kind.Symbol, 15],
  ['ʻʼ', Kind.Letter, 1],
  ['\u00ad', Kind.Symbol, 8],
  ['\u200b\u200e\u200f\u2060\ufeff', Kind.Symbol, 4],
  ['\u200c\u200d', Kind.Mark, 2],
  ['\ufffd', Kind.Symbol, 10],
  ['\ufffe\uffff', Kind.Control, 40],
  ['、。，．！？：；（）【】〜～％', Kind.Symbol, 0],
  ['،؛؟٪־׳״।॥', Kind.Symbol, 0],
];

/** Letters that stand in texts seldom, or seldom beyond one language. */
const ODD_LETTERS: readonly (readonly [letters: string, oddness: number])[] = [
  ['Ã', 5],
  ['Â', 4],
  ['ÐÞ', 5],
  ['Ăâ', 1],
  ['ĹĺŔŕ', 10],
  ['ĿŀŉŧŦĸĕĔŏŎĭĬ', 15],
  ['ſ', 15],
  ['ЅѕЃѓЌќЏЂ', 4],
  ['ﬁﬂ', 4],
  // Of two letters that a stretch may stand for, the one that more words of more languages have.
  ['ùûďľþðşţģķļņÊÎÔÛŮ', 1],
  ['ťħġċÞŤĎĽ', 2],
  ['ŝĵĥĝĉŭŵŷŗÿŸŜĴĤĜĈŬŴŶŖ', 3],
];

let kinds: CharacterKinds | undefined;

/** The tables, built at the first call. */
export function characterKinds(): CharacterKinds {
  kinds ??= build();
  return kinds;
}

function build(): CharacterKinds {
  const kind = new Uint8Array(0x10000).fill(Kind.Symbol);
  const script = new Uint8Array(0x10000);
  const oddness = new Uint8Array(0x10000).fill(20);
  const fill = (rows: typeof SCRIPTS, of: number, scripts: number = Script.None) => {
    for (const [from, to, odd] of rows) {
      kind.fill(of, from, to + 1);
      script.fill(scripts, from, to + 1);
      oddness.fill(odd, from, to + 1);
    }
  };
  for (let code = 0; code < 0x80; code++) {
    const isCapital = code >= 0x41 && code <= 0x5a;
    const isSmall = code >= 0x61 && code <= 0x7a;
    kind[code] = isCapital ? Kind.Upper : isSmall ? Kind.Lower : Kind.Plain;
    if (isCapital || isSmall) script[code] = Script.Latin;
    oddness[code] = 0;
  }
  kind.fill(Kind.Control, 0, 0x20);
  oddness.fill(30, 0, 0x20);
  kind.fill(Kind.Digit, 0x30, 0x3a);
  fill(SYMBOLS, Kind.Symbol);
  fill([[0x2500, 0x259f, 3]], Kind.Frame);
  fill([[0x80, 0x9f, 40]], Kind.Control);
  fill([[0x7f, 0x7f, 30]], Kind.Control);
  fill(SCRIPTS, Kind.Letter, Script.Other);
  fill(IDEOGRAPHS, Kind.Ideograph, Script.Other);
  fill(
    [
      [0x3001, 0x303f, 1],
      [0xff01, 0xff0f, 3],
      [0xff1a, 0xff20, 3],
    ],
    Kind.Symbol,
  );
  fill([[0xd800, 0xdfff, 0]], Kind.Surrogate);
  fill([[0xe000, 0xf8ff, 40]], Kind.Control);
  fill([[0xfff0, 0xfffc, 30]], Kind.Control);
  fillCased(kind, script, oddness);
  fill(MARKS, Kind.Mark);
  for (const [characters, of, odd] of SIGNS) {
    for (const character of characters) fill([[character.charCodeAt(0), character.charCodeAt(0), odd]], of);
  }
  for (const [letters, odd] of ODD_LETTERS) {
    for (const letter of letters) oddness[letter.charCodeAt(0)] = odd;
  }
  for (const code of [0x09, 0x0a, 0x0d, 0x20, 0xa0, 0x202f, 0x3000, 0x2028]) {
    kind[code] = Kind.Blank;
    oddness[code] = 0;
  }
  return { kind, script, oddness };
}

/** Latin, Greek, Cyrillic and Armenian letters: with their case, as the platform knows it. */
function fillCased(kind: Uint8Array, script: Uint8Array, oddness: Uint8Array): void {
  const rows: readonly (readonly [from: number, to: number, script: number, oddness: number])[] = [
    [0xc0, 0x17f, Script.Latin, 0],
    [0x180, 0x24f, Script.Latin, 15],
    [0x250, 0x2af, Script.Latin, 20],
    [0x370, 0x377, Script.Greek, 20],
    [0x37b, 0x37d, Script.Greek, 20],
    [0x37f, 0x37f, Script.Greek, 20],
    [0x386, 0x3ce, Script.Greek, 0],
    [0x3cf, 0x3ff, Script.Greek, 20],
    [0x400, 0x45f, Script.Cyrillic, 0],
    [0x460, 0x48f, Script.Cyrillic, 20],
    [0x490, 0x4ff, Script.Cyrillic, 3],
    [0x500, 0x52f, Script.Cyrillic, 20],
    [0x531, 0x587, Script.Other, 2],
    [0x1e00, 0x1eff, Script.Latin, 4],
    [0x1f00, 0x1fff, Script.Greek, 2],
    [0xfb00, 0xfb06, Script.Latin, 7],
  ];
  for (const [from, to, of, odd] of rows) {
    for (let code = from; code <= to; code++) {
      if (code === 0xd7 || code === 0xf7 || code === 0x387) continue;
      const letter = String.fromCharCode(code);
      kind[code] = letter.toLowerCase() === letter ? Kind.Lower : Kind.Upper;
      script[code] = of;
      oddness[code] = odd;
    }
  }
  for (const letter of 'ơưșțǎǐǒǔǖǘǚǜǹɨ') {
    oddness[letter.charCodeAt(0)] = 0;
    oddness[letter.toUpperCase().charCodeAt(0)] = 0;
  }
  for (let code = 0x1ea0; code <= 0x1ef9; code++) oddness[code] = 0;
  for (const letter of 'ªº') script[letter.charCodeAt(0)] = Script.Latin;
}
