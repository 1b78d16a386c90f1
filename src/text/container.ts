/*
 * A file of typed arrays, used by every compiled data file of emend.
 *
 *   bytes 0-7    magic: eight ASCII characters that name the kind of file
 *   bytes 8-11   endian mark 0x0A0B0C0D, written in the byte order of the arrays
 *   bytes 12-15  version of the format
 *   bytes 16-19  number of sections
 *   bytes 20-23  checksum of all bytes from 24 on: FNV-1a over 32-bit words
 *   then 12 bytes a section: element type, byte offset, byte length
 *   then the sections, each beginning at a multiple of 8; the file's length is one too
 *
 * Arrays are views into the buffer: opening a file copies nothing.
 */

const ENDIAN_MARK = 0x0a0b0c0d;
const HEADER_BYTES = 24;

/** An array that a section can hold. */
export type SectionArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

const ELEMENT_TYPES = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array] as const;

/** Writes arrays into one buffer. `magic` has eight ASCII characters. */
export function writeContainer(
  magic: string,
  version: number,
  sections: readonly SectionArray[],
): Uint8Array {
  let size = aligned(HEADER_BYTES + sections.length * 12);
  const offsets = sections.map((section) => {
    const offset = size;
    size = aligned(size + section.byteLength);
    return offset;
  });
  const bytes = new Uint8Array(size);
  const words = new Uint32Array(bytes.buffer);
  for (let i = 0; i < 8; i++) bytes[i] = magic.charCodeAt(i);
  words[2] = ENDIAN_MARK;
  words[3] = version;
  words[4] = sections.length;
  sections.forEach((section, i) => {
    words[6 + i * 3] = ELEMENT_TYPES.findIndex((type) => section instanceof type);
    words[7 + i * 3] = offsets[i] as number;
    words[8 + i * 3] = section.byteLength;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offsets[i]);
  });
  words[5] = checksum(words);
  return bytes;
}

/**
 * Opens a buffer that `writeContainer` made.
 *
 * @throws Error when it is another kind of file, another version or byte order, cut short or damaged
 */
export function readContainer(magic: string, version: number, input: Uint8Array): SectionArray[] {
  if (input.byteLength < HEADER_BYTES || String.fromCharCode(...input.subarray(0, 8)) !== magic) {
    throw new Error(`not a file of the kind ${magic}`);
  }
  // Typed arrays need an aligned start, which a part of a larger buffer may lack. No `slice`: a Buffer's is a view.
  const bytes = input.byteOffset % 8 === 0 ? input : new Uint8Array(input);
  if (bytes.byteLength % 8 !== 0) throw new Error(`${magic}: the file is cut short; install emend again`);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  if (words[2] !== ENDIAN_MARK)
    throw new Error(`${magic}: the file has another byte order than this machine`);
  if (words[3] !== version) {
    throw new Error(
      `${magic}: the file has version ${words[3]}, this library reads ${version}; build the data again`,
    );
  }
  const count = words[4] as number;
  const tableEnd = HEADER_BYTES + count * 12;
  // The checksum leaves the number of sections out, but the place of the first section tells it as well.
  const first = count === 0 ? bytes.byteLength : words[7];
  if (tableEnd > bytes.byteLength || first !== aligned(tableEnd) || words[5] !== checksum(words)) {
    throw new Error(`${magic}: the file is damaged (wrong checksum); install emend again`);
  }
  return Array.from({ length: count }, (_, i) => {
    const type = ELEMENT_TYPES[words[6 + i * 3] as number] ?? Uint8Array;
    const offset = bytes.byteOffset + (words[7 + i * 3] as number);
    return new type(
      bytes.buffer as ArrayBuffer,
      offset,
      (words[8 + i * 3] as number) / type.BYTES_PER_ELEMENT,
    );
  });
}

/** The checksum that a file made by `writeContainer` holds: 32 bits that tell one version of its data from another. */
export function checksumOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES).getUint32(20, true);
}

function aligned(size: number): number {
  return (size + 7) & ~7;
}

function checksum(words: Uint32Array): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = HEADER_BYTES >> 2; i < words.length; i++)
    hash = Math.imul(hash ^ (words[i] as number), 0x01000193);
  return hash >>> 0;
}
