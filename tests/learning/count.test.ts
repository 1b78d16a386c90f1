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
  return parseStatistics({
    pairs: counter.pairsText(),
    forms: counter.formsText(),
    background: counter.backgroundText(),
  });
}

/** What became of a form in documents of one setting: documents that lost it, that kept it, into which it was put. */
function outcomeOf(form: string, ...documents: readonly string[]) {
  const counts = statistics(count(documents)).forms.get(form);
  return counts && [counts.replaced[0], counts.kept[0], counts.substitute];
}

describe('FormCounter', () => {
  it('counts documents in which one form stood for another, however often it did there', () => {
    const { pairs } = statistics(
      count([
        'A {best friend<ally}, a {Best Friend<ally} and a best friend.',
        'Two {best friends<partners}, a {best friend<ally}, one {high minister<premier}.',
      ]),
    );
    expect([...pairs].sort()).toEqual([
      ['best friend\tally', [2, 0]],
      ['best friends\tpartners', [1, 0]],
    ]);
  });

  it('counts documents that lost a form, that kept it, and into which it was put', () => {
    const documents = ['A {best friend<ally} of a {friend<partner}.', 'A {best friend<ally}.', 'A partner.'];
    expect(outcomeOf('ally', ...documents)).toEqual([2, 0, 0]);
    expect(outcomeOf('partner', ...documents.slice(1))).toEqual([0, 1, 0]);
    expect(outcomeOf('best friend', ...documents)).toEqual([0, 0, 2]);
    expect(outcomeOf('high minister', ...documents)).toBeUndefined();
  });

  it('takes a form for lost that a document has lost anywhere: it replaces all occurrences or none', () => {
    expect(outcomeOf('ally', 'An ally, a {best friend<ally} and an ally.')).toEqual([1, 0, 0]);
  });

  it('does not take a form for kept that stands in capitals or as a possessive only', () => {
    expect(outcomeOf('ally', 'An ALLY and an ally’s car.')).toBeUndefined();
    expect(outcomeOf('ally', 'An ALLY and an ally’s ally.')).toEqual([0, 1, 0]);
    expect(outcomeOf('ally', "A {best friend<ally}'s car.")).toEqual([1, 0, 0]);
  });

  it('tells nothing of forms that a substitution reaches into or over', () => {
    const { pairs, forms } = statistics(
      count(['a {best friend came<ally went}, the {tall prime<prime} minister']),
    );
    expect([...pairs]).toEqual([]);
    expect([forms.get('ally'), forms.get('best friend'), forms.get('prime minister')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('tells nothing of forms in a place where it is unpaired which word stood for which', () => {
    const { id, spun, edits } = documentOf('A {best friend<ally} came with {a friend<the ally}. A partner.');
    const counter = new FormCounter(dictionary);
    counter.addParallel({ id, spun, edits: edits.map((edit) => ({ ...edit, unpaired: true })) });
    const { pairs, forms } = statistics(counter);
    expect([...pairs]).toEqual([]);
    expect([...forms.keys()]).toEqual(['partner']);
  });

  it('parts documents by the setting of their spinner', () => {
    const { pairs, forms } = statistics(
      count([
        'A {best friend<ally} of a {friend<partner}.',
        'An ally of a partner.',
        'A {best friend<ally}, a {friend<partner}.',
        'An ally, a partner.',
      ]),
    );
    expect(pairs.get('best friend\tally')).toEqual([2, 0]);
    expect(forms.get('ally')).toEqual({ replaced: [2, 0], kept: [0, 2], substitute: 0 });
    expect(forms.get('friend')).toEqual({ replaced: [0, 0], kept: [0, 0], substitute: 2 });
  });

  it('counts every occurrence in sound text, a possessive as its noun, and the words', () => {
    const { background, backgroundWords } = statistics(
      count([], ['Best friends. One ally’s ally. A friend', 'An ALLY']),
    );
    expect(['ally', 'best friends', 'friend', 'best friend'].map((form) => background.get(form))).toEqual([
      3,
      1,
      1,
      undefined,
    ]);
    expect(backgroundWords).toBe(9);
  });

  it('does not take sound text for documents that were spun or not', () => {
    const { pairs, forms } = statistics(count([], ['An ally and a best friend.']));
    expect([pairs.size, forms.size]).toEqual([0, 0]);
  });

  it('writes the same tables whatever the order of the documents', () => {
    const documents = ['a {best friend<ally}', 'a {friend<partner}', 'a {best friend<partner}, an ally'];
    const forwards = count(documents);
    const backwards = count([...documents].reverse());
    expect(backwards.pairsText()).toBe(forwards.pairsText());
    expect(backwards.formsText()).toBe(forwards.formsText());
  });

  it('writes empty tables before anything is counted', () => {
    const { pairs, forms, background, backgroundWords } = statistics(count([]));
    expect([pairs.size, forms.size, background.size, backgroundWords]).toEqual([0, 0, 0, 0]);
  });
});
