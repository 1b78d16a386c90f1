import type { Edit } from '../../text/edit.js';
import { applyEdits, composeEdits, offsetsBefore } from '../../text/edits.js';
import { type Finding, toEdit } from '../finding.js';
import type { Block, BlockRole } from './block.js';
import { type BlockPhrases, parseBlockPhrases } from './block-phrases.js';
import { layoutDocument } from './document.js';
import { findDoubledParagraphs, findDoubledWords } from './doubles.js';
import { findDropped } from './drop-blocks.js';
import { findBlocks } from './find-blocks.js';
import { findSeparators } from './find-separators.js';
import { findGluedBylines } from './glued-bylines.js';
import { type LayoutTable, type LayoutWords, parseLayoutWords } from './layout-words.js';
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
  const { isWord = () => false, keep = (edits) => edits, drop = [] } = options;
  const { words, phrases } = data;
  let current = text;
  let edits: Edit[] = [];
  let damaged = 0;
  const make = (found: Edit[]): void => {
    damaged += found.filter(isDamage).length;
    const kept = found.length === 0 ? found : keep(found, current);
    if (kept.length === 0) return;
    current = applyEdits(current, kept);
    edits = edits.length === 0 ? kept : composeEdits(edits, kept);
  };
  const makeAll = (findings: readonly Finding[]) =>
    make(findings.map((finding) => toEdit(current, 'layout', finding)));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = current;
    make(findSeparators(current, words, { isWord }));
    makeAll(findGluedBylines(current));
    makeAll(findPunctuation(layoutDocument(current, words, isWord)));
    makeAll(findDoubledWords(current, words));
    makeAll(findLineBreaks(current, { isWord, words }));
    makeAll(findDoubledParagraphs(current));
    if (current === before) break;
  }
  const marked = findBlocks(current, phrases, words);
  const blocks = blocksBefore(marked, edits);
  if (drop.length > 0) makeAll(findDropped(current, marked, drop));
  return { edits, text: current, blocks, damaged };
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
