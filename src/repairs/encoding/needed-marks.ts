/*
 * Where characters that cannot be seen are needed: joiners in the scripts of the Arabs and of India and in emoji, zero-width
 * spaces in scripts without blanks, marks of direction in lines with Hebrew or Arabic, selectors behind what they select from.
 */

/** Whether the invisible character at `i` is where its script or emoji needs it. */
export function isNeededMark(text: string, i: number): boolean {
  const code = text.codePointAt(i) as number;
  switch (code) {
    case 0x200b:
      return isUnspaced(text.charCodeAt(i - 1)) || isUnspaced(text.charCodeAt(i + 1));
    case 0x200c:
      return isJoining(text.charCodeAt(i - 1)) && !isInvisible(text.charCodeAt(i + 1));
    case 0x200d:
      return isJoiner(text, i);
    case 0x2060:
      return isUnspaced(text.charCodeAt(i - 1)) || isUnspaced(text.charCodeAt(i + 1));
    case 0x034f:
      return isBetween(text.charCodeAt(i - 1), 0x0300, 0x06ff);
    case 0x115f:
    case 0x1160:
      return (
        isBetween(text.charCodeAt(i + 1), 0x1100, 0x11ff) || isBetween(text.charCodeAt(i - 1), 0x1100, 0x11ff)
      );
    case 0x00ad:
      return false;
    default:
  }
  if (code >= 0x180b && code <= 0x180f) return isBetween(text.charCodeAt(i - 1), 0x1800, 0x18af);
  if (
    code === 0x200e ||
    code === 0x200f ||
    code === 0x061c ||
    isBetween(code, 0x202a, 0x202e) ||
    isBetween(code, 0x2066, 0x2069)
  ) {
    return isNearRightToLeft(text, i);
  }
  if (isBetween(code, 0xfe00, 0xfe0f)) return isSelectable(text, i, code);
  if (isBetween(code, 0xe0100, 0xe01ef)) return isHan(codeBefore(text, i));
  if (isBetween(code, 0xe0020, 0xe007f)) return isFlagTag(text, i);
  return isBetween(code, 0x1100, 0x11ff) && code !== 0x115f && code !== 0x1160;
}

/** Whether the zero-width joiner at `i` joins: emoji, or letters of a script that has joined forms. */
function isJoiner(text: string, i: number): boolean {
  const before = codeBefore(text, i);
  if (isJoining(before)) return !isInvisible(text.charCodeAt(i + 1));
  const next = text.codePointAt(i + 1) ?? 0;
  return isEmojiPart(before) && isEmojiPart(next);
}

function isBetween(code: number, from: number, to: number): boolean {
  return code >= from && code <= to;
}

function codeBefore(text: string, i: number): number {
  const code = text.charCodeAt(i - 1);
  return isBetween(code, 0xdc00, 0xdfff) && i > 1 ? (text.codePointAt(i - 2) as number) : code;
}

function isInvisible(code: number): boolean {
  return isBetween(code, 0x200b, 0x200f) || isBetween(code, 0x2060, 0x206f) || code === 0xfeff;
}

/** Thai, Lao, Tibetan, Burmese, Khmer and their like: words stand without blanks between them. */
function isUnspaced(code: number): boolean {
  return (
    isBetween(code, 0x0e00, 0x0fff) ||
    isBetween(code, 0x1000, 0x109f) ||
    isBetween(code, 0x1780, 0x17ff) ||
    isBetween(code, 0x1950, 0x1aaf) ||
    isBetween(code, 0xa9e0, 0xaadf)
  );
}

/** Arabic and its kin, Mongolian, the scripts of India, Sinhala, Burmese and Khmer. */
function isJoining(code: number): boolean {
  return (
    isBetween(code, 0x0600, 0x08ff) ||
    isBetween(code, 0x0900, 0x0dff) ||
    isBetween(code, 0x1000, 0x109f) ||
    isBetween(code, 0x1780, 0x18af) ||
    isBetween(code, 0xa840, 0xa9df) ||
    isBetween(code, 0xfb50, 0xfdff) ||
    isBetween(code, 0xfe70, 0xfefc) ||
    isBetween(code, 0x11000, 0x11fff)
  );
}

/** Emoji and what belongs to them: selectors, skin tones, hearts, signs of gender. */
function isEmojiPart(code: number): boolean {
  return isBetween(code, 0x1f000, 0x1faff) || isBetween(code, 0x2190, 0x2bff) || code === 0xfe0f;
}

function isHan(code: number): boolean {
  return (
    isBetween(code, 0x3400, 0x9fff) || isBetween(code, 0xf900, 0xfaff) || isBetween(code, 0x20000, 0x3ffff)
  );
}

/** Whether what stands before a variation selector has variants. */
function isSelectable(text: string, i: number, selector: number): boolean {
  const before = codeBefore(text, i);
  if (selector >= 0xfe0e) {
    return isEmojiPart(before)
      ? before !== 0xfe0f
      : isBetween(before, 0x30, 0x39) ||
          before === 0x23 ||
          before === 0x2a ||
          before === 0xa9 ||
          before === 0xae ||
          before === 0x203c ||
          before === 0x2049 ||
          before === 0x2122 ||
          before === 0x2139 ||
          isBetween(before, 0x3030, 0x303d) ||
          isBetween(before, 0x3297, 0x3299);
  }
  return (
    isHan(before) ||
    isBetween(before, 0x2200, 0x22ff) ||
    isBetween(before, 0x1000, 0x109f) ||
    isBetween(before, 0xff01, 0xff1f) ||
    isBetween(before, 0x3000, 0x303f) ||
    isBetween(before, 0xa840, 0xa87f)
  );
}

const BLACK_FLAG = 0x1f3f4;
/** The longest run of tag characters in a flag: that of a region, with its end. */
const LONGEST_FLAG = 7;

/** Whether a tag character is part of a flag: a black flag, some tags of letters and digits, and the tag that ends it. */
function isFlagTag(text: string, i: number): boolean {
  let start = i;
  while (i - start < 2 * LONGEST_FLAG && isTag(text, start - 2)) start -= 2;
  if (codeBefore(text, start) !== BLACK_FLAG) return false;
  let end = start;
  while (end - start < 2 * (LONGEST_FLAG + 1) && isTag(text, end) && text.codePointAt(end) !== 0xe007f)
    end += 2;
  return text.codePointAt(end) === 0xe007f && i <= end;
}

function isTag(text: string, i: number): boolean {
  return i >= 0 && isBetween(text.codePointAt(i) ?? 0, 0xe0020, 0xe007f);
}

/** How far from a mark of direction the letters that need it may stand. */
const FAR = 120;

/** Whether Hebrew, Arabic or another script from right to left stands in the line of a mark. */
function isNearRightToLeft(text: string, i: number): boolean {
  for (const step of [-1, 1]) {
    for (let k = 1; k <= FAR; k++) {
      const code = text.charCodeAt(i + step * k);
      if (Number.isNaN(code) || code === 0x0a) break;
      if (isBetween(code, 0x0590, 0x08ff) && code !== 0x061c) return true;
      if (isBetween(code, 0xfb1d, 0xfdff) || isBetween(code, 0xfe70, 0xfefc)) return true;
      if (isBetween(code, 0xd802, 0xd803) || code === 0xd83a) return true;
    }
  }
  return false;
}
