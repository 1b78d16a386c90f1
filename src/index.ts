export type { DamageKind, Diagnosis, Signal } from './diagnosis/diagnosis.js';
export {
  createEmender,
  DEFAULT_MIN_CONFIDENCE,
  type Emender,
  type EmenderData,
  type Repair,
  type RepairOptions,
} from './emender.js';
export { loadEmender } from './load.js';
export type { Alternative, Edit, RepairKind } from './text/edit.js';
export { applyEdits, composeEdits, filterEdits, revertEdits } from './text/edits.js';
export { VERSION } from './version.js';
