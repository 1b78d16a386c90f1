import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../src/dictionary/compile.js';
import { findEndless } from '../../src/dictionary/endless.js';
import { CandidateFlag } from '../../src/dictionary/format.js';
import type { ReversalDictionary } from '../../src/dictionary/reversal-dictionary.js';
import { NO_STATISTICS } from '../../src/dictionary/statistics.js';
import { openDictionary } from '../../src/dictionary/user-dictionaries.js';
import { candidatesOf, dictionaryOf, entriesOf, matchesOf, readingsOf } from './compiled.js';

const HEADER = 'spun\tstandard\tpos\twhen\tnote';

/** The text of a dictionary of lines whose cells are parted by ` | `. */
function textOf(lines: readonly string[]): string {
  return [HEADER, ...lines.map((line) => line.split(' | ').join('\t'))].join('\n');
}

/** A compiled dictionary of some lines, extended by others. */
function extended(base: readonly string[], own: readonly string[]): ReversalDictionary {
  const bytes = compileDictionary(entriesOf(base), NO_STATISTICS, [1, 2, 3]);
  return openDictionary(bytes, [{ name: 'mine.tsv', text: textOf(own) }]);
}

describe('a dictionary with one of the user', () => {
  it('finds the forms of both', () => {
    const dictionary = extended(['high minister | prime minister | noun'], ['widget box | Acme Cube | noun']);
    expect(readingsOf('High ministers like widget boxes', dictionary)).toEqual([
      'High ministers → prime ministers',
      'widget boxes → Acme Cubes',
    ]);
  });

  it('finds what one that was compiled of both together finds', () => {
    const word = fc.constantFrom(...'red blue green small house ally friend of'.split(' '));
    const term = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const line = fc
      .tuple(term, term, fc.constantFrom('fixed', 'noun'), fc.constantFrom('spun', 'spun; near: sea, blue'))
      .filter(([spun, standard]) => spun !== standard)
      .map((cells) => cells.join(' | '));
    const lines = fc.uniqueArray(line, { maxLength: 12 });
    const pairsIn = (text: string, dictionary: ReversalDictionary) =>
      matchesOf(text, dictionary).map(({ from, to, form }) => ({
        from,
        to,
        standards: new Set(candidatesOf(dictionary, form).map((c) => dictionary.standard(c))),
      }));
    fc.assert(
      fc.property(lines, lines, fc.array(word, { maxLength: 30 }), (base, own, words) => {
        // Pairs the other way round are taken out of the base alone.
        const reversed = new Set(own.map((l) => l.split(' | ').slice(0, 2).reverse().join()));
        const kept = base.filter((l) => !reversed.has(l.split(' | ').slice(0, 2).join()));
        const isPlain = [...base, ...own].every((l) => !l.includes('noun'));
        fc.pre(isPlain || kept.length === base.length);
        const [text, joint] = [words.join(' '), extended(base, own)];
        const found = pairsIn(text, joint).filter(({ standards }) => standards.size > 0);
        const expected = pairsIn(text, dictionaryOf([...new Set([...kept, ...own])]));
        expect(found).toEqual(expected.filter(({ standards }) => standards.size > 0));
      }),
    );
  });

  it('puts an entry of the user in the place of one that says the same pair', () => {
    const dictionary = extended(
      ['pal | ally | noun', 'pal | friend | noun'],
      ['pal | ally | noun | near: US'],
    );
    const [match] = matchesOf('pal', dictionary);
    const candidates = candidatesOf(dictionary, match?.form as number);
    expect(candidates.map((c) => [dictionary.rule(c), dictionary.standard(c)])).toEqual([
      ['spin/en/test:pal', 'friend'],
      ['spin/mine:pal', 'ally'],
    ]);
    expect(candidates.map((c) => dictionary.flags(c) & CandidateFlag.Own)).toEqual([0, CandidateFlag.Own]);
  });

  it('takes out what would undo an entry of the user', () => {
    const base = ['friend | ally | noun', 'pal | ally | noun', 'pal | chum | noun', 'chum | buddy | noun'];
    expect(readingsOf('friend pal chum', extended(base, ['ally | friend | noun']))).toEqual([
      'friend → ',
      'pal → chum',
      'chum → buddy',
    ]);
    // With a context, or in spun documents only, the form may still be right elsewhere.
    expect(readingsOf('friend pal', extended(base, ['ally | friend | noun | near: sea']))).toEqual([
      'friend → ',
      'pal → ally, chum',
    ]);
  });

  it('knows nothing of how often spinners use the forms of the user', () => {
    const base = ['high minister | prime minister | noun'];
    const [before, after] = [dictionaryOf(base), extended(base, ['widget | cube | noun'])];
    const tell = (dictionary: ReversalDictionary, text: string) => {
      const form = matchesOf(text, dictionary)[0]?.form as number;
      return [dictionary.gain(form, 0), dictionary.loss(form, 0), dictionary.formWords(form)];
    };
    for (const text of ['high minister', 'prime ministers'])
      expect(tell(after, text)).toEqual(tell(before, text));
    expect(tell(after, 'widget')).toEqual([0, 0, 1]);
    expect(tell(after, 'cubes')).toEqual([0, 0, 1]);
  });

  it('names its rules after the file', () => {
    const bytes = compileDictionary([], NO_STATISTICS, []);
    const ruleIn = (name: string) => {
      const dictionary = openDictionary(bytes, [{ name, text: textOf(['pal | ally | noun']) }]);
      return dictionary.rule(0);
    };
    expect(['mine', 'a/b/mine.tsv', 'C:\\a\\mine.tsv'].map(ruleIn)).toEqual(Array(3).fill('spin/mine:pal'));
  });

  it('reads synonym groups too, as guesses for spun documents', () => {
    const bytes = compileDictionary([], NO_STATISTICS, []);
    const dictionary = openDictionary(bytes, [{ name: 'mine', text: 'pos\twords\nnoun\tally | pal' }]);
    expect(readingsOf('pals', dictionary)).toEqual(['pals → allies']);
    const flags = dictionary.flags(
      candidatesOf(dictionary, matchesOf('pals', dictionary)[0]?.form as number)[0] as number,
    );
    expect(flags & CandidateFlag.OnlySpun).toBe(CandidateFlag.OnlySpun);
    expect(flags & CandidateFlag.Learnt).toBe(0);
  });
});

