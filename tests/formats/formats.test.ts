import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonlOptions, repairJsonl } from '../../src/formats/jsonl.js';
import { splitLines } from '../../src/formats/lines.js';
import { offsetInMember, setMembers } from '../../src/formats/members.js';
import { isGzip, isJsonl, readBytes, streamFile } from '../../src/formats/open.js';
import { readRecords } from '../../src/formats/records.js';
import { decodeUtf8 } from '../../src/formats/utf8.js';
import { fakeEmender } from '../fake-emender.js';

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const repair = (input: string | Uint8Array, options: JsonlOptions = {}, size = 7) =>
  collect(repairJsonl(chunked(Buffer.from(input), size), fakeEmender, options));

describe('UTF-8', () => {
  it('is read with and without a byte order mark, which is kept apart', () => {
    expect(decodeUtf8(Buffer.from('naïve 😀'))).toEqual({ text: 'naïve 😀', mark: '' });
    expect(decodeUtf8(Buffer.from('\ufeffa\ufeff'))).toEqual({ text: 'a\ufeff', mark: '\ufeff' });
  });

  it.each([
    [[0x61, 0xff], 1],
    [[0x61, 0x62, 0xc3], 2],
    [[0xc0, 0x80], 0],
    [[0xe2, 0x82, 0xac, 0xe2, 0x82], 3],
    [[0xed, 0xa0, 0x80], 0],
    [[0xf0, 0x9f, 0x98, 0x80, 0xf5, 0x80, 0x80, 0x80], 4],
    [[0xf0, 0x80, 0x80, 0x80], 0],
    [[0xf4, 0x90, 0x80, 0x80], 0],
    [[0x80], 0],
  ])('that is broken is refused with the place: %j', (bytes, offset) => {
    expect(() => decodeUtf8(Uint8Array.from(bytes))).toThrow(`byte ${offset} is no UTF-8`);
  });

  it('is broken where the decoder says so, at a place up to which all is well', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        try {
          decodeUtf8(bytes);
        } catch (error) {
          const offset = Number(/byte (\d+) is/.exec((error as Error).message)?.[1]);
          expect(() => decodeUtf8(bytes.subarray(0, offset))).not.toThrow();
          expect(() => decodeUtf8(bytes.subarray(offset))).toThrow('byte 0 is');
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('lines', () => {
  const lines = async (text: string, size: number) =>
    (await collect(splitLines(chunked(Buffer.from(text), size)))).map((line) => Buffer.from(line).toString());

  it('end with a line feed, a carriage return before it dropped, and nowhere else', async () => {
    expect(await lines('a\r\nb\u2028c\rd\n\ne', 3)).toEqual(['a', 'b\u2028c\rd', '', 'e']);
    expect(await lines('', 3)).toEqual([]);
    expect(await lines('a\n', 3)).toEqual(['a']);
  });

  it('are the same however the stream is cut', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom('a', '\n', '\r', 'é')),
      fc.integer({ min: 1, max: 9 }),
      async (pieces, size) => {
        const text = pieces.join('');
        expect(await lines(text, size)).toEqual(await lines(text, 1000));
      },
    );
    await fc.assert(property);
  });

  it('of 10 MB in small chunks are put together in linear time', async () => {
    const [line] = await collect(splitLines(chunked(Buffer.alloc(10_000_000, 0x61), 1000)));
    expect(line).toHaveLength(10_000_000);
  });
});

describe('members of a JSON object', () => {
  const set = (json: string, changes: Record<string, string>) =>
    setMembers(json, new Map(Object.entries(changes)));

  it('are set where they stand, or added at the end; the others stay as they are written', () => {
    expect(
      set('{"id": 9007199254740993, "text" : "a", "x":[1.0, {"text": "}"}]}', { text: '"b"', n: '1' }),
    ).toBe('{"id": 9007199254740993,"text" : "b","x":[1.0, {"text": "}"}],"n":1}');
    expect(set(' { } ', { a: 'null' })).toBe('{"a":null}');
    expect(set('{"te\\u0078t":"\\"}"}', { text: '1' })).toBe('{"te\\u0078t":1}');
    expect(set('{"__proto__":1}', { a: '2' })).toBe('{"__proto__":1,"a":2}');
  });

  it('are what JSON.parse takes them for', () => {
    const spaced = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'));
    fc.assert(
      fc.property(spaced, ([object, space]) => {
        const expected = JSON.parse(JSON.stringify({ ...object, text: 'new' }));
        expect(JSON.parse(set(JSON.stringify(object, null, space), { text: '"new"' }))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('JSON Lines', () => {
  it('give one record for each, in order, with text, edits and diagnosis; other members stay', async () => {
    const input = '{"id": 1, "text": "The High Minister.", "url": "u"}\r\n\n{"text": "Sound."}';
    const [first, second, ...none] = await repair(input);
    expect(none).toEqual([]);
    expect(JSON.parse(first?.json ?? '')).toEqual({
      id: 1,
      url: 'u',
      text: 'The Prime Minister.',
      edits: [expect.objectContaining({ start: 4, end: 8, original: 'High', replacement: 'Prime' })],
      diagnosis: expect.objectContaining({ spun: 0.9 }),
    });
    expect(JSON.parse(second?.json ?? '')).toMatchObject({ text: 'Sound.', edits: [] });
    expect(second?.line).toBe(3);
  });

  it('take the text from a named field and give it in another', async () => {
    const input = '{"id":"a","body":"High Minister","text":"old"}';
    const json = async (options: JsonlOptions) => JSON.parse((await repair(input, options))[0]?.json ?? '');
    expect(await json({ field: 'body' })).toMatchObject({ body: 'High Minister', text: 'Prime Minister' });
    expect(await json({ field: 'body', into: 'body' })).toMatchObject({
      body: 'Prime Minister',
      text: 'old',
    });
    expect(await json({ field: 'body', minConfidence: 0.99 })).toMatchObject({ text: 'High Minister' });
  });

  it('pass a bad record through with its error, and go on', async () => {
    const good = '{"text":"High Minister"}';
    const records = await repair(
      Buffer.concat([
        Buffer.from('{"text": "a"\n{"id":1,"body":"b"}\n{"text":3}\n["text"]\n'),
        Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
        Buffer.from(`{"text":"unrepairable","n":1.0}\n${good}`),
      ]),
    );
    expect(records.map(({ json, edits }) => (edits.length > 0 ? 'repaired' : json))).toEqual([
      '{"line":"{\\"text\\": \\"a\\"","error":"no JSON object; write one object a line"}',
      '{"id":1,"body":"b","error":"\\"text\\" is missing; name the field that holds the text"}',
      '{"text":3,"error":"\\"text\\" is not a string; name the field that holds the text"}',
      '{"line":"[\\"text\\"]","error":"no JSON object; write one object a line"}',
      '{"bytes":"e/99","error":"byte 1 is no UTF-8; convert the text to UTF-8 first"}',
      '{"text":"unrepairable","n":1.0,"error":"could not be repaired: too hard"}',
      'repaired',
    ]);
    expect(records.filter((record) => record.error !== undefined).map((record) => record.line)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it.each([
    ['latin1', 'windows-1252, which it most likely is', Buffer.from([0x0a])],
    ['utf16le', 'utf-16le, which it most likely is', Buffer.from([0x0a, 0])],
  ] as const)(
    'come in other encodings, of which the first record tells: %s',
    async (encoding, told, feed) => {
      const line = Buffer.from('{"text":"The High Minister ate a crème brûlée at the café"}', encoding);
      const records = await repair(Buffer.concat([line, feed, line, feed]));
      expect(records.map(({ reading }) => reading)).toEqual([`read as ${told}`, undefined]);
      for (const { json } of records)
        expect(JSON.parse(json).text).toBe('The Prime Minister ate a crème brûlée at the café');
    },
  );

  it('in UTF-16 may be cut anywhere', async () => {
    const bytes = Buffer.from('\ufeff{"text":"High Minister 😀"}\n{"text":"b"}', 'utf16le');
    for (const size of [1, 3, 64]) {
      const records = await repair(bytes, {}, size);
      expect(records.map(({ json }) => JSON.parse(json).text)).toEqual(['Prime Minister 😀', 'b']);
      expect(records[0]?.reading).toBe('read as utf-16le, by its byte order mark');
    }
  });

  it('may begin with a byte order mark and hold lone surrogates and line separators', async () => {
    const [record] = await repair('\ufeff{"text":"\\ud83d \u2028 High Minister"}');
    expect(JSON.parse(record?.json ?? '').text).toBe('\ud83d \u2028 Prime Minister');
  });

  it('are repaired as they come, not read ahead', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read++;
        yield Buffer.from('{"text":"a"}\n');
      }
    }
    const records = repairJsonl(endless(), fakeEmender);
    for (let i = 0; i < 5; i++) await records.next();
    expect(read).toBe(5);
  });
});

describe('files', () => {
  it('are what their names say', () => {
    expect(['a.jsonl', 'a.JSONL.gz', 'a.txt', 'jsonl'].map(isJsonl)).toEqual([true, true, false, false]);
    expect(['a.jsonl', 'a.jsonl.gz', 'gz'].map(isGzip)).toEqual([false, true, false]);
  });

  it('are decompressed by name, several parts of gzip in a row too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emend-formats-'));
    const path = join(folder, 'a.txt.gz');
    writeFileSync(path, Buffer.concat([gzipSync('one '), gzipSync('two')]));
    expect(Buffer.from(await readBytes(path)).toString()).toBe('one two');
    expect(Buffer.concat(await collect(streamFile(path))).toString()).toBe('one two');
  });

  it('that are missing or cut short fail when read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emend-formats-'));
    const path = join(folder, 'cut.jsonl.gz');
    writeFileSync(path, gzipSync('one two three four').subarray(0, 20));
    await expect(collect(streamFile(path))).rejects.toThrow('unexpected end of file');
    await expect(collect(streamFile(join(folder, 'no.jsonl.gz')))).rejects.toThrow('ENOENT');
    await expect(collect(streamFile(join(folder, 'no.jsonl')))).rejects.toThrow('ENOENT');
  });
});

describe('records whose text may stand in several members', () => {
  it('are read from the first that holds one', async () => {
    const lines = ['{"text":"spun","clean":"sound"}', '{"text":"only","clean":null}', '{"id":3,"text":4}'];
    const records = await collect(readRecords(chunked(Buffer.from(lines.join('\n')), 5), 'clean', 'text'));
    expect(records).toMatchObject([
      { line: 1, text: 'sound', field: 'clean' },
      { line: 2, text: 'only', field: 'text' },
      { line: 3, error: '"clean" or "text" is not a string; one of them must hold the text' },
    ]);
  });
});

describe('the place of a character of a member', () => {
  it('is found in the source behind any escapes', () => {
    const text = 'caf\u00e9 "x" \\ 😀\n!';
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (before, escapes) => {
        let value = JSON.stringify(text);
        if (escapes) value = value.replace('\u00e9', '\\u00e9').replace('😀', '\\ud83d\\ude00');
        const json = `{ "text": 1, ${JSON.stringify(before)}:"", "text" : ${value}}`;
        fc.pre(before !== 'text');
        expect(json[offsetInMember(json, 'text', text.indexOf('x'))]).toBe('x');
        expect(json[offsetInMember(json, 'text', text.indexOf('!'))]).toBe('!');
        expect(offsetInMember(json, 'text', 0)).toBe(json.length - value.length);
      }),
    );
  });

  it('is 0 where there is no such string', () => {
    expect(offsetInMember('{"text":[1]}', 'text', 3)).toBe(0);
    expect(offsetInMember('{"text":"a"}', 'clean', 3)).toBe(0);
  });
});
