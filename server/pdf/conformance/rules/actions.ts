// SPDX-License-Identifier: AGPL-3.0-or-later
// What a file would do by itself: ISO 19005-2, 6.5, 6.9 to 6.11.
import type { Rule } from '../contract.ts';

const forbidden = new Set(
  'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView'.split(' '),
);
const named = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

export const rules: readonly Rule[] = [
  {
    id: 'script',
    clause: 'ISO 19005-2, 6.5.1',
    words: {
      it: 'Il documento contiene un programma (JavaScript).',
      en: 'The document contains a program (JavaScript).',
    },
    *check(pdf) {
      for (const [dict, owner] of pdf.dicts)
        if (
          pdf.name(dict, 'S') === 'JavaScript' ||
          (pdf.has(dict, 'JS') && pdf.name(dict, 'S') !== 'Rendition')
        )
          yield { what: `${owner}: JavaScript` };
      if (pdf.has(pdf.dict(pdf.catalog, 'Names'), 'JavaScript')) yield { what: 'catalog names JavaScript' };
    },
  },
  {
    id: 'action',
    clause: 'ISO 19005-2, 6.5.1',
    words: {
      it: 'Un collegamento farebbe partire qualcosa: sono ammessi solo indirizzi e punti del documento.',
      en: 'A link would start something: only addresses and places of the document are allowed.',
    },
    *check(pdf) {
      for (const [dict, owner] of pdf.dicts) {
        for (const key of ['A', 'OpenAction', 'Next']) {
          const action = pdf.dict(dict, key);
          const kind = pdf.name(action, 'S');
          if (forbidden.has(kind)) yield { what: `${owner}: action ${kind}` };
          if (kind === 'Named' && !named.has(pdf.name(action, 'N')))
            yield { what: `${owner}: named action ${pdf.name(action, 'N')}` };
        }
      }
    },
  },
  {
    id: 'trigger',
    clause: 'ISO 19005-2, 6.4.1 and 6.5.2',
    words: {
      it: 'Il documento farebbe qualcosa da solo quando si apre o si tocca.',
      en: 'The document would do something by itself when opened or touched.',
    },
    *check(pdf) {
      if (pdf.has(pdf.catalog, 'AA')) yield { what: 'catalog with /AA' };
      for (const [index, page] of pdf.pages.entries())
        if (pdf.has(page, 'AA')) yield { page: index + 1, what: 'page with /AA' };
      for (const { page, dict, subtype } of pdf.annotations) {
        if (pdf.has(dict, 'AA') && subtype === 'Widget') yield { page, what: 'Widget with /AA' };
        if (pdf.has(dict, 'A') && subtype === 'Widget') yield { page, what: 'Widget with /A' };
      }
    },
  },
  {
    id: 'layers',
    clause: 'ISO 19005-2, 6.9; ISO 14289-1, 7.10 (20-001)',
    words: {
      it: 'Il documento ha livelli che si accendono e si spengono senza un nome.',
      en: 'The document has layers that turn on and off without a name.',
    },
    *check(pdf) {
      const layers = pdf.dict(pdf.catalog, 'OCProperties');
      if (!layers) return;
      const configurations = [
        pdf.dict(layers, 'D'),
        ...pdf.list(layers, 'Configs').map((one) => pdf.asDict(one)),
      ];
      for (const one of configurations) {
        if (!pdf.text(one, 'Name')) yield { what: 'optional content configuration without /Name' };
        if (pdf.has(one, 'AS')) yield { what: 'optional content configuration with /AS' };
      }
    },
  },
  {
    id: 'presentation',
    clause: 'ISO 19005-2, 6.10 and 6.11',
    words: {
      it: 'Il documento si comporta come una presentazione o chiede un programma preciso.',
      en: 'The document behaves as a slide show or asks for one program.',
    },
    *check(pdf) {
      if (pdf.has(pdf.dict(pdf.catalog, 'Names'), 'AlternatePresentations'))
        yield { what: '/AlternatePresentations' };
      if (pdf.has(pdf.catalog, 'Requirements')) yield { what: '/Requirements' };
      for (const [index, page] of pdf.pages.entries())
        if (pdf.has(page, 'PresSteps')) yield { page: index + 1, what: '/PresSteps' };
    },
  },
];
