// SPDX-License-Identifier: AGPL-3.0-or-later
// A pact in each language that families read: issued as any other, every letter with a shape, read in its order.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { issueDocument } from '../../../server/pdf/issue.ts';
import { pact } from '../../../templates/documents/pact/facts.ts';
import { languages } from '../../../templates/documents/pact/languages/index.ts';
import { inputOf } from '../../fixtures/documents/letters.ts';
import { fileOf, newPrinter, run, value, without } from './sample.ts';

const printer = newPrinter();
after(() => printer.close());

const sentences: { readonly [language: string]: string } = {
  it: 'Però la città è più vicina: perciò ci andrò',
  fr: 'Où êtes-vous ? Le cœur à l’école, ça va',
  en: 'The children go to school every day',
  es: '¿Cuándo? El niño irá a la escuela mañana',
  ar: 'الأطفال يذهبون إلى المدرسة كل يوم',
  uk: 'Діти їздять до школи, її ґанок є',
  ro: 'Copiii învață și țin legătura cu școala',
  sq: 'Fëmijët shkojnë në shkollë çdo ditë',
  bn: 'শিশুরা প্রতিদিন স্কুলে যায়',
  ur: 'بچے ہر روز اسکول جاتے ہیں',
  zh: '孩子们每天去学校学习意大利语。',
};
const fromRight = ['ar', 'ur'];

/** The letters in their order: readers of files set spaces where shapes are joined, and marks of direction. */
const read = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');

test('a proof for every language that has words', () => {
  assert.deepEqual(Object.keys(sentences).sort(), ['it', ...Object.keys(languages)].sort());
});

test(
  'issued in every language: conformant, no letter without a shape, text in reading order',
  { skip: without('pdftotext') },
  async (context) => {
    await Promise.all(
      Object.entries(sentences).map(async ([lang, sentence]) => {
        const objective = { id: 'obiettivo01', testo: lang === 'it' ? sentence : 'Prova', area: 'E' };
        const changes = {
          ...(lang === 'it' ? { mediazione: false } : { lingua: lang }),
          obiettivi: [lang === 'it' ? objective : { ...objective, a_fianco: sentence }],
        };
        const asked = inputOf({ kind: 'pact', definition: 'pais', family: 'c6', changes });
        const made = value(
          await issueDocument(printer, pact, { ...asked, verifyPage: 'https://patto.example/verify' }),
        );
        const file = fileOf(made.pdf);
        const text = read(run('pdftotext', file, '-'));
        context.diagnostic(`${lang} ${Math.round(made.pdf.length / 1024)} KB`);
        // pdftotext turns what goes from the right around: set from the left it would come out backwards.
        assert.ok(text.includes(read(sentence)), `${lang}: ${text.slice(0, 400)}`);
        assert.ok(!text.includes('\ufffd'), lang);
        const dir = fromRight.includes(lang) ? 'rtl' : 'ltr';
        assert.equal(made.twin.includes(`<td lang="${lang}" dir="${dir}">`), lang !== 'it', lang);
      }),
    );
  },
);
