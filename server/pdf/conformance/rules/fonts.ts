// SPDX-License-Identifier: AGPL-3.0-or-later
// Fonts: ISO 19005-2, 6.2.11; ISO 14289-1, 7.21.
import type { Breach, Rule } from '../contract.ts';
import { decodedBytes } from '../../content.ts';
import { descriptorOf, fontFile, fontName, innerOf, trueType, unicodeOf, widthOf } from '../fonts.ts';
import type { FontUse } from '../content.ts';
import type { Pdf } from '../pdf.ts';

/** Fonts whose text is drawn. */
const drawn = (pdf: Pdf): FontUse[] => [...pdf.content.fonts.values()].filter((one) => one.drawn);

const hex = (code: number): string => code.toString(16).padStart(4, '0');

function* wrongWidths(pdf: Pdf): Generator<Breach> {
  for (const font of drawn(pdf)) {
    const file = trueType(pdf, font.dict);
    if (!file || pdf.name(font.dict, 'Subtype') !== 'Type0') continue;
    for (const code of font.codes) {
      const real = file.width(file.glyphOf(code));
      const said = widthOf(pdf, font.dict, code);
      if (real !== undefined && Math.abs(real - said) > 1) {
        yield {
          page: font.page,
          what: `${fontName(pdf, font.dict)} ${hex(code)}: /W ${said}, font ${Math.round(real)}`,
        };
        break;
      }
    }
  }
}

