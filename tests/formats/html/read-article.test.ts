import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, readArticle } from '../../../src/formats/html/read-article.js';

/*
 * Two files make a case: NAME.html, a page, and NAME.txt, what its article is: title, byline, date and language, then the blocks.
 * A block after `? ` may be left out.
 */
const FOLDER = new URL('./', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

const pageOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`${name}.html`, FOLDER)));

function expected(name: string): { head: string; needed: string[]; allowed: string[] } {
  const text = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');
  const [head = '', ...blocks] = text.trimEnd().split('\n\n');
  const needed = blocks.filter((block) => !block.startsWith('? '));
  return { head, needed, allowed: blocks.map((block) => block.replace(/^\? /, '')) };
}

function headOf({ title = '', byline = '', date = '', language = '' }: Article): string {
  const lines = Object.entries({ title, byline, date, language });
  return lines.map(([name, value]) => `${name}: ${value}`.trimEnd()).join('\n');
}

function found(page: string | Uint8Array): Article {
  const article = readArticle(page);
  if (article === undefined) throw new Error('no article');
  return article;
}

const words = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).length;

const PARAGRAPH = 'The council said on Monday that the bridge will be closed until the cables are mended.';
const OTHER = 'A ferry will run every twenty minutes, and buses turn back at the west ramp until then.';
const texts = (page: string): string[] => found(page).blocks.map(({ text }) => text);

describe('the article of a page', () => {
  it.each(names)('is found whole, in order and once: %s', (name) => {
    const { needed } = expected(name);
    const blocks = found(pageOf(name)).blocks.map(({ text }) => text);
    expect(blocks.filter((block) => needed.includes(block))).toEqual(needed);
    for (const block of needed.filter((each) => each.length > 40))
      expect(blocks.join('\n').split(block)).toHaveLength(2);
  });

  it.each(names)('has little beside it: %s', (name) => {
    const { allowed } = expected(name);
    const blocks = found(pageOf(name)).blocks.map(({ text }) => text);
    const beside = blocks.filter((block) => !allowed.includes(block));
    expect(words(beside)).toBeLessThanOrEqual(words(allowed) * 0.1);
  });

  it.each(names)('comes with title, byline, date and language: %s', (name) => {
    expect(headOf(found(pageOf(name)))).toBe(expected(name).head);
  });

  it('is not found on a front page, in a menu, or in nothing', () => {
    expect(readArticle(pageOf('front'))).toBeUndefined();
    expect(readArticle('<nav><a href="/">Home</a><a href="/news">News</a></nav>')).toBeUndefined();
    expect(readArticle('')).toBeUndefined();
  });

  it('is a text that begins with the title, its blocks parted by empty lines', () => {
    const { text } = found(`<h1>Bridge to close for weeks</h1><p>${PARAGRAPH}<ul><li>${OTHER}</ul>`);
    expect(text).toBe(`Bridge to close for weeks\n\n${PARAGRAPH}\n\n${OTHER}`);
  });

  it('tells what each block is', () => {
    const page = `<h2>News</h2><p>${PARAGRAPH}</p><figure><figcaption>The bridge</figcaption></figure><ul><li>One.</li></ul>
      <table><tr><th>Line<th>Turns<tr><td>4<td>west</table><p>${OTHER}</p>`;
    expect(found(page).blocks).toEqual([
      { kind: 'heading', text: 'News' },
      { kind: 'paragraph', text: PARAGRAPH },
      { kind: 'caption', text: 'The bridge' },
      { kind: 'item', text: 'One.' },
      { kind: 'table', text: 'Line\tTurns\n4\twest' },
      { kind: 'paragraph', text: OTHER },
    ]);
  });

  it('keeps line breaks in a paragraph, and parts paragraphs at two', () => {
    expect(texts(`<div>${PARAGRAPH}<br>${OTHER}</div>`)).toEqual([`${PARAGRAPH}\n${OTHER}`]);
    expect(texts(`<div>${PARAGRAPH}<br> <br>${OTHER}</div>`)).toEqual([PARAGRAPH, OTHER]);
  });

  it('holds nothing that a reader does not see', () => {
    const hidden = [
      '<script>let a = "<p>script</p>";</script>',
      '<!-- <p>comment</p> -->',
      '<template><p>template</p></template>',
      '<p style="display: none">hidden</p>',
      '<svg><title>picture</title></svg>',
      '<noscript><p>noscript</p></noscript>',
      '<span class="visually-hidden">unseen</span>',
    ];
    expect(texts(`<p>${PARAGRAPH}</p>${hidden.join('')}<p>${OTHER}</p>`)).toEqual([PARAGRAPH, OTHER]);
  });

  it('is kept where what it stands in has the name of something beside it', () => {
    for (const name of ['with-sidebar', 'cookie-banner-hidden content', 'comment', 'related'])
      expect(
        texts(
          `<body class="${name}"><div class="${name}"><h1>Bridge</h1><p>${PARAGRAPH}</p><p>${OTHER}</p></div>`,
        ),
      ).toContain(PARAGRAPH);
  });

  it('is read in the charset that the page declares, or that its sender told', () => {
    const page = `<p>${PARAGRAPH} Café.</p><p>${OTHER}</p>`;
    const declared = Buffer.from(`<meta charset=windows-1252>${page}`, 'latin1');
    expect(found(declared).text).toContain('Café.');
    const told = readArticle(Buffer.from(page.replace('é', '\u0083'), 'latin1'), { charset: 'windows-1251' });
    expect(told?.text).toContain('Cafѓ.');
  });
});