describe('a bad dictionary of the user', () => {
  const open = (text: string) =>
    openDictionary(compileDictionary([], NO_STATISTICS, []), [{ name: 'a/mine.tsv', text }]);

  it.each([
    [`${HEADER}\npal\tally\tnouns`, 'a/mine.tsv:2:10: unknown pos "nouns"; use one of noun'],
    [`${HEADER}\n\npal\tally\tnoun\tif: x`, 'a/mine.tsv:3:15: unknown clause "if: x"; use near:'],
    [`${HEADER}\npal\nbuddy`, '(2 bad lines in all)'],
    ['pal\tally\tnoun', 'a/mine.tsv:1:1: the header is missing; begin the file with'],
  ])('is refused with the place of the first bad line and what to do: %j', (text, message) => {
    expect(() => open(text)).toThrow(message);
  });

  it('is refused where an entry leads back to its own form in any text', () => {
    expect(() => open(textOf(['minister | prime minister | noun']))).toThrow(
      'a/mine.tsv:2:1: "minister" → "prime minister" leads back to "minister", without end; give it a context',
    );
    expect(() => open(textOf(['pal | ally | noun', 'sea | lake | noun', 'ally | old pal | noun']))).toThrow(
      /a\/mine\.tsv:[24]:1: .* over a\/mine\.tsv:[24], without end/,
    );
    expect(() => open(textOf(['minister | prime minister | noun | not: prime']))).not.toThrow();
    expect(() => open(textOf(['minister | prime minister | noun | spun']))).not.toThrow();
    // Repeated lines do no harm.
    expect(() => open(textOf(['pal | ally | noun', 'pal | ally | noun']))).not.toThrow();
  });

  it('is refused where it is no dictionary at all', () => {
    const bytes = compileDictionary([], NO_STATISTICS, []);
    expect(() => openDictionary(bytes, ['pal\tally\tnoun' as never])).toThrow('give the text of the file');
  });
});

describe('findEndless', () => {
  it('finds a circle if there is one, and its entries only', () => {
    const letter = fc.constantFrom(...'abcdef');
    const line = fc.tuple(letter, fc.uniqueArray(letter, { minLength: 1, maxLength: 2 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
        const pairs = lines.filter(([spun, standard]) => spun !== standard.join(' '));
        const unique = [
          ...new Set(pairs.map(([spun, standard]) => `${spun} | ${standard.join(' ')} | fixed`)),
        ];
        const entries = entriesOf(unique);
        const reach = (from: string, seen: Set<string>): Set<string> => {
          for (const { spun, standard } of entries) {
            if (spun !== from) continue;
            for (const word of standard.split(' ')) if (!seen.has(word)) reach(word, seen.add(word));
          }
          return seen;
        };
        const circular = entries.filter(({ spun, standard }) =>
          standard.split(' ').some((word) => word === spun || reach(word, new Set()).has(spun)),
        );
        const found = findEndless(entries);
        expect(found === undefined).toBe(circular.length === 0);
        for (const entry of found ?? []) expect(circular).toContain(entry);
      }),
    );
  });
});
