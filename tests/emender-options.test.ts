import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Emender, EmenderOptions } from '../src/emender.js';
import { loadEmender } from '../src/load.js';
import { applyEdits } from '../src/text/edits.js';
import { ProtectedPhrases } from '../src/text/protected-phrases.js';

const HEADER = 'spun\tstandard\tpos\twhen\tnote';

/** An emender with the shipped data and entries whose cells are parted by ` | `. */
function withEntries(lines: readonly string[], options: EmenderOptions = {}): Promise<Emender> {
  const text = [HEADER, ...lines.map((line) => line.split(' | ').join('\t'))].join('\n');
  return loadEmender({ ...options, dictionaries: [{ name: 'mine.tsv', text }] });
}

const qatar = readFileSync(new URL('corpus/qatar.txt', import.meta.url), 'utf8');
const sound = readFileSync(new URL('corpus/guardian-clean.txt', import.meta.url), 'utf8');

const ENTRIES = [
  'widget box | Acme Cube | noun',
  'widget | Gadgetron | noun',
  'utensil | apparatus | noun',
  'flimsify | thin | verb',
  'White Area Team | White House staff | name',
  'grand pal | ally | noun | near: treaty, defence; not: childhood',
  'best friend | mate | noun',
  'spoke | speech | fixed | after: the',
  'stellar ballet | eclipse | noun | spun',
];

let shipped: Emender;
let own: Emender;
beforeAll(async () => {
  [shipped, own] = await Promise.all([loadEmender(), withEntries(ENTRIES)]);
});

