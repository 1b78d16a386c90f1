import type { GoldArticle, GoldEdit } from './gold.js';

/**
 * Reads an article with its gold edits marked in the text: `{spun=>a|b}` must be restored to one of the readings,
 * `{~spun=>a|b}` may be, `{=>. |\n}` is a separator to insert (`\n` stands for a line break). Braces without `=>` are text.
 * Line breaks at the end of the text are dropped.
 *
 * @param id the article's name
 */
export function parseMarked(id: string, marked: string): GoldArticle {
  const source = marked.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  let end = source.length;
  while (source[end - 1] === '\n') end--;
  const parts: string[] = [];
  const edits: GoldEdit[] = [];
  let length = 0;
  let copied = 0;
  let open = -1;
  for (let at = 0; at < end; at++) {
    if (source[at] === '{') open = at;
    if (source[at] !== '}' || open < 0) continue;
    const mark = source.slice(open + 1, at);
    const arrow = mark.indexOf('=>');
    if (arrow >= 0) {
      const before = source.slice(copied, open);
      const optional = mark.startsWith('~');
      const spun = mark.slice(optional ? 1 : 0, arrow);
      const readings = mark
        .slice(arrow + 2)
        .split('|')
        .map((reading) => reading.replaceAll('\\n', '\n'));
      const start = length + before.length;
      length = start + spun.length;
      edits.push({ start, end: length, readings, optional });
      parts.push(before, spun);
      copied = at + 1;
    }
    open = -1;
  }
  parts.push(source.slice(copied, end));
  return { id, text: parts.join(''), edits };
}
