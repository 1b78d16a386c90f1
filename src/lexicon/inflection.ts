export { indefiniteArticle } from './article.js';
export { comparative, superlative } from './comparison.js';
export { pluralize, pluralVariants } from './plural.js';
export { verbForms, verbVariants } from './verb-forms.js';
