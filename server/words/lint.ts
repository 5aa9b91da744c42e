// SPDX-License-Identifier: AGPL-3.0-or-later
// What lint (runtime/engine/lint.ts) finds in a definition. `{name}` is a parameter of the finding.
import type { Words } from '../../runtime/problem.ts';

const say = (it: string, en: string): Words => ({ it, en });

export const lintWords: { readonly [code: string]: Words } = {
  'no-type': say(
    'Non si capisce di che tipo è questa domanda: va scelto il tipo di risposta.',
    'The type of this question is not clear: choose the type of answer.',
  ),
  'unknown-type': say(
    'Il tipo di domanda «{type}» non esiste, oppure non va d’accordo con il resto della domanda.',
    'There is no type of question “{type}”, or it does not agree with the rest of the question.',
  ),
  'no-title': say(
    'La voce «{key}» non ha un titolo: chi compila non saprebbe che cosa si chiede.',
    'The item “{key}” has no title: whoever fills the form would not know what is asked.',
  ),
  'blank-title': say('Questo testo è vuoto: va scritto.', 'This text is empty: please write it.'),
  'unsafe-link': say(
    'Il collegamento «{piece}» non si può seguire: sono ammessi https://, mailto: e tel:.',
    'The link “{piece}” cannot be followed: https://, mailto: and tel: are allowed.',
  ),
  'link-without-words': say(
    'Il collegamento «{piece}» non ha parole da leggere: vanno scritte fra parentesi quadre.',
    'The link “{piece}” has no words to read: please write them between the square brackets.',
  ),
  'link-not-closed': say(
    'Manca la parentesi che chiude il collegamento «{piece}».',
    'The parenthesis that ends the link “{piece}” is missing.',
  ),
  'bold-not-closed': say(
    'Il grassetto aperto in «{piece}» non è chiuso: mancano due asterischi.',
    'The bold text opened in “{piece}” is not closed: two asterisks are missing.',
  ),
  'heading-in-text': say(
    '«{piece}»: qui i titoli non si usano; i titoli sono quelli di pagine e sezioni.',
    '“{piece}”: headings are not used here; pages and sections have them.',
  ),
  'drawing-only': say(
    'La firma si può solo tracciare: chi non può disegnare non potrebbe firmare. Va ammesso un altro modo.',
    'The signature can only be drawn: whoever cannot draw could not sign. Another way must be allowed.',
  ),
  'nothing-declared': say(
    'La dichiarazione non ha testo: va scritto che cosa si dichiara.',
    'The declaration has no text: please write what is declared.',
  ),
  'bounds-crossed': say(
    'Il minimo ({low}) è più grande del massimo ({high}): nessuna risposta andrebbe bene.',
    'The minimum ({low}) is greater than the maximum ({high}): no answer would fit.',
  ),
  'keyword-not-here': say(
    '«{keyword}» non ha senso in questa domanda: va tolto.',
    '“{keyword}” makes no sense in this question: remove it.',
  ),
  'required-unknown': say(
    'È obbligatoria la voce «{key}», che non c’è.',
    'The item “{key}” is required, but there is none.',
  ),
  'same-choice-twice': say('L’opzione «{choice}» compare due volte.', 'The option “{choice}” appears twice.'),
  'same-id-twice': say('L’identificativo «{id}» è usato due volte.', 'The id “{id}” is used twice.'),
  'dangling-pointer': say(
    '«{pointer}» indica una domanda che non c’è (forse è stata tolta o rinominata).',
    '“{pointer}” names a question that is not there (perhaps removed or renamed).',
  ),
  'beside-always': say(
    '«{key}» si apre accanto a una risposta: le serve la condizione «Mostra se», che sia quella risposta.',
    '“{key}” opens beside an answer: it needs the condition “Show if”, that it is that answer.',
  ),
  'pointer-into-repeat': say(
    '«{pointer}» entra in un elenco di righe: da fuori si può solo chiedere se una riga soddisfa una prova, o contarle.',
    '“{pointer}” goes into a list of rows: from outside one can only ask whether a row fits, or count them.',
  ),
  'pointer-above-root': say(
    '«{pointer}» sale più in alto dell’inizio del modulo.',
    '“{pointer}” goes up beyond the start of the form.',
  ),
  'not-a-repeat': say(
    '«{pointer}» dovrebbe indicare un elenco di righe, ma non lo è.',
    '“{pointer}” should name a list of rows, but it is none.',
  ),
  'placed-twice': say(
    '«{pointer}» è messa due volte nella disposizione.',
    '“{pointer}” is placed twice in the layout.',
  ),
  'page-inside': say(
    'La pagina «{id}» sta dentro un’altra parte: le pagine stanno solo al primo livello.',
    'The page “{id}” stands inside another part: pages stand on the first level only.',
  ),
  'unknown-pictogram': say(
    'Non c’è un disegno che si chiama «{name}».',
    'There is no drawing called “{name}”.',
  ),
  'unknown-translation': say(
    'La traduzione «{key}» ({language}) non corrisponde a nessun testo del modulo.',
    'The translation “{key}” ({language}) belongs to no text of the form.',
  ),
  'case-in-condition': say(
    'Una condizione non può leggere la pratica («{pointer}»): serve un valore calcolato, che la condizione poi legge.',
    'A condition cannot read the case (“{pointer}”): use a computed value that the condition then reads.',
  ),
  'unknown-condition': say(
    'La condizione «{name}» non è definita.',
    'The condition “{name}” is not defined.',
  ),
  'unused-condition': say(
    'La condizione «{name}» non è usata da nessuna parte.',
    'The condition “{name}” is used nowhere.',
  ),
  'condition-cycle': say('La condizione «{name}» richiama sé stessa.', 'The condition “{name}” uses itself.'),
  'unknown-operator': say(
    '«{operator}» non è una prova che una condizione può fare.',
    '“{operator}” is not a test that a condition can make.',
  ),
  'answered-alone': say(
    '«answered» sta da solo: per chiedere altro serve una seconda prova.',
    '“answered” stands alone: to ask more use a second test.',
  ),
  'never-holds': say(
    'Nessuna risposta a «{question}» può soddisfare questa condizione.',
    'No answer to “{question}” can satisfy this condition.',
  ),
  'untyped-test': say(
    'La prova «{keyword}» vale solo per il tipo «{type}»: va scritto accanto, altrimenti passano anche i valori di altri tipi.',
    'The test “{keyword}” is for the type “{type}” only: write it beside, otherwise values of other types pass too.',
  ),
  'too-many-branches': say(
    'La condizione di «{question}» è troppo intrecciata (più di {limit} casi): conviene un valore calcolato sì/no che la condizione poi legge.',
    'The condition of “{question}” is too entangled (more than {limit} cases): better a computed yes/no that the condition then reads.',
  ),
  'unknown-function': say('La funzione «{function}» non esiste.', 'There is no function “{function}”.'),
  'not-a-formula': say(
    '«{function}» non è una formula: un testo fisso si scrive { "text": "…" }.',
    '“{function}” is not a formula: a fixed text is written { "text": "…" }.',
  ),
  'wrong-arguments': say(
    'La funzione «{function}» vuole {wanted} valori, qui sono {given}.',
    'The function “{function}” takes {wanted} values, here are {given}.',
  ),
  cycle: say(
    'Queste domande dipendono l’una dall’altra in cerchio: {path}.',
    'These questions depend on each other in a circle: {path}.',
  ),
  unbounded: say(
    'La risposta «{pointer}» non ha un limite di lunghezza.',
    'The answer “{pointer}” has no limit of length.',
  ),
  'band-without-end': say(
    'Solo l’ultima fascia può essere senza fine, e questa finisce a {to}.',
    'Only the last band may be without an end, and this one ends at {to}.',
  ),
  'bands-overlap': say('Le fasce si sovrappongono a {at}.', 'The bands overlap at {at}.'),
  'bands-gap': say(
    'Fra le fasce resta un vuoto, da {from} a {to}.',
    'Between the bands there is a gap, from {from} to {to}.',
  ),
};
