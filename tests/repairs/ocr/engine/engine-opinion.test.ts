import { describe, expect, it } from 'vitest';
import { cutChunks } from '../../../../src/repairs/ocr/chunks.js';
import { type EngineOpinion, EngineWords } from '../../../../src/repairs/ocr/engine/engine-opinion.js';
import type { EngineWord } from '../../../../src/repairs/ocr/engine/engine-word.js';

const COUNT = 100;
const TEXT = Array.from({ length: COUNT }, (_, i) => `word${i}`).join(' ');

/** What an engine said of the text, if it was so sure of its words. */
function opinionOf(confidence: (i: number) => number | undefined): EngineOpinion {
  const words = [...TEXT.matchAll(/\S+/g)].map(({ index, 0: word }, i): EngineWord => {
    const sure = confidence(i);
    return { start: index, end: index + word.length, ...(sure !== undefined && { confidence: sure }) };
  });
  return new EngineWords(words).of(cutChunks(TEXT));
}

describe('the certainty of an engine', () => {
  it('speaks for a misreading where it is least, against one where it is most', () => {
    const { doubt } = opinionOf((i) => i / COUNT);
    expect(doubt[0]).toBeGreaterThan(0.5);
    expect(doubt[COUNT - 1]).toBeLessThan(-1);
    expect([...doubt]).toEqual([...doubt].sort((a, b) => b - a));
  });

  it('says the same on any scale', () => {
    const { doubt } = opinionOf((i) => i / COUNT);
    expect(opinionOf((i) => 0.9 + i / 1e4).doubt).toEqual(doubt);
    expect(opinionOf((i) => (i / COUNT) ** 3).doubt).toEqual(doubt);
  });

  it.each([0, 0.5, 1, undefined, Number.NaN])('says nothing where all words have %s', (confidence) => {
    for (const doubt of opinionOf(() => confidence).doubt) expect(doubt).toBeCloseTo(0, 12);
  });

  it('says nothing of words without one', () => {
    const { doubt } = opinionOf((i) => (i % 2 === 0 ? i / COUNT : undefined));
    expect(doubt[1]).toBe(0);
    expect(doubt[0]).toBeGreaterThan(0.5);
  });

  it('says little where there are few words', () => {
    const words = [
      { start: 0, end: 3, confidence: 0.1 },
      { start: 4, end: 7, confidence: 0.9 },
    ];
    const { doubt } = new EngineWords(words).of(cutChunks('one two'));
    expect(doubt[0]).toBeGreaterThan(0);
    expect(doubt[0]).toBeLessThan(0.1);
  });
});

describe('what an engine said of what stands between blanks', () => {
  const chunks = cutChunks('one,two three');
  const said = (...words: EngineWord[]) => new EngineWords(words).of(chunks);

  it('is the doubt of the word that it doubts most', () => {
    const rest = Array.from({ length: 50 }, (_, i) => ({ start: 100 + i, end: 101 + i, confidence: 0.5 }));
    const both = said({ start: 0, end: 3, confidence: 0.9 }, { start: 4, end: 7, confidence: 0.1 }, ...rest);
    expect(both.doubt[0]).toBeGreaterThan(0.3);
    expect(both.doubt[1]).toBe(0);
  });

  it('is an alternative only where that is one for the whole', () => {
    const alternatives = ['any'];
    expect(said({ start: 0, end: 3, alternatives }).alternatives.size).toBe(0);
    expect(said({ start: 0, end: 12, alternatives }).alternatives.size).toBe(0);
    expect(said({ start: 8, end: 13, alternatives }).alternatives).toEqual(new Map([[1, alternatives]]));
  });
});
