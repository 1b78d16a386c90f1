import { createRequire } from 'node:module';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import french from 'dictionary-fr';
import { beforeAll, describe, expect, test } from 'vitest';
import { englishForms } from '../../src/lexicon/build/english-forms.js';
import { decodeHunspell } from '../../src/lexicon/hunspell/decode.js';
import { expandHunspell } from '../../src/lexicon/hunspell/expand.js';

/** It has no types of its own. */
const nspell: (affix: Uint8Array, words: Uint8Array) => { correct(word: string): boolean } = createRequire(
  import.meta.url,
)('nspell');

/** Every so many of the forms, `size` in all. */
function sample(forms: readonly string[], size: number): string[] {
  return Array.from({ length: size }, (_, n) => forms[Math.floor((n * forms.length) / size)] as string);
}

describe('English', () => {
  let forms: string[] = [];
  beforeAll(async () => {
    forms = await englishForms();
    console.log(
      `${forms.length} English forms, ${forms.filter((form) => /^[A-Z]/.test(form)).length} capitalised`,
    );
  });

  test('has about ninety thousand forms, sorted, each once', () => {
    expect(forms.length).toBeGreaterThan(90_000);
    expect(forms).toEqual([...new Set(forms)].sort());
  });

  test('has words of both varieties, in their case, inflected', () => {
    const words = [
      'color',
      'colour',
      'organised',
      'organized',
      'Paris',
      'NATO',
      'unlocked',
      'happiest',
      "don't",
    ];
    expect(words.filter((word) => !forms.includes(word))).toEqual([]);
  });

  test('has no possessives, digits, blanks, and no parts of ordinals', () => {
    expect(forms.filter((form) => /'s$|[\d\s]/.test(form))).toEqual([]);
  });

  test('leaves out offensive words when asked', async () => {
    const decent = new Set(await englishForms({ offensive: false }));
    const offensive = forms.filter((form) => !decent.has(form));
    expect(offensive.length).toBeGreaterThan(20);
    expect(decent.has('bullshit')).toBe(false);
  });

  test('has only what nspell accepts', () => {
    const spellers = [american, british].map(({ aff, dic }) => nspell(aff, dic));
    const refused = sample(forms, 5000).filter((form) => !spellers.some((speller) => speller.correct(form)));
    expect(refused).toEqual([]);
  });
});

describe('French', () => {
  const { affix, words } = decodeHunspell(french.aff, french.dic);

  test('has four hundred thousand forms without elisions, three million with them', () => {
    const found = new Set<string>();
    expandHunspell(affix, words, (form) => found.add(form), { apostrophes: false });
    expect(found.size).toBeGreaterThan(400_000);
    const some = [
      'mangeaient',
      'chevaux',
      'abîmée',
      'peut-être',
      "aujourd'hui",
      'œuvres',
      'désarçonnassions',
      'Paris',
    ];
    expect(some.filter((word) => !found.has(word))).toEqual([]);
    let all = 0;
    const elided = new Set(["l'homme", "d'abîmer", "qu'ils", "s'abîmait", "L'Avion"]);
    expandHunspell(affix, words, (form) => {
      all++;
      elided.delete(form);
    });
    expect(all).toBeGreaterThan(3_000_000);
    expect([...elided]).toEqual([]);
  });
});
