import { describe, expect, it } from 'vitest';
import { ALTO_2, ALTO_4, ALTO_LINES, changedLines, edit, PAGE_TEXT, pagesOf, rewrite } from './pages.js';

describe('ALTO as a text', () => {
  it('has a blank between words, a line break after lines, an empty line between blocks, hyphens as printed', () => {
    expect(pagesOf(ALTO_2).text).toBe(PAGE_TEXT);
    expect(pagesOf(ALTO_4).text).toBe('A re-\nport is\n');
    expect(pagesOf(ALTO_LINES).text).toBe('The High Minister re-\nports ofthe day .\n');
  });

  it('has what the engine said of each word', () => {
    const { text, words } = pagesOf(ALTO_2);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(text.trim().split(/\s+/));
    expect(words.slice(0, 3)).toEqual([
      { start: 0, end: 5, confidence: 0.4 },
      { start: 6, end: 11, confidence: 1, alternatives: ['paper', 'pauper'] },
      { start: 12, end: 15 },
    ]);
    // Of a whole line, the confidence is that of each word.
    expect(pagesOf(ALTO_LINES).words.map(({ confidence }) => confidence)).toEqual([
      ...[0.9, 0.9, 0.9, 0.9],
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it('has no confidence that is none', () => {
    const words = ['-1', '2', 'x', '', '0']
      .map((value) => `<String CONTENT="w" WC="${value}"/>`)
      .join('<SP/>');
    const source = `<alto><TextLine>${words}</TextLine></alto>`;
    expect(pagesOf(source).words.map(({ confidence }) => confidence)).toEqual([
      ...[undefined, undefined, undefined, undefined, 0],
    ]);
  });

  it('leaves out Strings without letters', () => {
    expect(pagesOf('<alto><String CONTENT=" "/><SP/><String CONTENT="a"/><String/></alto>').text).toBe('a\n');
  });
});

describe('ALTO after edits', () => {
  it('is the same where there are none', () => {
    for (const source of [ALTO_2, ALTO_4, ALTO_LINES])
      expect(pagesOf(source).write([])).toEqual({ source, unwritten: [] });
  });

  it('has another letter in its place, and references beside it as they were', () => {
    expect(changedLines(ALTO_2, rewrite(ALTO_2, ['paper', 'papers']))[0]).toContain(
      `CONTENT='pa&#112;ers' WC='1'>`,
    );
    expect(changedLines(ALTO_2, rewrite(ALTO_2, ['paper', 'pager']))[0]).toContain(`CONTENT='pager' WC='1'>`);
    expect(changedLines(ALTO_2, rewrite(ALTO_2, ['R&D', 'R&M']))[0]).toContain('CONTENT="&lt;R&amp;M&gt;"');
  });

  it('has what XML needs escaped, whatever quotes there are', () => {
    const line = changedLines(ALTO_2, rewrite(ALTO_2, ['paper', `<"'&`]))[0];
    expect(line).toContain(`CONTENT='&lt;&quot;&#39;&amp;' WC`);
  });

  it('has two elements for a word that is parted: boxes by its characters, a blank between them, an id of its own', () => {
    expect(changedLines(ALTO_2, rewrite(ALTO_2, ['ofthe', 'of the']))).toEqual([
      '<a:String ID="S1" CONTENT="of" HPOS="100" VPOS="10" WIDTH="37" HEIGHT="30" WC="0.40" CC="00900"/>' +
        '<a:SP WIDTH="18" VPOS="10" HPOS="137"/>' +
        '<a:String ID="S1_2" CONTENT="the" HPOS="155" VPOS="10" WIDTH="55" HEIGHT="30" WC="0.40"/>',
    ]);
    const taken = ALTO_2.replace('"S7"', '"S1_2"');
    expect(rewrite(taken, ['ofthe', 'o f the'])).toMatch(/ID="S1_3".*ID="S1_4"/);
    expect(rewrite(ALTO_4, ['is', 'i s'])).toContain(
      '<String CONTENT="i"/><SP/><String CONTENT="s"/></TextLine>',
    );
    // What is in an element stays in the first.
    expect(rewrite(ALTO_4, ['A', 'A a'])).toContain('</Glyph></String><SP/><String CONTENT="a"/><SP/>');
  });

  it('has one element for words that are joined, with the box around them', () => {
    const joined = rewrite(ALTO_2, ['th at', 'that']);
    expect(changedLines(ALTO_2, joined)).toEqual([
      '<a:String ID="S5" HPOS="150" VPOS="50" WIDTH="45" HEIGHT="31" CONTENT="that"/>',
    ]);
    expect(joined).not.toContain('S6');
    expect(joined.match(/<a:SP/g)).toHaveLength(3);
  });

  it('keeps both parts of a word that a line end breaks, and names the word in them', () => {
    const expected = [
      'CONTENT="re-" SUBS_TYPE="HypPart1" SUBS_CONTENT="report"',
      'CONTENT="port" SUBS_TYPE="HypPart2" SUBS_CONTENT="report"',
    ];
    const lines = changedLines(ALTO_4, rewrite(ALTO_4, ['re-\nport', 'report']));
    expect(lines).toHaveLength(2);
    for (const [i, line] of lines.entries()) expect(line).toContain(expected[i]);
    const hyphenated = rewrite(ALTO_4, ['re-\nport', 're-port']);
    expect(hyphenated.match(/CONTENT="re-port"/g)).toHaveLength(2);
    expect(rewrite(ALTO_4, ['re-\nport', 'riports'])).toContain(
      'CONTENT="ri-" SUBS_TYPE="HypPart1" SUBS_CONTENT="riports"',
    );
  });

  it('puts a misread letter right in its part, and in what is said of the word', () => {
    const expected = [
      'CONTENT="re" SUBS_TYPE="HypPart1" SUBS_CONTENT="report"/><a:HYP',
      'CONTENT="port" SUBS_TYPE="HypPart2" SUBS_CONTENT="report"',
    ];
    for (const [before, after] of [
      ['rc-\nport', 'report'],
      ['rc-', 're-'],
      ['rc', 're'],
    ] as const) {
      const lines = changedLines(ALTO_2, rewrite(ALTO_2, [before, after]));
      expect(lines).toHaveLength(2);
      for (const [i, line] of lines.entries()) expect(line).toContain(expected[i]);
    }
    const second = rewrite(ALTO_2, ['port', 'tort']);
    expect(second.match(/SUBS_CONTENT="rctort"/g)).toHaveLength(2);
  });

  it('says no longer that words are parts of one where one of them is parted', () => {
    const source = rewrite(ALTO_2, ['port', 'po rt']);
    expect(source).not.toContain('SUBS_');
    expect(pagesOf(source).text).toBe(PAGE_TEXT.replace('port', 'po rt'));
  });

  it('loses the element of a word that is deleted, with one blank; the last one of a line stays, empty', () => {
    const source = rewrite(ALTO_2, ['th at', 'at'], ['<R&D>', '']);
    expect(source).not.toContain('S5');
    expect(source).toContain('<a:String ID="S7" CONTENT=""/>');
    expect(source.match(/<a:SP/g)).toHaveLength(3);
    expect(rewrite(ALTO_4, ['A ', ''])).toContain('<TextLine><String CONTENT="re-"/></TextLine>');
    expect(rewrite(ALTO_2, [' rc-', ''])).not.toContain('HYP ');
  });

  it('has no blank at the beginning of a line, and at least one element in it, whatever is deleted', () => {
    expect(rewrite(ALTO_2, ['ofthe paper ', ''])).toMatch(/<a:TextLine ID="L1"[^>]*>\s*<a:String ID="S3"/);
    const source = rewrite(ALTO_2, ['port th at', '']);
    expect(source).toMatch(/<a:TextLine ID="L2">\s*<a:String ID="S4"[^>]* CONTENT=""[^>]*>\s*<\/a:TextLine>/);
  });

  it('takes edits of words that share an element as text', () => {
    expect(
      changedLines(
        ALTO_LINES,
        rewrite(ALTO_LINES, ['High', 'Prime'], ['ofthe', 'of the'], ['day .', 'day.']),
      ),
    ).toEqual([
      '<TextLine><String CONTENT="The  Prime Minister re-" HPOS="0" VPOS="0" WIDTH="100" HEIGHT="10" WC="0.9"/></TextLine>',
      '<TextLine><String CONTENT="ports of the day." HPOS="0" VPOS="0" WIDTH="100" HEIGHT="10"/></TextLine>',
    ]);
  });

  it('tells what it cannot take', () => {
    const document = pagesOf(ALTO_LINES);
    const { text } = document;
    const edits = [
      edit(text, 'High', 'Hi\u0000gh'),
      edit(text, 're-\nports', 'reports'),
      edit(text, ' .', '\n.'),
    ];
    const { source, unwritten } = document.write(edits);
    expect(source).toBe(ALTO_LINES);
    expect(unwritten).toEqual([
      { edit: edits[0], reason: 'characters' },
      { edit: edits[1], reason: 'no element' },
      { edit: edits[2], reason: 'structure' },
    ]);
  });
});
