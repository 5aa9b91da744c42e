// SPDX-License-Identifier: BSD-3-Clause
// Text with a little form: paragraphs, **bold**, lists, links. Read into a tree; whoever shows it draws nodes from the
// tree, so that no text ever becomes markup. Headings are not part of it: the structure of a page is its form's.
//
//   paragraph, lines kept        - item        1. item
//   **bold**   [words](https://… | mailto:… | tel:…)   a backslash before * [ ] \ takes their meaning away

export type Inline =
  | { readonly text: string }
  | { readonly bold: readonly Inline[] }
  | { readonly link: string; readonly words: readonly Inline[] }
  | { readonly break: true };

export type Block =
  | { readonly paragraph: readonly Inline[] }
  | { readonly list: readonly (readonly Inline[])[]; readonly numbered: boolean };

/** What is written wrong, with the piece concerned. */
export interface RichFinding {
  readonly code:
    | 'unsafe-link'
    | 'link-without-words'
    | 'bold-not-closed'
    | 'link-not-closed'
    | 'heading-in-text';
  readonly piece: string;
}

export interface Rich {
  readonly blocks: readonly Block[];
  readonly findings: readonly RichFinding[];
}

/** Does a text hold anything but plain paragraphs? */
export const isRich = (text: string): boolean => /\*\*|\]\(|\\[*[\]\\]|^\s*([-#]|\d{1,3}\.)\s/mu.test(text);

/** Links that may be followed: encrypted pages, mail, telephone; no user name before the host, no blank inside. */
export const isSafeLink = (address: string): boolean =>
  /^https:\/\/[\p{L}\p{N}][\p{L}\p{N}.-]*(:\d{1,5})?([/?#][^\s"<>\\^`{|}]*)?$/u.test(address) ||
  /^mailto:[^\s"<>\\?&@]+@[\p{L}\p{N}.-]+$/u.test(address) ||
  /^tel:\+?[\d.-]{3,20}$/u.test(address);

const bullet = /^\s*-\s+(.*)$/u;
const number = /^\s*\d{1,3}\.\s+(.*)$/u;
const heading = /^\s*#{1,6}\s+/u;

/** Signs that bold words, words of a link or its address may have: whoever never ends them costs no more. */
const FAR = 1000;

/** Reads any text; what is written wrong stays as plain text and is named among the findings. */
export function readRich(text: string): Rich {
  const findings: RichFinding[] = [];
  const blocks: Block[] = [];
  for (const part of text.replaceAll('\r\n', '\n').split(/\n[ \t]*\n+/u)) {
    let lines: string[] = [];
    const flush = (): void => {
      if (lines.some((line) => line.trim() !== '')) blocks.push({ paragraph: inLines(lines, findings) });
      lines = [];
    };
    for (const line of part.split('\n')) {
      const [, item] = bullet.exec(line) ?? [];
      const [, numbered] = number.exec(line) ?? [];
      if (item === undefined && numbered === undefined) {
        if (heading.test(line)) findings.push({ code: 'heading-in-text', piece: line.trim().slice(0, 60) });
        lines.push(line);
        continue;
      }
      flush();
      addItem(blocks, inline(item ?? numbered ?? '', findings), item === undefined);
    }
    flush();
  }
  return { blocks, findings };
}

function addItem(blocks: Block[], item: readonly Inline[], numbered: boolean): void {
  const last = blocks.at(-1);
  if (last && 'list' in last && last.numbered === numbered)
    blocks[blocks.length - 1] = { list: [...last.list, item], numbered };
  else blocks.push({ list: [item], numbered });
}

function inLines(lines: readonly string[], findings: RichFinding[]): readonly Inline[] {
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ break: true } as const] : []),
    ...inline(line, findings),
  ]);
}

/** One pass over a line; bold and link words may hold each other once. */
function inline(
  line: string,
  findings: RichFinding[],
  inside: readonly ('bold' | 'link')[] = [],
): readonly Inline[] {
  const out: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') out.push({ text: plain });
    plain = '';
  };
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const [escaped, sign] = /^\\([*[\]\\])/u.exec(rest) ?? [];
    if (escaped !== undefined) {
      plain += sign;
      at += escaped.length;
      continue;
    }
    if (rest.startsWith('**') && !inside.includes('bold')) {
      const end = unescaped(rest, '**', 2);
      if (end > 2) {
        flush();
        out.push({ bold: inline(rest.slice(2, end), findings, [...inside, 'bold']) });
        at += end + 2;
        continue;
      }
      findings.push({ code: 'bold-not-closed', piece: rest.slice(0, 60) });
    } else if (rest.startsWith('[') && !inside.includes('link')) {
      const link = linkAt(rest, findings, inside);
      if (link) {
        flush();
        out.push(...link.gives);
        at += link.length;
        continue;
      }
    }
    const step = rest.startsWith('**') ? 2 : 1;
    plain += rest.slice(0, step);
    at += step;
  }
  flush();
  return out;
}

/** Where a sign stands without a backslash before it; -1: nowhere. */
function unescaped(text: string, sign: string, from: number): number {
  const end = Math.min(text.length, FAR);
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(sign, at)) return at;
  }
  return -1;
}

function linkAt(
  rest: string,
  findings: RichFinding[],
  inside: readonly ('bold' | 'link')[],
): { readonly gives: readonly Inline[]; readonly length: number } | undefined {
  const close = unescaped(rest, ']', 1);
  if (close < 0 || rest[close + 1] !== '(') return undefined;
  const end = rest.slice(0, close + FAR).indexOf(')', close);
  const whole = rest.slice(0, end + 1 || undefined);
  if (end < 0) {
    findings.push({ code: 'link-not-closed', piece: whole.slice(0, 60) });
    return undefined;
  }
  const address = rest.slice(close + 2, end).trim();
  const words = inline(rest.slice(1, close), findings, [...inside, 'link']);
  const safe = isSafeLink(address);
  const named = /[\p{L}\p{N}]/u.test(rest.slice(1, close));
  if (!safe) findings.push({ code: 'unsafe-link', piece: whole.slice(0, 60) });
  if (!named) findings.push({ code: 'link-without-words', piece: whole.slice(0, 60) });
  return { gives: safe && named ? [{ link: address, words }] : words, length: end + 1 };
}

const words = (all: readonly Inline[]): string =>
  all
    .map((one) =>
      'text' in one
        ? one.text
        : 'break' in one
          ? '\n'
          : 'bold' in one
            ? words(one.bold)
            : said(words(one.words), one.link.replace(/^(mailto|tel):/u, '')),
    )
    .join('');
const said = (text: string, address: string): string =>
  text === address || text.includes(address) ? text : `${text} (${address})`;

/** The same without form: on paper an address stands written out beside its words. */
export const plainText = (text: string): string =>
  readRich(text)
    .blocks.map((block) =>
      'paragraph' in block
        ? words(block.paragraph)
        : block.list
            .map((item, index) => `${block.numbered ? `${index + 1}.` : '–'} ${words(item)}`)
            .join('\n'),
    )
    .join('\n\n');
