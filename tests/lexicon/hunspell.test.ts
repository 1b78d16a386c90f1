import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HunspellError } from '../../src/lexicon/hunspell/error.js';
import { type ExpandOptions, expandHunspell } from '../../src/lexicon/hunspell/expand.js';
import { Use } from '../../src/lexicon/hunspell/marks.js';

function forms(affix: string, words: string, options?: ExpandOptions): string[] {
  return [...uses(affix, words, options)]
    .filter(([, bits]) => (bits & Use.alone) !== 0)
    .map(([form]) => form)
    .sort();
}

function uses(affix: string, words: string, options?: ExpandOptions): Map<string, number> {
  const found = new Map<string, number>();
  const count = words.split('\n').length;
  const visit = (form: string, bits: number) => found.set(form, (found.get(form) ?? 0) | bits);
  expandHunspell(affix, `${count}\n${words}`, visit, options);
  return found;
}

const ENGLISH = `# inflection
SET UTF-8
PFX U Y 1
PFX U 0 un .
SFX D Y 3
SFX D 0 d e
SFX D y ied [^aeiou]y
SFX D 0 ed [^ey]
SFX T N 1
SFX T 0 est .
SFX M Y 1
SFX M 0 's .
`;

describe('affixes', () => {
  test('a suffix takes its letters off and goes where its condition holds', () => {
    expect(forms(ENGLISH, 'cry/D\nlike/D\nwalk/D\nplay/D')).toEqual(
      ['cried', 'cry', 'like', 'liked', 'play', 'walk', 'walked'].sort(),
    );
  });

  test('a prefix joins with a suffix only when both allow it', () => {
    expect(forms(ENGLISH, 'lock/UD')).toEqual(['lock', 'locked', 'unlock', 'unlocked']);
    expect(forms(ENGLISH, 'kind/UT')).toEqual(['kind', 'kindest', 'unkind']);
  });

  test('those that bring an apostrophe can be left out', () => {
    expect(forms(ENGLISH, "cat/M\ndon't")).toEqual(['cat', "cat's", "don't"]);
    expect(forms(ENGLISH, "cat/M\ndon't", { apostrophes: false })).toEqual(['cat', "don't"]);
  });

  test('a suffix may allow one more suffix and a prefix, not a third', () => {
    const affix =
      'SFX A Y 1\nSFX A 0 a/BP .\nSFX B Y 1\nSFX B 0 b/C .\nSFX C Y 1\nSFX C 0 c .\nPFX P Y 1\nPFX P 0 p .\n';
    expect(forms(affix, 'x/A')).toEqual(['pxa', 'pxab', 'x', 'xa', 'xab']);
  });

  test('a prefix may bring a suffix', () => {
    expect(forms('PFX P Y 1\nPFX P 0 p/S .\nSFX S Y 1\nSFX S 0 s .\n', 'x/P')).toEqual(['px', 'pxs', 'x']);
  });

  test('prefixes are twofold instead where the file says so', () => {
    const affix =
      'COMPLEXPREFIXES\nPFX A Y 1\nPFX A 0 a/B .\nPFX B Y 1\nPFX B 0 b .\nSFX S Y 1\nSFX S 0 s .\n';
    expect(forms(affix, 'x/AS')).toEqual(['ax', 'axs', 'bax', 'baxs', 'x', 'xs']);
  });

  test('a whole word is replaced only under FULLSTRIP', () => {
    const rule = 'SFX A Y 1\nSFX A go went go\n';
    expect(forms(rule, 'go/A')).toEqual(['go']);
    expect(forms(`FULLSTRIP\n${rule}`, 'go/A')).toEqual(['go', 'went']);
  });

  test('conditions look at characters, also those of two UTF-16 units', () => {
    const affix = 'SFX A Y 1\nSFX A 0 s [^x😀]y\nPFX B Y 1\nPFX B 0 b 😀.\n';
    expect(forms(affix, '😀y/AB\nxy/A\n😁y/AB\ny/A')).toEqual(
      ['b😀y', 'xy', 'y', '😀y', '😁y', '😁ys'].sort(),
    );
  });

  test('a table goes on past a wrong count', () => {
    expect(forms('SFX A Y 1\nSFX A 0 a .\nSFX A 0 b .\n', 'x/A')).toEqual(['x', 'xa', 'xb']);
  });
});

