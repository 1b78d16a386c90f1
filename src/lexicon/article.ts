/** Letters whose names begin with a vowel sound: "an F", "an X". */
const LETTERS_WITH_VOWEL_SOUND = 'aefhilmnorsx';

/** Abbreviations in capitals that are read as a word although they begin with one of those consonants. */
const READ_AS_WORD: readonly string[] = [
  'FEMA',
  'FICA',
  'FIDE',
  'FIFA',
  'FISA',
  'FARC',
  'FICO',
  'HAMAS',
  'HIPAA',
  'HUD',
  'LASER',
  'LIBOR',
  'LIHEAP',
  'MADD',
  'MASH',
  'MERS',
  'MOMA',
  'NAFTA',
  'NASA',
  'NASCAR',
  'NASDAQ',
  'NATO',
  'NICE',
  'NIMBY',
  'NOAA',
  'RADAR',
  'RAM',
  'RAND',
  'REIT',
  'RICO',
  'ROM',
  'SALT',
  'SARS',
  'SCOTUS',
  'SCUBA',
  'SEAL',
  'SIM',
  'SNAP',
  'SONAR',
  'START',
  'STEM',
  'SWAT',
  'SWIFT',
  'HAZMAT',
  'LIDAR',
  'MIDI',
  'NEET',
  'SAGE',
  'SIDS',
  'MANPADS',
  'SAM',
  'HALO',
  'LOL',
  'SAARC',
  'NIMH',
];

/** Short English words that stand in capitals in headlines and begin with one of those consonants. */
const HEADLINE_WORDS: readonly string[] = [
  'FAIR',
  'FARM',
  'FAST',
  'FEW',
  'FINE',
  'FIRE',
  'FIRM',
  'FOUR',
  'FIVE',
  'FREE',
  'FULL',
  'FUND',
  'HALF',
  'HARD',
  'HIGH',
  'HOME',
  'HOT',
  'HUGE',
  'LAW',
  'LAST',
  'LATE',
  'LEAD',
  'LIFE',
  'LIST',
  'LONG',
  'LOSS',
  'LOW',
  'MAN',
  'MAJOR',
  'MORE',
  'MOVE',
  'MUST',
  'NEW',
  'NEED',
  'NEXT',
  'NINE',
  'RARE',
  'REAL',
  'RED',
  'RISE',
  'ROLE',
  'RULE',
  'RUN',
  'SAFE',
  'SEAT',
  'SHOT',
  'SIGN',
  'SITE',
  'SIX',
  'STEP',
  'SURE',
  'HERO',
  'MEAN',
  'MILE',
  'RACE',
  'RATE',
  'SAD',
  'SALE',
  'SET',
  'SHOW',
];

/** Words in capitals and small letters that are spelt out: "an MSc". */
const SPELT_OUT = /^(?:MSc|MSci|MEng|MPhil|LLB|LLM|mRNA|RNA|siRNA|rRNA|xG|iOS)$/;

/** Words in h- whose h is silent. */
const SILENT_H = /^(?:hour|honest|honou?r|heir|hors$)/;

/** Words that begin with a vowel letter but a consonant sound: "a European", "a one-off", "a university". */
const CONSONANT_SOUND =
  /^(?:eu|ewe|once|one(?:r|s|ness|self|sies?)?$|ou(?:ija|aga)|u(?:biq|gand|gar|ighur|k|lulat|lyss|nanim|nesco|ni|vul|yghur)|ur(?:an|in|ea|et|o|u)|us[aeu]|using|ut[aei]|utop)/;

/** Words in un-i- that are un- + i-: "an unidentified man", "an unimportant one". */
const PREFIX_UN = /^uni(?:[mnrd]|ss|so|llu)/;

/**
 * The indefinite article that a word takes by its sound: `an` before `hour`, `MP` and `18-year-old`, `a` before
 * `university`, `one-off` and `US`. Takes what follows the article; only its first word is read.
 */
export function indefiniteArticle(followingWord: string): 'a' | 'an' {
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.,]*/u.exec(followingWord.slice(0, 64))?.[0] ?? '';
  if (/^\p{N}/u.test(word)) return beginsWithVowelSoundAsNumber(word) ? 'an' : 'a';
  const compact = word.replace(/[.,]/g, '');
  const isPartOfHyphen = followingWord.includes(`${compact}-`);
  if (compact.length === 1 && (isPartOfHyphen || compact !== compact.toLowerCase())) return ofLetter(compact);
  if (isSpeltOut(compact)) return ofLetter(compact);
  return bySound(compact.normalize('NFD').toLowerCase());
}

function ofLetter(letters: string): 'a' | 'an' {
  return LETTERS_WITH_VOWEL_SOUND.includes((letters[0] as string).toLowerCase()) ? 'an' : 'a';
}

/** 8, 80, 8,000; 11 and 18, with thousands or as a year, but not 110 or 1,800. */
function beginsWithVowelSoundAsNumber(word: string): boolean {
  if (word.startsWith('8')) return true;
  const integer = /^\d{1,3}(?:,\d{3})+|^\d+/.exec(word)?.[0] ?? '';
  if (!/^1[18]/.test(integer)) return false;
  const digits = integer.replace(/,/g, '').length;
  const isYear = digits === 4 && !integer.includes(',');
  return digits % 3 === 2 || isYear;
}

/** Whether a word is read letter by letter: MP, FBI, HMRC, H1N1, F16, MPs. */
function isSpeltOut(word: string): boolean {
  if (SPELT_OUT.test(word)) return true;
  const letters = /^(\p{Lu}+)(?:s|\d.*)?$/u.exec(word)?.[1];
  if (letters === undefined || (letters.length < 2 && !/\d/.test(word))) return false;
  if (READ_AS_WORD.includes(letters) || HEADLINE_WORDS.includes(letters)) return false;
  if (letters !== word && !word.endsWith('s')) return true;
  const hasVowel = /[AEIOUY]/.test(letters);
  return !hasVowel || letters.length <= 4;
}

function bySound(word: string): 'a' | 'an' {
  if (/^h/.test(word)) return SILENT_H.test(word) ? 'an' : 'a';
  if (/^y[^aeiou]/.test(word)) return 'an';
  if (!/^[aeiouœæø]/.test(word)) return 'a';
  return CONSONANT_SOUND.test(word) && !PREFIX_UN.test(word) ? 'a' : 'an';
}
