// SPDX-License-Identifier: AGPL-3.0-or-later
// Colour, transparency, images and forms: ISO 19005-2, 6.2.3 to 6.2.10.
import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { decodedBytes } from '../../content.ts';
import type { Rule } from '../contract.ts';
import type { Pdf } from '../pdf.ts';

const blends = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference ' +
    'Exclusion Hue Saturation Color Luminosity'
  ).split(' '),
);
const intents = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);

const outputIntent = (pdf: Pdf): PDFDict | undefined =>
  pdf
    .list(pdf.catalog, 'OutputIntents')
    .map((one) => pdf.asDict(one))
    .find((one) => pdf.name(one, 'S') === 'GTS_PDFA1');

/** "RGB ", "GRAY", "CMYK": what the profile of the output intent describes. */
function profileSpace(pdf: Pdf): string {
  const stream = pdf.stream(outputIntent(pdf), 'DestOutputProfile');
  return stream ? Buffer.from(decodedBytes(stream).subarray(16, 20)).toString('latin1') : '';
}

/** Device colours in operators, images and shadings, with the page of each. */
function deviceColours(pdf: Pdf): Map<string, number> {
  const found = new Map(pdf.content.colours);
  const look = (value: PDFObject | undefined, page: number): void => {
    const space = pdf.context.lookup(value);
    if (space instanceof PDFName) {
      const name = /^Device(RGB|Gray|CMYK)$/.exec(space.decodeText())?.[1];
      if (name !== undefined && !found.has(name)) found.set(name, page);
    } else if (space instanceof PDFArray) for (const one of space.asArray().slice(0, 3)) look(one, page);
  };
  for (const [dict, page] of pdf.content.xobjects) look(dict.get(PDFName.of('ColorSpace')), page);
  for (const [dict, page] of pdf.content.patterns)
    look(pdf.dict(dict, 'Shading')?.get(PDFName.of('ColorSpace')), page);
  return found;
}

/** Pages that something transparent is painted on. */
function transparent(pdf: Pdf): Map<number, string> {
  const found = new Map<number, string>();
  for (const [state, page] of pdf.content.states) {
    const alpha = Math.min(pdf.number(state, 'ca') ?? 1, pdf.number(state, 'CA') ?? 1);
    const blend = pdf.name(state, 'BM');
    if (alpha < 1) found.set(page, `alpha ${alpha}`);
    else if (pdf.dict(state, 'SMask')) found.set(page, 'soft mask');
    else if (blend !== '' && blend !== 'Normal' && blend !== 'Compatible')
      found.set(page, `blend mode ${blend}`);
  }
  for (const [dict, page] of pdf.content.xobjects)
    if (pdf.has(dict, 'SMask')) found.set(page, 'image with soft mask');
  return found;
}