describe('flags', () => {
  test.each([
    ['char', 'xA', 'A'],
    ['long', 'XXAa', 'Aa'],
    ['num', '12,1001', '1001'],
    ['UTF-8', 'xé', 'é'],
  ])('are read as FLAG %s', (style, field, flag) => {
    expect(forms(`FLAG ${style}\nSFX ${flag} Y 1\nSFX ${flag} 0 s .\n`, `cat/${field}`)).toEqual([
      'cat',
      'cats',
    ]);
  });

  test('are looked up where AF gives them numbers', () => {
    const affix = 'AF 2\nAF AB\nAF B\nSFX A Y 1\nSFX A 0 a/2 .\nSFX B Y 1\nSFX B 0 b .\n';
    expect(forms(affix, 'x/1\ny/2')).toEqual(['x', 'xa', 'xab', 'xb', 'y', 'yb']);
  });

  test('NEEDAFFIX leaves the stem out, and an affix that has it needs another one', () => {
    const affix = 'NEEDAFFIX N\nSFX A Y 1\nSFX A 0 a/NB .\nSFX B Y 1\nSFX B 0 b .\nPFX P Y 1\nPFX P 0 p .\n';
    expect(forms(affix, 'x/NA')).toEqual(['xab']);
    expect(forms(affix, 'x/NAP')).toEqual(['px', 'pxa', 'pxab', 'xab']);
  });

  test('PSEUDOROOT is the old name of NEEDAFFIX', () => {
    expect(forms('PSEUDOROOT N\nSFX A Y 1\nSFX A 0 a .\n', 'x/NA')).toEqual(['xa']);
  });

  test('a circumfix has both its sides or none', () => {
    const affix =
      'CIRCUMFIX X\nPFX P Y 1\nPFX P 0 ge/X .\nSFX T Y 1\nSFX T 0 t/X .\nSFX S Y 1\nSFX S 0 s .\n';
    expect(forms(affix, 'kauf/PTS')).toEqual(['gekauft', 'kauf', 'kaufs']);
  });

  test('a forbidden word is left out with its forms, and as a form of another word', () => {
    const affix = 'FORBIDDENWORD !\nSFX A Y 1\nSFX A 0 s .\n';
    expect(forms(affix, 'sheep/A\nsheeps/!\nfoo/A!')).toEqual(['sheep']);
  });

  test('an offensive word is known but not offered, and KEEPCASE keeps the case', () => {
    const found = uses('NOSUGGEST !\nKEEPCASE k\nSFX A Y 1\nSFX A 0 s .\n', 'bugger/A!\nkWh/k\nsun');
    expect(found.get('buggers')).toBe(Use.alone | Use.recased);
    expect(found.get('kWh')).toBe(Use.alone | Use.offered);
    expect(found.get('sun')).toBe(Use.alone | Use.recased | Use.offered);
  });
});

