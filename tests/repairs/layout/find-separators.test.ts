import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSeparators } from '../../../src/repairs/layout/find-separators.js';
import { parseLayoutWords } from '../../../src/repairs/layout/layout-words.js';
import { applyEdits, checkEdits } from '../../../src/text/edits.js';

const TABLES = new URL('../../../dictionaries/en/layout/', import.meta.url);
const CORPUS = new URL('../../corpus/', import.meta.url);

const words = parseLayoutWords(
  readdirSync(TABLES)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => ({ name, text: readFileSync(new URL(name, TABLES), 'utf8') })),
);

const repair = (text: string) => applyEdits(text, findSeparators(text, words));

/** Checks a text in which `|` marks the places of lost separators. */
function expectBorders(marked: string): void {
  const text = marked.replaceAll('|', '');
  const edits = findSeparators(text, words);
  let found = text;
  for (const { start } of [...edits].reverse()) found = `${found.slice(0, start)}|${found.slice(start)}`;
  expect(found).toBe(marked);
}

describe('findSeparators parts glued sentences', () => {
  it.each([
    'The deal was agreed 10 days in the past.|The reports were denied.',
    'They spoke of a deal in good faith”.|Qatar would resume its role.',
    'He left what he said.|“We will be back,” she said.',
    '“We will be back.”|She left.',
    'He saw (as did Rusi).|The next day he left.',
    '"We will be back."|She left.',
    'This is what he said.|"We will be back."',
    'He said: "We are here.|"We will be back."',
    '"We will be back."|She left. "I stay," he said.',
    'He said:|“We will be back.”',
    'It was led by the Institute (Rusi).|Senior fellows left.',
    'He lived in Gaza.|Jane Roe did not.',
    'He lived in Gaza.|In Doha he was free.',
    'Is it over?|No one knows.',
    'It is over!|The crowd cheered.',
    'He lived in Gaza.|Israel has rejected the deal.',
    'He was born in 1999.|The family moved.',
    'Prices rose by 50%.|The bank was not surprised.',
    'He works for the US.|The others do not.',
    'They met in the U.S.|The talks failed.',
    'It began at 9 a.m.|The doors opened late.',
    'He said yes to it.|So did she.',
    'It ended a year ago.|A much larger one began.',
    'He was there long ago.|I’m sure of that.',
    'They talked to the mother.|McDonald was not there.',
    'She was born there.|U.S. officials were told.',
    'They killed him”.|H A Hellyer told the BBC.',
    'It was Israel’s.|Now it is not.',
    'He never met Mr.|Smith again.',
    'They moved to the West.|Reuters|Hamas has had a base. Hamas left.',
    'Its head, Jane Roe, left.|Its members stayed.|This was in May.',
  ])('%s', expectBorders);

  it('with a blank where the document has its line breaks', () => {
    expect(repair('He came.\n\nHe saw it.The end was near.\nHe won.')).toBe(
      'He came.\n\nHe saw it. The end was near.\nHe won.',
    );
  });

  it('with a line break where the document lost them', () => {
    expect(repair('He came there.The end was near. He won.They left.')).toBe(
      'He came there.\nThe end was near. He won.\nThey left.',
    );
  });

  it('with a blank where a single one was forgotten in a long paragraph', () => {
    const text = `${'This is a sentence. '.repeat(30)}It was in the past.The end.`;
    expect(repair(text)).toContain('past. The end');
  });
});

