/*
 * Measures the built library, as JSON on standard output; progress on standard error.
 *   npm run bench [-- GOLD.jsonl…]                      speed and memory; GOLD.jsonl: spun documents to repair besides the test article
 *   npm run bench -- ocr [--words 9000] PAGES.jsonl…    repair of OCR beside that of spelling checkers, quality and speed
 * No test asserts a time: figures depend on the machine and on what else runs on it, both of which stand in the result.
 * Ratios are taken within one run. The library comes from dist, as a user has it.
 */
const [what, ...rest] = process.argv.slice(2);

const result =
  what === 'ocr'
    ? await (await import('./ocr.js')).measureOcr(rest)
    : await (await import('./speed.js')).measureSpeed(process.argv.slice(2));
console.log(JSON.stringify(result, undefined, 2));
