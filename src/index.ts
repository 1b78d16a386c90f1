export type { DamageKind, Diagnosis, Signal } from './diagnosis/diagnosis.js';
export type { ConfusionSeries } from './diagnosis/misread.js';
export type { UserDictionary } from './dictionary/user-dictionaries.js';
export {
  createEmender,
  DEFAULT_MAX_HARM,
  DEFAULT_MIN_CONFIDENCE,
  type Emender,
  type EmenderData,
  type EmenderOptions,
  type Repair,
  type RepairOptions,
} from './emender.js';
export { type BytesRepair, repairBytes } from './formats/bytes.js';
export { type LoadOptions, loadEmender } from './load.js';
export type { DecodeOptions, EncodingSource } from './repairs/encoding/decode-bytes.js';
export type { PlainForm } from './repairs/encoding/plain-forms.js';
export type { Block, BlockRole } from './repairs/layout/block.js';
export type { LayoutTable } from './repairs/layout/layout-words.js';
export type { OcrData } from './repairs/ocr/misread-texts.js';
export type { Alternative, Edit, RepairKind } from './text/edit.js';
export {
  applyEdits,
  checkEdits,
  composeEdits,
  type EditFilter,
  filterEdits,
  revertEdits,
} from './text/edits.js';
export { VERSION } from './version.js';
