// SPDX-License-Identifier: AGPL-3.0-or-later
// Where in a JSON text a value stands, for telling somebody the line of what is wrong.

/** The line, from 1, on which the value at a JSON Pointer begins; of its nearest ancestor where it is not there. */
export function lineOf(text: string, pointer: string): number {
  const wanted = pointer.split('/').slice(1).map(unescape);
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
  const tokens = [...text.matchAll(token)].map(({ 0: sign, index }) => ({ sign, index }));
  let at = 0;
  /** passes over one value; `depth`: how many parts of the pointer lead here, -1 off its way */
  const pass = (depth: number): number => {
    const open = tokens[at];
    if (!open) return text.length;
    at += 1;
    let found = open.index;
    if (open.sign !== '{' && open.sign !== '[') return found;
    for (let place = 0; at < tokens.length && !/^[}\]]$/.test(tokens[at]!.sign); place += 1) {
      let key = String(place);
      if (open.sign === '{') {
        key = JSON.parse(tokens[at]!.sign) as string;
        at += 2;
      }
      const on = depth >= 0 && wanted[depth] === key;
      const here = pass(on ? depth + 1 : -1);
      if (on) found = here;
      if (tokens[at]?.sign === ',') at += 1;
    }
    at += 1;
    return found;
  };
  return text.slice(0, pass(0)).split('\n').length;
}

const unescape = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
