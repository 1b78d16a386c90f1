/** What a block is, where it is no running text of an article. */
export type BlockRole = ArticleRole | PageRole;

/** What stands around the text of an article. */
type ArticleRole = 'caption' | 'credit' | 'byline' | 'dateline' | 'boilerplate';

/** What stands on printed pages beside their text: what is said again on each, its number, and dirt that was read as letters. */
export type PageRole = 'running-head' | 'page-number' | 'junk';

/** All roles, in the order in which they are listed for people. */
export const BLOCK_ROLES: readonly BlockRole[] = [
  ...(['caption', 'credit', 'byline', 'dateline', 'boilerplate'] as const),
  ...(['running-head', 'page-number', 'junk'] as const),
];

/** A line, or the beginning or end of one, that is no running text. */
export interface Block {
  /** First UTF-16 offset of the block. */
  readonly start: number;
  /** Offset after its last code unit. */
  readonly end: number;
  readonly role: BlockRole;
  /** One short sentence for a person: what shows the role. */
  readonly because: string;
}
