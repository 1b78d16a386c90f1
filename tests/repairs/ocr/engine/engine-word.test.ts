import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsAfter } from '../../../../src/repairs/ocr/engine/engine-word.js';
import type { Edit } from '../../../../src/text/edit.js';
import { applyEdits } from '../../../../src/text/edits.js';

const TEXT = 'one  two three';
const WORDS = [...TEXT.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
  start: index,
  end: index + word.length,
  confidence: index / 10,
}));

function edit(start: number, end: number, replacement: string): Edit {
  const original = TEXT.slice(start, end);
  return { start, end, original, replacement, repair: 'layout', rule: 'layout/test', confidence: 1 };
}

/** What is read where the words stand after edits, with the confidences. */
function standing(...edits: Edit[]): [string, number | undefined][] {
  const after = applyEdits(TEXT, edits);
  return wordsAfter(WORDS, edits).map(({ start, end, confidence }) => [after.slice(start, end), confidence]);
}

describe('words of an engine', () => {
  it('stay where they are without edits', () => {
    expect(wordsAfter(WORDS, [])).toEqual(WORDS);
  });

  it('move with edits before them', () => {
    expect(standing(edit(3, 5, ' '))).toEqual([
      ['one', 0],
      ['two', 0.5],
      ['three', 0.9],
    ]);
  });

  it('are lost where an edit changes them, at their ends as well as inside', () => {
    expect(standing(edit(5, 6, 'T'), edit(13, 14, ''))).toEqual([['one', 0]]);
    expect(standing(edit(6, 6, 'x'))).toEqual([
      ['one', 0],
      ['three', 0.9],
    ]);
  });

  it('keep what they are beside an edit that touches them', () => {
    expect(standing(edit(3, 5, ''), edit(8, 8, ','))).toEqual([
      ['one', 0],
      ['two', 0.5],
      ['three', 0.9],
    ]);
  });

  it('that stand nowhere are left out, and others put in order', () => {
    const nowhere = [
      { start: Number.NaN, end: 2 },
      { start: -1, end: 2 },
      { start: 4, end: 4 },
      { start: 0.5, end: 2 },
    ];
    expect(wordsAfter([...nowhere, ...WORDS].reverse(), [])).toEqual(WORDS);
  });

  it('stand on the very same letters after any edits', () => {
    const cuts = fc.uniqueArray(fc.nat(TEXT.length), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        cuts,
        fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 }),
        (places, texts) => {
          const sorted = places.sort((a, b) => a - b);
          const edits: Edit[] = [];
          for (let i = 0; i + 1 < sorted.length; i += 2)
            edits.push(edit(sorted[i] as number, sorted[i + 1] as number, texts[i / 2] as string));
          const read = new Map(WORDS.map((word) => [word.confidence, TEXT.slice(word.start, word.end)]));
          for (const [word, confidence] of standing(...edits))
            expect(word).toBe(read.get(confidence as number));
        },
      ),
    );
  });
});
