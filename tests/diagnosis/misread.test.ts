import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { misreadProbability } from '../../src/diagnosis/misread.js';
import { loadEmender } from '../../src/index.js';

describe('the probability that a text was misread', () => {
  it('grows from 0 to 1 with the share of misread words', () => {
    const shares = [0, 1e-6, 0.001, 0.01, 0.03, 0.1, 0.4, 1].map(misreadProbability);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBe(0);
    for (const each of shares) expect(each >= 0 && each <= 1).toBe(true);
  });

  it('is near 0 for shares that sound texts have, and near 1 for those of OCR', () => {
    expect(misreadProbability(0.002)).toBeLessThan(0.01);
    expect(misreadProbability(0.15)).toBeGreaterThan(0.95);
  });
});

describe('the diagnosis', async () => {
  const emender = await loadEmender();
  const folder = new URL('../cases/', import.meta.url);
  const news = readdirSync(new URL('sound/', folder)).filter((name) =>
    /^(?:business|court|crime|education|football|health|markets|obituary|politics|press|science|tennis|weather|world)/.test(
      name,
    ),
  );
  const misread: { about: string; text: string; repaired: string }[] = readFileSync(
    new URL('ocr/newspapers.jsonl', folder),
    'utf8',
  )
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

  it.each(news)('finds sound news not misread, and leaves it byte for byte: %s', (name) => {
    const text = readFileSync(new URL(`sound/${name}`, folder), 'utf8');
    const { text: repaired, diagnosis } = emender.repair(text, { only: ['ocr'] });
    expect(diagnosis.misread).toBeLessThan(0.1);
    expect(repaired).toBe(text);
  });

  it('finds guardian-clean.txt not misread', () => {
    const text = readFileSync(new URL('../corpus/guardian-clean.txt', import.meta.url), 'utf8');
    expect(emender.diagnose(text).misread).toBeLessThan(0.1);
  });

  it.each(misread)('finds badly misread news misread: $about', ({ text }) => {
    expect(emender.diagnose(text).misread).toBeGreaterThan(0.8);
  });

  it('finds them sound once they are right', () => {
    const sound = misread.filter(({ repaired }) => emender.diagnose(repaired).misread < 0.1);
    expect(sound.length).toBeGreaterThan(misread.length * 0.9);
  });
});
