// SPDX-License-Identifier: AGPL-3.0-or-later
// A text message that a telephone sends as one: the GSM alphabet, counted as it travels (GSM 03.38).

const single =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** each takes two places */
const double = '^{}\\[~]|€\f';
const others: { readonly [sign: string]: string } = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '-',
  '·': '-',
};

/** Places of one message. */
export const longest = 160;

export interface Message {
  readonly text: string;
  /** places that it takes of `longest` */
  readonly length: number;
}

/** The text with signs that the alphabet has; a letter without its accent where it has not, else `?`. */
export function message(text: string): Message {
  let out = '';
  let length = 0;
  const add = (sign: string): boolean => {
    const places = single.includes(sign) ? 1 : double.includes(sign) ? 2 : 0;
    if (places) out += sign;
    length += places;
    return places > 0;
  };
  for (const sign of text.normalize('NFC').replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')) {
    if (add(sign)) continue;
    const other = others[sign] ?? sign.normalize('NFD').replace(/\p{Mark}/gu, '');
    for (const one of other) if (!add(one)) add('?');
  }
  return { text: out, length };
}
