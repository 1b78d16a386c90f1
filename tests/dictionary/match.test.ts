import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReversalDictionary } from '../../src/dictionary/reversal-dictionary.js';
import { foldText } from '../../src/text/characters.js';
import { TokenFlag } from '../../src/text/tokens.js';
import { dictionaryOf, matchesOf, readingsOf, tokensOf } from './compiled.js';

const dictionary = dictionaryOf([
  'high minister | prime minister | noun',
  'high | tall | adjective',
  'minister | secretary | noun',
  'minister | cleric | noun',
  'united states president | US president | noun',
]);

describe('findMatches', () => {
  it('finds all forms, shorter before longer, in any letter case', () => {
    expect(readingsOf('HIGH Ministers met.', dictionary)).toEqual([
      'HIGH → tall',
      'HIGH Ministers → prime ministers',
      'Ministers → secretaries, clerics',
    ]);
  });

  it('finds standard forms too, which have no candidates', () => {
    expect(readingsOf('a tall secretary', dictionary)).toEqual(['tall → ', 'secretary → ']);
  });

  it('lets a phrase go on over a line break and end in a possessive', () => {
    expect(readingsOf("the high\nminister's", dictionary)).toContain("high\nminister's → prime minister");
  });

  it.each([
    ['an empty line', 'the high\n\nminister'],
    ['the end of a sentence', 'How high. Minister'],
    ['a comma', 'the high, minister'],
    ['a possessive', "the high's minister"],
    ['a hyphen', 'the high-minister'],
  ])('does not let a phrase go on over %s', (_, text) => {
    const found = matchesOf(text, dictionary);
    expect(found.every(({ from, to }) => to - from === 1)).toBe(true);
  });

  it('leaves URLs and e-mail addresses alone', () => {
    expect(matchesOf('minister@high.example #minister http://high.minister', dictionary)).toEqual([]);
  });

  it('goes on after a phrase that does not end', () => {
    expect(readingsOf('united states high minister', dictionary)).toContain('high minister → prime minister');
  });
});

const words = ['a', 'b', 'c'];
const form = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(' '));
const anyDictionary = fc
  .uniqueArray(form, { minLength: 1, maxLength: 10 })
  .map((spun) => dictionaryOf(spun.map((each) => `${each} | x${each.length} y | fixed`)));
const anyText = fc
  .array(fc.constantFrom('a', 'B', 'c', "a's", 'd', '.', ',', '\n\n', 'x3', 'Y', '\ud800'), { maxLength: 25 })
  .map((parts) => parts.join(' '));

/** Numbers of all forms by their words, gathered without the trie. */
function formNumbers(opened: ReversalDictionary, candidates: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const text of candidates) {
    let node = 0;
    for (const word of text.split(' ')) {
      const id = opened.vocabulary.id(word);
      node = id === 0 ? 0 : opened.child(node, id);
      if (node === 0) break;
    }
    if (node !== 0 && opened.formAt(node) !== 0) numbers.set(text, opened.formAt(node));
  }
  return numbers;
}

describe('the matches of any text', () => {
  it('are those that looking at every stretch of tokens finds', () => {
    fc.assert(
      fc.property(anyDictionary, anyText, (opened, text) => {
        const tokens = tokensOf(text, opened);
        const expected: { from: number; to: number; form: number }[] = [];
        for (let from = 0; from < tokens.count; from++) {
          const seen: string[] = [];
          for (let to = from + 1; to <= tokens.count; to++) {
            const last = to - 1;
            const flag = tokens.flags[last] as number;
            if (last > from && (flag & (TokenFlag.SentenceStart | TokenFlag.ParagraphBefore)) !== 0) break;
            const possessive = (flag & TokenFlag.Possessive) !== 0;
            const token = foldText(text.slice(tokens.start[last], tokens.end[last]));
            seen.push(possessive ? token.slice(0, -2) : token);
            const found = formNumbers(opened, [seen.join(' ')]).get(seen.join(' '));
            if (found !== undefined) expected.push({ from, to, form: found });
            if (possessive) break;
          }
        }
        expect(matchesOf(text, opened)).toEqual(expected);
      }),
    );
  });
});
