// SPDX-License-Identifier: AGPL-3.0-or-later

/** Stands for a placeholder in the text that is checked. */
export const placeholder = '\u0001';

const elements = new Set(
  (
    'main header footer section div aside article p span strong em b i u small sup sub br hr h1 h2 h3 h4 h5 h6 ' +
    'ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption img blockquote'
  ).split(' '),
);
/** attribute → may a placeholder stand in it? `whole`: only as the whole value */
const attributes: { readonly [name: string]: 'no' | 'yes' | 'whole' } = {
  class: 'no',
  scope: 'no',
  colspan: 'no',
  rowspan: 'no',
  alt: 'yes',
  lang: 'whole',
  dir: 'whole',
  src: 'whole',
};

/** What is wrong with the markup around the placeholders: code and the word concerned. */
export interface MarkupFault {
  readonly code: 'template-element' | 'template-attribute' | 'template-placeholder' | 'template-tag';
  readonly what: string;
  /** offset in the text */
  readonly index: number;
}

const attribute = /\s+([^\s=>"'/]+)(?:="([^"]*)")?/y;

/** Allow-list check of markup: known elements, known attributes in double quotes, placeholders where escaping protects. */
export function checkMarkup(text: string): MarkupFault[] {
  const faults: MarkupFault[] = [];
  let at = text.indexOf('<');
  while (at !== -1) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/.exec(text.slice(at, at + 40));
    if (!tag) {
      faults.push({ code: 'template-tag', what: text.slice(at, at + 12), index: at });
      at = text.indexOf('<', at + 1);
      continue;
    }
    const name = tag[2] as string;
    if (!elements.has(name)) faults.push({ code: 'template-element', what: name, index: at });
    let next = at + tag[0].length;
    for (;;) {
      attribute.lastIndex = next;
      const found = attribute.exec(text);
      if (!found) break;
      const [whole, key = '', value] = found;
      const rule = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
      if (rule === undefined || tag[1] === '/' || value === undefined) {
        faults.push({ code: 'template-attribute', what: key, index: next });
      } else if (value.includes(placeholder)) {
        if (rule === 'no' || (rule === 'whole' && value !== placeholder)) {
          faults.push({ code: 'template-placeholder', what: key, index: next });
        }
        // A fixed address would be fetched; pictures come with the data.
      } else if (key === 'src') faults.push({ code: 'template-attribute', what: key, index: next });
      next += whole.length;
    }
    const end = /^\s*\/?>/.exec(text.slice(next, next + 20));
    if (!end) faults.push({ code: 'template-tag', what: text.slice(at, next + 8), index: at });
    at = text.indexOf('<', Math.max(next, at + 1));
  }
  return faults;
}
