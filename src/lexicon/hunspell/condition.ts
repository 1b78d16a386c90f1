/** Characters that may, or with `negated` may not, stand at one place. */
interface Place {
  readonly negated: boolean;
  readonly characters: readonly number[];
}

/**
 * What a word must end (suffix) or begin (prefix) with for an affix to fit, a place for each character. A hand-written
 * scan instead of a regular expression: dictionaries are input, and conditions are tried millions of times.
 */
export type Condition = readonly Place[];

const ANY: Place = { negated: true, characters: [] };

/** Reads a condition such as `[^aeiou]y`; undefined when a bracket is not closed. */
export function parseCondition(source: string): Condition | undefined {
  if (source === '.') return [];
  const places: Place[] = [];
  let open: { negated: boolean; characters: number[] } | undefined;
  for (const character of source) {
    const code = character.codePointAt(0) as number;
    if (open === undefined) {
      if (character === '[') open = { negated: false, characters: [] };
      else places.push(character === '.' ? ANY : { negated: false, characters: [code] });
    } else if (character === ']') {
      places.push(open);
      open = undefined;
    } else if (character === '^' && !open.negated && open.characters.length === 0) {
      open.negated = true;
    } else {
      open.characters.push(code);
    }
  }
  return open === undefined ? places : undefined;
}

/** Whether a word begins as the condition asks. */
export function beginsAs(word: string, condition: Condition): boolean {
  let at = 0;
  for (const place of condition) {
    const code = word.codePointAt(at);
    if (code === undefined || !fits(place, code)) return false;
    at += code > 0xffff ? 2 : 1;
  }
  return true;
}

/** Whether a word ends as the condition asks. */
export function endsAs(word: string, condition: Condition): boolean {
  let at = word.length;
  for (let index = condition.length - 1; index >= 0; index--) {
    if (at === 0) return false;
    at--;
    let code = word.charCodeAt(at);
    if (code >= 0xdc00 && code <= 0xdfff && at > 0) {
      const pair = word.codePointAt(at - 1) as number;
      if (pair > 0xffff) {
        code = pair;
        at--;
      }
    }
    if (!fits(condition[index] as Place, code)) return false;
  }
  return true;
}

function fits(place: Place, code: number): boolean {
  return place.characters.includes(code) !== place.negated;
}
