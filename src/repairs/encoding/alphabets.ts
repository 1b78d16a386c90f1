/*
 * Which letters beyond the basic alphabet meet in the words of one language. Two that never do, side by side, are a sign of
 * a wrong decoder: "Ăź" is in no language, "ść" is Polish.
 */

/** The letters of each alphabet beyond a to z, or beyond those that all Cyrillic alphabets share; small ones. */
const ALPHABETS: readonly string[] = [
  'àâæçéèêëîïôœùûüÿ', // French
  'áéíñóúü', // Spanish
  'ãáàâçéêíõóôúü', // Portuguese
  'àèéìíîòóùú', // Italian
  'àçèéíïòóúü', // Catalan
  'äöüß', // German
  'áéíóúëïöüèê', // Dutch
  'åäöæøéà', // Danish, Norwegian, Swedish, Finnish
  'áðéíóúýþæöø', // Icelandic, Faroese
  'äõöüšž', // Estonian
  'āčēģīķļņšūžŗō', // Latvian
  'ąčęėįšųūž', // Lithuanian
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'áéíóöőúüű', // Hungarian
  'ăâîșțşţ', // Romanian
  'čćđšž', // Croatian, Slovene
  'çğıöşüəâîû', // Turkish, Azerbaijani
  'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ', // Vietnamese
  'âêîôûŵŷáéíóúàèìòùäëïöüẁẃẅẽỳýÿ', // Welsh
  'ċġħżàèéìíòù', // Maltese
  'ĉĝĥĵŝŭ', // Esperanto
  'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü', // Pinyin
  'ẹọṣàáèéìíòóùúńǹ', // Yoruba
  'ёыэъщ', // Russian
  'ґєіїщ', // Ukrainian
  'ўіёыэ', // Belarusian
  'ђјљњћџ', // Serbian
  'ѓѕјљњќџ', // Macedonian
];

/** The letters of every Cyrillic alphabet here, and the bits of those alphabets. */
const SHARED_CYRILLIC = 'абвгдежзийклмнопрстуфхцчшьюя';
const CYRILLIC = ~0 << 25;

/** Letters that are looked at to tell how many of them one alphabet has. */
const MOST_LETTERS = 2000;

/** Share, 0 to 1, of the letters beyond ASCII in all the texts that the alphabet has which has most of them; 1 without any. */
export function coherence(texts: Iterable<string>): number {
  const counts = new Uint32Array(32);
  let letters = 0;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0xc0 || code >= 0x2000) continue;
      letters++;
      for (let bits = alphabetsOf(code); bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        counts[bit] = (counts[bit] as number) + 1;
      }
    }
    if (letters >= MOST_LETTERS) break;
  }
  return letters === 0 ? 1 : Math.max(...counts) / letters;
}

let table: Int32Array | undefined;

/** The alphabets that have the letter, one bit each; 0 for a letter of none and for what is no Latin or Cyrillic letter. */
export function alphabetsOf(code: number): number {
  table ??= buildTable();
  return table[code] ?? 0;
}

function buildTable(): Int32Array {
  const built = new Int32Array(0x2000);
  const add = (letters: string, bits: number) => {
    for (const letter of letters + letters.toUpperCase()) {
      const code = letter.charCodeAt(0);
      if (code >= 0x80) built[code] = (built[code] as number) | bits;
    }
  };
  ALPHABETS.forEach((letters, i) => {
    add(letters, 1 << i);
  });
  add(SHARED_CYRILLIC, CYRILLIC);
  // The capital of i, where ı is a letter of its own.
  built[0x130] = built[0x131] as number;
  return built;
}
