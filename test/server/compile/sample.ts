// SPDX-License-Identifier: AGPL-3.0-or-later
// A form of the size that weights are measured on: 60 fields, 12 conditions, a repeat, a computed value, two patterns.
import type { Definition, FieldSchema } from '../../../schemas/types.ts';

const text = (title: string, more: FieldSchema = {}): FieldSchema => ({ type: 'string', title, ...more });
const whole = (title: string, more: FieldSchema = {}): FieldSchema => ({
  type: 'integer',
  title,
  minimum: 0,
  ...more,
});
const money = (title: string, more: FieldSchema = {}): FieldSchema => ({
  type: 'integer',
  'x-type': 'money',
  title,
  minimum: 0,
  ...more,
});
const yes = (title: string, more: FieldSchema = {}): FieldSchema => ({ type: 'boolean', title, ...more });
const date = (title: string, more: FieldSchema = {}): FieldSchema => ({
  type: 'string',
  format: 'date',
  title,
  ...more,
});
const choice = (title: string, options: readonly string[], more: FieldSchema = {}): FieldSchema => ({
  title,
  oneOf: options.map((option) => ({
    const: option.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    title: option,
  })),
  ...more,
});
const when = (pointer: string, test: object): FieldSchema => ({
  'x-show': { [pointer]: test } as NonNullable<FieldSchema['x-show']>,
});

