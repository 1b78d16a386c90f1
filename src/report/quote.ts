/**
 * A piece of text for a message of one line: in double quotes, with line breaks, controls and invisible marks escaped,
 * and cut in the middle where it is longer than `most` UTF-16 units.
 */
export function quote(text: string, most = 80): string {
  const half = Math.floor(most / 2);
  const shown = text.length <= most ? text : `${text.slice(0, half)}…${text.slice(-half)}`;
  return JSON.stringify(shown).replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
