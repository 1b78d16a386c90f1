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

/** The same places, several times: what is seen once proves nothing. */
const often = <T>(list: readonly T[], times = 5): T[] => Array.from({ length: times }, () => list).flat();

describe('contextClauses', () => {
  it('needs no clause where there is no other reading, nor where the others are rare', () => {
    const mine = often(places('a key best friend', 'one key best friend'));
    expect(contextClauses(mine, [])).toBe('');
    expect(contextClauses(mine, places('my best friend', 'my best friend'))).toBe('');
  });

  it('parts readings by the word right before', () => {
    const mine = often(places('a key best friend came', 'The Key best friend left'));
    expect(contextClauses(mine, often(places('my best friend came'), 10))).toBe('after: key');
  });

  it('parts readings by the word right after where the one before does not', () => {
    const mine = often(places('a best friend state', 'his best friend state'));
    const others = often(places('a best friend of mine', 'his best friend'));
    expect(contextClauses(mine, others)).toBe('before: state');
  });

  it('parts readings by words near them where those beside them do not', () => {
    const mine = often(places('In Washington the best friend is', 'the best friend is in Washington'));
    expect(contextClauses(mine, often(places('the best friend is here'), 10))).toBe('near: washington');
  });

  it('names the commonest words first, each in one form', () => {
    const mine = often(
      places(
        'The pacts and troops, a best friend',
        'Some pact, one best friend',
        'No pact of troops, my best friend',
      ),
    );
    expect(contextClauses(mine, often(places('your best friend'), 15))).toBe('near: pacts, troops');
  });

  it('takes no word that stands with the other readings too, in whatever form', () => {
    const mine = often(places('a best friend of nations', 'one best friend of nations'));
    expect(contextClauses(mine, often(places('the nation of my best friend of')))).toBe('');
  });

  it('bears with a word that stands with another reading now and then', () => {
    const mine = often(places('a key best friend'), 20);
    const others = [...often(places('my best friend'), 19), ...places('a key best friend')];
    expect(contextClauses(mine, others)).toBe('after: key');
  });

  it('takes no word on the strength of few places', () => {
    expect(contextClauses(places('a key best friend'), often(places('my best friend')))).toBe('');
    expect(contextClauses(often(places('a key best friend'), 2), often(places('my best friend'), 200))).toBe(
      '',
    );
  });

  it('takes no word that would lose most of the places', () => {
    const mine = [...often(places('a key best friend'), 4), ...often(places('no best friend'), 6)];
    expect(contextClauses(mine, often(places('no best friend'), 30))).toBe('');
  });
});
