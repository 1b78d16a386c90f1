import type { Block, BlockRole } from '../block.js';

/** Roles that a phrase of the tables shows for certain, whatever stands on pages. */
const CERTAIN: readonly BlockRole[] = ['boilerplate', 'credit'];

/** Blocks of an article and of pages in one list; where both are found in a line, what is certain stands, and else what pages show. */
export function joinBlocks(blocks: readonly Block[], furniture: readonly Block[]): Block[] {
  if (furniture.length === 0) return [...blocks];
  const certain = blocks.filter(({ role }) => CERTAIN.includes(role));
  const beside = blocksOutside(furniture, certain);
  return [...blocksOutside(blocks, beside), ...beside].sort((a, b) => a.start - b.start);
}

/** The blocks that none of the others touches; both are sorted and disjoint. */
function blocksOutside(blocks: readonly Block[], others: readonly Block[]): Block[] {
  let next = 0;
  return blocks.filter(({ start, end }) => {
    while (next < others.length && (others[next] as Block).end <= start) next++;
    const other = others[next];
    return other === undefined || other.start >= end;
  });
}
