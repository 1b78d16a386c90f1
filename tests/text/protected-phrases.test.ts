import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsOutside, ProtectedPhrases } from '../../src/text/protected-phrases.js';

function protectedIn(text: string, phrases: readonly string[]): string[] {
  return new ProtectedPhrases(phrases).spans(text).map(({ start, end }) => text.slice(start, end));
}

describe('protected phrases', () => {
  it.each([
    ['My best friend, Best Friend and BEST FRIEND', ['best friend', 'Best Friend', 'BEST FRIEND']],
    ['best friends, bestfriend, best-friend, a best. Friend', []],
    ['his best\nfriend’s dog', ['best\nfriend’s']],
    ['best\n\nfriend', []],
    ['the bestbest friend best friend.Then', ['best friend']],
    ['best best friend', ['best friend']],
  ])('stand in %j', (text, expected) => {
    expect(protectedIn(text, ['Best friend'])).toEqual(expected);
  });

  it('may overlap, and begin with each other', () => {
    expect(protectedIn('a b c d, a b a', ['a b', 'b c d'])).toEqual(['a b c d', 'a b']);
    expect(protectedIn('a b c', ['a b c', 'a'])).toEqual(['a b c']);
    expect(protectedIn('a b d', ['a b c', 'a'])).toEqual(['a']);
  });

  it('may be anything that stands in a text', () => {
    const phrases = [
      'AT&T',
      'U.S.',
      'www.a.example/B',
      '@Emend',
      'C++',
      '12 months',
      "friend's house",
      'friend',
    ];
    for (const phrase of phrases) expect(protectedIn(`so ${phrase} so`, phrases)).toEqual([phrase]);
    expect(protectedIn('a friend’s car', phrases)).toEqual(['friend’s']);
    expect(protectedIn('a text', ['', ' ', '\n'])).toEqual([]);
  });

  it('are found in time that grows with the text alone', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `a b${i % 100} c${i}`);
    const phrases = new ProtectedPhrases(many);
    const cost = (text: string) => {
      const start = performance.now();
      phrases.spans(text);
      return performance.now() - start;
    };
    const text = "a b1 c1's ".repeat(20_000);
    cost(text);
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 4 && ratio > 3.5; attempt++)
      ratio = Math.min(ratio, cost(text + text) / Math.max(5, cost(text)));
    expect(ratio).toBeLessThan(4);
  });
});

describe('edits outside of spans', () => {
  it('are those that share no code unit with one, and insert nothing into one', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));
    const disjoint = (ranges: { start: number; end: number }[]) => {
      const sorted = ranges.sort((a, b) => a.start - b.start || a.end - b.end);
      return sorted.filter(
        (one, i) => i === 0 || one.start >= Math.max(...sorted.slice(0, i).map((r) => r.end)),
      );
    };
    const spans = fc.array(range).map((ranges) => disjoint(ranges.filter(({ start, end }) => end > start)));
    fc.assert(
      fc.property(fc.array(range).map(disjoint), spans, (edits, kept) => {
        const expected = edits.filter((edit) =>
          kept.every((span) =>
            edit.start === edit.end
              ? edit.start <= span.start || edit.start >= span.end
              : edit.end <= span.start || edit.start >= span.end,
          ),
        );
        expect(editsOutside(edits, kept)).toEqual(expected);
      }),
    );
  });
});
