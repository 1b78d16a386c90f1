import { describe, expect, it } from 'vitest';
import { repair, repairerOf } from './judging.js';

const MODEL = {
  '</s>': 0.1,
  '<num>': 0.05,
  the: 0.2,
  prime: 0.05,
  minister: 0.05,
  high: 0.05,
  big: 0.05,
  large: 0.05,
  met: 0.1,
  a: 0.1,
  friend: 0.1,
  house: 0.1,
  '<s> the': 0.5,
  'the prime': 0.6,
  'the high': 0.0001,
  'prime minister': 0.9,
  'high minister': 0.0001,
  'a large': 0.1,
  'a big': 0.1,
  'large house': 0.3,
  'big house': 0.05,
};

/** The reasons of the edits of a text. */
function reasonsOf(text: string, lines: readonly string[]): (string | undefined)[] {
  const edits = repair(text, repairerOf(lines, { model: MODEL, weights: { languageModel: 0.1 } }));
  return edits.map(({ because }) => because);
}

describe('the reason of a spin edit', () => {
  it('tells what spinners write for what', () => {
    expect(reasonsOf('A pal met.', ['pal | friend | noun'])).toEqual(['spinners write “pal” for “friend”']);
  });

  it('tells how often the form stands in the article', () => {
    expect(reasonsOf('A pal met a pal.', ['pal | friend | noun'])).toEqual(
      Array(2).fill('spinners write “pal” for “friend”, here 2 times'),
    );
  });

  it('names the whole phrase, though the edit is shorter, in the case of the text', () => {
    const [because] = reasonsOf('He met a High Minister.', ['high minister | prime minister | noun']);
    expect(because).toContain('spinners write “High Minister” for “Prime Minister”');
  });

  it('quotes the neighbour beside which the language model finds the standard far likelier', () => {
    expect(reasonsOf('The high minister met.', ['high | prime | adjective'])).toEqual([
      '“prime minister” is far likelier here than “high minister”; spinners write “high” for “prime”',
    ]);
  });

  it('says likelier where it is not by far', () => {
    expect(reasonsOf('He met a big house.', ['big | large | adjective'])).toEqual([
      '“large house” is likelier here than “big house”; spinners write “big” for “large”',
    ]);
  });

  it('does not call on the language model where it has no preference or there is no neighbour', () => {
    expect(reasonsOf('Big. A house.', ['big | large | adjective'])).toEqual([
      'spinners write “Big” for “Large”',
    ]);
    expect(reasonsOf('Met a pal.', ['pal | friend | noun'])).toEqual(['spinners write “pal” for “friend”']);
  });

  it('quotes a neighbour as the likeliest reading has it, not as it stands', () => {
    expect(reasonsOf('The high chief met.', ['high | prime | adjective', 'chief | minister | noun'])).toEqual(
      [
        expect.stringMatching(/^“prime minister” is far likelier here than “high minister”; /),
        expect.stringMatching(/^“prime minister” is far likelier here than “prime chief”; /),
      ],
    );
  });

  it('stays short where the phrases are long', () => {
    const long = `${'very '.repeat(12)}high`;
    const [because] = reasonsOf(`The ${long} minister met.`, [`${long} | prime | fixed`]);
    expect(because).toBe(`spinners write “${long}” for “prime”`);
  });
});