describe('word lines', () => {
  test('give up a byte-order mark, CRLF, comments, morphology and escaped slashes', () => {
    const found: string[] = [];
    const affix = '\uFEFFSFX A Y 1\r\nSFX A 0 s . po:plural\r\n';
    const words =
      '\uFEFF6\r\n# remark\r\n\tremark\r\ncat/A po:noun st:cat\r\nkm\\/h/A\r\na priori\tadverb\r\n/etc po:x\r\nto:do\r\n';
    expandHunspell(affix, words, (form) => found.push(form));
    expect(found).toEqual(['cat', 'cats', 'km/h', 'km/hs', 'a priori', '/etc', 'to:do']);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['a rule without a head', '\nSFX A 0 s .', 'Hunspell .aff, line 2: a rule of SFX A without its head'],
    ['a cut rule', 'SFX A', 'Hunspell .aff, line 1: SFX takes'],
    [
      'an open bracket',
      'SFX A Y 1\nSFX A 0 s [ab',
      'Hunspell .aff, line 2: the bracket in "[ab" is not closed',
    ],
    ['an unknown style of flags', 'FLAG short', 'Hunspell .aff, line 1: FLAG "short"'],
    ['a mark without a flag', 'NEEDAFFIX', 'Hunspell .aff, line 1: NEEDAFFIX names no flag'],
  ])('%s is told with its line', (_, affix, message) => {
    expect(() => forms(affix, 'x/A')).toThrow(message);
  });

  test.each([
    ['num', 'x/1,a', 'Hunspell .dic, line 2: "a" is not a number of a flag'],
    ['long', 'x/abc', 'Hunspell .dic, line 2: flags "abc" are not pairs of characters'],
  ])('flags that are not %s are told with their line', (style, words, message) => {
    expect(() => forms(`FLAG ${style}\n`, words)).toThrow(message);
  });

  test('a word file without its count is not one', () => {
    expect(() => expandHunspell('', 'cat\n', () => {})).toThrow('Hunspell .dic, line 1');
  });

  test('unknown directives are skipped, whatever they are called', () => {
    expect(forms('TRY abc\nconstructor x\n__proto__ y\nFOO\nSFX A Y 1\nSFX A 0 s .\n', 'x/A')).toEqual([
      'x',
      'xs',
    ]);
  });
});

describe('hostile dictionaries', () => {
  const rules = (kind: string, flag: string, more: string) =>
    `${kind} ${flag} Y 300\n${Array.from({ length: 300 }, (_, n) => `${kind} ${flag} 0 x${n}${more} .`).join('\n')}\n`;

  test('a stem whose affixes multiply without end is refused', () => {
    const affix = rules('SFX', 'A', '/B') + rules('SFX', 'B', '/P') + rules('PFX', 'P', '');
    expect(() => forms(affix, 'ok\nx/A')).toThrow(
      'Hunspell .dic, line 3: its affixes have more than 200000 rules',
    );
  });

  test('so is a dictionary with too many forms', () => {
    expect(() => forms(rules('SFX', 'A', ''), 'x/A\ny/A', { maxForms: 500 })).toThrow(
      'Hunspell .dic, line 3: more than 500 forms',
    );
  });

  test('an affix that allows itself ends after the second time', () => {
    expect(forms('SFX A Y 1\nSFX A 0 a/A .\n', 'x/A')).toEqual(['x', 'xa', 'xaa']);
  });

  test('words and affixes without end are no words', () => {
    const long = 'ab'.repeat(100_000);
    expect(forms(`SFX A Y 2\nSFX A 0 ${long} .\nSFX A 0 s ${long}\n`, `x/A\n${long}/A\n\\/${long}`)).toEqual([
      'x',
    ]);
  });

  test('whatever the files hold, forms or a HunspellError come out', () => {
    const piece = fc.constantFrom(
      ...[
        'SFX',
        'PFX',
        'AF',
        'FLAG',
        'long',
        'num',
        'NEEDAFFIX',
        'A',
        'B',
        'Y',
        '1',
        '0',
        's/A',
        '[^a]',
        '[',
        '/',
        '\\/',
      ],
      ...['\n', '\r\n', ' ', '\t', '#', '\uFEFF', '\0', '\ud800', 'é', '😀'],
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (affix, words) => {
        try {
          expandHunspell(affix, `1\n${words}`, (form) => expect(form.length).toBeLessThanOrEqual(100));
        } catch (error) {
          expect(error).toBeInstanceOf(HunspellError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
