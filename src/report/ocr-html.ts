import type { PageScore } from '../evaluation/ocr/score.js';
import { type Stretch, setSideBySide } from '../evaluation/ocr/side-by-side.js';
import { totalPages } from '../evaluation/ocr/totals.js';
import { countOf } from './count.js';
import { renderOcrTotals } from './ocr.js';

/** Colours of their own, and lines or weight, so that nothing is told by colour alone. */
const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem; color: #222; background: #fff; }
pre, .legend { margin: 0 0 1rem; }
section { border-top: 1px solid #bbb; padding: .5rem 0; content-visibility: auto; }
h2 { font-size: 1rem; margin: .2rem 0; }
h2 small { font-weight: normal; color: #666; }
.columns { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.5rem; }
.columns p { margin: 0; overflow-wrap: anywhere; }
mark { color: inherit; background: none; border-radius: 2px; }
.misread { background: #eee; text-decoration: underline dotted #888; }
.fixed { background: #cfeecf; }
.left { background: #ffeeb5; text-decoration: underline dotted #a07000; }
.wrong { background: #ffd2a8; text-decoration: underline wavy #c05000; }
.broken { background: #ffc4c4; font-weight: bold; text-decoration: underline #c00000; }
`;

const LEGEND: readonly (readonly [NonNullable<Stretch['kind']>, string])[] = [
  ['misread', 'read wrong by OCR'],
  ['fixed', 'put right'],
  ['left', 'left as it was'],
  ['wrong', 'changed, but not to the truth'],
  ['broken', 'read right by OCR, and made wrong'],
];

/**
 * A web page on which a person sees how OCR was repaired: each page as it was read, repaired and printed, side by side, with what
 * differs coloured, and what stands there otherwise told by pointing at it. It needs nothing else: no script, no other file. Pages
 * that were read right and stayed so are left out.
 *
 * @returns pieces to write one after the other, as all of them may be long
 */
export function* renderOcrHtml(scores: readonly PageScore[]): Generator<string> {
  const shown = scores.filter(({ characterErrors: { before, after } }) => before > 0 || after > 0);
  const legend = LEGEND.map(([kind, what]) => `<mark class="${kind}">${what}</mark>`).join(' · ');
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>OCR repaired</title>
<style>${STYLE}</style>
</head>
<body>
<h1>OCR repaired</h1>
<pre>${escapeHtml(renderOcrTotals(totalPages(scores)))}</pre>
<p class="legend">${legend}</p>
<p>${countOf(scores.length - shown.length, 'page')} without any difference left out.</p>
`;
  for (const score of shown) yield renderPage(score);
  yield '</body>\n</html>\n';
}

function renderPage({ id, characterErrors, wordErrors, compared }: PageScore): string {
  const { ocr, repaired, truth } = setSideBySide(compared);
  const figures = `character errors ${characterErrors.before} → ${characterErrors.after}, word errors ${wordErrors.before} → ${wordErrors.after}`;
  const columns = [
    ['OCR', ocr],
    ['repaired', repaired],
    ['truth', truth],
  ] as const;
  const cells = columns.map(
    ([name, stretches]) => `<p aria-label="${name}" dir="auto">${renderStretches(stretches)}</p>\n`,
  );
  return `<section>
<h2>${escapeHtml(id)} <small>${figures}</small></h2>
<div class="columns">
${cells.join('')}</div>
</section>
`;
}

function renderStretches(stretches: readonly Stretch[]): string {
  return stretches
    .map(({ text, kind, instead }) => {
      // What is missing needs a place to be seen at.
      const shown = text === '' ? '∅' : escapeHtml(text);
      if (kind === undefined) return shown;
      return `<mark class="${kind}" title="${escapeHtml(instead || '∅')}">${shown}</mark>`;
    })
    .join(' ');
}

/** Text as HTML, in an element or in a quoted attribute; what HTML cannot hold becomes U+FFFD. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}
