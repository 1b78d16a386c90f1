import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, isBlank } from '../../src/text/characters.js';
import { LetterCase, TokenFlag, TokenKind, type Tokens, tokenize } from '../../src/text/tokens.js';
import { buildVocabulary, hashWord } from '../../src/text/vocabulary.js';

function pieces(text: string, tokens: Tokens = tokenize(text)): string[] {
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
}

/** Kind of the only token of a text. */
function kindOf(text: string): number | undefined {
  const tokens = tokenize(text);
  return tokens.count === 1 ? tokens.kind[0] : undefined;
}

describe('tokenize', () => {
  it.each([
    ["They don't, won’t and o'clock.", ['They', "don't", ',', 'won’t', 'and', "o'clock", '.']],
    ["'Yes', the allies' view", ["'", 'Yes', "'", ',', 'the', 'allies', "'", 'view']],
    ['Qatarʼs emir', ['Qatarʼs', 'emir']],
    ['a year-long, well‑known – row', ['a', 'year-long', ',', 'well‑known', '–', 'row']],
    ['the 18-year-old, pre-2017', ['the', '18-year-old', ',', 'pre-2017']],
    ['$1,000.50 at 10:30, 3-1.', ['$', '1,000.50', 'at', '10:30', ',', '3-1', '.']],
    ['It grew 1.5%. In 2017.', ['It', 'grew', '1.5', '%', '.', 'In', '2017', '.']],
    ['the U.S. and the U.K.', ['the', 'U.S.', 'and', 'the', 'U.K.']],
    ['at 5 p.m. today', ['at', '5', 'p.m.', 'today']],
    ['He left.The end', ['He', 'left', '.', 'The', 'end']],
    ['Well... maybe', ['Well', '...', 'maybe']],
    ['“No,” he said.', ['“', 'No', ',', '”', 'he', 'said', '.']],
    ['good 😀bad', ['good', '😀', 'bad']],
    ['a\0b\u200bc\ufeffd', ['a', 'b', 'c', 'd']],
    ['\ud83d \udc00x', ['\ud83d', '\udc00', 'x']],
    ['דוח על קטאר', ['דוח', 'על', 'קטאר']],
  ])('cuts %j', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it.each([
    'https://www.bbc.co.uk/news?id=1#top',
    'www.bbc.co.uk',
    'press@state.gov',
    '@realDonaldTrump',
    '#Qatar',
    'read_me',
    'Node.js',
    'http://a.b/c,d;e',
  ])('keeps %s whole and apart from words', (text) => {
    expect(kindOf(text)).toBe(TokenKind.Opaque);
  });

  it('leaves the punctuation after a URL to the sentence', () => {
    expect(pieces('See (https://a.example/b), or ask me@b.example?')).toEqual([
      'See',
      '(',
      'https://a.example/b',
      ')',
      ',',
      'or',
      'ask',
      'me@b.example',
      '?',
    ]);
  });

  it.each([
    ['word', TokenKind.Word],
    ['U.S.', TokenKind.Word],
    ['2,000', TokenKind.Number],
    ['2nd', TokenKind.Number],
    ['%', TokenKind.Symbol],
    ['…', TokenKind.Symbol],
  ])('knows what kind %s is', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    ['minister', LetterCase.Lower],
    ['Minister', LetterCase.Capitalized],
    ['A', LetterCase.Capitalized],
    ['Élan', LetterCase.Capitalized],
    ['MINISTER', LetterCase.Upper],
    ['iPhone', LetterCase.Mixed],
    ['McDonald', LetterCase.Mixed],
    ['Donʼt', LetterCase.Capitalized],
    ['42', LetterCase.None],
    ['%', LetterCase.None],
  ])('knows the letter case of %s', (text, letterCase) => {
    expect([...tokenize(text).letterCase.slice(0, 1)]).toEqual([letterCase]);
  });

  it('marks blanks, line breaks and empty lines before a token', () => {
    const tokens = tokenize('a b\nc \n\n d\r\ne\u2029f');
    const { SpaceBefore, NewlineBefore, ParagraphBefore } = TokenFlag;
    expect([...tokens.flags.slice(0, tokens.count)]).toEqual([
      0,
      SpaceBefore,
      SpaceBefore | NewlineBefore,
      SpaceBefore | NewlineBefore | ParagraphBefore,
      SpaceBefore | NewlineBefore,
      SpaceBefore | NewlineBefore,
    ]);
  });

  it('numbers the words that the vocabulary holds, possessives by the word without their ending', () => {
    const vocabulary = buildVocabulary(['minister', "it's", 'u.s.', '%', 'qatar']);
    const text = "MINISTER Minister's it’s its U.S. 5% Qatar’s Qatarʼs unknown's";
    const tokens = tokenize(text, vocabulary);
    expect([...tokens.id.slice(0, tokens.count)]).toEqual([1, 1, 2, 0, 3, 0, 4, 5, 5, 0]);
    const possessive = pieces(text, tokens).filter(
      (_, i) => ((tokens.flags[i] as number) & TokenFlag.Possessive) !== 0,
    );
    expect(possessive).toEqual(["Minister's", 'Qatar’s', 'Qatarʼs']);
  });

  it('does not number URLs, whose words are not the text’s', () => {
    const tokens = tokenize('#minister', buildVocabulary(['minister', '#minister']));
    expect([tokens.count, tokens.id[0]]).toEqual([1, 0]);
  });
});

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'U.S.',
        "don't",
        'a@b.c',
        'http://x.y/z',
        'year-long',
        '1,000.5',
        'Qatar’s',
        '...',
        '😀',
      ),
      fc.constantFrom(
        ' ',
        '\n',
        '\n\n',
        '.',
        ',',
        "'",
        '’',
        '-',
        ':',
        '/',
        '_',
        '@',
        '#',
        '"',
        '\0',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('the tokens of any text', () => {
  it('are sorted, disjoint, not empty, and all that is between them is blank', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { count, start, end } = tokenize(text);
        let at = 0;
        for (let i = 0; i <= count; i++) {
          const next = i < count ? (start[i] as number) : text.length;
          expect(next).toBeGreaterThanOrEqual(at);
          for (let k = at; k < next; k++) expect(isBlank(text.charCodeAt(k))).toBe(true);
          if (i === count) break;
          expect(end[i]).toBeGreaterThan(next);
          expect(end[i]).toBeLessThanOrEqual(text.length);
          expect(isBlank(text.charCodeAt(next))).toBe(false);
          at = end[i] as number;
        }
      }),
    );
  });

  it('have a blank before them exactly where their flags say so', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { count, start, flags } = tokenize(text);
        for (let i = 0; i < count; i++) {
          const at = start[i] as number;
          const blank = at > 0 && isBlank(text.charCodeAt(at - 1));
          expect(((flags[i] as number) & TokenFlag.SpaceBefore) !== 0).toBe(blank);
        }
      }),
    );
  });

  it('carry the hash of their folded text, but for URLs and the like', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { count, start, end, hash, kind } = tokenize(text);
        for (let i = 0; i < count; i++) {
          if (kind[i] === TokenKind.Opaque) continue;
          expect(hash[i]).toBe(hashWord(foldText(text.slice(start[i], end[i]))));
        }
      }),
    );
  });

  it('never part a surrogate pair', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { count, start } = tokenize(text);
        for (let i = 0; i < count; i++) {
          const at = start[i] as number;
          const within =
            /[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at));
          expect(within).toBe(false);
        }
      }),
    );
  });

  it('are numbered as the vocabulary numbers their text', () => {
    const vocabulary = buildVocabulary(['u.s.', "don't", 'year-long', '1,000.5', '...', 'qatar', '.', '😀']);
    fc.assert(
      fc.property(prose, (text) => {
        const tokens = tokenize(text, vocabulary);
        pieces(text, tokens).forEach((piece, i) => {
          if (tokens.kind[i] === TokenKind.Opaque) return;
          const possessive = ((tokens.flags[i] as number) & TokenFlag.Possessive) !== 0;
          expect(tokens.id[i]).toBe(vocabulary.id(possessive ? piece.slice(0, -2) : piece));
        });
      }),
    );
  });
});
