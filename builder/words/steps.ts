// SPDX-License-Identifier: AGPL-3.0-or-later
// What was done: names of steps, for undo, redo and the live region.
import type { Pairs } from './contract.ts';

export const steps = {
  'step.added': ['Aggiunta la domanda «{title}»', 'Question “{title}” added'],
  'step.grid-added': [
    'Inserita la griglia «{title}»: {rows} voci, {levels} risposte',
    'Grid “{title}” inserted: {rows} items, {levels} answers',
  ],
  'step.pact-lists-added': [
    'Inseriti obiettivi, risultati e impegni',
    'Objectives, results and commitments inserted',
  ],
  'step.beside': ['«{title}» sta accanto alla precedente', '“{title}” stands beside the one before'],
  'step.alone': ['«{title}» sta su una riga da sola', '“{title}” stands on a line of its own'],
  'refused.already-beside': ['«{title}» è già in una riga', '“{title}” is in a row already'],
  'refused.not-beside': [
    '«{title}» ha bisogno di una riga tutta per sé',
    '“{title}” needs a line of its own',
  ],
  'refused.nothing-before': [
    'Prima di «{title}» non c’è una domanda da affiancare',
    'There is no question before “{title}” to stand beside',
  ],
  'refused.row-full': [
    'La riga è piena: quattro domande al massimo',
    'The row is full: four questions at most',
  ],
  'step.pasted': ['Incollate {count} domande', '{count} questions pasted'],
  'step.pasted-without': [
    'Incollate {count} domande. Senza le condizioni che leggono domande che qui non ci sono: {names}',
    '{count} questions pasted. Without the conditions that read questions which are not here: {names}',
  ],
  'step.cut': ['Tagliate {count} domande', '{count} questions cut'],
  'step.removed-several': ['Eliminate {count} domande', '{count} questions deleted'],
  'step.duplicated-several': ['Duplicate {count} domande', '{count} questions duplicated'],
  'step.moved-several': ['Spostate {count} domande', '{count} questions moved'],
  'step.required-several': ['{count} domande sono obbligatorie', '{count} questions are required'],
  'step.optional-several': ['{count} domande sono facoltative', '{count} questions are optional'],
  'step.added-lines': ['Aggiunte {count} domande', '{count} questions added'],
  'step.duplicated': ['Duplicata la domanda «{title}»', 'Question “{title}” duplicated'],
  'step.page-added': ['Aggiunta la pagina «{title}»', 'Page “{title}” added'],
  'step.section-added': ['Aggiunta la sezione «{title}»', 'Section “{title}” added'],
  'step.note-added': ['Aggiunto il testo «{title}»', 'Text “{title}” added'],
  'step.moved': [
    'Spostata «{title}»: posizione {position} di {total}',
    '“{title}” moved: position {position} of {total}',
  ],
  'step.removed': ['Eliminata la domanda «{title}»', 'Question “{title}” deleted'],
  'step.page-removed': [
    'Tolta la pagina «{title}», le domande restano',
    'Page “{title}” removed, its questions stay',
  ],
  'step.section-removed': [
    'Tolta la sezione «{title}», le domande restano',
    'Section “{title}” removed, its questions stay',
  ],
  'step.note-removed': ['Eliminato il testo «{title}»', 'Text “{title}” deleted'],
  'step.row-removed': ['Tolta la riga', 'Row removed'],
  'step.renamed': ['Cambiato il testo «{title}»', 'Wording “{title}” changed'],
  'step.fixed': ['Corretto: {fix}', 'Put right: {fix}'],
  'step.hint': ['Cambiato l’aiuto di «{title}»', 'Help of “{title}” changed'],
  'step.other-added': ['Aggiunto «Altro, specificare» a «{title}»', '“Other, please say” added to “{title}”'],
  'step.other-removed': [
    'Tolto «Altro, specificare» da «{title}»',
    '“Other, please say” taken from “{title}”',
  ],
  'step.not-asked': [
    'Cambiato come si può non rispondere a «{title}»',
    'Ways not to answer “{title}” changed',
  ],
  'step.required': ['«{title}» è obbligatoria', '“{title}” is required'],
  'step.optional': ['«{title}» è facoltativa', '“{title}” is optional'],
  'step.options': ['Cambiate le opzioni di «{title}»: {count}', 'Options of “{title}” changed: {count}'],
  'step.type': ['Cambiato il tipo di «{title}»', 'Type of “{title}” changed'],
  'step.settings': ['Cambiate le impostazioni di «{title}»', 'Settings of “{title}” changed'],
  'step.condition': ['Cambiata la condizione di «{title}»', 'Condition of “{title}” changed'],
  'step.condition-removed': ['Tolta la condizione di «{title}»', 'Condition of “{title}” removed'],
  'step.require': ['Cambiato quando «{title}» è obbligatoria', 'When “{title}” is required changed'],
  'step.require-removed': [
    'Tolta la condizione che rende obbligatoria «{title}»',
    'Condition that requires “{title}” removed',
  ],
  'step.lock': ['Cambiato quando «{title}» è bloccata', 'When “{title}” is locked changed'],
  'step.lock-removed': ['Tolto il blocco di «{title}»', 'Lock of “{title}” removed'],
  'step.check-added': ['Aggiunto un controllo a «{title}»', 'Check added to “{title}”'],
  'step.check': ['Cambiato un controllo di «{title}»', 'Check of “{title}” changed'],
  'step.check-removed': ['Tolto un controllo di «{title}»', 'Check of “{title}” removed'],
  'step.named-added': ['Aggiunta la condizione «{name}»', 'Condition “{name}” added'],
  'step.named': ['Cambiata la condizione «{name}»', 'Condition “{name}” changed'],
  'step.named-renamed': [
    'La condizione «{from}» ora si chiama «{name}»',
    'Condition “{from}” is now called “{name}”',
  ],
  'step.named-removed': [
    'Tolto il nome «{name}»: dove serviva c’è la sua condizione',
    'Name “{name}” removed: its condition stands where it was used',
  ],
  'step.outcome-added': ['Aggiunta la riga {number} degli esiti', 'Outcome row {number} added'],
  'step.outcome': ['Cambiata la riga {number} degli esiti', 'Outcome row {number} changed'],
  'step.outcome-moved': [
    'Riga degli esiti spostata al posto {number}',
    'Outcome row moved to place {number}',
  ],
  'step.outcome-removed': ['Tolta la riga {number} degli esiti', 'Outcome row {number} removed'],
  'step.outcome-otherwise': ['Cambiato l’esito negli altri casi', 'Outcome in all other cases changed'],
  'step.key': [
    '«{title}» ora si chiama {to} nei dati: chi la leggeva la legge ancora',
    '“{title}” is now called {to} in the data: who read it still reads it',
  ],
  'step.other-loaded': ['Caricata l’altra versione', 'The other version was loaded'],
  'step.restored': [
    'Ritrovate le modifiche che non erano state salvate',
    'Changes that had not been saved were found again',
  ],
  undone: ['Annullato: {step}', 'Undone: {step}'],
  redone: ['Ripetuto: {step}', 'Redone: {step}'],
  'nothing-to-undo': ['Non c’è altro da annullare', 'Nothing more to undo'],
  'nothing-to-redo': ['Non c’è altro da ripetere', 'Nothing more to redo'],
  'moved-in': ['{step}, in «{inside}»', '{step}, in “{inside}”'],
  'added-as': ['{step}. Tipo: {type}', '{step}. Type: {type}'],
  'at-the-end': ['«{title}» non può andare oltre', '“{title}” cannot go further'],
  'refused.fix-too-late': [
    'Nel frattempo questo punto è cambiato: fra un attimo il controllo si ripete.',
    'This place has changed meanwhile: it will be checked again in a moment.',
  ],
  'refused.named-of-a-row': [
    '«{name}» legge risposte di una riga: in un altro posto vorrebbe dire altro, perciò non può avere un nome.',
    '“{name}” reads answers of a row: elsewhere it would mean something else, so it cannot have a name.',
  ],
  'refused.key-taken': [
    'Il nome {to} è già di un’altra domanda dello stesso gruppo.',
    'The name {to} belongs to another question of the same group.',
  ],
  'refused.key-wrong': [
    'Il nome {to} non va bene: lettere minuscole senza accenti, cifre e trattino basso, con una lettera all’inizio.',
    'The name {to} does not do: lower-case letters without accents, digits and underscores, a letter first.',
  ],
  'refused.moves-away-from': [
    '«{title}» non si può spostare qui: la leggono {names}. Cambi prima quelle condizioni.',
    '“{title}” cannot move here: {names} read it. Change those conditions first.',
  ],
  'refused.moves-out-of-shared': [
    '«{title}» non si può spostare da qui: le stesse domande servono anche a {names}, che la perderebbe. La copi, invece.',
    '“{title}” cannot move from here: {names} has the same questions and would lose it. Copy it instead.',
  ],
  'refused.moves-into-circle': [
    '«{title}» non può stare qui: deciderebbe di sé stessa. «{other}» si vede secondo la sua risposta.',
    '“{title}” cannot stand here: it would decide about itself. “{other}” is shown by its answer.',
  ],
  'refused.box-of-rows': [
    '«{title}» contiene domande di una riga: può stare solo fra loro.',
    '“{title}” holds questions of a row: it can only stand among them.',
  ],
  'refused.loses-its-way': [
    '«{title}» non si può spostare qui: la sua condizione o la sua formula leggono risposte della stessa riga.',
    '“{title}” cannot move here: its condition or formula reads answers of the same row.',
  ],
} as const satisfies Pairs;
