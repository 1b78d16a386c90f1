/* What `emend/evaluation` gives: repairs measured against gold edits, and of OCR against what was printed. */
export { type Calibration, type CalibrationBin, measureCalibration } from './evaluation/calibration.js';
export { type GoldArticle, type GoldEdit, readGold } from './evaluation/gold.js';
export { parseMarked } from './evaluation/marked.js';
export { type OcrPage, readOcrPages } from './evaluation/ocr/page.js';
export { type PageScore, scorePage } from './evaluation/ocr/score.js';
export { type OcrTotals, totalPages } from './evaluation/ocr/totals.js';
export {
  type ArticleScore,
  type JudgedEdit,
  type Repaired,
  type ScoredEdit,
  scoreArticle,
} from './evaluation/score.js';
export { type Group, type Grouping, groupEdits, type Totals, totalScores } from './evaluation/totals.js';
