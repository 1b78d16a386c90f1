import type { LanguageModel } from '../../../language-model/language-model.js';
import type { Lexicon } from '../../../lexicon/lexicon.js';
import type { Edit } from '../../../text/edit.js';
import { applyEdits, composeEdits } from '../../../text/edits.js';
import { toEdit } from '../../finding.js';
import type { OcrRepair } from '../ocr.js';
import { findLongS } from './long-s.js';

/** Share of misread words from which on a long s that was read as such is written as s. */
const LEAST_RATE = 0.01;

/**
 * Repairs a text that may be set with the long s: that first, as no other word is known before. The letter itself is no misreading; where
 * nothing else is misread it stays, as who prints it wants it.
 *
 * @param repair repairs the text without the long s, which is as long as the text itself
 */
export function repairAroundLongS(
  text: string,
  { lexicon, model, minConfidence }: { lexicon: Lexicon; model: LanguageModel; minConfidence: number },
  repair: (text: string, isLongS: boolean) => OcrRepair,
): OcrRepair {
  const found = findLongS(text, lexicon, model);
  if (found === undefined) return repair(text, false);
  const { findings, misread } = found;
  const first = findings
    .filter(({ confidence }) => confidence >= minConfidence)
    .map((finding) => toEdit(text, 'ocr', finding));
  const { edits, rate } = repair(applyEdits(text, first), misread > 0);
  const words = Math.max(1, text.split(/\s+/).length);
  const all = Math.min(1, rate + misread / words);
  if (all < LEAST_RATE && misread === 0) {
    const isUntouched = ({ start, end, original }: Edit) => text.slice(start, end) === original;
    return { edits: edits.filter(isUntouched), rate };
  }
  return { edits: composeEdits(first, edits), rate: all };
}
