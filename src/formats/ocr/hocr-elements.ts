/* What elements of HTML, and classes of hOCR, say about the words in them. */

const VOID: ReadonlySet<string> = words(
  'area base br col embed hr img input link meta param source track wbr',
);
const STYLES: ReadonlySet<string> = words('b big em font i s small strike strong sub sup tt u');
const UNREAD: ReadonlySet<string> = words('script style noscript template textarea title svg');
const BLOCKS: ReadonlySet<string> = words(
  'address article aside blockquote body caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul',
);
const WORDS: ReadonlySet<string> = words('ocrx_word ocr_word xocr_word alternatives');
const LINES: ReadonlySet<string> = words('ocr_line ocrx_line');
/** Lines where they are inline elements, as Tesseract has them; blocks in what other engines write. */
const LINES_OR_BLOCKS: ReadonlySet<string> = words(
  'ocr_caption ocr_footer ocr_header ocr_pageno ocr_textfloat',
);
const PARAGRAPHS: ReadonlySet<string> = words(
  'ocr_page ocr_carea ocr_column ocr_par ocrx_block ocr_float ocr_table ocr_title ocr_author ocr_abstract ocr_blockquote ocr_chapter ocr_section ocr_subsection ocr_subsubsection',
);

/** Whether an element has no content, and no end tag. */
export function isVoid(name: string): boolean {
  return VOID.has(name);
}

/** Whether an element sets its words in another style, and no more. */
export function isStyle(name: string): boolean {
  return STYLES.has(name);
}

/** Whether what is in an element is no text of the page; alternatives of a word or a letter are none. */
export function isUnread(name: string, classes: readonly string[], id: string, title: string): boolean {
  if (UNREAD.has(name) || isAlternative(name, classes)) return true;
  // What Tesseract's lstm_choice_mode writes beside each letter.
  if (!classes.includes('ocrx_cinfo')) return classes.includes('ocr_symbol');
  return /^(?:lstm_choices|timestep)/.test(id) || title.startsWith('x_confs');
}

/** Whether an element holds what else a word may be. */
export function isAlternative(name: string, classes: readonly string[]): boolean {
  return name === 'del' && classes.includes('alt');
}

/** Whether an element holds a word. */
export function isWord(classes: readonly string[]): boolean {
  return classes.some((each) => WORDS.has(each));
}

/** What an element parts its words by from those around it: nothing, line breaks or empty lines. */
export function breakOf(name: string, classes: readonly string[]): 'line' | 'paragraph' | undefined {
  if (classes.some((each) => LINES.has(each))) return 'line';
  if (BLOCKS.has(name) || classes.some((each) => PARAGRAPHS.has(each))) return 'paragraph';
  return classes.some((each) => LINES_OR_BLOCKS.has(each)) ? 'line' : undefined;
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}
