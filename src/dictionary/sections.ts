import { readContainer } from '../text/container.js';
import type { StringTable } from '../text/strings.js';
import { Vocabulary } from '../text/vocabulary.js';
import { DICTIONARY_MAGIC, DICTIONARY_VERSION } from './format.js';

/** The sections of a compiled dictionary by name; format.ts tells what is in them. */
export interface DictionarySections {
  readonly vocabulary: Vocabulary;
  readonly edges: Uint32Array;
  readonly formAtNode: Uint32Array;
  readonly first: Uint32Array;
  readonly candidates: Uint32Array;
  readonly contexts: Uint32Array;
  readonly standards: StringTable;
  readonly rules: StringTable;
  readonly gains: Float32Array;
  readonly losses: Float32Array;
  readonly shares: Float32Array;
  readonly memberships: Float32Array;
  readonly lengths: Uint8Array;
  readonly weights: Float32Array;
}

/**
 * Opens the bytes of a compiled dictionary; copies nothing.
 *
 * @throws Error when they are no dictionary, of another version, or damaged
 */
export function readSections(bytes: Uint8Array): DictionarySections {
  const sections = readContainer(DICTIONARY_MAGIC, DICTIONARY_VERSION, bytes);
  const u16 = (i: number) => sections[i] as Uint16Array;
  const u32 = (i: number) => sections[i] as Uint32Array;
  const f32 = (i: number) => sections[i] as Float32Array;
  return {
    vocabulary: new Vocabulary(u16(0), u32(1), u32(2)),
    edges: u32(3),
    formAtNode: u32(4),
    first: u32(5),
    candidates: u32(6),
    contexts: u32(7),
    standards: { units: u16(8), offsets: u32(9) },
    rules: { units: u16(10), offsets: u32(11) },
    gains: f32(12),
    losses: f32(13),
    shares: f32(14),
    memberships: f32(15),
    lengths: sections[16] as Uint8Array,
    weights: f32(17),
  };
}
