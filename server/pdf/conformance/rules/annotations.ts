// SPDX-License-Identifier: AGPL-3.0-or-later
// Links, fields and other annotations: ISO 19005-2, 6.3; ISO 14289-1, 7.18.
import { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { Rule } from '../contract.ts';
import type { Annotation, Pdf } from '../pdf.ts';
import { parentOf, type Tag } from '../tags.ts';

const forbidden = new Set(['Sound', 'Movie', 'Screen', '3D', 'RichMedia', 'TrapNet', 'FileAttachment']);

/** Nothing of these is drawn or heard: hidden, or beyond the edge of the page. */
const silent = (pdf: Pdf, { dict, subtype, page }: Annotation): boolean => {
  const [left = 0, bottom = 0, right = 0, top = 0] = pdf.numbers(dict, 'Rect');
  const sheet = pdf.pages[page - 1];
  const box = pdf.numbers(sheet, pdf.has(sheet, 'CropBox') ? 'CropBox' : 'MediaBox');
  const [x = 0, y = 0, width = Infinity, height = Infinity] = box;
  const isHidden = ((pdf.number(dict, 'F') ?? 0) & 2) !== 0;
  return subtype === 'Popup' || isHidden || left >= width || bottom >= height || right <= x || top <= y;
};

/** Without any extent: the place of a seal that nobody sees. */
const isPoint = (pdf: Pdf, { dict }: Annotation): boolean => {
  const [left, bottom, right, top] = pdf.numbers(dict, 'Rect');
  return left === right && bottom === top;
};

/** The element that holds an annotation. */
function tagOf(pdf: Pdf, { ref, dict }: Annotation): Tag | undefined {
  return pdf.tags.all.find((tag) =>
    tag.objects.some((one) => one === ref || pdf.context.lookup(one) === dict),
  );
}

const nameOf = ({ ref, subtype }: Annotation): string =>
  `${subtype} annotation ${ref?.toString() ?? ''}`.trim();

export const rules: readonly Rule[] = [
  {
    id: 'annotation-kind',
    clause: 'ISO 19005-2, 6.3.1',
    words: {
      it: 'Suoni, filmati e oggetti a tre dimensioni non possono stare in un documento da archivio.',
      en: 'Sounds, films and three-dimensional objects cannot stand in a document for the archive.',
    },
    *check({ annotations }) {
      for (const one of annotations)
        if (forbidden.has(one.subtype)) yield { page: one.page, what: nameOf(one) };
    },
  },
  {
    id: 'annotation-hidden',
    clause: 'ISO 19005-2, 6.3.2',
    words: {
      it: 'Un collegamento o un campo non si stampa o non si vede.',
      en: 'A link or a field is not printed or cannot be seen.',
    },
    *check(pdf) {
      for (const one of pdf.annotations) {
        const flags = pdf.number(one.dict, 'F');
        if (one.subtype === 'Popup') continue;
        if (flags === undefined || (flags & 4) === 0 || (flags & (1 | 2 | 32 | 256)) !== 0)
          yield { page: one.page, what: `${nameOf(one)}: /F ${flags}` };
      }
    },
  },
  {
    id: 'annotation-appearance',
    clause: 'ISO 19005-2, 6.3.3',
    words: {
      it: 'Un campo non ha un aspetto: in archivio non si vedrebbe.',
      en: 'A field has no appearance: in the archive it would not be seen.',
    },
    *check(pdf) {
      for (const one of pdf.annotations) {
        if (['Link', 'Popup'].includes(one.subtype) || isPoint(pdf, one)) continue;
        const shown = pdf.dict(one.dict, 'AP');
        const isButton = pdf.name(one.dict, 'FT') === 'Btn';
        if (!shown) yield { page: one.page, what: `${nameOf(one)}: no /AP` };
        else if (shown.keys().some((key) => key.decodeText() !== 'N'))
          yield { page: one.page, what: `${nameOf(one)}: /AP with more than /N` };
        else if (!isButton && !pdf.stream(shown, 'N'))
          yield { page: one.page, what: `${nameOf(one)}: /N is no stream` };
      }
    },
  },
  {
    id: 'link-words',
    clause: 'ISO 14289-1, 7.18.5 (28-012)',
    words: {
      it: 'Un collegamento non dice dove porta: scrivere un testo nel collegamento.',
      en: 'A link does not say where it leads: write a text in the link.',
    },
    *check(pdf) {
      for (const one of pdf.annotations)
        if (one.subtype === 'Link' && !silent(pdf, one) && !pdf.text(one.dict, 'Contents')?.trim())
          yield { page: one.page, what: `${nameOf(one)}: no /Contents` };
    },
  },
  {
    id: 'annotation-words',
    clause: 'ISO 14289-1, 7.18.1 (28-004)',
    words: { it: 'Una nota del documento non ha un testo.', en: 'A note of the document has no text.' },
    *check(pdf) {
      for (const one of pdf.annotations) {
        if (['Link', 'Widget', 'Popup', 'PrinterMark'].includes(one.subtype) || silent(pdf, one)) continue;
        if (!pdf.text(one.dict, 'Contents')?.trim() && !pdf.text(tagOf(pdf, one)?.dict, 'Alt'))
          yield { page: one.page, what: `${nameOf(one)}: neither /Contents nor /Alt` };
      }
    },
  },
  {
    id: 'field-words',
    clause: 'ISO 14289-1, 7.18.1 (28-005)',
    words: {
      it: 'Un posto per la firma o un campo non ha una descrizione per chi non vede.',
      en: 'A place to sign or a field has no description for those who do not see.',
    },
    *check(pdf) {
      for (const one of pdf.annotations) {
        if (one.subtype !== 'Widget' || silent(pdf, one)) continue;
        const own = pdf.text(one.dict, 'TU') ?? pdf.text(pdf.dict(one.dict, 'Parent'), 'TU');
        if (!own?.trim() && !pdf.text(tagOf(pdf, one)?.dict, 'Alt'))
          yield { page: one.page, what: `${nameOf(one)}: no /TU` };
      }
    },
  },
  {
    id: 'annotation-untagged',
    clause: 'ISO 14289-1, 7.18.1 (28-002)',
    words: {
      it: 'Un collegamento o un campo non esiste per chi ascolta.',
      en: 'A link or a field does not exist for those who listen.',
    },
    *check(pdf) {
      for (const one of pdf.annotations)
        if (one.subtype !== 'PrinterMark' && !silent(pdf, one) && !tagOf(pdf, one))
          yield { page: one.page, what: `${nameOf(one)}: in no structure element` };
    },
  },
  {
    id: 'link-tag',
    clause: 'ISO 14289-1, 7.18.5 (28-011)',
    words: {
      it: 'Un collegamento è registrato come qualcosa d’altro.',
      en: 'A link is registered as something else.',
    },
    *check(pdf) {
      for (const one of pdf.annotations) {
        const tag = tagOf(pdf, one);
        if (one.subtype === 'Link' && tag && tag.role !== 'Link' && parentOf(tag)?.role !== 'Link')
          yield { page: one.page, what: `${nameOf(one)}: within ${tag.type}` };
      }
    },
  },
  {
    id: 'field-tag',
    clause: 'ISO 14289-1, 7.18.4 (28-010)',
    words: {
      it: 'Un posto per la firma o un campo è registrato come qualcosa d’altro.',
      en: 'A place to sign or a field is registered as something else.',
    },
    *check(pdf) {
      for (const one of pdf.annotations) {
        const tag = tagOf(pdf, one);
        if (one.subtype === 'Widget' && tag && tag.role !== 'Form')
          yield { page: one.page, what: `${nameOf(one)}: within ${tag.type}` };
      }
    },
  },
  {
    id: 'tab-order',
    clause: 'ISO 14289-1, 7.18.3 (28-009)',
    words: {
      it: 'Con il tasto Tab non si segue l’ordine di lettura.',
      en: 'The Tab key does not follow the reading order.',
    },
    *check(pdf) {
      for (const [index, page] of pdf.pages.entries())
        if (pdf.list(page, 'Annots').length > 0 && pdf.name(page, 'Tabs') !== 'S')
          yield { page: index + 1, what: `/Tabs ${pdf.name(page, 'Tabs') || 'absent'}` };
    },
  },
  {
    id: 'field-listed',
    clause: 'ISO 32000-1, 12.7.2',
    words: {
      it: 'Un posto per la firma non è nell’elenco dei campi: i programmi di firma non lo trovano.',
      en: 'A place to sign is not in the list of fields: signing programs do not find it.',
    },
    *check(pdf) {
      const fields = new Set<PDFDict | PDFRef>();
      const visit = (dict: PDFDict | undefined, key: string): void => {
        for (const one of pdf.list(dict, key)) {
          const field = pdf.asDict(one);
          if (!field || fields.has(field)) continue;
          fields.add(field);
          visit(field, 'Kids');
        }
      };
      visit(pdf.dict(pdf.catalog, 'AcroForm'), 'Fields');
      for (const one of pdf.annotations)
        if (one.subtype === 'Widget' && !fields.has(one.dict))
          yield { page: one.page, what: `${nameOf(one)}: not in /AcroForm` };
    },
  },
  {
    id: 'form-settings',
    clause: 'ISO 19005-2, 6.4.1 and 6.4.2; ISO 14289-1, 7.15 (25-001)',
    words: {
      it: 'Il modulo nel documento cambia aspetto secondo il programma che lo apre.',
      en: 'The form in the document looks different in each program.',
    },
    *check(pdf) {
      const form = pdf.dict(pdf.catalog, 'AcroForm');
      if (pdf.yes(form, 'NeedAppearances')) yield { what: '/NeedAppearances true' };
      if (pdf.has(form, 'XFA')) yield { what: '/XFA' };
      if (pdf.yes(pdf.catalog, 'NeedsRendering')) yield { what: '/NeedsRendering true' };
    },
  },
  {
    id: 'form-element',
    clause: 'ISO 14289-1, 7.18.4 (28-010)',
    words: { it: 'Un campo stampato non dice che cosa è.', en: 'A printed field does not say what it is.' },
    *check(pdf) {
      for (const tag of pdf.tags.all) {
        if (
          tag.role !== 'Form' ||
          pdf.list(tag.dict, 'A').some((one) => pdf.name(pdf.asDict(one), 'Role') !== '')
        )
          continue;
        if (tag.objects.length !== 1 && tag.kids.length + tag.held.length > 0)
          yield {
            ...(tag.page ? { page: tag.page } : {}),
            what: 'Form without /Role and without one widget',
          };
      }
    },
  },
];
