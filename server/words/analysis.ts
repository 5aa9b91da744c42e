// SPDX-License-Identifier: AGPL-3.0-or-later
// What the analyzer (runtime/analysis/) finds in a definition, and what its fixes do. `{name}` is a parameter.
import type { Words } from '../../runtime/problem.ts';

const say = (it: string, en: string): Words => ({ it, en });

/** What is never seen, or always. */
const seeing: { readonly [code: string]: Words } = {
  'never-shown': say(
    '«{title}» non si vede mai: le parti della sua condizione si escludono.',
    '“{title}” is never seen: the parts of its condition exclude each other.',
  ),
  'contradicts-around': say(
    '«{title}» non si vede mai: la sua condizione contraddice quella di «{around}», in cui sta.',
    '“{title}” is never seen: its condition contradicts that of “{around}”, in which it stands.',
  ),
  'behind-never-shown': say(
    '«{title}» non si vede mai: dipende da «{question}», che non si vede mai.',
    '“{title}” is never seen: it depends on “{question}”, which is never seen.',
  ),
  'contradicts-question': say(
    '«{title}» non si vede mai: quando è visibile «{question}», la sua condizione non può valere.',
    '“{title}” is never seen: whenever “{question}” is seen, its condition cannot hold.',
  ),
  'always-holds': say(
    'Questa condizione vale con qualunque risposta: è come se non ci fosse.',
    'This condition holds whatever is answered: it might as well not be there.',
  ),
  'any-answer': say(
    'Questa condizione vale con qualunque risposta a «{question}»: chiede soltanto che ci sia una risposta.',
    'This condition holds for any answer to “{question}”: it only asks that there is one.',
  ),
  'part-never-holds': say(
    'L’alternativa {part} di questa condizione non può mai valere.',
    'Alternative {part} of this condition can never hold.',
  ),
  'part-twice': say(
    'La parte {part} di questa condizione è già scritta prima.',
    'Part {part} of this condition is written before already.',
  ),
  'reads-later': say(
    '«{title}» dipende da «{question}», che viene dopo: comparirebbe alle spalle di chi compila.',
    '“{title}” depends on “{question}”, which comes later: it would appear behind the back of whoever fills the form.',
  ),
  'page-reads-later': say(
    '«{title}» dipende da «{question}», che viene dopo (pagina «{on}»): chi compila dovrebbe tornare indietro.',
    '“{title}” depends on “{question}”, which comes later (page “{on}”): whoever fills the form would have to go back.',
  ),
};

/** What is required, locked, checked, chosen. */
const asking: { readonly [code: string]: Words } = {
  'require-never': say(
    '«{title}» non è mai obbligatoria: la condizione «Obbligatoria se» non può valere.',
    '“{title}” is never required: its condition “Required if” cannot hold.',
  ),
  'require-contradicts': say(
    '«{title}» non è mai obbligatoria: quando lo sarebbe, non si vede.',
    '“{title}” is never required: when it would be, it is not seen.',
  ),
  'require-always': say(
    '«{title}» è sempre obbligatoria quando si vede: la condizione non serve.',
    '“{title}” is always required when it is seen: the condition is not needed.',
  ),
  'lock-never': say(
    '«{title}» non è mai bloccata: la condizione «Sola lettura se» non può valere.',
    '“{title}” is never locked: its condition “Read-only if” cannot hold.',
  ),
  'required-but-locked': say(
    '«{title}» è obbligatoria ma in sola lettura, e niente la riempie: nessuno potrebbe inviare il modulo.',
    '“{title}” is required but read-only, and nothing fills it: nobody could send the form.',
  ),
  'rule-never-bites': say(
    'Nessuna risposta può violare la regola «{message}»: non controlla niente.',
    'No answer can break the rule “{message}”: it checks nothing.',
  ),
  'rule-always-broken': say(
    'Ogni risposta viola la regola «{message}».',
    'Every answer breaks the rule “{message}”.',
  ),
  'page-never-left': say(
    'Dalla pagina «{page}» non si può andare avanti: quel che è obbligatorio e le regole si escludono. {rules}',
    'The page “{page}” can never be left: what is required and the rules exclude each other. {rules}',
  ),
  'form-never-sent': say(
    'Il modulo non si può mai inviare: quel che è obbligatorio e le regole si escludono. {rules}',
    'The form can never be sent: what is required and the rules exclude each other. {rules}',
  ),
  'dead-choice': say(
    'Chi sceglie «{choice}» viola sempre una regola: «{message}».',
    'Whoever chooses “{choice}” always breaks a rule: “{message}”.',
  ),
  'exclusive-never': say(
    '«{choice}» sta da sola, ma se ne devono scegliere almeno {least}: non si può mai scegliere.',
    '“{choice}” stands alone, but at least {least} must be chosen: it can never be chosen.',
  ),
  'beside-never-opens': say(
    '«{question}» si apre accanto a «{choice}», ma la sua condizione dice altro: non si aprirebbe mai.',
    '“{question}” opens beside “{choice}”, but its condition says otherwise: it would never open.',
  ),
  'one-choice-only': say(
    'C’è una sola risposta possibile, «{choice}», ed è obbligatoria: non è una domanda.',
    'There is only one possible answer, “{choice}”, and it is required: this is no question.',
  ),
  'default-does-not-fit': say(
    'Il primo valore {value} non è una risposta valida a questa domanda.',
    'The first value {value} is no valid answer to this question.',
  ),
  'dates-crossed': say(
    'Il primo giorno ammesso ({from}) viene dopo l’ultimo ({to}): nessuna data andrebbe bene.',
    'The first day allowed ({from}) comes after the last ({to}): no date would fit.',
  ),
};

