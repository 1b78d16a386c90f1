/* What the elements of HTML are, as far as a reader of articles needs to know. */

/** Elements without content. */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose content is not for reading, or no text. */
export const UNREADABLE: ReadonlySet<string> = new Set(
  'applet audio button canvas datalist dialog frameset iframe map math noembed noframes noscript object script select style svg template textarea video'.split(
    ' ',
  ),
);

/** Elements that begin and end a block of text. */
export const BLOCK: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);

export const HEADING: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Elements that the next of their kind ends, with what keeps it from reaching further out. */
export const ENDED_BY_NEXT: ReadonlyMap<string, { ends: ReadonlySet<string>; within: ReadonlySet<string> }> =
  new Map(
    (
      [
        ['li', 'li', 'ul ol menu'],
        ['dt', 'dt dd', 'dl'],
        ['dd', 'dt dd', 'dl'],
        ['td', 'td th', 'tr table'],
        ['th', 'td th', 'tr table'],
        ['tr', 'tr td th', 'table tbody thead tfoot'],
        ['tbody', 'tbody thead tfoot tr td th caption', 'table'],
        ['thead', 'tbody thead tfoot tr td th caption', 'table'],
        ['tfoot', 'tbody thead tfoot tr td th caption', 'table'],
        ['body', 'head', 'html'],
      ] as const
    ).map(([name, ends, within]) => [
      name,
      { ends: new Set(ends.split(' ')), within: new Set([...within.split(' '), 'body']) },
    ]),
  );

/** Elements that no stray end tag inside them reaches out of. */
export const BARRIER: ReadonlySet<string> = new Set(['td', 'th', 'caption', 'table', 'body', 'html']);
