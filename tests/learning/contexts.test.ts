import { describe, expect, it } from 'vitest';
import { contextClauses, type Occurrence } from '../../src/learning/contexts.js';
import { documentOf } from './documents.js';

/** The place of "best friend" in each text. */
function places(...texts: string[]): Occurrence[] {
  return texts.map((text) => {
    const start = text.toLowerCase().indexOf('best friend');
    return { document: documentOf(text), start, end: start + 'best friend'.length };
  });
}

describe('contextClauses', () => {
  it('needs no clause where there is no other reading', () => {
    expect(contextClauses(places('a key best friend', 'one key best friend'), [])).toBe('');
  });

  it('parts readings by the word right before', () => {
    const mine = places('a key best friend came', 'The Key best friend left');
    expect(contextClauses(mine, places('my best friend came'))).toBe('after: key');
  });

  it('parts readings by the word right after where the one before does not', () => {
    const mine = places('a best friend state', 'his best friend state');
    expect(contextClauses(mine, places('a best friend of mine', 'his best friend'))).toBe('before: state');
  });

  it('parts readings by words near them where those beside them do not', () => {
    const mine = places('In Washington the best friend is', 'the best friend is in Washington');
    expect(contextClauses(mine, places('the best friend is here'))).toBe('near: washington');
  });

  it('names the commonest words first, each in one form', () => {
    const mine = places(
      'The pacts and troops, a best friend',
      'Some pact, one best friend',
      'No pact of troops, my best friend',
    );
    expect(contextClauses(mine, places('your best friend'))).toBe('near: pacts, troops');
  });

  it('takes no word that stands with the other readings too, in whatever form', () => {
    const mine = places('a best friend of nations', 'one best friend of nations');
    expect(contextClauses(mine, places('the nation of my best friend of'))).toBe('');
  });

  it('takes no word on the strength of one place', () => {
    expect(contextClauses(places('a key best friend'), places('my best friend'))).toBe('');
  });
});