/** What is worked out. */
const working: { readonly [code: string]: Words } = {
  'outcome-row-never': say(
    'La riga {row} degli esiti («{gives}») non può mai valere.',
    'Row {row} of the outcomes (“{gives}”) can never hold.',
  ),
  'outcome-row-unreachable': say(
    'La riga {row} degli esiti («{gives}») non si raggiunge mai: quando vale, vale già la riga {first}.',
    'Row {row} of the outcomes (“{gives}”) is never reached: when it holds, row {first} holds before it.',
  ),
  'outcome-gap': say(
    'Ci sono risposte per cui nessuna riga degli esiti vale, e non è scritto che cosa dire allora.',
    'There are answers for which no row of the outcomes holds, and it is not written what to say then.',
  ),
  'band-never-reached': say(
    'Nessun punteggio arriva nella fascia «{band}»: i punti vanno da {least} a {most}.',
    'No score reaches the band “{band}”: points go from {least} to {most}.',
  ),
  'where-never': say(
    'Nessuna riga di «{rows}» passa questo filtro: «{title}» resta sempre vuota o zero.',
    'No row of “{rows}” passes this filter: “{title}” always stays empty or zero.',
  ),
  'divides-by-zero': say(
    '«{title}» divide per zero: non darà mai un valore.',
    '“{title}” divides by zero: it will never give a value.',
  ),
  'compares-with-itself': say(
    '«{title}» confronta un valore con sé stesso: il risultato è sempre uguale.',
    '“{title}” compares a value with itself: the result is always the same.',
  ),
  'not-a-number': say(
    '«{title}» fa un conto con «{question}», che non è un numero: non darà mai un valore.',
    '“{title}” calculates with “{question}”, which is no number: it will never give a value.',
  ),
  'value-never-there': say(
    '«{title}» fa un conto con «{question}», che non si vede mai: non darà mai un valore.',
    '“{title}” calculates with “{question}”, which is never seen: it will never give a value.',
  ),
  'unused-value': say(
    'Il valore di servizio «{title}» non è usato da niente in questo modulo.',
    'The working value “{title}” is used by nothing in this form.',
  ),
};

