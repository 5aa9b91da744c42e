// SPDX-License-Identifier: AGPL-3.0-or-later
// What the pacts of the invented families say on the family's copy, and what they must not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Copy } from '../../templates/contract.ts';
import { sayings } from '../../templates/documents/pact/languages/contract.ts';
import { languages } from '../../templates/documents/pact/languages/index.ts';
import type { DocumentInput } from '../../templates/input.ts';
import { inputOf, kindOf, pageOf, textOf } from '../fixtures/documents/letters.ts';

const pact = (family: string, copy: Copy = 'family'): Promise<string> =>
  textOf({ kind: 'pact', definition: 'pais', family, copy });

test('outside the benefit: a pact of collaboration, without conditions and without what follows from breaking them', async () => {
  for (const id of ['c2', 'c3'])
    for (const copy of ['family', 'internal'] as const) {
      const text = await pact(id, copy);
      assert.match(text, /Patto di collaborazione/, id);
      assert.doesNotMatch(
        text,
        /Assegno di inclusione|INPS|beneficio|obbligo di legge|sospes|decad|perde il/i,
        id,
      );
    }
});

test('the same words stand on the pact of a family with the benefit', async () => {
  const text = await pact('c4');
  assert.match(text, /Patto per l’inclusione sociale/);
  assert.match(text, /beneficio/i);
  assert.match(text, /obbligo di legge/);
});

test('the number of the court is on the internal copy alone', async () => {
  assert.doesNotMatch(await pact('c2'), /0001234|Procura|Tribunale/);
  assert.match(await pact('c2', 'internal'), /0001234\/2026/);
});

test('C4: no service of health by its name, no diagnosis, no level on the family copy; all on the internal one', async () => {
  const text = await pact('c4');
  assert.doesNotMatch(text, /SerD|CSM|dipendenz|salute mentale|psichiatr|depress|alcol|\bE[1-4]\b|\bP[1-4]\b|livello/i); // prettier-ignore
  assert.equal(text.match(/Percorso con il servizio sanitario/g)?.length, 2);
  assert.match(text, /Seguire il percorso concordato con il servizio sanitario/);
  const internal = await pact('c4', 'internal');
  for (const said of [
    'Referente SerD',
    'Referente CSM',
    'Servizio per le dipendenze',
    'Centro di salute mentale',
    '3.744,00',
  ])
    assert.ok(internal.includes(said), said);
});

test('C5: where he sleeps is no address; C6: every child and parent by their names', async () => {
  assert.doesNotMatch(await pact('c5'), /SV8|svantaggio|diabet/i);
  const text = await pact('c6');
  for (const name of ['Nadir Ben Salhoun', 'Amal Tazrouti', 'Yanis Ben Salhoun', 'H. Sorel'])
    assert.ok(text.includes(name), name);
});

test('C6: the pact in Arabic beside the Italian, right to left; nothing beside it where nobody asked', async () => {
  const page = await pageOf({ kind: 'pact', definition: 'pais', family: 'c6' });
  const cells = [
    ...page.matchAll(/<td lang="ar" dir="rtl"><p class="what">.*?<\/p><p>([\u0600-\u06ff][^<]+)<\/p>/g),
  ].map(([, text]) => text!);
  assert.equal(cells.length, 15, 'three objectives, seven results, five commitments');
  for (const text of cells) assert.match(text, /^[\u0600-\u06ff][\u0600-\u06ffA-Z0-9 ،/]+$/u);
  const text = await pact('c6');
  assert.match(text, /Obiettivo 1 Amal capisce e parla l’italiano di ogni giorno الهدف 1 أمل تفهم/);
  assert.match(text, /Vale il testo in italiano\..*النص الإيطالي وحده هو الملزم/);
  assert.match(text, /siamo d’accordo\..*بالتوقيع نقول/);
  assert.match(text, /23\/03\/2026/);
  assert.doesNotMatch(
    await pageOf({ kind: 'pact', definition: 'pais', family: 'c4' }),
    /lang="ar"|altra lingua/,
  );
});

test('words of a language: those of the district before ours; what nobody has is said in Italian, and counted', async () => {
  const made = (lingua: string, words: DocumentInput['district']['words'], copy: Copy = 'family') => {
    const asked = inputOf({ kind: 'pact', definition: 'pais', family: 'c6', changes: { lingua }, copy });
    const district = words ? { ...asked.district, words } : asked.district;
    return JSON.stringify(kindOf('pact').view({ ...asked, district }).data);
  };
  assert.match(made('sq', undefined), /"text":"Objektivi","lang":"sq"/);
  const own = made('sq', { sq: { objective: 'Qëllimi' } });
  assert.match(own, /"text":"Qëllimi","lang":"sq"/);
  assert.match(own, /"text":"Rezultati","lang":"sq"/);
  assert.match(made('sq', { sq: { binding: 'Vlen teksti italisht.' } }), /Vlen teksti italisht/);
  assert.match(made('sq', undefined, 'internal'), /parole del modello tradotte: 7 di 10/);
  assert.match(made('sq', { sq: { binding: 'Vlen teksti italisht.' } }, 'internal'), /tradotte: 8 di 10/);
  assert.match(made('ro', undefined, 'internal'), /Righe tradotte: 16 di 16; .*10 di 10/);
});

test('every file of words has only words that a pact says, and so has the schema of a district', () => {
  const schema = JSON.parse(readFileSync('schemas/district.schema.json', 'utf8')).properties.words;
  assert.deepEqual(schema.propertyNames.enum, Object.keys(languages).sort());
  assert.deepEqual(schema.additionalProperties.propertyNames.enum, [...sayings]);
  for (const [language, words] of Object.entries(languages))
    for (const [key, said] of Object.entries(words)) {
      assert.ok(sayings.some((one) => one === key), `${language}: ${key}`); // prettier-ignore
      assert.ok(said.trim() === said && said !== '', `${language}: ${key}`);
    }
});