export const rules: readonly Rule[] = [
  {
    id: 'font-not-embedded',
    clause: 'ISO 19005-2, 6.2.11.4.1; ISO 14289-1, 7.21.4.1 (31-009)',
    words: { it: 'Un carattere non è contenuto nel file.', en: 'A font is not embedded in the file.' },
    *check(pdf) {
      for (const { dict, page } of drawn(pdf)) {
        if (pdf.name(dict, 'Subtype') !== 'Type3' && !fontFile(pdf, dict))
          yield { page, what: `${fontName(pdf, dict)}: no font file` };
      }
    },
  },
  {
    id: 'glyph-missing',
    clause: 'ISO 19005-2, 6.2.11.8; ISO 14289-1, 7.21.8 (31-030)',
    words: {
      it: 'Un segno del testo non ha una forma stampabile: il carattere non copre questa scrittura. Toglierlo dal testo.',
      en: 'A sign of the text has no printable shape: the font does not cover this script. Remove it from the text.',
    },
    *check(pdf) {
      for (const { dict, page, codes } of pdf.content.fonts.values()) {
        if (pdf.name(dict, 'Subtype') !== 'Type0') continue;
        const file = trueType(pdf, dict);
        if (codes.has(0) || (file && [...codes].some((code) => file.glyphOf(code) === 0)))
          yield { page, what: `${fontName(pdf, dict)}: .notdef is shown` };
      }
    },
  },
  {
    id: 'glyph-not-embedded',
    clause: 'ISO 19005-2, 6.2.11.4.1; ISO 14289-1, 7.21.4.1 (31-011)',
    words: {
      it: 'La forma di una lettera non è contenuta nel file.',
      en: 'The shape of a letter is not embedded in the file.',
    },
    *check(pdf) {
      for (const { dict, page, codes } of drawn(pdf)) {
        const file = trueType(pdf, dict);
        const beyond = file && [...codes].find((code) => file.glyphOf(code) >= file.glyphs);
        if (beyond !== undefined)
          yield { page, what: `${fontName(pdf, dict)}: glyph of ${hex(beyond)} is not in the font file` };
      }
    },
  },
  {
    id: 'font-unicode',
    clause: 'ISO 19005-2, 6.2.11.7.2; ISO 14289-1, 7.21.7 (31-027)',
    words: {
      it: 'Un testo si vede ma non si può leggere ad alta voce, cercare o copiare.',
      en: 'A text can be seen but not be read aloud, searched or copied.',
    },
    *check(pdf) {
      for (const { dict, page, codes } of pdf.content.fonts.values()) {
        const known = unicodeOf(pdf, dict);
        if (!known && pdf.name(dict, 'Subtype') !== 'Type0' && pdf.name(dict, 'Encoding') !== '') continue;
        if (!known) yield { page, what: `${fontName(pdf, dict)}: no /ToUnicode` };
        else {
          const missing = [...codes].find((code) => code !== 0 && !known.has(code));
          if (missing !== undefined)
            yield { page, what: `${fontName(pdf, dict)}: /ToUnicode has nothing for ${hex(missing)}` };
        }
      }
    },
  },
  {
    id: 'font-unicode-wrong',
    clause: 'ISO 19005-2, 6.2.11.7.2; ISO 14289-1, 7.21.7 (31-028, 31-029)',
    words: {
      it: 'Una lettera del testo è registrata come segno che non esiste.',
      en: 'A letter of the text is registered as a sign that does not exist.',
    },
    *check(pdf) {
      for (const { dict, page, codes } of pdf.content.fonts.values()) {
        for (const [code, text] of unicodeOf(pdf, dict) ?? [])
          if (codes.has(code) && /[\0\uFEFF\uFFFE]/.test(text))
            yield { page, what: `${fontName(pdf, dict)}: ${hex(code)} means U+${hex(text.charCodeAt(0))}` };
      }
    },
  },
  {
    id: 'font-widths',
    clause: 'ISO 19005-2, 6.2.11.5; ISO 14289-1, 7.21.5 (31-016)',
    words: {
      it: 'La larghezza delle lettere non è quella del carattere: in archivio il testo si sposterebbe.',
      en: 'The width of letters is not that of the font: in the archive the text would move.',
    },
    check: wrongWidths,
  },
  {
    id: 'font-glyph-map',
    clause: 'ISO 19005-2, 6.2.11.3.2; ISO 14289-1, 7.21.3.2 (31-005)',
    words: {
      it: 'Il carattere non dice quale forma ha ogni lettera.',
      en: 'The font does not say which shape each letter has.',
    },
    *check(pdf) {
      for (const { dict, page } of drawn(pdf)) {
        const inner = innerOf(pdf, dict);
        if (pdf.name(inner, 'Subtype') === 'CIDFontType2' && !pdf.has(inner, 'CIDToGIDMap'))
          yield { page, what: `${fontName(pdf, dict)}: no /CIDToGIDMap` };
      }
    },
  },
  {
    id: 'font-encoding',
    clause: 'ISO 19005-2, 6.2.11.3.3; ISO 14289-1, 7.21.3.3 (31-006)',
    words: {
      it: 'Il carattere usa una codifica che non è contenuta nel file.',
      en: 'The font uses an encoding that is not embedded in the file.',
    },
    *check(pdf) {
      for (const { dict, page } of drawn(pdf)) {
        if (pdf.name(dict, 'Subtype') !== 'Type0' || pdf.stream(dict, 'Encoding')) continue;
        const name = pdf.name(dict, 'Encoding');
        if (!/^Identity-[HV]$/.test(name)) yield { page, what: `${fontName(pdf, dict)}: /Encoding ${name}` };
      }
    },
  },
  {
    id: 'font-set',
    clause: 'ISO 19005-2, 6.2.11.4.2; ISO 14289-1, 7.21.4.2 (31-013)',
    words: {
      it: 'L’elenco delle lettere contenute nel carattere non è quello vero.',
      en: 'The list of the letters in the font is not the true one.',
    },
    *check(pdf) {
      for (const { dict, page, codes } of drawn(pdf)) {
        const set = pdf.stream(descriptorOf(pdf, dict), 'CIDSet');
        const bits = set && decodedBytes(set);
        const missing =
          bits && [...codes].find((code) => (((bits[code >> 3] ?? 0) >> (7 - (code & 7))) & 1) === 0);
        if (missing !== undefined)
          yield { page, what: `${fontName(pdf, dict)}: /CIDSet leaves out ${hex(missing)}` };
      }
    },
  },
  {
    id: 'font-entries',
    clause: 'ISO 19005-2, 6.2.11.2',
    words: { it: 'Un carattere è descritto in modo incompleto.', en: 'A font is described incompletely.' },
    *check(pdf) {
      const kinds = new Set(['Type0', 'Type1', 'MMType1', 'Type3', 'TrueType']);
      for (const { dict, page } of pdf.content.fonts.values()) {
        const kind = pdf.name(dict, 'Subtype');
        if (pdf.name(dict, 'Type') !== 'Font' || !kinds.has(kind))
          yield { page, what: `font of subtype ${kind || 'none'}` };
        if (kind !== 'Type3' && pdf.name(dict, 'BaseFont') === '')
          yield { page, what: 'font without /BaseFont' };
      }
    },
  },
];
