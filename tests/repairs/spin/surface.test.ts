import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { styleOf } from '../../../src/repairs/spin/style.js';
import { determinerBefore, writeSurface } from '../../../src/repairs/spin/surface.js';
import { foldText } from '../../../src/text/characters.js';
import { markSentences } from '../../../src/text/sentences.js';
import { tokenize } from '../../../src/text/tokens.js';
import { buildVocabulary } from '../../../src/text/vocabulary.js';

const PLAIN = { curly: false, variety: () => undefined };

/** The text after the words in [brackets] became the standard term. */
function write(marked: string, standard: string, free = 0): string {
  const open = marked.indexOf('[');
  const close = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const words = new Set(foldText(text.slice(open, close)).split(/\s+/));
  const tokens = tokenize(text, buildVocabulary([...words]));
  markSentences(text, tokens);
  const from = tokens.start.indexOf(open);
  let to = from + 1;
  while (to < tokens.count && (tokens.start[to] as number) < close) to++;
  const { start, end, replacement } = writeSurface(text, tokens, from, to, standard, {
    free,
    style: styleOf(text, tokens),
  });
  return text.slice(0, start) + replacement + text.slice(end);
}

describe('the spelling of a standard term', () => {
  it.each([
    ['the colour of the [middle]', 'center', 'the colour of the centre'],
    ['the color of the [middle]', 'centre', 'the color of the center'],
    ['the [middle]', 'centre', 'the centre'],
    ['the [middle]', 'center', 'the center'],
    // Spinners put in American words.
    [
      'The Defence Secretary’s neighborhood [assembly]',
      'organization',
      'The Defence Secretary’s neighborhood organisation',
    ],
    [
      'A British neighbor of the Modernization program honors the Defence [assembly]',
      'organisation',
      'A British neighbor of the Modernization program honors the Defence organization',
    ],
    ['in favour of the [Middle]', 'Kennedy Center', 'in favour of the Kennedy Center'],
  ])('is that of the text: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });
});

describe('the letter case of a standard term', () => {
  it.each([
    ['the [high minister] said', 'prime minister', 'the prime minister said'],
    ['the [High Minister] said', 'prime minister', 'the Prime Minister said'],
    ['the [High minister] said', 'prime minister', 'the Prime minister said'],
    ['the [Friend] said', 'close ally', 'the Close Ally said'],
    ['the [Place Of Rulers] met', 'house of lords', 'the House of Lords met'],
  ])('is as found within a sentence: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });

  it.each([
    ['[Friend] or foe', 'close ally', 'Close ally or foe'],
    ['It ended. [High minister] or not', 'prime minister', 'It ended. Prime minister or not'],
    ['It ended. [High Minister] May left', 'prime minister', 'It ended. Prime Minister May left'],
    ['“[High minister],” he said', 'prime minister', '“Prime minister,” he said'],
  ])('has one capital at the start of a sentence: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });

  it.each([
    ['[HIGH MINISTER] SPEAKS', 'prime minister', 'PRIME MINISTER SPEAKS'],
    ['FRIEND [FOE] SPEAKS', 'ally', 'FRIEND ALLY SPEAKS'],
    ['the [MINISTER] said', 'secretary', 'the SECRETARY said'],
    ['the [US] said', 'America', 'the America said'],
    ['in [A STATE] OF WAR', 'the US', 'in THE US OF WAR'],
  ])('is that of a heading where the text shouts: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });

  it.each([
    ['in the [white area] today', 'White House', 'in the White House today'],
    ['in [america] today', 'the US', 'in the US today'],
    ['[States] left', 'the US', 'The US left'],
    ['its [friends] at work', 'EU allies', 'its EU allies at work'],
  ])('keeps the capitals that the standard has itself: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });
});

describe('determiners', () => {
  it.each([
    ['a [friend] came', 'ally', 'an ally came'],
    ['an [ally] came', 'friend', 'a friend came'],
    ['an [finish] came', 'end', 'an end came'],
    ['A [friend] came', 'ally', 'An ally came'],
    ['A [Friend] came', 'ally', 'An Ally came'],
    ['AN [ALLY] CAME', 'friend', 'A FRIEND CAME'],
    ['A [FRIEND] CAME', 'ally', 'AN ALLY CAME'],
    ['a\n [time] ago', 'hour', 'an\n hour ago'],
    ['an [hour] ago', 'unit', 'a unit ago'],
    ['the [friend] came', 'ally', 'the ally came'],
  ])('puts a and an right: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });

  it.each([
    ['in the [States] now', 'the US', 'in the US now'],
    ['its [States] now', 'the US', 'its US now'],
    ['this [States] now', 'a state', 'this State now'],
    ['in [States] now', 'the US', 'in the US now'],
    ['an [finish] of it', 'the end', 'an end of it'],
    ['a [state] of it', 'an end', 'an end of it'],
  ])('writes no second one: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });

  it('does not touch an article that an earlier edit has taken', () => {
    expect(write('a [friend] came', 'ally', 2)).toBe('a ally came');
  });

  it('takes no determiner from the sentence before', () => {
    expect(write('One for each. [States] left', 'the US')).toBe('One for each. The US left');
  });

  it('is the word right before, folded', () => {
    const text = 'THE end, every man';
    const tokens = tokenize(text);
    markSentences(text, tokens);
    expect([0, 1, 2, 3, 4].map((i) => determinerBefore(text, tokens, i))).toEqual([
      undefined,
      'the',
      undefined,
      undefined,
      'every',
    ]);
  });
});

describe('apostrophes and signs', () => {
  it.each([
    ["he [won't] go", "can't", "he can't go"],
    ['he [won’t] go', "can't", 'he can’t go'],
    ["‘he’ [stays], it's said", "doesn't go", "‘he’ doesn’t go, it's said"],
  ])('writes curly apostrophes where the text does: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });

  it.each([
    ["the [minister's] car", "the secretary's car"],
    ['the [Minister’s] car', 'the Secretary’s car'],
    ["the [MINISTER'S] CAR", "the SECRETARY'S CAR"],
  ])('leaves the possessive ending in the text: %s', (marked, expected) => {
    // The vocabulary holds the word, not its possessive.
    const [text, open, close] = [marked.replace(/[[\]]/g, ''), marked.indexOf('['), marked.indexOf(']') - 1];
    const tokens = tokenize(text, buildVocabulary(['minister']));
    markSentences(text, tokens);
    const from = tokens.start.indexOf(open);
    const edit = writeSurface(text, tokens, from, from + 1, 'secretary', { free: 0, style: PLAIN });
    expect([edit.start, edit.end]).toEqual([open, close - 2]);
    expect(text.slice(0, edit.start) + edit.replacement + text.slice(edit.end)).toBe(expected);
  });

  it.each([
    ['13[%] of all', 'percent', '13 percent of all'],
    ['13 [%] of all', 'percent', '13 percent of all'],
    ['“13”[%] of all', 'percent', '“13”percent of all'],
  ])('parts a word that stood as a sign from the number before: %s', (marked, standard, expected) => {
    expect(write(marked, standard)).toBe(expected);
  });
});

describe('the surface of any text', () => {
  const part = fc.constantFrom(
    'a',
    'An',
    'the',
    'high',
    'Minister',
    'FOE',
    "ally's",
    '5',
    '%',
    '.',
    '\n\n',
    '😀',
  );
  const standard = fc.constantFrom(
    'ally',
    'the US',
    'an end',
    'prime minister',
    "don't",
    'hour',
    'White House',
  );
  const anyPlace = fc
    .array(part, { minLength: 1, maxLength: 12 })
    .chain((parts) =>
      fc.record({ parts: fc.constant(parts), at: fc.nat(99), length: fc.integer({ min: 1, max: 3 }) }),
    );

  it('replaces the tokens, and beside them at most the article before', () => {
    fc.assert(
      fc.property(anyPlace, standard, fc.boolean(), ({ parts, at, length }, term, curly) => {
        const text = parts.join(' ');
        const tokens = tokenize(text, buildVocabulary(['ally', 'high']));
        markSentences(text, tokens);
        fc.pre(tokens.count > 0);
        const from = at % tokens.count;
        const to = Math.min(tokens.count, from + length);
        const edit = writeSurface(text, tokens, from, to, term, { free: 0, style: { ...PLAIN, curly } });
        const before = text.slice(edit.start, tokens.start[from]);
        expect(before).toMatch(/^(?:an?\s+)?$/i);
        expect(text.slice(edit.end, tokens.end[to - 1])).toMatch(/^(?:'s)?$/);
        // But for case, articles and blanks, what is written is the term.
        const bare = (written: string) =>
          foldText(written)
            .trim()
            .replace(/^(?:an?|the)\s+/, '');
        const rest = bare(edit.replacement.slice(before === '' ? 0 : edit.replacement.search(/\s/)));
        expect(rest).toBe(bare(term));
      }),
    );
  });
});
