// SPDX-License-Identifier: AGPL-3.0-or-later
// Why a definition cannot be published. `{name}` is a parameter.
import type { Words } from '../../runtime/problem.ts';
import { analysisWords } from './analysis.ts';
import { lintWords } from './lint.ts';

export { sayDifference } from './differences.ts';

const say = (it: string, en: string): Words => ({ it, en });

/** What is asked of any document before it is looked at as a definition. */
const document: { readonly [code: string]: Words } = {
  'document-too-large': say(
    'Il modulo è troppo grande: al massimo {limit} KB.',
    'The form is too large: at most {limit} KB.',
  ),
  'document-too-deep': say(
    'Il modulo ha più di {limit} livelli, uno dentro l’altro.',
    'The form has more than {limit} levels, one inside the other.',
  ),
  'reserved-key': say(
    '«{key}» è un nome riservato e non si può usare: ne va scelto un altro.',
    '“{key}” is a reserved name and cannot be used: choose another one.',
  ),
  'odd-character': say(
    'Questo testo contiene un carattere invisibile o non ammesso ({character}): va riscritto a mano.',
    'This text holds an invisible or forbidden character ({character}): please type it again.',
  ),
  'markup-in-text': say(
    'Questo testo contiene codice HTML: i testi si scrivono senza. Per dire «minore di» si lascia uno spazio dopo «<».',
    'This text holds HTML code: texts are written without. For “less than” leave a space after “<”.',
  ),
  'not-json-value': say(
    'Qui c’è un valore che non si può scrivere in JSON.',
    'Here is a value that JSON cannot hold.',
  ),
};

const grammar: { readonly [code: string]: Words } = {
  'other-grammar': say(
    'Il documento non è scritto nella grammatica dei moduli di Patto («$schema» dovrebbe essere {allowed}).',
    'The document is not written in Patto’s grammar of forms (“$schema” should be {allowed}).',
  ),
  'unknown-keyword': say(
    '«{keyword}» non fa parte della grammatica dei moduli in questo punto.',
    '“{keyword}” is not part of the grammar of forms at this place.',
  ),
  'missing-part': say('In questo punto manca «{part}».', '“{part}” is missing at this place.'),
  'bad-key': say(
    '«{key}» non può essere il nome di una voce: servono da 1 a 60 lettere minuscole senza accento, cifre o trattini bassi, a cominciare da una lettera.',
    '“{key}” cannot be the name of an item: use 1 to 60 lower-case letters without accents, digits or underscores, beginning with a letter.',
  ),
  'bad-id': say(
    '«{id}» non può essere l’identificativo di un modulo: servono da 1 a 60 lettere minuscole, cifre o trattini, a cominciare da una lettera.',
    '“{id}” cannot be the id of a form: use 1 to 60 lower-case letters, digits or hyphens, beginning with a letter.',
  ),
  'bad-name': say(
    '«{name}» non è un nome ammesso in questo punto.',
    '“{name}” is not a name allowed at this place.',
  ),
  'bad-pointer': say(
    '«{pointer}» non indica una risposta: si scrive /voce dall’inizio, ./voce dalla stessa riga, ../voce dalla riga intorno, case:/voce dalla pratica.',
    '“{pointer}” does not name an answer: write /item from the start, ./item from the same row, ../item from the row around, case:/item from the case.',
  ),
  'ref-outside': say(
    '«$ref» può rimandare solo a una parte di questo stesso modulo (#/$defs/…): «{ref}» è altrove.',
    '“$ref” may only lead to a part of this same form (#/$defs/…): “{ref}” is elsewhere.',
  ),
  'ref-nowhere': say(
    '«{ref}» rimanda a una parte che non c’è.',
    '“{ref}” leads to a part that is not there.',
  ),
  'ref-cycle': say(
    '«{ref}» rimanda a sé stesso: il modulo non avrebbe fine.',
    '“{ref}” leads back to itself: the form would have no end.',
  ),
  'not-one-of': say(
    '«{value}» non è ammesso in questo punto: si può scrivere {allowed}.',
    '“{value}” is not allowed at this place: it may be {allowed}.',
  ),
  'wrong-kind': say(
    'In questo punto serve un valore di tipo {wanted}.',
    'A value of type {wanted} is needed at this place.',
  ),
  'text-too-long': say(
    'Questo testo è troppo lungo: al massimo {limit} caratteri.',
    'This text is too long: at most {limit} characters.',
  ),
  'empty-part': say(
    'Questa parte è vuota: va completata o tolta.',
    'This part is empty: complete it or remove it.',
  ),
  'too-many-parts': say(
    'Qui ci sono troppe voci: al massimo {limit}.',
    'There are too many items here: at most {limit}.',
  ),
  'repeated-part': say('Qui la stessa voce compare due volte.', 'The same item appears twice here.'),
  'not-understood': say(
    'Questa parte non è scritta nella grammatica dei moduli.',
    'This part is not written in the grammar of forms.',
  ),
};