describe('a dictionary of the user', () => {
  it.each([
    ['A widget box.', 'An Acme Cube.'],
    ['Widget boxes and THE WIDGET BOXES; a widget', 'Acme Cubes and THE ACME CUBES; a Gadgetron'],
    ['It is an utensil.', 'It is an apparatus.'],
    ['She flimsified it, flimsifying on.', 'She thinned it, thinning on.'],
    [
      'The White Area Team left; the white area team did not.',
      'The White House Staff left; the white area team did not.',
    ],
    ['the widget box’s lid', 'the Acme Cube’s lid'],
  ])('is applied in a short text that does not look spun: %j', (text, expected) => {
    expect(own.repair(text).text).toBe(expected);
    for (const { confidence, rule } of own.repair(text).edits) {
      expect(rule).toMatch(/^spin\/mine:/);
      expect(confidence).toBeGreaterThan(0.9);
    }
  });

  it('is told as the reason of its edits', () => {
    expect(own.repair('A widget box.').edits).toMatchObject([
      {
        rule: 'spin/mine:widget box',
        because: expect.stringContaining('mine has “A widget box” for “An Acme Cube”'),
      },
    ]);
  });

  it('is applied only where its contexts hold, occurrence by occurrence', () => {
    const far = ' and then it rained and rained and rained, all of the day and all of the night.';
    const text = `The treaty with a grand pal${far} He met a grand pal${far} His childhood treaty, a grand pal.`;
    expect(own.repair(text).text).toBe(text.replace('a grand pal', 'an ally'));
    expect(own.repair('He spoke the spoke.').text).toBe('He spoke the speech.');
  });

  it('leaves places where its contexts do not hold to the dictionary that ships', async () => {
    const text = 'The High Minister met a High Minister of the moon.';
    const moon = await withEntries(['high minister | moon king | noun | before: of']);
    expect(moon.repair(text).text).toBe('The Prime Minister met a Moon King of the moon.');
  });

  it('comes before the dictionary that ships', () => {
    const count = (text: string, word: string) => text.split(word).length - 1;
    expect(count(shipped.repair(qatar).text, 'US ally')).toBeGreaterThan(0);
    expect(count(own.repair(qatar).text, 'mate')).toBe(count(qatar, 'best friend'));
    expect(own.repair('My best friend came.').text).toBe('My mate came.');
  });

  it('is not undone by the dictionary that ships', async () => {
    const contrary = await withEntries(['said | stated | fixed', 'official | officer | noun']);
    const { text } = contrary.repair(qatar);
    expect(text).not.toMatch(/\b(said|officials?)\b/);
    expect(text).toMatch(/\bstated\b/);
  });

  it('is a candidate among others where it is marked for spun documents', () => {
    const text = qatar.replaceAll('ceasefire', 'stellar ballet');
    expect(own.repair('A stellar ballet.').text).toBe('A stellar ballet.');
    expect(own.repair(sound.replace('The ', 'A stellar ballet. The ')).text).toContain('A stellar ballet.');
    expect(own.repair(text).text).toContain('an eclipse');
  });

  it('changes nothing elsewhere', async () => {
    const silent = await withEntries(ENTRIES.filter((line) => !line.startsWith('best friend')));
    for (const text of [qatar, sound]) expect(silent.repair(text)).toEqual(shipped.repair(text));
    expect(own.diagnose(qatar)).toEqual(shipped.diagnose(qatar));
  });

  it('repairs nothing twice', () => {
    const word = fc.constantFrom(
      ...'a an the The widget widgets box boxes Widget utensil best friend friends grand pal treaty spoke said'.split(
        ' ',
      ),
      ...'White Area Team flimsify High Minister officers stated . , of Acme stellar ballet \ud800'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 10 }).map((words) => `${qatar} ${words.join(' ')}.`),
    );
    fc.assert(
      fc.property(text, (input) => {
        const once = own.repair(input);
        expect(applyEdits(input, once.edits)).toBe(once.text);
        expect(own.repair(once.text).edits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused with the place of a bad line', async () => {
    await expect(withEntries(['widget | box | nouns'])).rejects.toThrow('mine.tsv:2:12: unknown pos "nouns"');
  });
});

describe('protected phrases', () => {
  const PHRASES = [
    'best friend',
    'officers',
    'Getty ImagesSmall',
    'an',
    'neural',
    'widget box',
    'by way of',
    'past.The',
  ];

  it('are not changed, whatever is known of them', async () => {
    const careful = await withEntries(ENTRIES, { protect: ['High Minister', 'widget box'] });
    const text = 'The HIGH MINISTER and high ministers: a widget box, widget boxes. The high minister’s car.';
    expect(careful.repair(text).text).toBe(
      'The HIGH MINISTER and prime ministers: a widget box, Acme Cubes. The high minister’s car.',
    );
  });

  it('keep their separators', async () => {
    const careful = await loadEmender({ protect: ['Getty ImagesSmall'] });
    expect(shipped.repair('Getty ImagesSmall but nice. In the past.The end.').text).toContain(
      'Getty Images\nSmall',
    );
    expect(careful.repair('Getty ImagesSmall but nice. In the past.The end.').text).toBe(
      'Getty ImagesSmall but nice. In the past.\nThe end.',
    );
  });

  it('are no part of terms that are put together', async () => {
    const careful = await loadEmender({ protect: ['organization'] });
    expect(shipped.repair('We train a deep neural organization.').text).toContain('neural network');
    expect(careful.repair('We train a deep neural organization.').edits).toEqual([]);
  });

  it('keep the article before a repair', async () => {
    const careful = await withEntries(ENTRIES, { protect: ['It is an'] });
    expect(careful.repair('It is an widget.').text).toBe('It is an Gadgetron.');
  });

  it('are no evidence of spinning', async () => {
    const careful = await loadEmender({ protect: ['best friend', 'by way of'] });
    const signals = (emender: Emender) =>
      emender.diagnose(qatar).signals.map(({ text }) => text.toLowerCase());
    expect(signals(shipped)).toContain('by way of');
    expect(signals(careful)).not.toContain('by way of');
  });

  it('share no place with any edit, and nothing is repaired twice', async () => {
    const careful = await withEntries(
      ENTRIES.filter((line) => !line.startsWith('best')),
      { protect: PHRASES },
    );
    const phrases = new ProtectedPhrases(PHRASES);
    const word = fc.constantFrom(
      ...PHRASES,
      ...'a an An The widget utensil profound neural organization best friends friend’s High Minister office'.split(
        ' ',
      ),
      ...'Images past.The Mr.Smith stated said officer . , \ud800'.split(' '),
    );
    const text = fc.oneof(
      fc
        .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '', '\n', '.')), { maxLength: 40 })
        .map((p) => p.flat().join('')),
      fc.array(word, { maxLength: 10 }).map((words) => `${words.join(' ')}. ${qatar}`),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(0, 0.68), (input, minConfidence) => {
        const { text: once, edits } = careful.repair(input, { minConfidence });
        expect(applyEdits(input, edits)).toBe(once);
        const spans = phrases.spans(input);
        for (const { start, end } of edits) {
          const inside = spans.filter((span) => start < span.end && span.start < end);
          expect(inside).toEqual([]);
        }
        if (minConfidence > 0) expect(careful.repair(once, { minConfidence }).edits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
