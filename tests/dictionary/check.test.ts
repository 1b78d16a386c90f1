import { describe, expect, it } from 'vitest';
import { takeCensus } from '../../src/dictionary/census.js';
import { checkEntries, firesOnSound } from '../../src/dictionary/check.js';
import { countForms } from '../../src/dictionary/count-forms.js';
import type { DictionaryEntry } from '../../src/dictionary/entry.js';
import { describeConditions, lookUpTerm } from '../../src/dictionary/lookup.js';
import { parseDictionary } from '../../src/dictionary/parse.js';

/** Entries of two dictionaries, their cells parted by | for the eye. */
function entries(politics: readonly string[], sport: readonly string[] = []): DictionaryEntry[] {
  const read = (lines: readonly string[], domain: string) =>
    readEntries(['spun|standard|pos|when|note', ...lines].join('\n').replaceAll('|', '\t'), domain);
  return [...read(politics, 'en/politics'), ...read(sport, 'en/sport')];
}

/** Entries of synonym groups: \`noun: ally | partner\`. */
function groups(...lines: readonly string[]): DictionaryEntry[] {
  const rows = lines.map((line) => line.replace(': ', '\t'));
  return readEntries(['pos\twords', ...rows].join('\n'), 'en/groups/world');
}

function readEntries(text: string, domain: string): DictionaryEntry[] {
  const { entries, problems } = parseDictionary(text, domain);
  expect(problems).toEqual([]);
  return entries;
}

const messages = (list: readonly DictionaryEntry[]) =>
  checkEntries(list).map(
    ({ domain, line, severity, message }) => `${domain}:${line} ${severity}: ${message}`,
  );

describe('checking entries together', () => {
  it('finds nothing wrong with readings of their own, nor with loops that a condition breaks', () => {
    const sound = entries(
      ['high minister|prime minister|noun', 'top minister|prime minister|noun', 'big|large|adjective|spun'],
      [
        'large|big|adjective|spun',
        'big|major|adjective|spun',
        'top minister|first minister|noun|near: Wales',
      ],
    );
    expect(checkEntries(sound)).toEqual([]);
  });

  it('finds the same pair in two dictionaries', () => {
    expect(messages(entries(['bartered|negotiated|fixed|spun'], ['bartered|negotiated|fixed']))).toEqual([
      'en/sport:2 warning: "bartered" → "negotiated" stands in en/politics:2 already',
    ]);
  });

  it('takes the same pair with another context for an entry of its own, in whatever order the words stand', () => {
    const lines = (words: string) => [`chance|opportunity|noun|spun; near: ${words}`];
    expect(messages(entries(lines('goal, half'), lines('job')))).toEqual([]);
    expect(messages(entries(lines('goal, half'), lines('half, goal')))).toEqual([
      'en/sport:2 warning: "chance" → "opportunity" stands in en/politics:2 already',
    ]);
  });

  it('finds entries that lead back to their own form without end', () => {
    expect(messages(entries(['minister|prime minister|noun']))).toEqual([
      'en/politics:2 error: "minister" → "prime minister" leads back to "minister", without end',
    ]);
    expect(messages(entries(['minister|prime minister|noun|not: prime']))).toEqual([]);
  });

  it('finds entries that undo each other in any text, at both', () => {
    expect(messages(entries(['eye witness|eyewitness|noun'], ['eyewitness|eye witness|noun']))).toEqual([
      'en/politics:2 error: "eye witness" → "eyewitness" and back in en/sport:2',
      'en/sport:2 error: "eyewitness" → "eye witness" and back in en/politics:2',
    ]);
    const conditional = ['eyewitness|eye witness|noun|spun'];
    expect(messages(entries(['eye witness|eyewitness|noun'], conditional))).toEqual([
      'en/sport:2 warning: "eyewitness" → "eye witness" and back in en/politics:2',
    ]);
  });

  it('finds standards that another entry calls damage', () => {
    expect(messages(entries(['council home|council house|noun|spun', 'council house|council|noun']))).toEqual(
      ['en/politics:2 warning: "council house" is damage for "council" in en/politics:3'],
    );
  });

  it('lets synonym groups repeat pairs and lead to and fro, whichever file comes first', () => {
    const single = entries(['high minister|prime minister|noun', 'best friend|ally|noun|spun']);
    const grouped = groups('noun: prime minister | high minister | premier', 'noun: ally | best friend');
    expect(messages([...single, ...grouped])).toEqual([]);
    expect(messages([...grouped, ...single])).toEqual([]);
  });

  it('finds members of synonym groups that can stand in no text', () => {
    expect(messages(groups('noun: website | bbc.co.uk page'))).toEqual([
      expect.stringMatching(/^en\/groups\/world:2 warning: "bbc.co.uk page" can never match/),
    ]);
  });

  it('finds entries that say nothing beside a shorter one', () => {
    const shorter = ['high minister|prime minister|noun', 'world carrier|World Service|name'];
    const longer = [
      ...[
        'the high minister|the prime minister|fixed',
        'deputy high minister for life|deputy prime minister for life|fixed',
      ],
      'bbc world carrier|BBC World Service|name',
    ];
    expect(messages(entries(shorter, longer))).toEqual([
      'en/sport:2 warning: "high minister" → "prime minister" in en/politics:2 says all that this longer entry says',
      'en/sport:3 warning: "high minister" → "prime minister" in en/politics:2 says all that this longer entry says',
      'en/sport:4 warning: "world carrier" → "World Service" in en/politics:3 says all that this longer entry says',
    ]);
  });

  it.each([
    [
      'are evidence in spun text',
      ['high minister|prime minister|noun'],
      ['the high minister|the prime minister|fixed|spun'],
    ],
    [
      'make forms that the shorter one lacks',
      ['high minister|prime minister|fixed'],
      ['deputy high minister|deputy prime minister|noun'],
    ],
    ['add a capital', ['info company|news agency|fixed'], ['reuters info company|Reuters news agency|fixed']],
    [
      'match in small letters too',
      ['world carrier|world service|name'],
      ['bbc world carrier|bbc world service|fixed'],
    ],
    [
      'need no context',
      ['high minister|prime minister|noun|near: UK'],
      ['the high minister|the prime minister|fixed'],
    ],
    [
      'tell one standard of several',
      ['high minister|prime minister|noun', 'high minister|senior minister|noun|spun'],
      ['the high minister|the prime minister|fixed'],
    ],
    [
      'keep a word that may be spun elsewhere',
      ['leader executive|chief executive|noun', 'officer|official|noun|spun'],
      ['leader executive officer|chief executive officer|noun'],
    ],
  ])('lets longer entries be that %s', (_, shorter, longer) => {
    expect(messages(entries(shorter, longer))).toEqual([]);
  });

  it('lets members of synonym groups and words of terms be longer', () => {
    const terms = ['deep neural organization|deep neural network|noun|term'];
    const list = [
      ...entries(['neural organization|neural network|noun'], terms),
      ...groups('noun: my neural network | my neural organization'),
    ];
    expect(messages(list)).toEqual([]);
  });

  it('finds forms that can stand in no text', () => {
    expect(messages(entries(['bbc.co.uk news|BBC news|fixed', '% point|percentage point|fixed']))).toEqual([
      expect.stringMatching(
        /^en\/politics:2 warning: "bbc.co.uk news" can never match: a part looks like an address/,
      ),
    ]);
  });
});

