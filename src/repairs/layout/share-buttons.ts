import { type BlockPhrases, isMark, type LineWord, matchPhrase, phrasesFrom } from './block-phrases.js';

/** What a line shares a page by: a button that says so, or the bare name of a network. */
export type Share = 'button' | 'network';

/** Whether a line is made of buttons that share a page, or of the networks it is shared on. */
export function shareOf(words: readonly LineWord[], phrases: BlockPhrases): Share | undefined {
  const plain = words.filter((word) => !isMark(word));
  if (plain.length === 0 || plain.length > 24) return undefined;
  let share: Share = 'network';
  for (let at = 0; at < plain.length; ) {
    let longest = at;
    for (const phrase of phrasesFrom(phrases, plain[at])) {
      if (phrase.form !== 'button' && phrase.form !== 'network') continue;
      const end = matchPhrase(plain, at, phrase);
      if (end <= longest) continue;
      longest = end;
      if (phrase.form === 'button') share = 'button';
    }
    if (longest === at) return undefined;
    at = longest;
  }
  return share;
}
