import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../../src/repairs/ocr/search/proposal.js';
import { WindowMemory } from '../../../../src/repairs/ocr/search/window-memory.js';

const THE: Proposal = {
  from: 2,
  to: 3,
  start: 10,
  end: 14,
  ids: [7],
  text: 'the',
  cost: 1,
  misread: true,
  rule: 'letters',
};

describe('the memory of windows', () => {
  it('reads a window once, and moves what it found to where it stands again', () => {
    const memory = new WindowMemory();
    let reads = 0;
    const read = () => {
      reads++;
      return [THE];
    };
    expect(memory.of('key', 2, 9, read)).toEqual([THE]);
    expect(memory.of('key', 0, 29, read)).toEqual([{ ...THE, from: 0, to: 1, start: 30, end: 34 }]);
    expect(memory.of('key', 2, 9, read)).toEqual([THE]);
    expect(reads).toBe(1);
    memory.of('other', 2, 9, read);
    expect(reads).toBe(2);
  });

  it('is not changed by what is done with its answers', () => {
    const memory = new WindowMemory();
    memory.of('key', 0, 0, () => [THE]).pop();
    expect(memory.of('key', 0, 0, () => [])).toEqual([THE]);
  });
});
