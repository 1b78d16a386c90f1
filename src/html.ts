export type { ArticleBlock } from './formats/html/blocks.js';
export type { Metadata } from './formats/html/metadata.js';
export { type Article, readArticle } from './formats/html/read-article.js';