describe('findSeparators parts glued captions, credits and headings', () => {
  it.each([
    'Getty Images|Small but influential Qatar is an ally.',
    'Photo: AFP/Getty|The state is an ally.',
    'Reuters|Hamas has had a base in Doha.',
    'AFP via Getty Images|A much more likely option is Turkey.',
    'Qatar hosts an air base|The state has withdrawn.',
    'It hosts an air base|Qatar has withdrawn. The base in Qatar is large.',
    'The request of the Obama administration|A much more likely option is Turkey.',
    'The war in Gaza|The talks failed. It is quiet in Gaza.',
    'Reports from the BBC|The talks failed, says the BBC.',
    'A visit to McDonald|The talks failed.',
    'Videos on YouTube|The talks failed.',
    'He was told that|Senator Collins left. We saw Senator Collins.',
  ])('%s', expectBorders);

  it('with a line break after a caption and a blank between two words of a sentence', () => {
    expect(repair('A visit to the baseThe state has withdrawn.')).toBe(
      'A visit to the base\nThe state has withdrawn.',
    );
    expect(repair('A man fromQatar left. We saw Qatar.')).toBe('A man from Qatar left. We saw Qatar.');
  });

  it('believes a list of English words', () => {
    const text = 'This is about planetsIn the night they shine.';
    expect(findSeparators(text, words)).toEqual([]);
    expect(findSeparators(text, words, { isWord: (word) => word === 'planets' })).toHaveLength(1);
  });

  it('finds all places of the test article and nothing else', () => {
    const marked = readFileSync(new URL('qatar.marked.txt', CORPUS), 'utf8').replace(/\n$/, '');
    const text = readFileSync(new URL('qatar.txt', CORPUS), 'utf8');
    const wanted = new Map<number, string[]>();
    let at = 0;
    let length = 0;
    for (const match of marked.matchAll(/\{~?([^{}]*?)=>([^{}]*?)\}/g)) {
      length += match.index - at;
      const [whole, spun = '', readings = ''] = match;
      if (spun === '') wanted.set(length, readings.replaceAll('\\n', '\n').split('|'));
      length += spun.length;
      at = match.index + whole.length;
    }
    expect(wanted.size).toBe(28);
    const edits = findSeparators(text, words);
    expect(edits.map((edit) => edit.start)).toEqual([...wanted.keys()]);
    for (const edit of edits) expect(wanted.get(edit.start)).toContain(edit.replacement);
  });
});

describe('findSeparators leaves alone', () => {
  it('clean news', () => {
    expect(findSeparators(readFileSync(new URL('guardian-clean.txt', CORPUS), 'utf8'), words)).toEqual([]);
  });

  it.each([
    ...[
      'the U.S. Army',
      'the U.S.A. today',
      'Washington, D.C.',
      'e.g. This',
      'e.g.This one',
      'i.e.The other',
      'at 9 a.m. Monday',
    ],
    ...[
      'my iPhone has',
      'an eBay shop',
      'a McDonald farm',
      'General MacArthur said',
      'Betsy DeVos said',
      'at LaGuardia airport',
    ],
    ...[
      'on YouTube the',
      'a WhatsApp group',
      'TikTok users',
      'BuzzFeed News',
      'on LinkedIn the',
      'Taher al-Nunu said',
      'macOS runs',
    ],
    ...[
      'Node.js is',
      'ASP.NET is',
      'at Inc.com today',
      'Amazon.com said',
      'Amazon.Com said',
      'Booking.Com is',
      'a Ph.D. in',
      'a Ph.D in',
    ],
    ...[
      'see https://example.com/Foo.The.Bar now',
      'see http://www.Example.The now',
      'write to Jane.Smith@example.com now',
    ],
    ...[
      'write to the.Boss@example.org now',
      '#BlackLives.The now',
      '@JoeBiden said',
      '#MeTooThe thing',
      'read report.The_final.pdf now',
    ],
    ...[
      'call getUserName first',
      'call user.getName() first',
      'use java.lang.String here',
      'the this.State object',
      'a forEach loop',
    ],
    ...[
      'use React.Component here',
      'Console.WriteLine("x")',
      '`past.The`',
      'obj.someThing = new Foo.Bar()',
      'it costs 3.5 million',
    ],
    ...[
      'at 10.30 on Monday',
      'version 2.0.1 of',
      'wait...What',
      'wait…What',
      'J.K. Rowling wrote',
      'J.K.Rowling wrote',
      'H.A.Hellyer said',
    ],
    ...[
      'NaCl and CuSO4 and H2O',
      '5 kWh of mRNA at 3 GHz',
      'a pH of 7',
      '1.The first item',
      'vitaminA is',
      'hepatitisB is',
      'anti-Semitic',
    ],
    ...[
      'the imperialist antiFascist Fascist. We saw Fascist',
      'a DaimlerChrysler car by Daimler and Chrysler',
      'SnoPUD said',
      'a VetsRide day',
    ],
    ...[
      'ExxonMobil and the Exxon and Mobil brands',
      'the APIs of it',
      'BBCOne is',
      'PhDs and MPs',
      'MeToo',
      'VisitScotland said',
      'WaKeeney',
    ],
    ...[
      'nineteen-yearOld',
      'x.y.Z',
      'A.B.C.',
      'U.S.-led',
      'St. John’s',
      'Inc. The',
      'Dr. No',
      "rock 'n' Roll",
      'O’Neill',
      "D'Angelo",
    ],
    ...[
      'C:\\Users\\Public.The',
      'fooBar_baz.The',
      '/usr/local/Foo.Bar is',
      'and/or.Example is',
      'the waterSMART and WaterSMART programs',
    ],
  ])('%s', (text) => {
    expect(findSeparators(text, words)).toEqual([]);
  });
});

