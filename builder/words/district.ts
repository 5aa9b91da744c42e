// SPDX-License-Identifier: AGPL-3.0-or-later
// The district's own data.
import type { Pairs } from './contract.ts';

export const district = {
  'district.open': [
    'Dati dell’ambito: sedi, fasi, parametri, testi',
    'Data of the district: offices, phases, parameters, texts',
  ],
  'district.back': ['Tutti i moduli', 'All forms'],
  'district.intro': [
    'Quello che si salva qui vale subito per tutte le pratiche e i documenti nuovi. I documenti già emessi non cambiano.',
    'What is saved here holds at once for all cases and new documents. Documents already issued do not change.',
  ],
  'district.parts': ['Parti dei dati dell’ambito', 'Parts of the district’s data'],
  'district.save': ['Salva', 'Save'],
  'district.saving': ['Salvo…', 'Saving…'],
  'district.saved': ['Salvato.', 'Saved.'],
  'district.unsaved': ['Ci sono modifiche non salvate.', 'There are changes that are not saved.'],
  'district.undo': ['Annulla le modifiche', 'Undo the changes'],
  'district.reset': ['Torna ai dati iniziali', 'Back to the first data'],
  'district.incomplete': [
    'Completi le risposte segnate, poi salvi.',
    'Complete the marked answers, then save.',
  ],
  'district.save-first': ['Prima salvi o annulli le modifiche.', 'Save or undo the changes first.'],
  'district.conflict': [
    'Qualcun altro ha appena cambiato questi dati. Ricarichi la pagina: le sue modifiche sono ancora qui da copiare.',
    'Somebody else has just changed these data. Reload the page: your changes are still here to be copied.',
  ],
  'proposals.none': [
    'Nessuna proposta: nel patto si scrive tutto a mano.',
    'No proposals: everything in a pact is written by hand.',
  ],
  'proposals.add': ['Nuova proposta', 'New proposal'],
  'proposals.change': ['Cambia', 'Change'],
  'proposals.done': ['Chiudi', 'Close'],
  'proposals.copy': ['Duplica', 'Duplicate'],
  'proposals.remove': ['Elimina', 'Delete'],
  'proposals.up': ['Più su', 'Move up'],
  'proposals.down': ['Più giù', 'Move down'],
  'proposals.need': ['Bisogno, come si legge nel patto', 'Need, as the pact says it'],
  'proposals.need-hint': ['{nome} diventa il nome della persona.', '{nome} becomes the name of the person.'],
  'proposals.new-need': ['Nuovo bisogno', 'New need'],
  'proposals.form': ['Da quale modulo si capisce', 'Which form tells it'],
  'proposals.no-form': ['Si propone sempre', 'It is always proposed'],
  'proposals.each': ['Quante volte', 'How often'],
  'proposals.once': ['Una volta per la famiglia', 'Once for the household'],
  'proposals.per-row': ['Una per ogni voce di «{list}»', 'One for each entry of “{list}”'],
  'proposals.when': ['Si propone se', 'It is proposed if'],
  'proposals.where': ['Della voce, solo se', 'Of the entry, only if'],
  'proposals.when-begin': ['Si propone solo se…', 'It is proposed only if…'],
  'proposals.where-begin': ['Della voce, solo se…', 'Of the entry, only if…'],
  'proposals.always': ['Sempre.', 'Always.'],
  'proposals.if': ['Se {condition}.', 'If {condition}.'],
  'proposals.for-each': ['Per ogni voce di «{list}».', 'For each entry of “{list}”.'],
  'proposals.for-each-if': [
    'Per ogni voce di «{list}» se {condition}.',
    'For each entry of “{list}” if {condition}.',
  ],
  'proposals.as-written': [
    'La regola legge più moduli insieme: si cambia come testo.',
    'The rule reads several forms at once: it is changed as a text.',
  ],
  'proposals.a-rule': ['vale una regola scritta come testo', 'a rule written as a text holds'],
  'proposals.rule-wrong': [
    'Non è JSON: la regola resta quella di prima.',
    'This is no JSON: the rule stays as it was.',
  ],
  'proposals.adds': ['Propone: {what}.', 'Proposes: {what}.'],
  'proposals.rows': ['Che cosa si propone', 'What is proposed'],
  'proposals.filled': ['{list}, da sé si compila: {keys}', '{list}, filled in by itself: {keys}'],
  'proposals.missing-row': ['{id} (l’ambito non ce l’ha)', '{id} (the district has none)'],
  'proposals.incomplete': [
    'Ogni proposta ha un bisogno e almeno un obiettivo. Manca qualcosa in «{need}».',
    'Each proposal has a need and at least one objective. Something is missing in “{need}”.',
  ],
  'proposals.failed': ['Il modulo del patto non si può leggere.', 'The form of the pact cannot be read.'],
} satisfies Pairs;