const properties: { [key: string]: FieldSchema } = {
  cognome: text('Cognome', { maxLength: 80 }),
  nome: text('Nome', { maxLength: 80 }),
  nascita: date('Data di nascita'),
  luogo_nascita: text('Comune o Stato di nascita'),
  cittadinanza: choice('Cittadinanza', ['Italiana', 'Unione europea', 'Altro Stato']),
  permesso: choice(
    'Titolo di soggiorno',
    ['Lungo periodo', 'Protezione internazionale', 'Altro titolo'],
    when('/cittadinanza', { const: 'altro-stato' }),
  ),
  scadenza_permesso: date('Scadenza del titolo di soggiorno', when('/permesso', { answered: true })),
  residenza_da: date('Residente in Italia dal'),
  indirizzo: text('Indirizzo di residenza'),
  cap: text('CAP', { pattern: '^[0-9]{5}$', minLength: 5, maxLength: 5 }),
  telefono: text('Telefono', {
    pattern: '^\\+?[0-9 ]{6,15}$',
    'x-hint': 'Il numero a cui è più facile trovarla',
  }),
  email: text('Posta elettronica'),
  casa: choice('Titolo di godimento dell’abitazione', [
    'Proprietà',
    'Affitto',
    'Comodato',
    'Alloggio pubblico',
    'Senza dimora',
  ]),
  canone: money('Canone mensile', when('/casa', { enum: ['affitto', 'alloggio-pubblico'] })),
  arretrati: yes('Ci sono canoni arretrati?', when('/casa', { enum: ['affitto', 'alloggio-pubblico'] })),
  importo_arretrati: money('Importo dei canoni arretrati', when('/arretrati', { const: true })),
  sfratto: yes('È in corso uno sfratto?', when('/arretrati', { const: true })),
  mutuo: money('Rata mensile del mutuo', when('/casa', { const: 'propriet-' })),
  stanze: whole('Numero di stanze', { maximum: 30 }),
  riscaldamento: yes('L’abitazione è riscaldata?'),
  barriere: yes('Ci sono barriere architettoniche?'),
  nucleo: {
    type: 'array',
    title: 'Componenti del nucleo',
    minItems: 1,
    maxItems: 20,
    items: {
      type: 'object',
      properties: {
        nome: text('Nome e cognome'),
        nascita: date('Data di nascita'),
        relazione: choice('Relazione con chi fa domanda', ['Coniuge', 'Figlio', 'Genitore', 'Altro parente']),
        studia: yes('Frequenta la scuola o un corso?'),
        scuola: text('Quale scuola', { 'x-show': { './studia': { const: true } } }),
        disabilita: yes('Ha una disabilità riconosciuta?'),
        grado: choice('Grado di disabilità', ['Media', 'Grave', 'Non autosufficienza'], {
          'x-show': { './disabilita': { const: true } },
        }),
      },
      required: ['nome', 'nascita', 'relazione', 'scuola', 'grado'],
    },
  },
  componenti: { type: 'integer', title: 'Numero di componenti', 'x-value': { count: '/nucleo' } },
  isee: money('Valore ISEE'),
  isee_scadenza: date('Scadenza dell’ISEE'),
  reddito: money('Reddito familiare annuo'),
  patrimonio: money('Patrimonio mobiliare'),
  immobili: yes('Possiede altri immobili?'),
  valore_immobili: money('Valore degli altri immobili', when('/immobili', { const: true })),
  lavora: yes('Qualcuno nel nucleo lavora?'),
  contratto: choice(
    'Tipo di contratto',
    ['Tempo indeterminato', 'Tempo determinato', 'Autonomo', 'Stagionale'],
    when('/lavora', { const: true }),
  ),
  ore: whole('Ore di lavoro alla settimana', { maximum: 80, ...when('/lavora', { const: true }) }),
  disoccupazione: date('Disoccupato dal'),
  did: yes('Ha reso la dichiarazione di immediata disponibilità?'),
  titolo: choice('Titolo di studio', [
    'Nessuno',
    'Licenza elementare',
    'Licenza media',
    'Qualifica',
    'Diploma',
    'Laurea',
  ]),
  lingua: choice('Conoscenza dell’italiano', ['Madrelingua', 'Buona', 'Sufficiente', 'Scarsa']),
  patente: yes('Ha la patente?'),
  auto: yes('Ha un’automobile?', when('/patente', { const: true })),
  servizi: {
    type: 'array',
    title: 'Servizi già attivi',
    uniqueItems: true,
    items: { enum: ['sociale', 'scuola', 'sanita', 'lavoro', 'volontariato'] },
  },
  assistente: text('Assistente sociale di riferimento'),
  salute: choice('Stato di salute del nucleo', ['Buono', 'Discreto', 'Critico']),
  farmaci: yes('Ci sono spese fisse per farmaci?'),
  spesa_farmaci: money('Spesa mensile per farmaci', when('/farmaci', { const: true })),
  dipendenze: yes('Qualcuno è seguito dal SerD?'),
  minori_soli: yes('Ci sono minori soli per parte della giornata?'),
  nido: yes('Serve un posto al nido?'),
  mensa: yes('Serve la mensa scolastica?'),
  reti: { type: 'string', 'x-type': 'long-text', title: 'Chi aiuta il nucleo', maxLength: 2000 },
  bisogni: { type: 'string', 'x-type': 'long-text', title: 'Di che cosa c’è bisogno', maxLength: 4000 },
  aspettative: { type: 'string', 'x-type': 'long-text', title: 'Che cosa si aspetta da questo percorso' },
  telelavoro: yes('Può lavorare da casa?'),
  volontariato: yes('Fa volontariato?'),
  orti: yes('È interessato agli orti sociali?'),
  urgenza: choice('Urgenza', ['Bassa', 'Media', 'Alta']),
  contatto: choice('Come preferisce essere contattato', [
    'Telefono',
    'Messaggio',
    'Posta elettronica',
    'Lettera',
  ]),
};

export const sample: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'accesso-prova',
  title: 'Domanda di presa in carico',
  description: 'Un modulo della misura a cui si riferiscono i pesi.',
  schema: {
    type: 'object',
    properties,
    required: [
      'cognome',
      'nome',
      'nascita',
      'cittadinanza',
      'permesso',
      'casa',
      'canone',
      'nucleo',
      'isee',
      'bisogni',
      'urgenza',
    ],
  },
  layout: [
    {
      page: 'persona',
      title: 'La persona',
      items: [
        '/cognome',
        '/nome',
        '/nascita',
        '/luogo_nascita',
        '/cittadinanza',
        '/permesso',
        '/scadenza_permesso',
      ],
    },
    {
      page: 'casa',
      title: 'La casa',
      items: ['/casa', '/canone', '/arretrati', '/importo_arretrati', '/sfratto'],
    },
    { page: 'famiglia', title: 'La famiglia', items: ['/nucleo', '/componenti'] },
  ],
};

export const fieldCount =
  Object.keys(properties).length + Object.keys(properties['nucleo']?.items?.properties ?? {}).length;