export const rules: readonly Rule[] = [
  {
    id: 'colour-profile',
    clause: 'ISO 19005-2, 6.2.3 and 6.2.4.3',
    words: {
      it: 'I colori non sono definiti: manca il profilo di colore del documento.',
      en: 'The colours are not defined: the colour profile of the document is missing.',
    },
    *check(pdf) {
      const intent = outputIntent(pdf);
      const profile = pdf.stream(intent, 'DestOutputProfile');
      const used = [...deviceColours(pdf)][0];
      if (!intent && used)
        yield { page: used[1], what: `Device${used[0]} without a GTS_PDFA1 output intent` };
      if (intent && !profile) yield { what: 'output intent without /DestOutputProfile' };
      if (!profile) return;
      const bytes = Buffer.from(decodedBytes(profile));
      if (
        bytes.toString('latin1', 36, 40) !== 'acsp' ||
        bytes.readUInt32BE(0) !== bytes.length ||
        (bytes[8] ?? 9) > 4
      )
        yield { what: 'DestOutputProfile is no ICC profile of version 2 or 4' };
      const parts: { readonly [space: string]: number } = { 'RGB ': 3, GRAY: 1, CMYK: 4 };
      if (parts[profileSpace(pdf)] !== pdf.number(profile.dict, 'N'))
        yield { what: 'DestOutputProfile: /N is wrong' };
    },
  },
  {
    id: 'colour-space',
    clause: 'ISO 19005-2, 6.2.4.3',
    words: {
      it: 'Un’immagine o un testo usa i colori della tipografia (CMYK): convertirla in RGB.',
      en: 'An image or a text uses the colours of printing houses (CMYK): convert it to RGB.',
    },
    *check(pdf) {
      const space = profileSpace(pdf);
      for (const [colour, page] of deviceColours(pdf))
        if (space !== '' && colour !== 'Gray' && !space.startsWith(colour))
          yield { page, what: `Device${colour} with a ${space.trim()} profile` };
    },
  },
  {
    id: 'transparency',
    clause: 'ISO 19005-2, 6.2.10',
    words: {
      it: 'Una trasparenza non dice in quali colori va mescolata: toglierla dal modello.',
      en: 'A transparency does not say in which colours it is mixed: remove it from the template.',
    },
    *check(pdf) {
      if (outputIntent(pdf)) return;
      for (const [page, what] of transparent(pdf))
        if (!pdf.has(pdf.dict(pdf.pages[page - 1], 'Group'), 'CS'))
          yield { page, what: `${what}: page group without /CS and no output intent` };
    },
  },
  {
    id: 'blend-mode',
    clause: 'ISO 19005-2, 6.2.10',
    words: {
      it: 'Un effetto di fusione dei colori non è ammesso.',
      en: 'A way of blending colours is not allowed.',
    },
    *check(pdf) {
      for (const [state, page] of pdf.content.states) {
        const blend = pdf.name(state, 'BM');
        if (pdf.has(state, 'BM') && !blends.has(blend))
          yield { page, what: `/BM ${pdf.look(state, 'BM')?.toString()}` };
      }
    },
  },
  {
    id: 'graphics-state',
    clause: 'ISO 19005-2, 6.2.5',
    words: {
      it: 'Un effetto grafico del documento dipende dalla stampante.',
      en: 'A graphic effect of the document depends on the printer.',
    },
    *check(pdf) {
      for (const [state, page] of pdf.content.states) {
        for (const key of ['TR', 'HTP', 'HTO'])
          if (pdf.has(state, key)) yield { page, what: `ExtGState with /${key}` };
        if (pdf.has(state, 'TR2') && pdf.name(state, 'TR2') !== 'Default')
          yield { page, what: 'ExtGState with /TR2' };
      }
    },
  },
  {
    id: 'rendering-intent',
    clause: 'ISO 19005-2, 6.2.6',
    words: {
      it: 'Il modo di rendere i colori non è fra quelli ammessi.',
      en: 'The way of rendering colours is none of those allowed.',
    },
    *check(pdf) {
      const used = [...pdf.content.intents];
      for (const [state, page] of pdf.content.states)
        if (pdf.has(state, 'RI')) used.push([pdf.name(state, 'RI'), page]);
      for (const [dict, page] of pdf.content.xobjects)
        if (pdf.has(dict, 'Intent')) used.push([pdf.name(dict, 'Intent'), page]);
      for (const [intent, page] of used)
        if (!intents.has(intent)) yield { page, what: `rendering intent ${intent}` };
    },
  },
  {
    id: 'image',
    clause: 'ISO 19005-2, 6.2.8',
    words: {
      it: 'Un’immagine è salvata in un modo che l’archivio non ammette: salvarla di nuovo come PNG.',
      en: 'An image is kept in a way that the archive does not allow: save it again as PNG.',
    },
    *check(pdf) {
      for (const [dict, page] of pdf.content.xobjects) {
        if (pdf.name(dict, 'Subtype') !== 'Image') continue;
        for (const key of ['Alternates', 'OPI'])
          if (pdf.has(dict, key)) yield { page, what: `image with /${key}` };
        if (pdf.yes(dict, 'Interpolate')) yield { page, what: 'image with /Interpolate true' };
        const bits = pdf.number(dict, 'BitsPerComponent');
        if (
          pdf.yes(dict, 'ImageMask')
            ? bits !== undefined && bits !== 1
            : ![1, 2, 4, 8, 16].includes(bits ?? 8)
        )
          yield { page, what: `image with /BitsPerComponent ${bits}` };
      }
    },
  },
  {
    id: 'form-object',
    clause: 'ISO 19005-2, 6.2.9; ISO 14289-1, 7.20 (30-001)',
    words: {
      it: 'Una parte del disegno sta in un altro file o è scritta in PostScript.',
      en: 'A part of the drawing is in another file or written in PostScript.',
    },
    *check(pdf) {
      for (const [dict, page] of pdf.content.xobjects) {
        if (pdf.name(dict, 'Subtype') === 'PS' || pdf.name(dict, 'Subtype2') === 'PS')
          yield { page, what: 'PostScript XObject' };
        if (pdf.name(dict, 'Subtype') !== 'Form') continue;
        for (const key of ['OPI', 'PS', 'Ref'])
          if (pdf.has(dict, key)) yield { page, what: `form with /${key}` };
      }
    },
  },
];
