import { type OcrDocument, readOcrDocument } from '../../../src/formats/ocr/document.js';
import type { Edit } from '../../../src/text/edit.js';

/** ALTO 2 with a prefix, as ABBYY writes it: hyphens as elements, parts that name their word, confidences, alternatives. */
export const ALTO_2 = `<?xml version="1.0" encoding="UTF-8"?>
<!-- scanned -->
<a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v2#"><a:Layout><a:Page ID="P1" WIDTH="900" HEIGHT="500"><a:PrintSpace>
 <a:TextBlock ID="B1" STYLEREFS="TXT_0">
  <a:TextLine ID="L1" HPOS="100" VPOS="10" WIDTH="700" HEIGHT="30">
   <a:String ID="S1" CONTENT="ofthe" HPOS="100" VPOS="10" WIDTH="110" HEIGHT="30" WC="0.40" CC="00900"/>
   <a:SP WIDTH="10" HPOS="210" VPOS="10"/>
   <a:String ID="S2" HPOS='220' VPOS='10' WIDTH='50' HEIGHT='28' CONTENT='pa&#112;er' WC='1'><a:ALTERNATIVE PURPOSE="x">pa<![CDATA[pe]]>r</a:ALTERNATIVE><a:ALTERNATIVE>pauper</a:ALTERNATIVE></a:String>
   <a:SP WIDTH="10" HPOS="270" VPOS="10"/>
   <a:String ID="S3" HPOS="280" VPOS="10" WIDTH="40" HEIGHT="30" CONTENT="rc" SUBS_TYPE="HypPart1" SUBS_CONTENT="rcport"/><a:HYP CONTENT="&#xAD;" WIDTH="10"/>
  </a:TextLine>
  <a:TextLine ID="L2">
   <a:String ID="S4" HPOS="100" VPOS="50" WIDTH="40" HEIGHT="30" CONTENT="port" SUBS_TYPE="HypPart2" SUBS_CONTENT="rcport"/>
   <a:SP/>
   <a:String ID="S5" HPOS="150" VPOS="52" WIDTH="20" HEIGHT="28" CONTENT="th"/>
   <a:SP/>
   <a:String ID="S6" HPOS="175" VPOS="50" WIDTH="20" HEIGHT="31" CONTENT="at"/>
  </a:TextLine>
 </a:TextBlock>
 <a:TextBlock ID="B2"><a:TextLine ID="L3"><a:String ID="S7" CONTENT="&lt;R&amp;D&gt;"/></a:TextLine></a:TextBlock>
</a:PrintSpace></a:Page></a:Layout></a:alto>
`;

/** The text of both `ALTO_2` and `HOCR`. */
export const PAGE_TEXT = 'ofthe paper rc-\nport th at\n\n<R&D>\n';

/** ALTO 4 with Glyphs, lines of a page on which nothing has a box, and a hyphen in the word. */
export const ALTO_4 = `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
  <Layout><Page><PrintSpace><TextBlock>
    <TextLine><String CONTENT="A"><Glyph CONTENT="A" GC="0.5"><Variant CONTENT="4" VC="0.3"/></Glyph></String><SP/><String CONTENT="re-"/></TextLine>
    <TextLine><String CONTENT="port"/><SP/><String CONTENT="is"/></TextLine>
  </TextBlock></PrintSpace></Page></Layout>
</alto>`;

/** ALTO whose Strings are lines. */
export const ALTO_LINES = `<alto><Layout><Page><PrintSpace><TextBlock>
<TextLine><String CONTENT="The  High Minister re-" HPOS="0" VPOS="0" WIDTH="100" HEIGHT="10" WC="0.9"/></TextLine>
<TextLine><String CONTENT="ports ofthe day ." HPOS="0" VPOS="0" WIDTH="100" HEIGHT="10"/></TextLine>
</TextBlock></PrintSpace></Page></Layout></alto>`;

/** hOCR as XHTML. */
export const HOCR = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>not a word</title>
<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/></head>
<body><div class='ocr_page' id='page_1' title='image "a.png"; bbox 0 0 900 500'>
 <div class='ocr_carea' id='block_1_1'><p class='ocr_par'>
  <span class='ocr_line' id='line_1' title="bbox 100 10 800 40; baseline 0 -3">
   <span class='ocrx_word' id='w_1' title='bbox 100 10 210 40; x_wconf 40'><strong id='s'>ofthe</strong></span>
   <span title="x_wconf 100; bbox 220 10 270 38" id='w_2' class='ocrx_word'>pa&#112;er &nbsp;</span>
   <span class='ocrx_word' id='w_3' title='bbox 280 10 330 40'><span class="alternatives"><ins class="alt">rc-</ins><del class="alt">re-</del><del class="alt">ro&#45;</del></span></span>
  </span>
  <span class='ocr_line' id='line_2'>
   <span class='ocrx_word' id='w_4' title='bbox 100 50 140 80'>po<em>rt</em></span>
   <span class='ocrx_word' id='w_5' title='bbox 150 52 170 80; x_wconf 75.5'>th</span> <!-- gap -->
   <span class='ocrx_word' id='w_6' title='bbox 175 50 195 81'>at</span>
  </span>
 </p><p class='ocr_par'>
  <span class='ocr_line'><span class='ocrx_word' id='w_7'>&lt;R&amp;D&gt;</span></span>
 </p></div>
</div></body></html>
`;

/** hOCR as HTML: end tags, quotes and words' elements are missing. */
export const HOCR_LOOSE = `<html><head><meta charset=windows-1252><body>
<div class=ocr_page><p class=ocr_par><span class=ocr_line title="bbox 0 0 90 10">The High Mini-<br></span>
<span class=ocr_line>ster &amp; co</span>
<p class=ocr_par><SPAN CLASS=ocrx_word TITLE="bbox 0 20 30 30">Caf&eacute;</SPAN> , <span class=ocrx_word>one <span class=ocrx_word>two</b></span>
</div><p>beyond the page`;

export const HOCR_LOOSE_TEXT = 'The High Mini-\nster & co\n\nCafé , one two\n';

/** Reads pages that there must be. */
export function pagesOf(source: string): OcrDocument {
  const document = readOcrDocument(source);
  if (document === undefined) throw new Error('not recognised');
  return document;
}

/** An edit of what stands once in a text. */
export function edit(text: string, before: string, after: string): Edit {
  const start = text.indexOf(before);
  if (start < 0 || text.indexOf(before, start + 1) >= 0) throw new Error(`not once in the text: ${before}`);
  const end = start + before.length;
  return { start, end, original: before, replacement: after, repair: 'ocr', rule: 'ocr/test', confidence: 1 };
}

/** The source after edits, given as pairs of what stands once and what is to stand there. */
export function rewrite(source: string, ...changes: readonly (readonly [string, string])[]): string {
  const document = pagesOf(source);
  const edits = changes.map(([before, after]) => edit(document.text, before, after));
  return document.write(edits.sort((a, b) => a.start - b.start)).source;
}

/** The lines in which two texts differ: those of the second. */
export function changedLines(before: string, after: string): string[] {
  const old = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !old.has(line))
    .map((line) => line.trim());
}
