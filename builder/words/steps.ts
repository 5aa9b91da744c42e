// SPDX-License-Identifier: AGPL-3.0-or-later
// What was done: names of steps, for undo, redo and the live region.
import type { Pairs } from './contract.ts';

export const steps = {
  'step.added': ['Aggiunta la domanda «{title}»', 'Question “{title}” added'],
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
  'step.required': ['«{title}» è obbligatoria', '“{title}” is required'],
  'step.optional': ['«{title}» è facoltativa', '“{title}” is optional'],
  'step.options': ['Cambiate le opzioni di «{title}»: {count}', 'Options of “{title}” changed: {count}'],
  'step.type': ['Cambiato il tipo di «{title}»', 'Type of “{title}” changed'],
  'step.settings': ['Cambiate le impostazioni di «{title}»', 'Settings of “{title}” changed'],
  'step.condition': ['Cambiata la condizione di «{title}»', 'Condition of “{title}” changed'],
  'step.condition-removed': ['Tolta la condizione di «{title}»', 'Condition of “{title}” removed'],
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
  'refused.moves-away-from': [
    '«{title}» non si può spostare qui: la leggono {names}. Cambi prima quelle condizioni.',
    '“{title}” cannot move here: {names} read it. Change those conditions first.',
  ],
  'refused.loses-its-way': [
    '«{title}» non si può spostare qui: la sua condizione o la sua formula leggono risposte della stessa riga.',
    '“{title}” cannot move here: its condition or formula reads answers of the same row.',
  ],
} as const satisfies Pairs;
