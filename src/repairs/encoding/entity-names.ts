/*
 * The named entities of HTML 4 and those of HTML 5 that stand in news: facts of the standard, written out here because the whole
 * table of HTML 5 has 2,231 names, most of them mathematics.
 */

/** U+00A0 to U+00FF in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave ' +
  'Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc ' +
  'Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Names, each with what it stands for. */
const OTHERS =
  'quot " amp & lt < gt > apos \' AMP & LT < GT > QUOT " COPY © REG ® TRADE ™ ' +
  'OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ' +
  'Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π ' +
  'Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ ' +
  'iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω ' +
  'ensp \u2002 emsp \u2003 thinsp \u2009 hairsp \u200a numsp \u2007 puncsp \u2008 zwnj \u200c zwj \u200d lrm \u200e rlm \u200f ' +
  'ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ ' +
  'Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘ real ℜ trade ™ alefsym ℵ larr ← uarr ↑ rarr → darr ↓ ' +
  'harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ ' +
  'sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ ' +
  'equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ ' +
  'lsquor ‚ rsquor ’ ldquor „ rdquor ” horbar ― dash ‐ hyphen ‐ num # excl ! quest ? dollar $ percnt % comma , period . ' +
  'colon : semi ; sol / bsol \\ lpar ( rpar ) lsqb [ rsqb ] lbrack [ rbrack ] lcub { rcub } lbrace { rbrace } ast * plus + ' +
  'equals = lowbar _ grave ` verbar | vert | commat @ Hat ^ check ✓ star ☆ starf ★ phone ☎ ' +
  'Abreve Ă abreve ă Amacr Ā amacr ā Aogon Ą aogon ą Cacute Ć cacute ć Ccaron Č ccaron č Dcaron Ď dcaron ď Dstrok Đ dstrok đ ' +
  'Emacr Ē emacr ē Eogon Ę eogon ę Ecaron Ě ecaron ě Edot Ė edot ė Gbreve Ğ gbreve ğ Imacr Ī imacr ī Iogon Į iogon į Idot İ ' +
  'imath ı inodot ı Lacute Ĺ lacute ĺ Lcaron Ľ lcaron ľ Lstrok Ł lstrok ł Nacute Ń nacute ń Ncaron Ň ncaron ň Odblac Ő ' +
  'odblac ő Omacr Ō omacr ō Racute Ŕ racute ŕ Rcaron Ř rcaron ř Sacute Ś sacute ś Scedil Ş scedil ş Tcaron Ť tcaron ť ' +
  'Tcedil Ţ tcedil ţ Uring Ů uring ů Udblac Ű udblac ű Umacr Ū umacr ū Uogon Ų uogon ų Zacute Ź zacute ź Zcaron Ž zcaron ž ' +
  'Zdot Ż zdot ż';

/** Entities that stand for white space. */
const BLANKS: readonly (readonly [string, string])[] = [
  ['Tab', '\t'],
  ['NewLine', '\n'],
  ['NonBreakingSpace', '\u00a0'],
  ['NBSP', '\u00a0'],
  ['ZeroWidthSpace', '\u200b'],
  ['NoBreak', '\u2060'],
];

/**
 * Names that are also English words or beginnings of them, or likely parameters of a URL: without their semicolon they
 * stay.
 */
const AMBIGUOUS = new Set(
  (
    'cent pound yen sect not shy reg para times divide and or int image real part sum sub sup sim cap cup ang star check ' +
    'phone plus comma period colon num dash grave acute macr deg uml cedil prime Prime circ tilde eth ETH thorn THORN ' +
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi ' +
    'omega Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi ' +
    'Chi Psi Omega le ge ne ni prod empty exist there4 hearts spades clubs diams dagger Dagger hyphen dollar quest vert ' +
    'verbar equals ast sol semi excl lang rang loz bull oline minus prop cong perp radic infin Hat horbar lpar rpar Tab Edot'
  ).split(' '),
);

/** The longest name, in letters: no more than that is looked at after an ampersand. */
export const LONGEST_NAME = 16;

let table: Map<string, string> | undefined;

/** What a named entity stands for, by its name without ampersand and semicolon; undefined if there is none of that name. */
export function entityNamed(name: string): string | undefined {
  table ??= buildTable();
  const found = table.get(name);
  if (found !== undefined || name.length < 4 || name !== name.toUpperCase()) return found;
  // A text set in capitals after it was escaped: &EACUTE;
  const small = name.toLowerCase();
  return table.get(small.charAt(0).toUpperCase() + small.slice(1)) ?? table.get(small);
}

/** Whether the name stands for its character even without its semicolon. */
export function standsAlone(name: string): boolean {
  return !AMBIGUOUS.has(name);
}

function buildTable(): Map<string, string> {
  const built = new Map<string, string>(BLANKS);
  LATIN_1.split(' ').forEach((name, i) => {
    built.set(name, String.fromCharCode(0xa0 + i));
  });
  const words = OTHERS.split(' ');
  for (let i = 0; i < words.length; i += 2) built.set(words[i] as string, words[i + 1] as string);
  return built;
}
