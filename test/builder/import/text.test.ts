// SPDX-License-Identifier: AGPL-3.0-or-later
// Pasted text against the form that it must give.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromText } from '../../../builder/import/text/read.ts';
import { loadSettings } from '../../../runtime/fields/load.ts';
import { accounted, errorsOf, outcome } from './judge.ts';
import { sketch } from './sketch.ts';

const settings = await loadSettings();
const read = (text: string) => fromText(text, (type) => settings.get(type)?.blank);

function sketched(text: string): string[] {
  const result = read(text);
  assert.ok('definition' in result);
  assert.deepEqual(errorsOf(result), []);
  const places = text.split('\n').flatMap((line, place) => (line.trim() === '' ? [] : [`riga ${place + 1}`]));
  accounted(result, places);
  const whole = outcome(result);
  // A line that is said to be used makes a difference.
  for (const place of result.taken) {
    const lines = text.split('\n');
    lines[Number(place.slice(5)) - 1] = '';
    assert.notEqual(outcome(read(lines.join('\n'))), whole, place);
  }
  return [
    ...sketch(result.definition).slice(1),
    ...result.left.map(({ at, why, what }) => `${at} | ${why} | ${what}`),
  ];
}

test('sections, numbers, options, stars and guessed types', () => {
  const text = `DATI ANAGRAFICI
1. Nome e cognome *
2) Data di nascita (obbligatorio)
3 - Codice fiscale:

La casa:
Titolo di godimento?
- Proprietà
- Affitto
• Comodato d’uso
4. Quali aiuti riceve? (più risposte)
   Assegno unico
   Bonus sociale
Ha figli minori?
Le serve un interprete?
 - Sì
 - No
Canone mensile in euro*
*Note
---`;
  assert.deepEqual(sketched(text), [
    'section dati_anagrafici "DATI ANAGRAFICI"',
    '  /nome_e_cognome text* "Nome e cognome" maxLength=200',
    '  /data_di_nascita date* "Data di nascita"',
    '  /codice_fiscale tax-code "Codice fiscale"',
    'section la_casa "La casa"',
    '  /titolo_di_godimento one "Titolo di godimento?" [proprieta=Proprietà; affitto=Affitto; comodato-d-uso=Comodato d’uso]',
    '  /quali_aiuti_riceve several "Quali aiuti riceve?" [assegno-unico=Assegno unico; bonus-sociale=Bonus sociale]',
    '  /ha_figli_minori yes-no "Ha figli minori?"',
    '  /le_serve_un_interprete yes-no "Le serve un interprete?"',
    '  /canone_mensile_in_euro money* "Canone mensile in euro" minimum=0',
    '  /note long-text* "Note" maxLength=3000',
    'riga 20 | says-nothing | ---',
  ]);
});

test('a question that ends with a colon and has options below is a question', () => {
  assert.deepEqual(sketched('Stato civile:\n- celibe o nubile\n- coniugato\n- celibe o nubile'), [
    '/stato_civile one "Stato civile" [celibe-o-nubile=celibe o nubile; coniugato=coniugato; celibe-o-nubile-2=celibe o nubile]',
  ]);
});

test('years and amounts at the beginning are no numbers of questions', () => {
  assert.deepEqual(sketched('2026 è l’anno della domanda?\n18 anni compiuti?\n1.1 Via'), [
    '/e_l_anno_della_domanda text "2026 è l’anno della domanda?" maxLength=200',
    '/anni_compiuti text "18 anni compiuti?" maxLength=200',
    '/via text "Via" maxLength=200',
  ]);
});

test('more than fifty options are listed', () => {
  const result = read(
    `Comune\n${Array.from({ length: 60 }, (_, number) => `- Comune ${number}`).join('\n')}`,
  );
  assert.ok('definition' in result);
  assert.equal(result.definition.schema.properties['comune']?.oneOf?.length, 50);
  assert.equal(result.left.filter(({ why }) => why === 'too-many-choices').length, 10);
});