const extent: { readonly [code: string]: Words } = {
  'too-many-fields': say(
    'Il modulo ha {count} domande: il limite è {limit}. Conviene dividerlo in più moduli.',
    'The form has {count} questions: the limit is {limit}. Better split it into several forms.',
  ),
  'too-many-fields-here': say(
    'In questo gruppo ci sono {count} domande: il limite è {limit}.',
    'There are {count} questions in this group: the limit is {limit}.',
  ),
  'too-many-levels': say(
    'Le domande stanno una dentro l’altra per {count} livelli: il limite è {limit}.',
    'Questions stand {count} levels inside one another: the limit is {limit}.',
  ),
  'too-many-choices': say(
    'Questa domanda ha {count} opzioni: il limite è {limit}. Per elenchi più lunghi si usa un elenco del distretto.',
    'This question has {count} options: the limit is {limit}. Longer lists are lists of the district.',
  ),
  'condition-too-large': say(
    'La condizione «{name}» è troppo grande: scritte per esteso le condizioni che richiama, supera {limit} voci.',
    'The condition “{name}” is too large: with the conditions it uses written out it exceeds {limit} entries.',
  ),
  'conditions-too-large': say(
    'Le condizioni con un nome sono usate troppe volte: scritte per esteso superano {limit} voci.',
    'Named conditions are used too often: written out they exceed {limit} entries.',
  ),
  'too-slow': say(
    'L’esame del modulo richiede più di {seconds} secondi: è troppo complicato. Vanno semplificate le condizioni, le formule o le espressioni dei formati.',
    'Examining the form takes more than {seconds} seconds: it is too complicated. Simplify conditions, formulas or patterns.',
  ),
  'too-heavy': say(
    'Il modulo è troppo complicato per essere pubblicato: vanno ridotte le domande o le condizioni.',
    'The form is too complicated to be published: reduce its questions or conditions.',
  ),
};

const patterns: { readonly [code: string]: Words } = {
  'pattern-invalid': say(
    'L’espressione «{pattern}» non è scritta correttamente ({detail}).',
    'The pattern “{pattern}” is not well written ({detail}).',
  ),
  'pattern-unsupported': say(
    'L’espressione «{pattern}» usa una parte che qui non è ammessa ({detail}): niente sguardi avanti o indietro, richiami a gruppi, ripetizioni oltre 1000.',
    'The pattern “{pattern}” uses a part that is not allowed here ({detail}): no look-ahead or look-behind, no back-references, no repeats beyond 1000.',
  ),
  'pattern-slow': say(
    'L’espressione «{pattern}» può bloccare la pagina di chi compila: la parte «{part}» si può leggere in troppi modi.',
    'The pattern “{pattern}” can freeze the page of whoever fills the form: the part “{part}” can be read in too many ways.',
  ),
  'pattern-unsure': say(
    'Non è stato possibile verificare in tempo che l’espressione «{pattern}» sia sicura: va semplificata.',
    'It could not be shown in time that the pattern “{pattern}” is safe: simplify it.',
  ),
};

const publishing: { readonly [code: string]: Words } = {
  'not-publishable': say(
    'Il modulo non si può pubblicare: ci sono errori da correggere ({count}).',
    'The form cannot be published: there are errors to correct ({count}).',
  ),
  unchanged: say(
    'Nulla è cambiato rispetto alla versione {number}: non serve pubblicare di nuovo.',
    'Nothing differs from version {number}: there is no need to publish again.',
  ),
  'other-definition': say(
    'L’identificativo «{id}» è diverso da quello delle versioni precedenti («{previous}»).',
    'The id “{id}” differs from that of the versions before (“{previous}”).',
  ),
  'reserved-tag': say(
    'Il nome «{tag}» è riservato da HTML: il modulo ha bisogno di un altro identificativo.',
    'The name “{tag}” is reserved by HTML: the form needs another id.',
  ),
};

/** Sentences of all codes that examining and publishing give. */
export const publishingWords: { readonly [code: string]: Words } = {
  ...document,
  ...grammar,
  ...extent,
  ...patterns,
  ...publishing,
  ...lintWords,
  ...analysisWords,
};

/** What a file must be before it can be a document. */
export const fileWords: { readonly [code: string]: Words } = {
  'not-utf8': say('Il file non è codificato in UTF-8.', 'The file is not encoded in UTF-8.'),
  'not-json': say(
    'Il file non è JSON valido (riga {line}, colonna {column}).',
    'The file is not valid JSON (line {line}, column {column}).',
  ),
  'duplicate-key': say(
    'La voce «{key}» compare due volte nello stesso oggetto.',
    'The key “{key}” appears twice in the same object.',
  ),
};