/** What is read, heard, translated, and by whom. */
const reading: { readonly [code: string]: Words } = {
  'hard-to-read': say(
    'Questo testo è difficile per molte famiglie: indice Gulpease {index}, conviene almeno {wanted}. Aiutano frasi più corte (la più lunga ha {words} parole) e parole più comuni.',
    'This text is hard for many families: Gulpease index {index}, better at least {wanted}. Shorter sentences (the longest has {words} words) and commoner words help.',
  ),
  'long-sentence': say(
    'C’è una frase di {words} parole: oltre {wanted} molte persone perdono il filo. Conviene farne due.',
    'There is a sentence of {words} words: beyond {wanted} many people lose the thread. Better make two of it.',
  ),
  'vague-link': say(
    'Il collegamento «{link}» non dice dove porta: chi ascolta la pagina sente solo queste parole.',
    'The link “{link}” does not say where it leads: whoever listens to the page hears only these words.',
  ),
  'by-sight-only': say(
    '«{words}»: chi non vede lo schermo non può seguire questa indicazione. Meglio il nome della domanda.',
    '“{words}”: whoever does not see the screen cannot follow this. Better the name of the question.',
  ),
  'title-in-capitals': say(
    'Il testo tutto in maiuscolo si legge male, e alcuni lettori vocali lo dicono lettera per lettera.',
    'Text all in capitals is hard to read, and some screen readers spell it letter by letter.',
  ),
  'title-too-long': say(
    'L’etichetta ha {count} caratteri, conviene al più {wanted}: il resto sta meglio nell’aiuto sotto la domanda.',
    'The label has {count} characters, better at most {wanted}: the rest belongs in the help below the question.',
  ),
  'same-title-twice': say(
    'Due domande vicine si chiamano «{title}»: chi le ascolta non le distingue.',
    'Two questions side by side are called “{title}”: whoever hears them cannot tell them apart.',
  ),
  'same-choice-title': say('Due risposte si chiamano «{choice}».', 'Two answers are called “{choice}”.'),
  'page-crowded': say(
    'La pagina «{page}» ha {count} domande: oltre {wanted} conviene dividerla.',
    'The page “{page}” has {count} questions: beyond {wanted} better divide it.',
  ),
  'missing-translations': say(
    'Mancano {count} traduzioni ({language}): {texts}',
    '{count} translations ({language}) are missing: {texts}',
  ),
  'missing-translation': say(
    'Manca la traduzione ({language}) di {texts}.',
    'The translation ({language}) of {texts} is missing.',
  ),
};

/** What may be asked, and who may read it. */
const privacy: { readonly [code: string]: Words } = {
  'sensitive-on-family-copy': say(
    '«{title}» è un dato delicato e finisce sulla copia per la famiglia, che può girare per casa e fuori.',
    '“{title}” is sensitive and is printed on the family’s copy, which others may see.',
  ),
  'no-purpose': say(
    '«{title}» chiede un dato particolare, e non è scritto per quale finalità e con quale base giuridica.',
    '“{title}” asks for special data, and it is not written for what purpose and on what legal basis.',
  ),
  'seems-sensitive': say(
    '«{title}» sembra chiedere un dato particolare, ma non è segnato come tale.',
    '“{title}” seems to ask for special data, but is not marked so.',
  ),
  'sensitive-to-all': say(
    '«{title}» è visibile a tutti i ruoli: un dato così conviene limitarlo a chi segue la famiglia.',
    '“{title}” is visible to every role: better keep such data to those who follow the family.',
  ),
};

/** What a fix does, as its button says. */
const fixes: { readonly [code: string]: Words } = {
  'fix-remove-condition': say('Togli la condizione', 'Remove the condition'),
  'fix-any-answer': say('Chiedi solo che ci sia una risposta', 'Only ask that there is an answer'),
  'fix-require-always': say('Rendila sempre obbligatoria', 'Make it always required'),
  'fix-unlock': say('Lascia che si possa rispondere', 'Let it be answered'),
  'fix-remove-rule': say('Togli la regola', 'Remove the rule'),
  'fix-remove-part': say('Togli questa parte', 'Remove this part'),
  'fix-remove-row': say('Togli la riga', 'Remove the row'),
  'fix-remove-limit': say('Togli il numero minimo', 'Remove the least number'),
  'fix-beside': say('Mostrala quando si sceglie «{choice}»', 'Show it when “{choice}” is chosen'),
  'fix-remove-default': say('Togli il primo valore', 'Remove the first value'),
  'fix-swap': say('Scambia i due limiti', 'Swap the two limits'),
  'fix-join-bands': say(
    'Fai finire ogni fascia dove comincia la successiva',
    'End each band where the next begins',
  ),
  'fix-remove': say('Toglila', 'Remove it'),
  'fix-type': say('Scrivi il tipo accanto alla prova', 'Write the type beside the test'),
  'fix-move-after': say('Spostala dopo «{question}»', 'Move it after “{question}”'),
  'fix-print-internal': say('Stampala solo sulla copia interna', 'Print it on the internal copy only'),
  'fix-sensitivity-health': say('Segnala come dato sulla salute', 'Mark it as health data'),
  'fix-sensitivity-judicial': say('Segnala come dato giudiziario', 'Mark it as judicial data'),
  'fix-sensitivity-violence': say('Segnala come dato su violenze', 'Mark it as data on violence'),
  'fix-plain-text': say('Tieni solo il testo', 'Keep the text only'),
};

export const analysisWords: { readonly [code: string]: Words } = {
  ...seeing,
  ...asking,
  ...working,
  ...reading,
  ...privacy,
  ...fixes,
};
