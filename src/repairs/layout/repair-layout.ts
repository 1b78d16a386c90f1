import type { Edit } from '../../text/edit.js';
import { EditedText } from '../../text/edited-text.js';
import { offsetsBefore } from '../../text/edits.js';
import { type Finding, makeAll } from '../finding.js';
import type { Block, BlockRole } from './block.js';
import { type BlockPhrases, parseBlockPhrases } from './block-phrases.js';
import { layoutDocument } from './document.js';
import { findDoubledParagraphs, findDoubledWords } from './doubles.js';
import { findDropped } from './drop-blocks.js';
import { findBlocks } from './find-blocks.js';
import { findSeparators } from './find-separators.js';
import { findGluedBylines } from './glued-bylines.js';
import { findFoldedHyphens } from './hyphens.js';
import { type LayoutTable, type LayoutWords, parseLayoutWords } from './layout-words.js';
import { findListItems } from './lists.js';
import { findDroppedFurniture } from './pages/drop-furniture.js';
import { findFurniture } from './pages/find-furniture.js';
import { joinBlocks } from './pages/join-blocks.js';
import { findPunctuation } from './punctuation.js';
import { findLineBreaks } from './reflow.js';

/** What the layout tables say. */
export interface LayoutData {
  readonly words: LayoutWords;
  readonly phrases: BlockPhrases;
}

/** Settings of {@link repairLayout}. */
export interface LayoutOptions {
  /** Whether a word in small letters is English: what is known of words beyond this text. By default nothing is. */
  readonly isWord?: (word: string) => boolean;
  /** Whether it is one of the ten thousand words or so that are met most. By default none is. */
  readonly isCommon?: (word: string) => boolean;
  /** Which edits of a text to make; the steps that follow see it without those that are not kept. All by default. */
  readonly keep?: (edits: Edit[], text: string) => Edit[];
  /** Roles whose blocks are left out; none by default. */
  readonly drop?: readonly BlockRole[];
}

/** What {@link repairLayout} finds. */
export interface LayoutRepair {
  /** Sorted, disjoint, with offsets into the text. */
  readonly edits: Edit[];
  /** The text after the edits. */
  readonly text: string;
  /** What is no running text, with offsets into the text before the edits; those that were dropped among it. */
  readonly blocks: Block[];
  /** Places where something was lost or doubled, whether or not their edits were made. */
  readonly damaged: number;
}

/**
 * Reads the tables of `dictionaries/en/layout/`.
 *
 * @throws Error naming table, line and remedy where a line cannot be read
 */
export function parseLayoutTables(tables: readonly LayoutTable[]): LayoutData {
  return { words: parseLayoutWords(tables), phrases: parseBlockPhrases(tables) };
}

/** Rounds until a text stays as it is; what one step puts right may be what another waits for. */
const MOST_ROUNDS = 4;

/**
 * Puts right what scraping did to the lines of a text, and marks what is no running text. Takes any string; never throws; linear
 * in the text.
 */
export function repairLayout(text: string, data: LayoutData, options: LayoutOptions = {}): LayoutRepair {
  const { isWord = () => false, isCommon = () => false, keep = (edits) => edits, drop = [] } = options;
  const { words, phrases } = data;
  let damaged = 0;
  const edited = new EditedText(text, (found, current) => {
    damaged += found.filter(isDamage).length;
    return keep(found, current);
  });
  const make = (find: (text: string) => readonly Finding[]) => makeAll(edited, 'layout', find(edited.text));
  // Heads and numbers of pages go first: what they part belongs together.
  const furniture = findFurniture(text);
  make((text) => findDroppedFurniture(text, furniture, drop));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = edited.text;
    edited.make(findSeparators(edited.text, words, { isWord }));
    make((text) => findGluedBylines(text, words));
    make(findListItems);
    make((text) => findPunctuation(layoutDocument(text, words, isWord)));
    make((text) => findDoubledWords(text, words));
    make((text) => findFoldedHyphens(text, { isWord, isCommon }));
    make((current) => {
      const known = current === text ? { furniture } : {};
      return findLineBreaks(current, { isWord, isCommon, words, ...known });
    });
    make(findDoubledParagraphs);
    if (edited.text === before) break;
  }
  const marked = findBlocks(edited.text, phrases, words);
  const blocks = joinBlocks(blocksBefore(marked, edited.edits), furniture);
  if (drop.length > 0) make((text) => findDropped(text, marked, drop));
  return { edits: edited.edits, text: edited.text, blocks, damaged };
}

/** Leaving blocks out and joining lines tidies a text; it was not damaged for that. */
function isDamage({ rule }: Edit): boolean {
  return !rule.startsWith('layout/drop/') && rule !== 'layout/line-break' && rule !== 'layout/hyphen';
}

/** Blocks of a text after edits, with offsets into the text before them. */
export function blocksBefore(blocks: readonly Block[], edits: readonly Edit[]): Block[] {
  if (edits.length === 0) return [...blocks];
  // Both ends of the blocks ascend.
  const before = offsetsBefore(edits);
  return blocks.map((block) => ({ ...block, start: before(block.start), end: before(block.end) }));
}
