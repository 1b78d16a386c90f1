const VOWELS = 'aeiou';

/** Whether the letter at `index` of a lower-case word stands for a vowel: `u` after `q` does not, `y` after a consonant does. */
export function isVowelAt(word: string, index: number): boolean {
  const letter = word[index];
  if (letter === undefined) return false;
  if (letter === 'u') return word[index - 1] !== 'q';
  if (letter === 'y') return index > 0 && !isVowelAt(word, index - 1);
  return VOWELS.includes(letter);
}

/** Number of syllables of a lower-case word, from its vowel groups; a final silent `e` does not count, `-le` does. */
export function countSyllables(word: string): number {
  let groups = 0;
  for (let i = 0; i < word.length; i++) {
    if (isVowelAt(word, i) && !(i > 0 && isVowelAt(word, i - 1))) groups++;
  }
  const silent = /[^aeiouy]e$/.test(word) && !/[^aeiouylr]le$/.test(word);
  return Math.max(1, silent ? groups - 1 : groups);
}

/** Whether a lower-case word ends in one consonant after one vowel, as `plan` and `commit` do, but not `rain`, `fix`, `play`. */
export function endsInSingleConsonant(word: string): boolean {
  const last = word.length - 1;
  if (last < 1 || isVowelAt(word, last) || 'wxyh'.includes(word[last] as string)) return false;
  return isVowelAt(word, last - 1) && !isVowelAt(word, last - 2);
}

/** Whether a lower-case word is spoken with a sibilant at its end and so takes `-es`: `church`, but not `monarch`. */
export function endsInSibilant(word: string): boolean {
  if (!/(?:[sxz]|sh|ch)$/.test(word)) return false;
  return !/(?:(?:mon|patri|matri|olig|hier|tetr|an)arch|stomach|eunuch|loch|epoch|czech|tech|mach|bach)$/.test(
    word,
  );
}

/** Gives `inflected` the letter case of `model`: a capital first letter, or capitals throughout. */
export function withCaseOf(model: string, inflected: string): string {
  const first = model[0] as string;
  if (first === first.toLowerCase()) return inflected;
  if (model.length > 1 && model === model.toUpperCase()) return inflected.toUpperCase();
  return first + inflected.slice(1);
}