describe('findSeparators on any string', () => {
  const piece = fc.constantFrom(
    ...[
      'past',
      'the',
      'base',
      'Qatar',
      'The',
      'A ',
      'In',
      'I ',
      'US',
      'UN',
      'Getty Images',
      'Reuters',
      'AFP',
      'Mc',
      'Donald',
    ],
    ...[
      '.',
      '. ',
      '.',
      ' ',
      ' ',
      ' ',
      ', ',
      '”',
      '“',
      '"',
      "'",
      '’',
      '!',
      '?',
      '(',
      ')',
      '/',
      '-',
      '\n',
      '1',
      '2012',
      '%',
      '@',
    ],
    ...[
      'U.S',
      'p.m',
      'Mr',
      'Inc',
      'said',
      'in ',
      'from',
      'that',
      'YouTube',
      'has ',
      'was ',
      'e.g',
      '://',
      'www',
      '…',
      'é',
      'É',
      'Я',
    ],
  );
  const glued = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('inserts separators only, at valid places', () => {
    fc.assert(
      fc.property(fc.oneof(glued, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const edits = findSeparators(text, words);
        checkEdits(text, edits);
        for (const edit of edits)
          expect([edit.original, /^[ \n]$/.test(edit.replacement)]).toEqual(['', true]);
        for (const edit of edits) expect(edit.confidence > 0 && edit.confidence < 1).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(glued, (text) => {
        const once = repair(text);
        expect(repair(once)).toBe(once);
      }),
      { numRuns: 20_000 },
    );
  });

  // Were the cost not linear, these would not end before the runner's time is up.
  const insertions = (unit: string, length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const edits = findSeparators(text, words);
    expect(edits.every(({ start, end }) => 0 < start && start <= end && end < text.length)).toBe(true);
  };

  it.each([
    ['clean text', 'The talks in Doha have failed, the officials said. '],
    ['glued sentences', 'It was in the past.The'],
    ['humps', 'aB'],
    ['words that run together', 'pastBase'],
    ['stops', '.!?'],
    ['NULs', '\0'],
    ['addresses', 'a@B.The'],
  ])('takes ten megabytes of %s on one line in linear time', (_, unit) => {
    insertions(unit, 1e7);
  });

  it.each([
    ['periods and capitals', '.A'],
    ['joined words', 'baseQatar '],
    ['credits', 'Getty ImagesSmall'],
    ['quotes', '."A'],
    ['lone surrogates', '\ud800A'],
  ])('takes a megabyte of %s on one line in linear time', (_, unit) => {
    insertions(unit, 1e6);
  });
});

describe('parseLayoutWords', () => {
  const table = (text: string) => [{ name: 'x.tsv', text }];

  it('reads words by kind, comments and Windows line ends', () => {
    const { byKind, creditsByLastWord } = parseLayoutWords(
      table(
        '\ufeffword\tkind\tnote\r\n# a comment\r\n\r\nGetty Images\tcredit\tseen on the BBC\r\nThe\tstarter\r\n',
      ),
    );
    expect([...byKind.starter]).toEqual(['The']);
    expect(creditsByLastWord.get('Images')).toEqual(['Getty Images']);
  });

  it.each([
    ['The\tstarter', /x\.tsv:1: the header is missing/],
    ['word\tkind\tnote\nThe\tsomething', /x\.tsv:2: unknown kind "something"; use one of name/],
    ['word\tkind\tnote\n\n The\tstarter', /x\.tsv:3: .*blank/],
    ['word\tkind\tnote\nThe', /x\.tsv:2: unknown kind/],
  ])('names the line that it cannot read: %j', (text, message) => {
    expect(() => parseLayoutWords(table(text))).toThrow(message);
  });

  it('parts nothing by a rule where it knows no words', () => {
    expect(findSeparators('on YouTubeThe base', parseLayoutWords([]))).toEqual([]);
  });
});
