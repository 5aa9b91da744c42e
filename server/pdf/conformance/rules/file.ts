// SPDX-License-Identifier: AGPL-3.0-or-later
// The file as bytes and objects: ISO 19005-2, 6.1.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { Breach, Rule } from '../contract.ts';
import type { Pdf } from '../pdf.ts';

const filters = new Set(
  'FlateDecode ASCIIHexDecode ASCII85Decode RunLengthDecode CCITTFaxDecode DCTDecode JBIG2Decode JPXDecode'.split(
    ' ',
  ),
);

function* streams(pdf: Pdf): Generator<readonly [PDFDict, string]> {
  for (const [ref, value] of pdf.context.enumerateIndirectObjects())
    if (value instanceof PDFRawStream) yield [value.dict, ref.toString()];
}

/** What stands between `stream` and `endstream` must be as long as the dictionary says. */
function* wrongLengths(pdf: Pdf): Generator<Breach> {
  if (!pdf.bytes) return;
  const text = Buffer.from(pdf.bytes).toString('latin1');
  const start =
    /(\d+) (\d+) obj[\s]*<<(?:(?!\bendobj\b|\bstream\b)[^])*?\/Length (\d+)(?! \d+ R)(?:(?!\bendobj\b|\bstream\b)[^])*?>>\s*stream(\r\n|\n|\r(?!\n))/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const [all, number, , length, ending] = found;
    const from = found.index + all.length;
    const to = from + Number(length);
    if (ending === '\r') yield { what: `${number} 0 R: keyword stream followed by CR alone` };
    if (!/^(\r\n|\n|\r)endstream/.test(text.slice(to, to + 12)))
      yield { what: `${number} 0 R: /Length ${length} does not end before endstream` };
    else start.lastIndex = to;
  }
}

function* tooLarge(pdf: Pdf): Generator<Breach> {
  const look = (value: PDFObject): string | undefined => {
    // As written a name is never shorter than what it says.
    if (
      value instanceof PDFName &&
      value.asString().length > 127 &&
      Buffer.byteLength(value.decodeText(), 'utf8') > 127
    )
      return `name of ${value.decodeText().length} bytes`;
    if (value instanceof PDFString && value.asString().length > 32_767) return 'string too long';
    if (value instanceof PDFHexString && value.asString().length > 65_534) return 'string too long';
    if (
      value instanceof PDFNumber &&
      Number.isInteger(value.asNumber()) &&
      Math.abs(value.asNumber()) > 2_147_483_647
    )
      return `integer ${value.asNumber()}`;
    return undefined;
  };
  for (const [dict, owner] of pdf.dicts) {
    for (const [key, value] of dict.entries()) {
      const isSignature = key.asString() === '/Contents';
      for (const one of [key, ...(value instanceof PDFArray ? value.asArray() : [value])]) {
        const found = isSignature ? undefined : look(one);
        if (found !== undefined) yield { what: `${owner} ${key.asString()}: ${found}` };
      }
    }
  }
  for (const { page, what } of pdf.content.literals) yield { page, what };
}

