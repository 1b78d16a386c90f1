import { describe, expect, it } from 'vitest';
import { candidateApplies } from '../../src/dictionary/context.js';
import { candidatesOf, dictionaryOf, matchesOf, tokensOf } from './compiled.js';

/** Whether an entry with this context may stand for its form in a text, the first time that the form stands there. */
function applies(when: string, text: string, term = 'best friend | ally | noun'): boolean {
  const dictionary = dictionaryOf([when === '' ? term : `${term} | ${when}`]);
  const match = matchesOf(text, dictionary).find(({ form }) => form <= dictionary.spunForms);
  if (match === undefined) throw new Error(`the form does not stand in "${text}"`);
  const [candidate] = candidatesOf(dictionary, match.form) as [number];
  return candidateApplies(dictionary, candidate, text, tokensOf(text, dictionary), match.from, match.to);
}

const FILL = 'w '.repeat(20).trim();
const fill = (words: number) => FILL.slice(0, words * 2);

describe('candidateApplies', () => {
  it('holds without a context', () => {
    expect(applies('', 'A best friend.')).toBe(true);
  });

  it.each([
    ['before it', 'The key best friend', true],
    ['after it', 'A best friend of the US', true],
    ['in another form', 'Keys for a best friend', true],
    ['in another letter case', 'a KEY best friend', true],
    ['as a possessive', "the best friend, the US's", true],
    ['over the end of a sentence', 'It was key. A best friend came.', true],
    ['nowhere', 'His best friend', false],
    ['only as a part of another word', 'The monkey and his best friend', false],
  ])('asks near for a word %s', (_, text, expected) => {
    expect(applies('near: key, US', text)).toBe(expected);
  });

  it('looks for near as far as twelve words on either side', () => {
    expect(applies('near: key', `key ${fill(11)} best friend`)).toBe(true);
    expect(applies('near: key', `key ${fill(12)} best friend`)).toBe(false);
    expect(applies('near: key', `best friend ${fill(11)} key`)).toBe(true);
    expect(applies('near: key', `best friend ${fill(12)} key`)).toBe(false);
  });

  it('takes no word of the form itself for one near it', () => {
    expect(applies('near: friend', 'A best friend')).toBe(false);
    expect(applies('near: friend', 'A best friend is a friend')).toBe(true);
  });

  it('finds verbs near it in every form', () => {
    for (const form of ['break', 'breaks', 'broke', 'broken', 'breaking']) {
      expect(applies('near: break', `They ${form} with a best friend`)).toBe(true);
    }
  });

  it.each([
    ['A dog and its best friend', false],
    ['Two dogs have a best friend', false],
    ['A best friend', true],
    [`dog ${fill(12)} best friend`, true],
  ])('asks not for the absence of words: %j', (text, expected) => {
    expect(applies('not: childhood, dog', text)).toBe(expected);
  });

  it.each([
    ['the ruling best friend', true],
    ['the Ruling best friend', true],
    ['the ruling, best friend', false],
    ['the rulings best friend', false],
    ['It is ruling. Best friend', false],
    ['best friend ruling', false],
    ['Best friend', false],
  ])('asks after for the word right before it: %j', (text, expected) => {
    expect(applies('after: ruling, the', text)).toBe(expected);
  });

  it.each([
    ['a best friend leader', true],
    ['a best friend, leader', false],
    ['a best friend. Leader', false],
    ['a best friend', false],
  ])('asks before for the word right after it: %j', (text, expected) => {
    expect(applies('before: leader', text)).toBe(expected);
  });

  it.each([
    ['NUMBER', 'the 5 best friends', true],
    ['NUMBER', 'the 1,000 best friends', true],
    ['NUMBER', 'Twenty best friends', true],
    ['NUMBER', 'some best friends', false],
    ['NAME', 'with Trump best friends', true],
    ['NAME', 'Trump best friends', false],
    ['NAME', 'with good best friends', false],
    ['START', 'Best friends', true],
    ['START', 'It ended. Best friends', true],
    ['START', 'They said: “Best friends', false],
    ['START', '“Best friends', true],
    ['START', 'The best friends', false],
  ])('knows %s before it: %j is %s', (name, text, expected) => {
    expect(applies(`after: ${name}`, text)).toBe(expected);
  });

  it.each([
    ['NUMBER', 'best friends 5', true],
    ['NUMBER', 'best friends. 5', false],
    ['NAME', 'best friends Trump', true],
    ['NAME', 'best friends. Trump', false],
    ['END', 'best friends', true],
    ['END', 'best friends. They', true],
    ['END', 'best friends, they', true],
    ['END', 'best friends they', false],
  ])('knows %s after it: %j is %s', (name, text, expected) => {
    expect(applies(`before: ${name}`, text)).toBe(expected);
  });

  it('takes a class and a word side by side', () => {
    const when = 'after: NUMBER, the';
    expect([applies(when, '5 best friends'), applies(when, 'the best friends')]).toEqual([true, true]);
    expect(applies(when, 'a best friend')).toBe(false);
  });

  it('asks for all clauses', () => {
    const when = 'near: key; not: dog; after: a';
    expect(applies(when, 'key: a best friend')).toBe(true);
    expect(applies(when, 'key: the best friend')).toBe(false);
    expect(applies(when, 'key: a best friend of a dog')).toBe(false);
    expect(applies(when, 'a best friend')).toBe(false);
  });

  it.each([
    ['in the White Area', true],
    ['in the WHITE AREA', true],
    ['in the white area', false],
    ['in the White area', false],
    ['in the white Area', false],
  ])('takes a name only where it is capitalised: %j', (text, expected) => {
    expect(applies('', text, 'white area | White House | name')).toBe(expected);
  });

  it('asks no capital of the short words of a name', () => {
    const term = 'place of rulers | House of Lords | name';
    expect(applies('', 'the Place of Rulers', term)).toBe(true);
    expect(applies('', 'the place of Rulers', term)).toBe(false);
  });
});
