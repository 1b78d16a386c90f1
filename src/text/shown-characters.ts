/** What stands for no character at all, and for a blank, where single characters are listed for people. */
const NOTHING = 'ε';
const BLANK = '␣';

/** A few characters as a table shows them: ε for none, ␣ for a blank. */
export function showCharacters(characters: string): string {
  return characters === '' ? NOTHING : characters.replaceAll(' ', BLANK);
}

/** The characters that a table shows: what {@link showCharacters} was given. */
export function readCharacters(shown: string): string {
  return shown === NOTHING ? '' : shown.replaceAll(BLANK, ' ');
}

/** Whether characters can be read from what is shown of them: not where they hold the signs themselves, controls, or half a pair. */
export function canBeShown(characters: string): boolean {
  return readCharacters(showCharacters(characters)) === characters && !/[\p{Cc}\p{Cs}]/u.test(characters);
}
