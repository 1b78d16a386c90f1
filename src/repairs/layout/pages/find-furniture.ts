import type { Block, PageRole } from '../block.js';
import { isSmall } from '../humps.js';
import { isLineHyphen } from '../hyphens.js';
import { clusterLines } from './clusters.js';
import { junkiness } from './junk.js';
import { type PageLine, pageLines } from './page-lines.js';

/** Lines from the edge of a page among which its head, foot and number stand. */
const EDGE = 2;
/** Pages on which a head must stand, and a number that goes up with them. */
const FEWEST_HEADS = 3;
const FEWEST_NUMBERS = 2;
/** Where nothing parts pages: how much text lies between two heads, in UTF-16 units, but for a few; and how
 * many sentences they must cut, and what share. */
const FEWEST_BETWEEN = 300;
const SHARE_OF_SHORT = 0.15;
const FEWEST_CUTS = 2;
const SHARE_OF_CUTS = 0.2;
/** By how much the number of a page is greater than that of the last one whose number was found. */
const LARGEST_STEP = 4;

const BECAUSE: Readonly<Record<PageRole, string>> = {
  'running-head': 'the same stands on other pages',
  'page-number': 'the numbers of pages go up like this',
  junk: 'specks that were read as marks',
};

/**
 * Finds what stands on printed pages beside their text: heads and feet that are said again and again, with a number that changes or
 * without, however they were misread; numbers of pages; and lines of specks. Form feeds tell where pages end; without them heads and
 * numbers are told by the sentences that they cut, which headings never do.
 */
export function findFurniture(text: string): Block[] {
  const lines = pageLines(text);
  const roles = new Map<PageLine, PageRole>();
  markJunk(text, lines, roles);
  const pages = (lines.at(-1)?.page ?? 0) + 1;
  const clusters = clusterLines(pages > 1 ? lines.filter(isAtEdge) : lines.filter(({ isTitle }) => isTitle));
  if (pages > 1) markOnPages(lines, clusters, roles);
  else markInText(text, lines, clusters, roles);
  return lines.flatMap((one) => {
    const role = roles.get(one);
    return role === undefined
      ? []
      : [{ start: one.line.from, end: one.line.to, role, because: BECAUSE[role] }];
  });
}

function markJunk(text: string, lines: readonly PageLine[], roles: Map<PageLine, PageRole>): void {
  const likely: PageLine[] = [];
  for (const one of lines) {
    const junk = junkiness(text, one.line.from, one.line.to);
    if (junk === 'sure') roles.set(one, 'junk');
    else if (junk === 'likely') likely.push(one);
  }
  if (roles.size > 0) for (const one of likely) roles.set(one, 'junk');
}

function isAtEdge({ fromTop, fromEnd }: PageLine): boolean {
  return fromTop < EDGE || fromEnd < EDGE;
}

/** Marks heads and numbers at the edges of pages that form feeds part. */
function markOnPages(
  lines: readonly PageLine[],
  clusters: readonly PageLine[][],
  roles: Map<PageLine, PageRole>,
): void {
  for (const cluster of clusters) {
    if (new Set(cluster.map(({ page }) => page)).size < FEWEST_HEADS) continue;
    for (const one of cluster) roles.set(one, 'running-head');
  }
  // By how much a page's number is greater than its place in the text.
  const numbered = lines.filter((one) => isAtEdge(one) && one.number !== undefined);
  const offsets = new Map<number, Set<number>>();
  for (const { number, page } of numbered) {
    const offset = (number as number) - page;
    offsets.set(offset, (offsets.get(offset) ?? new Set()).add(page));
  }
  const [best] = [...offsets].sort(([, a], [, b]) => b.size - a.size);
  if (best === undefined || best[1].size < FEWEST_NUMBERS) return;
  const right = new Set(numbered.filter(({ number, page }) => (number as number) - page === best[0]));
  const rightPages = new Set([...right].map(({ page }) => page));
  for (const one of numbered) {
    // A number that cannot be read stands for the one that is missing.
    if (right.has(one) || (one.number === -1 && !rightPages.has(one.page))) roles.set(one, 'page-number');
  }
}

/** Marks heads and numbers by the sentences that they cut. */
function markInText(
  text: string,
  lines: readonly PageLine[],
  clusters: readonly PageLine[][],
  roles: Map<PageLine, PageRole>,
): void {
  const place = new Map(lines.map((one, i) => [one, i]));
  const asked = new Set(clusters.flat());
  const isAside = (one: PageLine | undefined) =>
    one !== undefined && (one.number !== undefined || asked.has(one) || roles.has(one));
  const cuts = (one: PageLine) => {
    const at = place.get(one) as number;
    let before = at - 1;
    while (at - before <= EDGE && isAside(lines[before])) before--;
    let after = at + 1;
    while (after - at <= EDGE && isAside(lines[after])) after++;
    return cutsSentence(text, lines[before], lines[after]);
  };
  const isFurniture = (group: readonly PageLine[]) => {
    const cut = group.filter(cuts).length;
    return cut >= FEWEST_CUTS && cut >= SHARE_OF_CUTS * group.length;
  };
  const areApart = (group: readonly PageLine[]) => {
    const isNear = (one: PageLine, i: number) =>
      i > 0 && one.line.from - (group[i - 1] as PageLine).line.to <= FEWEST_BETWEEN;
    // Pages at the ends of chapters are short.
    return group.filter(isNear).length <= SHARE_OF_SHORT * group.length;
  };
  for (const cluster of clusters) {
    if (cluster.length < FEWEST_HEADS || !areApart(cluster) || !isFurniture(cluster)) continue;
    for (const one of cluster) roles.set(one, 'running-head');
  }
  const numbers = ascending(lines.filter(({ number }) => number !== undefined));
  if (numbers.length < FEWEST_HEADS || !areApart(numbers) || !isFurniture(numbers)) return;
  for (const one of numbers) roles.set(one, 'page-number');
}

/** The longest run of numbers of which each is a little greater than the one before; those that cannot be read do not count. */
function ascending(lines: readonly PageLine[]): PageLine[] {
  const read = lines.filter(({ number }) => (number as number) >= 0);
  let best: [start: number, end: number] = [0, 0];
  let start = 0;
  read.forEach(({ number }, i) => {
    const step = (number as number) - (read[i - 1]?.number ?? 0);
    if (step <= 0 || step > LARGEST_STEP) start = i;
    if (i + 1 - start > best[1] - best[0]) best = [start, i + 1];
  });
  return read.slice(...best);
}

/** Whether a sentence goes on from one line to another. */
function cutsSentence(text: string, before: PageLine | undefined, after: PageLine | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const last = before.line.to - 1;
  if (!isSmall(text.charCodeAt(after.line.from))) return false;
  return isLineHyphen(text, last) || isSmall(text.charCodeAt(last)) || text.charAt(last) === ',';
}
