import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEmender } from '../../../../src/index.js';
import type { BlockRole } from '../../../../src/repairs/layout/block.js';
import { findFurniture } from '../../../../src/repairs/layout/pages/find-furniture.js';
import { checkEdits } from '../../../../src/text/edits.js';

const PARAGRAPHS = readFileSync(new URL('../../ocr/long-s/observer.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n\n');
const TEXT = PARAGRAPHS.join('\n\n');
const DROP: readonly BlockRole[] = ['running-head', 'page-number', 'junk'];

/** The lines of paragraphs as they are printed, an empty one behind each. */
function printed(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      const line = lines.at(-1) as string;
      if (`${line} ${word}`.length > 60) lines.push(word);
      else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, ''];
  });
}

interface Setting {
  readonly head?: (page: number) => string;
  readonly foot?: (page: number) => string;
  readonly feed?: boolean;
  readonly blank?: boolean;
}

/** A text on pages of eleven lines. */
function onPages({ head, foot, feed = false, blank = true }: Setting): string {
  const lines = printed(PARAGRAPHS);
  const pages: string[] = [];
  for (let at = 0, page = 41; at < lines.length; at += 11, page++) {
    const gap = blank ? [''] : [];
    const body = lines.slice(at, at + 11);
    const top = head === undefined ? [] : [head(page), ...gap];
    const bottom = foot === undefined ? [] : [...gap, foot(page)];
    pages.push([...top, ...body, ...bottom].join('\n'));
  }
  return `${pages.join(feed ? '\n\f' : blank ? '\n\n' : '\n')}\n`;
}

const rolesOf = (text: string) => findFurniture(text).map(({ role }) => role);
const foundIn = (text: string) => findFurniture(text).map(({ start, end }) => text.slice(start, end));

const BOOK = (page: number) => (page % 2 ? `THE WEEKLY OBSERVER ${page}` : `${page} The Weekly Observer`);
/** As Tesseract might read them. */
const MISREAD = [
  'THE WEEKLY OBSERVER 41',
  '42 Tbe Weekly 0bscrver',
  'THE WEEKIY OBSERYER 43',
  '4A The Weckly Observer.',
];

describe('heads and numbers of pages', () => {
  const settings: [string, Setting, BlockRole][] = [
    ['heads behind form feeds', { head: BOOK, feed: true }, 'running-head'],
    ['heads without form feeds', { head: BOOK }, 'running-head'],
    ['heads right in the text', { head: BOOK, blank: false }, 'running-head'],
    [
      'misread heads behind form feeds',
      { head: (page) => MISREAD[page - 41] ?? BOOK(page), feed: true },
      'running-head',
    ],
    ['misread heads', { head: (page) => MISREAD[page - 41] ?? BOOK(page) }, 'running-head'],
    ['numbers before form feeds', { foot: (page) => `- ${page} -`, feed: true }, 'page-number'],
    ['numbers without form feeds', { foot: (page) => `[${page}]` }, 'page-number'],
    [
      'Roman numbers',
      { head: (page) => 'xli xlii xliii xliv xlv xlvi'.split(' ')[page - 41] ?? '', feed: true },
      'page-number',
    ],
  ];

  it.each(settings)('are marked: %s', (_, setting, role) => {
    const text = onPages(setting);
    expect(rolesOf(text)).toEqual(Array(5).fill(role));
    const said = foundIn(text);
    for (const [i, one] of said.entries()) expect(one).toBe((setting.head ?? setting.foot)?.(41 + i));
  });

  it('tell both: a head, and a number at the foot', () => {
    const text = onPages({ head: () => 'LETTERS', foot: (page) => `Page ${page} of 45`, feed: true });
    expect(rolesOf(text)).toEqual(Array(5).fill(['running-head', 'page-number']).flat());
  });

  it('may have a number that was misread', () => {
    const text = onPages({ foot: (page) => (page === 43 ? '4B' : `${page}`), feed: true });
    expect(foundIn(text)).toEqual(['41', '42', '4B', '44', '45']);
  });
});

