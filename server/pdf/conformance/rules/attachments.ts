// SPDX-License-Identifier: AGPL-3.0-or-later
// Files within the file: ISO 19005-2 and 19005-3, 6.8; ISO 14289-1, 7.11.
import { PDFDict } from '@cantoo/pdf-lib';
import type { Rule } from '../contract.ts';
import type { Pdf } from '../pdf.ts';

const relations = new Set([
  'Source',
  'Data',
  'Alternative',
  'Supplement',
  'Unspecified',
  'Schema',
  'EncryptedPayload',
  'FormData',
]);

/** File specifications with a file inside. */
const specifications = (pdf: Pdf): (readonly [PDFDict, string])[] =>
  pdf.dicts.filter(([dict]) => pdf.dict(dict, 'EF') !== undefined);

const fileIn = (pdf: Pdf, dict: PDFDict): PDFDict | undefined =>
  pdf.dict(pdf.dict(dict, 'EF'), 'F') ?? pdf.dict(pdf.dict(dict, 'EF'), 'UF');

export const rules: readonly Rule[] = [
  {
    id: 'attachment-name',
    clause: 'ISO 19005-2, 6.8; ISO 14289-1, 7.11 (21-001)',
    words: { it: 'Un allegato non ha un nome.', en: 'An attachment has no name.' },
    *check(pdf) {
      for (const [dict, owner] of specifications(pdf))
        for (const key of ['F', 'UF'])
          if (!pdf.text(dict, key)) yield { what: `${owner}: file specification without /${key}` };
    },
  },
  {
    id: 'attachment-forbidden',
    clause: 'ISO 19005-2, 6.8',
    profile: '2a',
    words: {
      it: 'Questo profilo (PDF/A-2) non ammette dati allegati: usare il profilo PDF/A-3.',
      en: 'This profile (PDF/A-2) allows no attached data: use the profile PDF/A-3.',
    },
    *check(pdf) {
      for (const [dict, owner] of specifications(pdf)) {
        const kind = pdf.name(fileIn(pdf, dict), 'Subtype');
        if (kind !== 'application/pdf') yield { what: `${owner}: embedded ${kind || 'file'}` };
      }
    },
  },
  {
    id: 'attachment-relation',
    clause: 'ISO 19005-3, 6.8',
    profile: '3a',
    words: {
      it: 'Di un allegato non si sa che cosa è per il documento.',
      en: 'It is not known what an attachment is to the document.',
    },
    *check(pdf) {
      for (const [dict, owner] of specifications(pdf))
        if (!relations.has(pdf.name(dict, 'AFRelationship')))
          yield { what: `${owner}: /AFRelationship ${pdf.name(dict, 'AFRelationship') || 'missing'}` };
    },
  },
  {
    id: 'attachment-kind',
    clause: 'ISO 19005-3, 6.8',
    profile: '3a',
    words: {
      it: 'Di un allegato non si sa di che genere è.',
      en: 'It is not known of what kind an attachment is.',
    },
    *check(pdf) {
      for (const [dict, owner] of specifications(pdf)) {
        const file = fileIn(pdf, dict);
        if (!/^[\w.+-]+\/[\w.+-]+$/.test(pdf.name(file, 'Subtype')))
          yield { what: `${owner}: embedded file without MIME /Subtype` };
        if (!pdf.has(pdf.dict(file, 'Params'), 'ModDate'))
          yield { what: `${owner}: embedded file without /ModDate` };
      }
    },
  },
  {
    id: 'attachment-loose',
    clause: 'ISO 19005-3, 6.8',
    profile: '3a',
    words: {
      it: 'Un allegato non è collegato a nessuna parte del documento.',
      en: 'An attachment is tied to no part of the document.',
    },
    *check(pdf) {
      const tied = new Set(pdf.dicts.flatMap(([dict]) => pdf.list(dict, 'AF').map((one) => pdf.asDict(one))));
      for (const [dict, owner] of specifications(pdf))
        if (!tied.has(dict)) yield { what: `${owner}: in no /AF` };
    },
  },
];
