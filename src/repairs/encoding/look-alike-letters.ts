/*
 * Letters that look like Latin ones in common typefaces, as in the confusables of Unicode's UTS 39, written out here for the
 * scripts that are used to deceive.
 */

/** Cyrillic letters and the Latin ones they look like. */
const CYRILLIC =
  'АA ВB ЕE ЅS ІI ЇÏ ЈJ КK МM НH ОO РP СC ТT ХX УY ҮY ԚQ ԜW Һh аa еe ёë ѕs іi їï јj оo рp сc хx уy һh ӏl ԛq ԝw ԁd ѵv';

/** Greek letters that look alike in every typeface, and those that do only at a glance. */
const GREEK = 'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo ϲc ϳj ϹC ͿJ άá έé όó ίí';
const GREEK_AT_A_GLANCE = 'αa γy ιi κk νv ρp τt υu χx ηn ωw';

let tables:
  | { toLatin: Map<string, string>; toCyrillic: Map<string, string>; atAGlance: Map<string, string> }
  | undefined;

function pairs(list: string): [string, string][] {
  return list.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]);
}

function all(): NonNullable<typeof tables> {
  tables ??= {
    toLatin: new Map([...pairs(CYRILLIC), ...pairs(GREEK)]),
    // The first Cyrillic letter of each Latin one; those of one alphabet stand first.
    toCyrillic: new Map(
      pairs(CYRILLIC)
        .filter(([cyrillic]) => /[А-яЁёІіЇїЈјЅѕ]/.test(cyrillic))
        .map(([cyrillic, latin]) => [latin, cyrillic]),
    ),
    atAGlance: new Map(pairs(GREEK_AT_A_GLANCE)),
  };
  return tables;
}

/** The Latin letter that a Cyrillic or Greek one looks like; undefined if there is none. */
export function latinLike(letter: string): string | undefined {
  return all().toLatin.get(letter);
}

/** The Latin letter that a small Greek one resembles at a glance: v for ν. Science uses these letters beside Latin ones. */
export function latinAtAGlance(letter: string): string | undefined {
  return all().atAGlance.get(letter);
}

/** The Cyrillic letter that a Latin one looks like; undefined if there is none. */
export function cyrillicLike(letter: string): string | undefined {
  return all().toCyrillic.get(letter);
}

/** The ASCII letter or digit of which a code point is a styled form: fullwidth, mathematical, circled; undefined for others. */
export function styledLetter(code: number): string | undefined {
  const isFullwidth =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a);
  const isMathematical = code >= 0x1d400 && code <= 0x1d7ff;
  const isCircled = code >= 0x24b6 && code <= 0x24e9;
  if (!isFullwidth && !isMathematical && !isCircled) return undefined;
  const plain = String.fromCodePoint(code).normalize('NFKC');
  return /^[A-Za-z0-9]$/.test(plain) ? plain : undefined;
}