describe('specks that were read as lines', () => {
  it('are marked', () => {
    const text = "The minister spoke.\n_ . , ~ ' i |\n\nNobody heard him.\n'\nHe left.";
    expect(foundIn(text)).toEqual(["_ . , ~ ' i |", "'"]);
  });

  it.each([
    '* * *',
    '---',
    '. . .',
    '| - | - |',
    '} ) ;',
    '—',
    "'",
    '; - )',
    '1 . 2 , 3',
    '• · •',
    ':-) ;-)',
    '/\\    /\\  _ ~',
  ])('are not what people write: %s', (line) => {
    expect(findFurniture(`The minister spoke.\n${line}\nNobody heard him.`)).toEqual([]);
  });
});

describe('sound texts', () => {
  const story = printed(PARAGRAPHS).join('\n');

  it('have no heads: the text itself', () => {
    expect(findFurniture(story)).toEqual([]);
    expect(findFurniture(story.replaceAll('\n\n', '\n\n\f'))).toEqual([]);
  });

  it.each([
    ['chapters', (n: number) => `CHAPTER ${n}`],
    ['questions', (n: number) => `Question ${n}`],
    ['numbers', (n: number) => `${n}`],
    ['a refrain', () => 'O WILD WEST WIND'],
  ])('have headings between their paragraphs: %s', (_, heading) => {
    const text = [...PARAGRAPHS, ...PARAGRAPHS.map((paragraph) => paragraph.toUpperCase())]
      .map((paragraph, i) => `${heading(i + 1)}\n\n${printed([paragraph]).join('\n')}`)
      .join('\n');
    expect(findFurniture(text)).toEqual([]);
  });

  it('have lists of short lines', () => {
    const list = Array.from({ length: 40 }, (_, i) => `${i + 1}\nJane Roe, of the North`).join('\n');
    expect(findFurniture(list)).toEqual([]);
  });
});

const emender = await loadEmender();

describe('an emender', () => {
  const settings: [string, Setting][] = [
    ['behind form feeds', { head: BOOK, foot: (page) => `${page}`, feed: true }],
    ['without them', { head: BOOK }],
    ['right in the text', { head: BOOK, blank: false }],
  ];

  it.each(settings)('leaves heads out where it is asked to, and joins what they cut: %s', (_, setting) => {
    const text = onPages(setting);
    const repair = emender.repair(text, { only: ['layout'], drop: DROP });
    checkEdits(text, repair.edits);
    expect(repair.text.trim()).toBe(TEXT);
    expect(repair.diagnosis.blocks?.map(({ role }) => role)).toContain('running-head');
    expect(emender.repair(repair.text, { only: ['layout'], drop: DROP }).edits).toEqual([]);
  });

  it.each(settings)('leaves them where it is not, and joins no line with them: %s', (_, setting) => {
    const text = onPages(setting);
    const repair = emender.repair(text, { only: ['layout'] });
    const lines = repair.text.split(/[\n\f]/);
    for (let page = 41; page <= 45; page++) expect(lines).toContain(BOOK(page));
    const heads = repair.diagnosis.blocks?.filter(({ role }) => role === 'running-head') ?? [];
    expect(heads.map(({ start, end }) => text.slice(start, end))).toEqual([41, 42, 43, 44, 45].map(BOOK));
  });

  it('keeps form feeds between pages, and a break for one between words', () => {
    expect(emender.repair('It rained.\n\fNobody came.').edits).toEqual([]);
    expect(emender.repair('It rained.\fNobody came.').text).toBe('It rained.\nNobody came.');
  });
});

describe('any text', () => {
  const line = fc.constantFrom(
    'THE TIMES 1',
    '2 THE TIMES',
    'of the',
    'war.',
    '',
    '\f',
    '3',
    'iv',
    ". ' ~ _ i",
    '\0\ud800',
    'a-',
  );

  it('has sorted, disjoint blocks that fill their lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const text = lines.join('\n');
        let last = 0;
        for (const { start, end } of findFurniture(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});