describe('a hostile page', () => {
  const many = (piece: string, count: number): string => piece.repeat(count);
  const paragraph = `<p>${PARAGRAPH}</p>`;
  const distinct = (count: number): string =>
    Array.from({ length: count }, (_, i) => `<p>${PARAGRAPH} It is number ${i}.</p>`).join('');

  // Seconds, not minutes: limits have room for a slow and busy machine.
  it.each<[string, string]>([
    ['a million open elements', many('<div>', 200_000)],
    ['crossed elements', many('<b><p>', 100_000)],
    ['stray end tags', many('<div>', 1000) + many('</x>', 300_000)],
    ['nested tables', many('<table><tr><td>', 50_000)],
    ['a wide and deep page', many('<div>', 140) + distinct(10_000)],
    ['a very wide page', distinct(40_000)],
    ['line breaks', `<div>${many('x<br>', 11_000)}</div>`],
    ['entities', many('&amp;', 500_000)],
    ['ampersands', many('&', 1_000_000)],
    ['less-than signs', many('<', 1_000_000)],
    ['open comments', many('<!--', 300_000)],
    ['an attribute that does not end', `<a href="${many('x', 3_000_000)}`],
    ['attributes', `<a ${many('a=b ', 300_000)}>`],
    ['nested linked data', `<script type="application/ld+json">${many('[', 200_000)}</script>`],
  ])('of %s is read in a few seconds', { timeout: 20_000 }, (_, page) => {
    const article = readArticle(page + paragraph);
    expect(article === undefined || article.text.length > 0).toBe(true);
  });

  it('loses no text of paragraphs that are nested too deep', () => {
    const page = `${many('<div>', 5000)}${paragraph}<p>${OTHER}</p>${many('</div>', 5000)}`;
    expect(texts(page)).toEqual([PARAGRAPH, OTHER]);
  });

  it('that is too large for a DOM still gives its article without menus', () => {
    const menu = many('<li><a href="/x">A link of the menu</a></li>', 10_000);
    const page = `<ul>${menu}</ul>${paragraph}<p>${OTHER}</p><ul>${menu}</ul>`;
    expect(texts(page)).toEqual([PARAGRAPH, OTHER]);
  });

  it('is never an exception, whatever string it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '<p>',
          '</p>',
          '<div class="',
          '">',
          '<table>',
          '<td>',
          '<tr>',
          '</table>',
          '<li>',
          '<br>',
          '<a href=x>',
        ],
        ...[
          '</a>',
          '<!--',
          '-->',
          '<script>',
          '</script>',
          '<title>',
          '<svg/>',
          '&amp',
          '&#0;',
          '&#xD800;',
          '<body>',
        ],
        ...[
          '<html lang=',
          '<script type="application/ld+json">{"headline":',
          '<h1>',
          '</h2>',
          '<pre>',
          '<![CDATA[',
        ],
        ...['<constructor __proto__=1>', PARAGRAPH, '\0', '\ud800'],
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const article = readArticle(pieces.join(''));
        if (article !== undefined) expect(typeof article.text).toBe('string');
      }),
      { numRuns: 1500 },
    );
  });
});
