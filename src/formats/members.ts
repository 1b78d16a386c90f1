/*
 * JSON objects changed without reading and rewriting what does not change: JSON.parse would round an id such as
 * 9007199254740993, and JSON.stringify would respell numbers and escapes.
 */

/**
 * A JSON object with some members set: a member that is there keeps its place, a new one is added at the end.
 *
 * @param json the source of a valid JSON object
 * @param changes the new values, as JSON source
 */
export function setMembers(json: string, changes: ReadonlyMap<string, string>): string {
  const kept = new Map<string, string>();
  for (const { name, source, value } of members(json)) {
    const change = changes.get(name);
    kept.set(name, change === undefined ? source : source.slice(0, source.length - value.length) + change);
  }
  for (const [name, value] of changes) {
    if (!kept.has(name)) kept.set(name, `${JSON.stringify(name)}:${value}`);
  }
  return `{${[...kept.values()].join(',')}}`;
}

/**
 * Where a UTF-16 unit of a member's text stands in the source, as an offset; 0 where the object has no such string.
 *
 * @param json the source of a valid JSON object
 * @param offset which unit, as an offset into the text; an escape such as `\\u00e9` is one unit of it
 */
export function offsetInMember(json: string, member: string, offset: number): number {
  let found = 0;
  for (const { name, valueStart } of members(json)) {
    if (name !== member || json[valueStart] !== '"') continue;
    found = valueStart + 1;
    for (let unit = 0; unit < offset; unit++)
      found += json[found] !== '\\' ? 1 : json[found + 1] === 'u' ? 6 : 2;
  }
  return found;
}

interface Member {
  readonly name: string;
  /** Name, colon and value as they stand. */
  readonly source: string;
  readonly value: string;
  /** Offset of the value in the whole source. */
  readonly valueStart: number;
}

/** The members of the object at the top of a valid JSON source. */
function* members(json: string): Generator<Member> {
  let at = skipBlanks(json, json.indexOf('{') + 1);
  while (json[at] === '"') {
    const nameEnd = endOfString(json, at);
    const valueStart = skipBlanks(json, skipBlanks(json, nameEnd) + 1);
    const valueEnd = endOfValue(json, valueStart);
    yield {
      name: JSON.parse(json.slice(at, nameEnd)) as string,
      source: json.slice(at, valueEnd),
      value: json.slice(valueStart, valueEnd),
      valueStart,
    };
    // Past the comma, or to the closing brace.
    at = skipBlanks(json, valueEnd);
    if (json[at] === ',') at = skipBlanks(json, at + 1);
  }
}

function skipBlanks(json: string, from: number): number {
  let at = from;
  while (at < json.length && ' \t\n\r'.includes(json.charAt(at))) at++;
  return at;
}

/** The offset after the string that begins at an offset. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** The offset after the value that begins at an offset: where a comma or bracket closes it, blanks before that left out. */
function endOfValue(json: string, start: number): number {
  let depth = 0;
  let end = start;
  for (let at = start; at < json.length; ) {
    const mark = json.charAt(at);
    if (depth === 0 && (mark === ',' || mark === '}' || mark === ']')) break;
    if (mark === '"') {
      at = endOfString(json, at);
    } else {
      if (mark === '{' || mark === '[') depth++;
      if (mark === '}' || mark === ']') depth--;
      at++;
    }
    if (!' \t\n\r'.includes(mark)) end = at;
  }
  return end;
}
