// SPDX-License-Identifier: AGPL-3.0-or-later
// What changed between two versions of a definition; codes of runtime/engine/differences.ts.
import type { Problem, Words } from '../../runtime/problem.ts';

const say = (it: string, en: string): Words => ({ it, en });

/** Parts of a question that come, go or change, each with its article. */
const parts: { readonly [part: string]: Words } = {
  condition: say('la condizione che la mostra', 'the condition that shows it'),
  require: say('la condizione che la rende obbligatoria', 'the condition that makes it required'),
  lock: say('la condizione che la blocca', 'the condition that locks it'),
  formula: say('la formula', 'the formula'),
  rule: say('una regola di controllo', 'a rule'),
  hint: say('l’aiuto', 'the hint'),
  prefill: say('la precompilazione', 'the first value'),
  visibility: say('chi la vede', 'who sees it'),
  print: say('come si stampa', 'how it prints'),
  sensitivity: say('la riservatezza', 'the sensitivity'),
  purpose: say('la finalità', 'the purpose'),
  list: say('l’elenco da cui si sceglie', 'the list to choose from'),
  rows: say('le righe da compilare', 'the rows to fill'),
  link: say('il collegamento', 'the link'),
  'not-asked': say('le risposte «non so» e simili', 'the answers “don’t know” and the like'),
  bands: say('le fasce di punteggio', 'the score bands'),
  score: say('il punteggio', 'the score'),
  pattern: say('il formato', 'the format'),
  limits: say('i limiti', 'the limits'),
  settings: say('le impostazioni', 'the settings'),
};
const changes: { readonly [change: string]: Words } = {
  added: say('aggiunta: {part}', 'added: {part}'),
  removed: say('tolta: {part}', 'removed: {part}'),
  changed: say('modificata: {part}', 'changed: {part}'),
};

function ofQuestion(language: 'it' | 'en', part: string, change: string): string {
  const what = changes[change]![language].replace('{part}', parts[part]![language]);
  return language === 'it' ? `Domanda «{question}», ${what}` : `Question “{question}”, ${what}`;
}

const places = {
  page: say('Pagina', 'Page'),
  section: say('Sezione', 'Section'),
  note: say('Nota', 'Note'),
} as const;

export const differenceWords: { readonly [code: string]: Words } = {
  'first-version': say('Prima versione', 'First version'),
  'title-changed': say(
    'Titolo del modulo: da «{from}» a «{to}»',
    'Title of the form: from “{from}” to “{to}”',
  ),
  'description-changed': say('Modificata la descrizione del modulo', 'Description of the form changed'),
  'question-added': say('Nuova domanda «{question}»', 'New question “{question}”'),
  'question-removed': say('Tolta la domanda «{question}»', 'Question “{question}” removed'),
  'question-renamed': say('Domanda «{from}»: ora è «{to}»', 'Question “{from}” is now “{to}”'),
  'question-moved': say('Spostata la domanda «{question}»', 'Question “{question}” moved'),
  'type-changed': say(
    'Domanda «{question}»: cambiato il tipo di risposta',
    'Question “{question}”: other type of answer',
  ),
  'required-now': say('Domanda «{question}»: ora è obbligatoria', 'Question “{question}” is now required'),
  'required-no-more': say(
    'Domanda «{question}»: non è più obbligatoria',
    'Question “{question}” is no longer required',
  ),
  'option-added': say(
    'Domanda «{question}»: nuova opzione «{option}»',
    'Question “{question}”: new option “{option}”',
  ),
  'option-removed': say(
    'Domanda «{question}»: tolta l’opzione «{option}»',
    'Question “{question}”: option “{option}” removed',
  ),
  'option-renamed': say(
    'Domanda «{question}»: l’opzione «{from}» ora è «{to}»',
    'Question “{question}”: option “{from}” is now “{to}”',
  ),
  'option-changed': say(
    'Domanda «{question}»: modificata l’opzione «{option}»',
    'Question “{question}”: option “{option}” changed',
  ),
  'named-condition-changed': say('Modificata la condizione «{name}»', 'Condition “{name}” changed'),
  'outcome-changed': say('Modificata la tabella degli esiti', 'Table of outcomes changed'),
  'rules-changed': say('Modificate le regole di controllo del modulo', 'Rules of the form changed'),
  'whole-bands-changed': say(
    'Modificate le fasce di punteggio del modulo',
    'Score bands of the form changed',
  ),
  'translation-changed': say('Modificata la traduzione ({language})', 'Translation changed ({language})'),
  'case-data-changed': say(
    'Modificato ciò che il modulo scrive nella pratica',
    'What the form writes to the case changed',
  ),
  'order-changed': say('Cambiato l’ordine', 'Order changed'),
  ...Object.fromEntries(
    Object.entries(places).flatMap(([place, name]) => [
      [`${place}-added`, say(`${name.it} aggiunta: «{title}»`, `${name.en} added: “{title}”`)],
      [`${place}-removed`, say(`${name.it} tolta: «{title}»`, `${name.en} removed: “{title}”`)],
      [`${place}-renamed`, say(`${name.it} «{from}»: ora è «{to}»`, `${name.en} “{from}” is now “{to}”`)],
      [`${place}-changed`, say(`${name.it} modificata: «{title}»`, `${name.en} changed: “{title}”`)],
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(parts).flatMap((part) =>
      Object.keys(changes).map((change) => [
        `${part}-${change}`,
        say(ofQuestion('it', part, change), ofQuestion('en', part, change)),
      ]),
    ),
  ),
};

/** A difference in words, e.g. « Nuova domanda «Canone mensile» ». */
export function sayDifference(
  difference: { readonly code: string; readonly params: Problem['params'] },
  language: 'it' | 'en',
): string {
  const words = differenceWords[difference.code];
  const text = words ? words[language] : difference.code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(difference.params[name] ?? whole));
}
