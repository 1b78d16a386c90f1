import { describe, expect, it } from 'vitest';
import { parseStatistics } from '../../src/dictionary/statistics.js';
import { FormCounter } from '../../src/learning/count.js';
import { dictionaryOf } from '../dictionary/compiled.js';
import { documentOf } from './documents.js';

const dictionary = dictionaryOf([
  'best friend | ally | noun',
  'best friend | partner | noun',
  'high minister | prime minister | noun',
  'friend | partner | noun',
]);

function count(documents: readonly string[], background: readonly string[] = []) {
  const counter = new FormCounter(dictionary);
  for (const document of documents) counter.addParallel(documentOf(document));
  for (const text of background) counter.addBackground(text);
  return counter;
}

function statistics(counter: FormCounter) {
  return parseStatistics(counter.pairsText(), counter.formsText());
}

describe('FormCounter', () => {
  it('counts what each form stood for', () => {
    const { replaced } = statistics(
      count([
        'A {best friend<ally}, a {Best Friend<ally} and a best friend.',
        'Two {best friends<partners}, one {high minister<premier}.',
      ]),
    );
    expect([...replaced].sort()).toEqual([
      ['best friend\tally', 2],
      ['best friends\tpartners', 1],
    ]);
  });

  it('counts forms in the spun text, in its original and in the background', () => {
    const counter = count(
      ['A {best friend<ally} of an ally’s best friend.'],
      ['Best friends. One ally. A friend'],
    );
    const { seenSpun, seenSound, background, backgroundWords } = statistics(counter);
    expect([
      seenSpun.get('best friend'),
      seenSound.get('best friend'),
      background.get('best friend'),
    ]).toEqual([2, 1, 0]);
    expect([seenSpun.get('ally'), seenSound.get('ally'), background.get('ally')]).toEqual([1, 2, 1]);
    expect([background.get('best friends'), background.get('friend')]).toEqual([1, 1]);
    expect(backgroundWords).toBe(6);
  });

  it('counts a possessive as its noun', () => {
    const { replaced, seenSpun } = statistics(count(["the {high minister's<prime minister's} car"]));
    expect(seenSpun.get('high minister')).toBe(1);
    // The substitution reaches over the ending: what the noun alone stood for is not known.
    expect([...replaced]).toEqual([]);
    const parted = statistics(count(["the {high minister<prime minister}'s car"]));
    expect([...parted.replaced]).toEqual([['high minister\tprime minister', 1]]);
  });

  it('does not count a substitution that reaches over the form', () => {
    const { replaced } = statistics(count(['a {best friend came<ally went}']));
    expect([...replaced]).toEqual([]);
  });

  it('writes the same tables whatever the order of the documents', () => {
    const documents = ['a {best friend<ally}', 'a {friend<partner}', 'a {best friend<partner}, an ally'];
    const forwards = count(documents);
    const backwards = count([...documents].reverse());
    expect(backwards.pairsText()).toBe(forwards.pairsText());
    expect(backwards.formsText()).toBe(forwards.formsText());
  });

  it('writes empty tables before anything is counted', () => {
    const { replaced, seenSpun, backgroundWords } = statistics(count([]));
    expect([replaced.size, seenSpun.size, backgroundWords]).toEqual([0, 0, 0]);
  });
});
