// SPDX-License-Identifier: AGPL-3.0-or-later
// Figures, formulas, notes: ISO 14289-1, 7.3, 7.7, 7.9.
import type { Rule } from '../contract.ts';
import { attribute, holds, type Tag } from '../tags.ts';
import type { Pdf } from '../pdf.ts';

const at = ({ page }: Tag): { readonly page?: number } => (page ? { page } : {});
const described = (pdf: Pdf, { dict }: Tag): boolean =>
  (pdf.text(dict, 'Alt') ?? '').trim() !== '' || (pdf.text(dict, 'ActualText') ?? '') !== '';

export const rules: readonly Rule[] = [
  {
    id: 'figure-words',
    clause: 'ISO 14289-1, 7.3 (13-004)',
    words: {
      it: 'Un’immagine non ha una descrizione per chi non vede: scriverla nell’attributo alt (vuoto se è solo decorazione).',
      en: 'An image has no description for those who do not see: write it in the attribute alt (empty if it only decorates).',
    },
    *check(pdf) {
      for (const tag of pdf.tags.all)
        if (tag.role === 'Figure' && holds(tag) && !described(pdf, tag))
          yield { ...at(tag), what: `Figure ${pdf.refOf(tag.dict)}: neither /Alt nor /ActualText` };
    },
  },
  {
    id: 'figure-place',
    clause: 'ISO 32000-1, 14.8.5.4.3',
    words: {
      it: 'Di un’immagine non si sa dove sta nella pagina.',
      en: 'It is not known where on the page an image stands.',
    },
    *check(pdf) {
      for (const tag of pdf.tags.all) {
        if (tag.role !== 'Figure' || tag.held.length === 0) continue;
        const box = attribute(pdf, tag, 'BBox');
        if (box === undefined) yield { ...at(tag), what: `Figure ${pdf.refOf(tag.dict)}: no /BBox` };
      }
    },
  },
  {
    id: 'formula-words',
    clause: 'ISO 14289-1, 7.7 (17-002)',
    words: {
      it: 'Una formula non ha una descrizione a parole.',
      en: 'A formula has no description in words.',
    },
    *check(pdf) {
      for (const tag of pdf.tags.all)
        if (tag.role === 'Formula' && !described(pdf, tag))
          yield { ...at(tag), what: 'Formula without /Alt' };
    },
  },
  {
    id: 'note-name',
    clause: 'ISO 14289-1, 7.9 (19-003, 19-004)',
    words: {
      it: 'Una nota a piè di pagina non ha un nome proprio.',
      en: 'A footnote has no name of its own.',
    },
    *check(pdf) {
      const seen = new Set<string>();
      for (const tag of pdf.tags.all) {
        if (tag.role !== 'Note') continue;
        const id = pdf.text(tag.dict, 'ID');
        if (!id || seen.has(id)) yield { ...at(tag), what: `Note with /ID ${id ?? 'missing'}` };
        if (id) seen.add(id);
      }
    },
  },
];
