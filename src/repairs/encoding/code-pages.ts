/*
 * The single-byte encodings that UTF-8 is read as by mistake. Their tables come from the platform's TextDecoder, which
 * every browser and Node have; but code page 437 is not among its encodings, and some versions of Node read Windows-1252 as
 * Latin-1, so these two stand here.
 *
 * The decoders of the web are "sloppy": a byte that a Windows code page leaves undefined becomes the C1 control of the same
 * number, as most software does. Stricter software writes U+FFFD instead.
 */

/** A single-byte encoding, by what each character would be as a byte. */
export interface CodePage {
  /** Its name for people. */
  readonly name: string;
  /** Its name on the web, or that of IANA. */
  readonly label: string;
  /** Its bit in {@link sequencePages}. */
  readonly bit: number;
  /** What its bytes from 0x80 on mean; U+FFFD where nothing. */
  readonly upper: string;
  /** For each UTF-16 code unit its byte from 0x80 on, {@link LOST}, {@link BLANK}, or 0 where it has none. */
  readonly bytes: Uint8Array;
  /** The bytes that strict decoders of it cannot read. */
  readonly undefinedBytes: readonly number[];
}

/** Stands for a byte that was lost to U+FFFD. */
export const LOST = 1;
/** Stands for a blank, which may have been the no-break space 0xA0. */
export const BLANK = 2;

/** Names for people, labels of TextDecoder; those first that are met most: of two that explain a span alike the first is told. */
const ENCODINGS: readonly (readonly [name: string, label: string])[] = [
  ['Windows-1252', 'windows-1252'],
  ['Mac Roman', 'macintosh'],
  ['Windows-1251', 'windows-1251'],
  ['Windows-1250', 'windows-1250'],
  ['ISO-8859-2', 'iso-8859-2'],
  ['Windows-1253', 'windows-1253'],
  ['Windows-1254', 'windows-1254'],
  ['Windows-1257', 'windows-1257'],
  ['code page 437', 'ibm437'],
];

/** Windows-1252 from 0x80 to 0x9f; the rest is Latin-1's. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The upper half of code page 437, from 0x80. */
const CODE_PAGE_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

let pages: readonly CodePage[] | undefined;
let leads: Uint16Array;
/** Leads of sequences of two bytes. */
let shortLeads: Uint16Array;
let trails: Uint16Array;

/** All code pages; their tables are built at the first call. */
export function codePages(): readonly CodePage[] {
  if (pages !== undefined) return pages;
  leads = new Uint16Array(0x10000);
  shortLeads = new Uint16Array(0x10000);
  trails = new Uint16Array(0x10000);
  const built: CodePage[] = [];
  for (const [name, label] of ENCODINGS) {
    const upper =
      label === 'windows-1252' ? windows1252() : label === 'ibm437' ? CODE_PAGE_437 : upperHalf(label);
    if (upper !== undefined) built.push(buildCodePage(name, label, upper, 1 << built.length));
  }
  pages = built;
  return built;
}

/** The code pages, one bit each, in which a code unit and the two behind it may begin a sequence of UTF-8. */
export function sequencePages(code: number, next: number, third: number): number {
  if (pages === undefined) codePages();
  if (next >= 0x80) return (leads[code] as number) & (trails[next] as number);
  if (next !== 0x20) return 0;
  // A blank that was a no-break space: the last byte of two, or one before others.
  const found = third >= 0x80 ? leads : shortLeads;
  return (found[code] as number) & (trails[0x20] as number);
}

function buildCodePage(name: string, label: string, upper: string, bit: number): CodePage {
  const bytes = new Uint8Array(0x10000);
  const undefinedBytes: number[] = [];
  for (let byte = 0x80; byte <= 0xff; byte++) {
    // Texts are read as Latin-1 and as Windows-1252 in turns: one table does for both, with C1 controls beside the signs.
    if (byte < 0xa0 && name === 'Windows-1252') bytes[byte] = byte;
    const code = upper.charCodeAt(byte - 0x80);
    if (code === 0xfffd || (code < 0xa0 && !name.startsWith('ISO'))) undefinedBytes.push(byte);
    if (code !== 0xfffd) bytes[code] = byte;
  }
  if (undefinedBytes.length > 0) bytes[0xfffd] = LOST;
  if (bytes[0xa0] === 0xa0) bytes[0x20] = BLANK;
  for (let code = 0; code < 0x10000; code++) {
    const byte = bytes[code] as number;
    if (byte === 0) continue;
    if (byte >= 0xc2 && byte <= 0xf4) leads[code] = (leads[code] as number) | bit;
    if (byte >= 0xc2 && byte < 0xe0) shortLeads[code] = (shortLeads[code] as number) | bit;
    if (byte < 0xc0) trails[code] = (trails[code] as number) | bit;
  }
  return { name, label, bit, upper, bytes, undefinedBytes };
}

function windows1252(): string {
  return WINDOWS_1252 + String.fromCharCode(...Array.from({ length: 0x60 }, (_, i) => 0xa0 + i));
}

/** What the bytes from 0x80 on mean in an encoding; undefined where the platform does not know it. */
function upperHalf(label: string): string | undefined {
  try {
    const bytes = Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i);
    const text = new TextDecoder(label).decode(bytes);
    return text.length === 128 ? text : undefined;
  } catch {
    return undefined;
  }
}
