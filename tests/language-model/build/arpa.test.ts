import { describe, expect, it } from 'vitest';
import { readArpa } from '../../../src/language-model/build/arpa.js';
import { ngramsOfArpa } from '../../../src/language-model/build/arpa-ngrams.js';
import { trigramProbability } from '../../../src/language-model/build/ngrams.js';
import { chooseVocabulary } from '../../../src/language-model/build/vocabulary.js';
import { corpusOf, withFile } from './texts.js';

const lines = (text: string) => `${text.trim().replaceAll(/ {2,}/g, '\t')}\n`;

const FILE = lines(`
\\data\\
ngram 1=6
ngram 2=4
ngram 3=2

\\1-grams:
-1.0  </s>
-99  <s>  -0.3
-0.5  peace  -0.2
-0.6  war  -0.1
-2.0  's
-0.4  and

\\2-grams:
-0.3  war and  -0.05
-0.2  <s> war  -0.4
-0.1  and peace
-0.7  war 's

\\3-grams:
-0.02  war and peace
-0.3  <s> war and

\\end\\
`);

const read = (text: string) => withFile(text, readArpa);
const ngrams = async () => {
  const arpa = await read(FILE);
  const choice = chooseVocabulary(await corpusOf(''), arpa);
  const model = ngramsOfArpa(arpa, choice.ofArpa, choice.words.length);
  const p = (...[u, v, w]: [string, string, string]) =>
    trigramProbability(
      model,
      choice.words.indexOf(u) + 1,
      choice.words.indexOf(v) + 1,
      choice.words.indexOf(w) + 1,
    );
  return { model, choice, p };
};

describe('an ARPA file', () => {
  it('gives its n-grams their probabilities', async () => {
    const { p } = await ngrams();
    expect(p('war', 'and', 'peace')).toBeCloseTo(10 ** -0.02, 5);
    expect(p('<s>', 'war', 'and')).toBeCloseTo(10 ** -0.3, 5);
    expect(p('peace', 'war', 'and')).toBeCloseTo(10 ** -0.3, 5);
  });

  it('loses what the tokeniser would cut otherwise', async () => {
    const { choice, model } = await ngrams();
    expect(choice.words).toEqual(['<s>', '</s>', '<num>', 'and', 'peace', 'war']);
    expect(model.bigram.length).toBe(3);
  });

  it.each([
    ['is cut short', FILE.slice(0, -8), /cut short/],
    ['has fewer n-grams than it says', FILE.replace('ngram 2=4', 'ngram 2=5'), /4 2-grams, the head says 5/],
    ['has unigrams only', '\\data\\\nngram 1=1\n\\1-grams:\n', /three orders/],
    ['uses a word that is no unigram', FILE.replace('and peace\n', 'and plenty\n'), /plenty is no unigram/],
    ['is something else', 'once upon a time', /not an ARPA file/],
  ])('is refused when it %s', async (_, text, problem) => {
    await expect(read(text)).rejects.toThrow(problem);
  });
});
