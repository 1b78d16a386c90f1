import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairBytes } from '../../../src/formats/bytes.js';
import { codePages } from '../../../src/repairs/encoding/code-pages.js';
import { decodeBytes } from '../../../src/repairs/encoding/decode-bytes.js';
import { fakeEmender } from '../../fake-emender.js';
import { readSentences } from './languages.js';

const sentences = readSentences();

function textIn(...languages: string[]): string {
  return sentences
    .filter(({ language }) => languages.includes(language))
    .map(({ text }) => text)
    .join('\n');
}

/** A text in a single-byte encoding; what it lacks is left out. */
function encode(text: string, label: string): Uint8Array {
  const page = codePages().find((each) => each.label === label);
  const upper =
    page?.upper ?? new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i));
  const bytes: number[] = [];
  for (const character of text) {
    const at = upper.indexOf(character);
    if (character < '\x80') bytes.push(character.charCodeAt(0));
    else if (at >= 0) bytes.push(0x80 + at);
  }
  return Uint8Array.from(bytes);
}

const utf16 = (text: string, isLittle: boolean, mark = '') => {
  const bytes = new Uint8Array(2 * (text.length + mark.length));
  const view = new DataView(bytes.buffer);
  [...(mark + text).split('')].forEach((unit, i) => {
    view.setUint16(2 * i, unit.charCodeAt(0), isLittle);
  });
  return bytes;
};

describe('bytes', () => {
  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0x61], 'a', 'utf-8'],
    ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0, 0xe9, 0], 'aé', 'utf-16le'],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61, 0, 0xe9], 'aé', 'utf-16be'],
    ['UTF-32, little end first', [0xff, 0xfe, 0, 0, 0, 0xf6, 1, 0], '\u{1f600}', 'utf-32le'],
    ['UTF-32, big end first', [0, 0, 0xfe, 0xff, 0, 1, 0xf6, 0], '\u{1f600}', 'utf-32be'],
  ])('are read by their byte order mark: %s', (_, bytes, text, encoding) => {
    const decoded = decodeBytes(Uint8Array.from(bytes));
    expect(decoded).toEqual({ text, mark: '\ufeff', encoding, source: 'byte-order-mark' });
  });

  it('are UTF-8 where they are valid, whatever is declared', () => {
    const text = '<meta charset="windows-1252">naïve 😀';
    const decoded = decodeBytes(new TextEncoder().encode(text));
    expect(decoded).toMatchObject({ text, encoding: 'utf-8', source: 'valid-utf-8' });
    expect(decodeBytes(new Uint8Array())).toMatchObject({ text: '', encoding: 'utf-8' });
  });

  it.each([
    ['<html><head><meta charset="windows-1251"></head>', 'windows-1251'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'koi8-r'],
    ['<?xml version="1.0" encoding="iso-8859-2"?>', 'iso-8859-2'],
    ['@charset "windows-1253";', 'windows-1253'],
    ['# -*- coding: cp1251 -*-', 'windows-1251'],
    ['Subject: x\nContent-Type: text/plain; charset="macintosh"', 'macintosh'],
  ])('are read as they declare: %s', (head, encoding) => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(`${head}\n`), 0xe4, 0xe0]);
    expect(decodeBytes(bytes)).toMatchObject({ encoding, source: 'declared' });
  });

  it('are read as the caller says', () => {
    const bytes = encode('Привет', 'koi8-r');
    expect(decodeBytes(bytes, { charset: 'KOI8-R' })).toMatchObject({ text: 'Привет', source: 'declared' });
  });

  it('are UTF-8 with stray bytes where most are valid', () => {
    const bytes = Buffer.concat([Buffer.from('déjà vu, naïve, café '), Buffer.from([0x93, 0x61, 0x94])]);
    expect(decodeBytes(bytes)).toMatchObject({ text: 'déjà vu, naïve, café “a”', source: 'mostly-utf-8' });
    const cut = Buffer.from('déjà vu 😀').subarray(0, -2);
    expect(decodeBytes(cut)).toMatchObject({ text: 'déjà vu \ufffd', source: 'mostly-utf-8' });
  });

  it.each([
    ['windows-1252', textIn('fr')],
    ['windows-1252', textIn('de')],
    ['windows-1252', textIn('es')],
    ['windows-1250', textIn('pl')],
    ['windows-1250', textIn('hu')],
    ['windows-1251', textIn('ru')],
    ['koi8-r', textIn('ru')],
    ['windows-1253', textIn('el')],
    ['windows-1254', textIn('tr')],
    ['macintosh', textIn('fr')],
  ])('are told by a detector: %s', (encoding, text) => {
    const bytes = encode(
      text.replace(/[^\0-\x7f]/g, (each) => (encode(each, encoding).length ? each : '')),
      encoding,
    );
    const decoded = decodeBytes(bytes);
    expect(decoded?.source).toBe('detected');
    expect(encode(decoded?.text ?? '', encoding)).toEqual(bytes);
  });

  it('in Japanese and Chinese encodings are told too', () => {
    // "日本語の文章です。" over and over, in Shift JIS.
    const sentence = [
      0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0xcd, 0x82, 0xc5, 0x82, 0xb7, 0x81,
      0x42,
    ];
    const bytes = Uint8Array.from(Array.from({ length: 12 }, () => sentence).flat());
    expect(decodeBytes(bytes)).toMatchObject({
      text: '日本語の文章です。'.repeat(12),
      encoding: 'shift_jis',
    });
  });

  it('of UTF-16 without a mark are told by their zeros', () => {
    const text = 'Plain words, and a café.';
    expect(decodeBytes(utf16(text, true))).toMatchObject({ text, encoding: 'utf-16le' });
    expect(decodeBytes(utf16(text, false))).toMatchObject({ text, encoding: 'utf-16be' });
  });

  it('that are no text are refused', () => {
    expect(decodeBytes(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]))).toBeUndefined();
    expect(() => repairBytes(Uint8Array.from([0xff, 0, 1]), fakeEmender)).toThrow(
      'no text in any known encoding',
    );
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decodeBytes(bytes);
        if (decoded !== undefined) expect(typeof decoded.text).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});

describe('repairBytes', () => {
  it('repairs what it read, and tells how', () => {
    const bytes = encode('The High Minister’s café', 'windows-1252');
    const repair = repairBytes(bytes, fakeEmender);
    expect(repair).toMatchObject({
      input: 'The High Minister’s café',
      text: 'The Prime Minister’s café',
      encoding: 'windows-1252',
      source: 'detected',
    });
  });
});
