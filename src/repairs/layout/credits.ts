import type { LayoutWords } from './layout-words.js';
import { areNames, isPersonName } from './names.js';

/** Credits are short. */
const LONGEST_CREDIT = 90;

/** Whether a stretch of text is the source of a picture: names and agencies, “Jane Roe/AFP via Getty Images”. */
export function isCreditText(text: string, words: LayoutWords): boolean {
  if (text === '' || text.length > LONGEST_CREDIT) return false;
  const parts = partsOf(text);
  return parts.every((part) => isSource(part, words));
}

/** Whether a stretch of text is a credit that needs no label: an agency is among its parts. */
export function isClearCredit(text: string, words: LayoutWords): boolean {
  if (text.length > LONGEST_CREDIT) return false;
  const parts = partsOf(text);
  return parts.some((part) => isAgency(part, words)) && parts.every((part) => isSource(part, words));
}

/** What slashes, bars and “via” part. */
function partsOf(text: string): string[] {
  const ends = text.endsWith('.') && !text.endsWith('Inc.') ? text.slice(0, -1) : text;
  return ends
    .replaceAll(' via ', '/')
    .replaceAll(' for ', '/')
    .replaceAll('|', '/')
    .split('/')
    .map((part) => part.trim());
}

function isAgency(part: string, { byKind }: LayoutWords): boolean {
  return byKind.credit.has(part);
}

/** An agency, persons, or an institution with capitals: “The Guardian”, “Ministry of Defence”. */
function isSource(part: string, words: LayoutWords): boolean {
  if (isAgency(part, words) || areNames(part)) return true;
  const names = part.startsWith('The ') || part.startsWith('the ') ? part.slice(4) : part;
  const own = names.split(' ').filter((word) => word !== 'of' && word !== 'and' && word !== '&');
  if (own.length === 1) return /^[A-Z][\w’'@.-]{1,30}$/.test(own[0] as string) && !names.includes(':');
  return isPersonName(own);
}
