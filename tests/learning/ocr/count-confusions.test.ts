import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusionTable, listConfusions } from '../../../src/learning/ocr/confusion-table.js';
import { countConfusions } from '../../../src/learning/ocr/count-confusions.js';
import { parseConfusions } from '../../../src/repairs/ocr/channel/confusions.js';

const count = (truth: string, seen: string) => countConfusions([{ truth, seen }]);
const SENTENCE = 'the prisoner said that he had never been in the house before ';

describe('counting confusions', () => {
  it('takes short stretches whole, with what was lost and what was added', () => {
    const { confusions } = count('modern ships sail to the port', 'modem shlps sai to thc po rt');
    expect(Object.fromEntries(confusions)).toEqual({
      ...{ 'rn\tm': 1, 'i\tl': 1, 'l\t': 1, 'e\tc': 1, '\t ': 1 },
    });
  });

  it('takes long stretches letter by letter', () => {
    const { confusions } = count(`${SENTENCE}abcd${SENTENCE}`, `${SENTENCE}xyz${SENTENCE}`);
    expect([...confusions.values()].reduce((sum, each) => sum + each, 0)).toBe(4);
    expect([...confusions.keys()].every((key) => key.length <= 3)).toBe(true);
  });

  it('counts how often each truth stands there, and places between characters', () => {
    const { truths } = count('the tithe', 'the tithe');
    expect(truths.get('t')).toBe(3);
    expect(truths.get('th')).toBe(2);
    expect(truths.get('the')).toBe(2);
    expect(truths.get('')).toBe(10);
  });

  it('takes line breaks and runs of blanks for one blank, and composed letters for what they are', () => {
    expect(count('caf\u00e9 in  town', 'cafe\u0301 in\ntown').confusions.size).toBe(0);
  });

  it('leaves out texts that are not each other’s', () => {
    const counts = count('the prisoner said nothing', '1234567 98 76543 2109');
    expect(counts).toMatchObject({ pieces: 0, unlike: 1 });
    expect(counts.confusions.size + counts.truths.size).toBe(0);
  });

  it('aligns long pages piece by piece, and leaves out only the pieces that differ', () => {
    const lines = Array.from({ length: 4000 }, (_, i) => `word${i} in the house`);
    const truth = lines.join('\n');
    const seen = lines.map((line, i) => (i % 10 === 0 ? line.replace('the', 'tbe') : line)).join(' ');
    const counts = count(truth, seen);
    expect(counts.confusions).toEqual(new Map([['h\tb', 400]]));
    expect(counts.pieces).toBeGreaterThan(20);
    expect(counts.unlike).toBe(0);
    const lost = count(truth, seen.slice(0, 20_000));
    expect(lost.pieces).toBeGreaterThan(5);
    expect(lost.unlike).toBe(1);
  });

  it('leaves out, in no time, what is long and has no word to cut at', () => {
    const { pieces, unlike } = count('a'.repeat(2_000_000), 'ab'.repeat(1_000_000));
    expect({ pieces, unlike }).toEqual({ pieces: 0, unlike: 1 });
  });
});

describe('a table of confusions', () => {
  const table = (texts: { truth: string; seen: string }[], minCount = 1) =>
    confusionTable(listConfusions(countConfusions(texts), { minCount }));

  it('has readings in ten thousand occurrences of the truth, as if it had been read right once more, commonest first', () => {
    expect(
      table([
        { truth: 'the house, the hat', seen: 'tbe house, the hat' },
        { truth: 'a he and a hen', seen: 'a be and ahen' },
      ]),
    ).toBe('true\tseen\trate\nh\tb\t2860\n␣\tε\t1250\n');
  });

  it('leaves out what was seen too rarely', () => {
    expect(table([{ truth: 'the house', seen: 'tbe house' }], 2)).toBe('true\tseen\trate\n');
  });

  it('leaves out what it cannot show', () => {
    const texts = [
      { truth: 'some Greek ε here', seen: 'some Greek e here' },
      { truth: 'a smile 😀 and more', seen: 'a smile 😁 and more' },
      { truth: 'a bell rings', seen: 'a bell\u0007rings' },
      { truth: 'open box here', seen: 'open␣box here' },
    ];
    expect(table(texts)).toBe('true\tseen\trate\n');
  });

  it('is read as it was written, whatever the texts', () => {
    const noisy = fc.array(fc.constantFrom(...'ab \n\t#,“ε␣é'), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(
        noisy,
        fc.array(fc.nat(59), { maxLength: 5 }),
        fc.string({ unit: 'binary' }),
        (letters, places, more) => {
          const read = letters.map((letter, i) => (places.includes(i) ? more : letter));
          const texts = [{ truth: letters.join(''), seen: read.join('') }];
          const listed = listConfusions(countConfusions(texts), { minCount: 1 });
          const again = parseConfusions(confusionTable(listed));
          expect(again.map(({ truth, seen }) => [truth, seen])).toEqual(
            listed.map(({ truth, seen }) => [truth, seen]),
          );
        },
      ),
    );
  });
});