describe('forms in sound text', () => {
  const list = entries([
    'best friend|ally|noun',
    'barter|negotiate|verb',
    'close friend|ally|noun|spun',
    'white area|White House|name',
    'old friend|ally|noun|near: US',
  ]);

  it('are counted in any inflected form and case, over line breaks', () => {
    const counts = countForms(list);
    counts.add('My BEST friends, my best\nfriend. He bartered; “close friend”.');
    expect(['best friend', 'best friends', 'bartered', 'close friend', 'friend'].map(counts.seen)).toEqual([
      1, 1, 1, 1, 0,
    ]);
  });

  it('are told of entries that say they are never right', () => {
    const counts = countForms(list);
    counts.add('My best friends are best friends. A close friend, an old friend, a white area.');
    const told = firesOnSound(list, counts.seen, 0);
    expect(told.map(({ line, severity, message }) => `${line} ${severity}: ${message}`)).toEqual([
      '2 warning: "best friend" stands 2 times in sound text',
    ]);
    expect(firesOnSound(list, counts.seen, 2)).toEqual([]);
  });

  it('are told with the first three places, whichever form stands there', () => {
    const counts = countForms(list);
    counts.add('A best friend in a text whose places have no names.');
    counts.add('My best friends, my best friend.', (offset) => `a.txt:1:${offset + 1}`);
    counts.add('Best friend and best friends.', (offset) => `b.txt:1:${offset + 1}`);
    const [told] = firesOnSound(list, counts.seen, 0, counts.places);
    expect(told).toMatchObject({
      message: '"best friend" stands 5 times in sound text',
      places: ['a.txt:1:4', 'a.txt:1:21', 'b.txt:1:1'],
    });
  });
});

describe('the census', () => {
  it('counts entries, forms and standards', () => {
    const list = entries(
      ['high minister|prime minister|noun', 'big|large|fixed|spun; before: N'],
      ['big|major|fixed|near: x'],
    );
    const { byDomain, byPartOfSpeech, ...numbers } = takeCensus(list);
    expect(numbers).toEqual({
      ...{
        entries: 3,
        spunForms: 3,
        standards: 3,
        ambiguity: [0, 2, 1],
        onlySpun: 1,
        onlyInTerms: 0,
        withContext: 2,
      },
      grouped: 0,
    });
    expect([...byDomain]).toEqual([
      ['en/politics', 2],
      ['en/sport', 1],
    ]);
    expect([...byPartOfSpeech]).toEqual([
      ['noun', 1],
      ['fixed', 2],
    ]);
  });
});

describe('the census of synonym groups', () => {
  it('counts the entries that are made of them', () => {
    const { byDomain, ...numbers } = takeCensus([
      ...groups('noun: ally | partner | friend'),
      ...entries(['high minister|prime minister|noun']),
    ]);
    expect(numbers).toMatchObject({ entries: 5, grouped: 4, onlySpun: 4 });
    expect(byDomain.get('en/groups/world')).toBe(4);
  });
});

describe('looking a term up', () => {
  const list = entries([
    'barter|negotiate|verb|spun; near: talks, deal',
    'high minister|Prime Minister|noun',
  ]);

  it('finds both sides, in any inflected form and case', () => {
    const lines = (term: string) => lookUpTerm(term, list).map(({ line }) => line);
    expect(['Bartered', 'negotiating', ' high  ministers', 'prime minister'].map(lines)).toEqual([
      [2],
      [2],
      [3],
      [3],
    ]);
    expect(lines('minister')).toEqual([]);
  });

  it('tells the conditions as they are written', () => {
    expect(list.map(describeConditions)).toEqual(['spun; near: talks, deal', '']);
  });
});
