// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { either, long, one, several, text, whole, yesNo } from '../fields.ts';

/** Who the district is, and how its paper looks. */
export const office: DistrictPart = {
  name: 'office',
  title: (tell) => tell('Ambito e carta intestata', 'District and letterhead'),
  entries: (tell) => [
    {
      key: 'name',
      field: text(tell('Nome dell’ambito', 'Name of the district')),
      at: ['name'],
      required: true,
    },
    {
      key: 'notice',
      field: long(tell('Avviso sotto il nome', 'Notice under the name'), 400),
      at: ['notice'],
    },
    { key: 'lead', field: one(tell('Comune capofila', 'Lead comune'), 'comuni'), at: ['lead'] },
    {
      key: 'measures',
      field: several(tell('Misure', 'Measures'), 'misure'),
      at: ['measures'],
      required: true,
    },
    {
      key: 'letterhead',
      field: long(tell('Intestazione, una riga per ogni riga', 'Letterhead, line by line'), 600),
      at: ['letterhead', 'lines'],
      as: 'lines',
      required: true,
    },
    {
      key: 'footer',
      field: text(tell('Piè di pagina', 'Footer'), 300),
      at: ['letterhead', 'footer'],
    },
    {
      key: 'privacy',
      field: long(tell('Riga sul trattamento dei dati', 'Line on the use of data'), 1000),
      at: ['letterhead', 'privacy'],
    },
    {
      key: 'sealing',
      field: either(tell('Quando si mette il sigillo', 'When the seal is set'), {
        last: tell('Dopo le firme', 'After the signatures'),
        first: tell('Prima delle firme elettroniche', 'Before electronic signatures'),
      }),
      at: ['sealing'],
    },
    {
      key: 'review',
      field: yesNo(
        tell(
          'Una seconda persona approva i moduli prima della pubblicazione?',
          'Does a second person approve forms before they are published?',
        ),
      ),
      at: ['review'],
    },
    {
      key: 'class',
      field: text(tell('Titolo del piano di classificazione', 'Class in the plan of classification'), 40),
      at: ['filing', 'class'],
    },
    {
      key: 'class_title',
      field: text(tell('Nome del titolo', 'Name of the class')),
      at: ['filing', 'title'],
    },
    {
      key: 'years',
      field: whole(tell('Anni di conservazione', 'Years for which documents are kept'), 1),
      at: ['filing', 'years'],
    },
  ],
};