export const rules: readonly Rule[] = [
  {
    id: 'file-header',
    clause: 'ISO 19005-2, 6.1.2',
    words: {
      it: 'Il file non comincia come deve cominciare un PDF da archivio.',
      en: 'The file does not begin as a PDF for the archive must.',
    },
    *check({ bytes }) {
      if (!bytes) return;
      const head = Buffer.from(bytes.subarray(0, 20));
      if (!/^%PDF-1\.[0-7](\r\n|\r|\n)%/.test(head.toString('latin1')))
        yield { what: 'header is not %PDF-1.n and a comment' };
      else if (head.subarray(head.indexOf(0x25, 5) + 1, head.indexOf(0x25, 5) + 5).some((byte) => byte < 128))
        yield { what: 'comment after the header has fewer than four bytes above 127' };
    },
  },
  {
    id: 'file-end',
    clause: 'ISO 19005-2, 6.1.3',
    words: {
      it: 'Dopo la fine del documento c’è altro: qualcosa è stato aggiunto al file.',
      en: 'There is something behind the end of the document: something was added to the file.',
    },
    *check({ bytes }) {
      if (!bytes) return;
      const end = Buffer.from(bytes.subarray(-1024)).toString('latin1');
      if (!/%%EOF(\r\n|\r|\n)?$/.test(end)) yield { what: 'data after the last %%EOF' };
    },
  },
  {
    id: 'file-identifier',
    clause: 'ISO 19005-2, 6.1.3',
    words: { it: 'Il file non ha un identificatore proprio.', en: 'The file has no identifier of its own.' },
    *check({ context }) {
      const id = context.lookup(context.trailerInfo.ID);
      if (!(id instanceof PDFArray) || id.size() !== 2) yield { what: 'trailer has no /ID of two strings' };
    },
  },
  {
    id: 'file-encrypted',
    clause: 'ISO 19005-2, 6.1.3; ISO 14289-1, 7.16',
    words: {
      it: 'Il documento è protetto da una password: in archivio e con un lettore di schermo non si può usare.',
      en: 'The document is protected by a password: it cannot be used in the archive or with a screen reader.',
    },
    *check({ context }) {
      if (context.trailerInfo.Encrypt !== undefined) yield { what: 'trailer has /Encrypt' };
    },
  },
  {
    id: 'stream-length',
    clause: 'ISO 19005-2, 6.1.7.1',
    words: { it: 'Il file è danneggiato o scritto male.', en: 'The file is damaged or badly written.' },
    check: wrongLengths,
  },
  {
    id: 'stream-external',
    clause: 'ISO 19005-2, 6.1.7.1',
    words: {
      it: 'Una parte del documento sta in un altro file: qui deve esserci tutto.',
      en: 'A part of the document is in another file: everything must be in this one.',
    },
    *check(pdf) {
      for (const [dict, owner] of streams(pdf))
        for (const key of ['F', 'FFilter', 'FDecodeParms'])
          if (pdf.has(dict, key)) yield { what: `${owner}: stream with /${key}` };
    },
  },
  {
    id: 'stream-filter',
    clause: 'ISO 19005-2, 6.1.7.2',
    words: {
      it: 'Una parte del documento è compressa in un modo che l’archivio non ammette.',
      en: 'A part of the document is compressed in a way that the archive does not allow.',
    },
    *check(pdf) {
      for (const [dict, owner] of streams(pdf)) {
        for (const one of pdf.list(dict, 'Filter')) {
          const filter = pdf.context.lookup(one);
          const name = filter instanceof PDFName ? filter.decodeText() : String(filter);
          if (!filters.has(name)) yield { what: `${owner}: filter ${name}` };
        }
      }
    },
  },
  {
    id: 'permissions',
    clause: 'ISO 19005-2, 6.1.12',
    words: {
      it: 'Il documento limita ciò che se ne può fare in un modo non ammesso.',
      en: 'The document limits what may be done with it in a way that is not allowed.',
    },
    *check(pdf) {
      for (const key of pdf.dict(pdf.catalog, 'Perms')?.keys() ?? [])
        if (!['UR3', 'DocMDP'].includes(key.decodeText())) yield { what: `/Perms with ${key.toString()}` };
    },
  },
  {
    id: 'limits',
    clause: 'ISO 19005-2, 6.1.13',
    words: {
      it: 'Un nome, un testo o un numero nel file è troppo lungo per i lettori di PDF.',
      en: 'A name, a text or a number in the file is too long for PDF readers.',
    },
    check: tooLarge,
  },
  {
    id: 'nesting',
    clause: 'ISO 19005-2, 6.1.13',
    words: {
      it: 'Troppi riquadri uno dentro l’altro: semplificare l’impaginazione del modello.',
      en: 'Too many boxes inside one another: simplify the layout of the template.',
    },
    *check({ content }) {
      for (const [page, depth] of content.deepest)
        if (depth > 28) yield { page, what: `q nested ${depth} deep (28)` };
    },
  },
  {
    id: 'page-size',
    clause: 'ISO 19005-2, 6.1.13',
    words: { it: 'Una pagina è troppo piccola o troppo grande.', en: 'A page is too small or too large.' },
    *check(pdf) {
      for (const [index, page] of pdf.pages.entries()) {
        const [left = 0, bottom = 0, right = 0, top = 0] = pdf.numbers(page, 'MediaBox');
        for (const side of [right - left, top - bottom])
          if (pdf.has(page, 'MediaBox') && !(Math.abs(side) >= 3 && Math.abs(side) <= 14_400))
            yield { page: index + 1, what: `MediaBox side ${side}` };
      }
    },
  },
];
