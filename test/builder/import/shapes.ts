// SPDX-License-Identifier: AGPL-3.0-or-later
// Schemas of our own, for what published forms do not show; each with the form that it must give.
import type { Sources } from '../../../builder/import/json-schema/read.ts';

interface Shape {
  readonly name: string;
  readonly sources: Sources;
  readonly expected: readonly string[];
}

const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const text = { type: 'string' };

export const shapes: readonly Shape[] = [
  {
    name: 'if, then and else',
    sources: {
      schema: object(
        { casa: { type: 'string', enum: ['affitto', 'proprieta'] }, canone: { type: 'integer' } },
        {
          title: 'Casa',
          if: { properties: { casa: { const: 'affitto' } }, required: ['casa'] },
          // oxlint-disable-next-line unicorn/no-thenable
          then: { required: ['canone'], properties: { contratto: { type: 'string', title: 'Contratto' } } },
          else: {
            properties: { canone: false, rendita: { type: 'number', minimum: 0 } },
            required: ['rendita'],
          },
        },
      ),
    },
    expected: [
      'form casa "Casa"',
      '/casa one "Casa" [affitto=affitto; proprieta=proprieta]',
      '/canone integer "Canone" show={"/casa":{"const":"affitto"}} require={"/casa":{"const":"affitto"}}',
      '/contratto text "Contratto" show={"/casa":{"const":"affitto"}}',
      '/rendita decimal* "Rendita" minimum=0 show={"not":{"/casa":{"const":"affitto"}}}',
    ],
  },
  {
    name: 'dependencies of every kind',
    sources: {
      schema: object(
        { nome: text, coniuge: text, aiuto: { type: 'string', enum: ['si', 'no'] }, via: text },
        {
          dependentRequired: { via: ['nome'] },
          dependencies: {
            coniuge: {
              properties: { data_nozze: { type: 'string', format: 'date' } },
              required: ['data_nozze'],
            },
            aiuto: {
              oneOf: [
                { properties: { aiuto: { enum: ['si'] }, quale: { type: 'string' } }, required: ['quale'] },
                { properties: { aiuto: { enum: ['no'] } } },
              ],
            },
          },
        },
      ),
    },
    expected: [
      'form modulo "Modulo importato"',
      '/nome text "Nome" require={"/via":{"answered":true}}',
      '/coniuge text "Coniuge"',
      '/aiuto one "Aiuto" [si=si; no=no]',
      '/via text "Via"',
      '/data_nozze date* "Data nozze" show={"/coniuge":{"answered":true}}',
      '/quale text* "Quale" show={"/aiuto":{"const":"si"}}',
    ],
  },
  {
    name: 'an rjsf UI schema',
    sources: {
      schema: object({
        id: text,
        nome: { type: 'string', title: 'Nome' },
        storia: { type: 'string' },
        sesso: { type: 'string', enum: ['f', 'm'], enumNames: ['Donna', 'Uomo'] },
        figli: { type: 'array', items: object({ eta: { type: 'integer' } }) },
      }),
      ui: {
        'ui:order': ['nome', '*', 'storia'],
        nome: { 'ui:placeholder': 'Anna Esempi', 'ui:help': 'Come sul documento', 'ui:autofocus': true },
        storia: { 'ui:widget': 'textarea', 'ui:options': { title: 'La storia', rows: 5 } },
        sesso: { 'ui:widget': 'radio' },
        figli: { items: { eta: { 'ui:title': 'Quanti anni ha?', 'ui:readonly': true } } },
      },
    },
    expected: [
      'form modulo "Modulo importato"',
      '/nome text "Nome" hint="Come sul documento" placeholder-example="Anna Esempi"',
      '/id_2 text "Id"',
      '/sesso one "Sesso" [f=Donna; m=Uomo]',
      '/figli repeat "Figli"',
      '  ./eta integer "Quanti anni ha?" readOnly=true',
      '/storia long-text "La storia"',
      '== left',
      'uischema#/nome/ui:autofocus | look | true',
      'uischema#/storia/ui:options/rows | look | 5',
      'uischema#/sesso/ui:widget | look | radio',
    ],
  },
  {
    name: 'bounds of draft 4 and 2020, steps, patterns, formats',
    sources: {
      schema: object({
        anni: { type: 'integer', minimum: 0, exclusiveMinimum: true, maximum: 120 },
        importo: { type: 'number', exclusiveMaximum: 1000, multipleOf: 0.5 },
        codice: { type: 'string', pattern: '^[A-Z]{2}$', minLength: 2 },
        rotto: { type: 'string', pattern: '(' },
        ora: { type: 'string', format: 'time' },
        sito: { type: 'string', format: 'uri' },
        foto: { type: 'string', format: 'data-url' },
      }),
    },
    expected: [
      'form modulo "Modulo importato"',
      '/anni integer "Anni" exclusiveMinimum=0 maximum=120',
      '/importo decimal "Importo" exclusiveMaximum=1000 settings={"step":0.5}',
      '/codice text "Codice" minLength=2 pattern="^[A-Z]{2}$"',
      '/rotto text "Rotto"',
      '/ora time "Ora"',
      '/sito text "Sito"',
      '/foto file "Foto" maxItems=1 settings={"kinds":["pdf","photo"]}',
      '== left',
      '#/properties/rotto/pattern | pattern-here | (',
      '#/properties/sito/format | format | uri',
    ],
  },
  {
    name: 'choices of numbers, of yes and no, with null, with equal codes',
    sources: {
      schema: object({
        stanze: { type: 'integer', enum: [1, 2, 3], default: 2 },
        livello: {
          oneOf: [
            { const: 1, title: 'Basso' },
            { const: 2, title: 'Alto' },
          ],
        },
        consenso: {
          type: 'boolean',
          oneOf: [
            { const: true, title: 'Sì' },
            { const: false, title: 'No' },
          ],
        },
        stato: { enum: ['celibe', null, 'coniugato'] },
        doppia: {
          oneOf: [
            { const: 'a', title: 'A' },
            { const: 'a', title: 'Ancora A' },
          ],
        },
      }),
    },
    expected: [
      'form modulo "Modulo importato"',
      '/stanze one "Stanze" [1; 2; 3] default=2',
      '/livello one "Livello" [1=Basso; 2=Alto]',
      '/consenso yes-no "Consenso"',
      '/stato one "Stato" [celibe=celibe; coniugato=coniugato]',
      '/doppia one "Doppia" [a=A]',
      '== left',
      '#/properties/livello/oneOf/0/const | number-choice | 1',
      '#/properties/consenso/oneOf | yes-no-titles | [{"const":true,"title":"Sì"},{"const":false,"title":"No"}]',
      '#/properties/doppia/oneOf/1 | same-choice | a',
    ],
  },
  {
    name: 'references in a circle, out of the document, to nowhere',
    sources: {
      schema: object(
        {
          persona: { $ref: '#/$defs/persona' },
          fuori: { $ref: 'https://esempio.it/schema.json' },
          nulla: { $ref: '#/$defs/manca' },
          ok: { $ref: '#/$defs/testo', title: 'Testo' },
        },
        {
          $defs: {
            persona: object({ nome: text, genitore: { $ref: '#/$defs/persona' } }),
            testo: { type: 'string', maxLength: 9 },
            inutile: text,
          },
        },
      ),
    },
    expected: [
      'form modulo "Modulo importato"',
      '/persona group "Persona"',
      '  ./nome text "Nome"',
      '/ok text "Testo" maxLength=9',
      '== left',
      '#/properties/fuori/$ref | remote-ref | https://esempio.it/schema.json',
      '#/properties/nulla/$ref | remote-ref | #/$defs/manca',
      '#/$defs/persona/properties/genitore/$ref | recursive | #/$defs/persona',
      '#/$defs/inutile/type | unused-definition | inutile',
    ],
  },
  {
    name: 'allOf that narrows and contradicts',
    sources: {
      schema: object({
        eta: {
          allOf: [{ type: 'integer', minimum: 0 }, { minimum: 18, maximum: 200 }, { maximum: 120 }],
          title: 'Età',
        },
        mista: { allOf: [{ type: 'string' }, { type: 'number' }] },
      }),
    },
    expected: [
      'form modulo "Modulo importato"',
      '/eta integer "Età" minimum=18 maximum=120',
      '/mista text "Mista"',
      '== left',
      '#/properties/eta/allOf/0/minimum | said-twice | 0',
      '#/properties/eta/allOf/1/maximum | said-twice | 200',
      '#/properties/mista/allOf/1/type | contradicts | number',
    ],
  },
  {
    name: 'names that objects answer to, and keys that are no keys',
    sources: {
      schema: object({
        constructor: text,
        toString: { type: 'boolean' },
        'Indirizzo di Casa!': { type: 'string', title: '???' },
        '€': { type: 'number' },
      }),
    },
    expected: [
      'form modulo "Modulo importato"',
      '/constructor_2 text "Constructor"',
      '/to_string yes-no "To string"',
      '/indirizzo_di_casa text "Indirizzo di casa!"',
      '/domanda decimal "Domanda"',
    ],
  },
];
