// SPDX-License-Identifier: AGPL-3.0-or-later
// Every sentence of the builder, in Italian and English. `{name}` is replaced by a parameter; Lit escapes what it draws.

export type Language = 'it' | 'en';

const words = {
  // what was done: names of steps, for undo, redo and the live region
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

  // the list
  'list.title': ['Moduli del distretto', 'Forms of the district'],
  'list.intro': [
    'Domande, griglie e patti che gli operatori compilano. Una bozza non si vede finché non la pubblica.',
    'Forms, grids and pacts that staff fill in. Nobody sees a draft until you publish it.',
  ],
  'list.loading': ['Carico i moduli…', 'Loading forms…'],
  'list.empty': [
    'Non c’è ancora nessun modulo. Cominci da un modulo vuoto: bastano un titolo e la prima domanda.',
    'There is no form yet. Start from an empty one: a title and a first question are enough.',
  ],
  'list.new': ['Modulo vuoto', 'Empty form'],
  'list.new-about': [
    'Un titolo, poi le domande una dopo l’altra.',
    'A title, then one question after another.',
  ],
  'list.copy': ['Copia un modulo', 'Copy a form'],
  'list.copy-about': [
    'Parta da uno che c’è già: l’originale non cambia.',
    'Start from an existing one: the original does not change.',
  ],
  'list.which': ['Quale modulo', 'Which form'],
  'list.name': ['Titolo del nuovo modulo', 'Title of the new form'],
  'list.create': ['Crea il modulo', 'Create the form'],
  'list.make-copy': ['Crea la copia', 'Create the copy'],
  'list.need-title': [
    'Scriva un titolo: è come lo vedrà chi compila.',
    'Write a title: it is what people will see.',
  ],
  'list.existing': ['I moduli che ci sono', 'Existing forms'],
  'list.open': ['Apri', 'Open'],
  'list.changed-at': ['modificato il {date}', 'changed on {date}'],
  'list.search': ['Cerca tra i moduli', 'Search forms'],
  'list.none-found': ['Nessun modulo con queste parole.', 'No form with these words.'],
  'kind.form': ['Modulo', 'Form'],
  'kind.grid': ['Griglia', 'Grid'],
  'kind.pact': ['Patto', 'Pact'],
  'state.draft': ['Bozza', 'Draft'],
  'state.published': ['Pubblicato, versione {number}', 'Published, version {number}'],
  'state.changed': ['Modifiche non pubblicate', 'Unpublished changes'],
  'error.title': ['Non riesco a mostrare i moduli', 'The forms cannot be shown'],
  'error.retry': ['Riprova', 'Try again'],
  'copy-suffix': ['(copia)', '(copy)'],

  // the editor
  back: ['Tutti i moduli', 'All forms'],
  'title-of-form': ['Titolo del modulo', 'Title of the form'],
  undo: ['Annulla', 'Undo'],
  redo: ['Ripeti', 'Redo'],
  'undo-step': ['Annulla: {step}', 'Undo: {step}'],
  'redo-step': ['Ripeti: {step}', 'Redo: {step}'],
  publish: ['Pubblica', 'Publish'],
  problems: ['Problemi', 'Problems'],
  'problems-none': ['Nessun problema', 'No problems'],
  'problems-one': ['1 problema', '1 problem'],
  'problems-many': ['{count} problemi', '{count} problems'],
  'problems.error': [
    'Errori: da correggere prima di pubblicare',
    'Errors: to be put right before publishing',
  ],
  'problems.warning': ['Avvisi: li giudica lei', 'Warnings: for you to judge'],
  'problems.more': ['Mostra altri {count} come questo', 'Show {count} more like this'],
  'problem.error': ['Errore', 'Error'],
  'problem.warning': ['Avviso', 'Warning'],
  'problem.fix': ['Correggi: {fix}', 'Put right: {fix}'],
  'witness.answers': ['Con queste risposte:', 'With these answers:'],
  'witness.without-answers': ['Senza nessuna risposta', 'Without any answer'],
  'witness.declined': ['preferisce non rispondere', 'declined'],
  'witness.no-rows': ['nessuna riga', 'no row'],
  'witness.blank-row': ['riga vuota', 'blank row'],
  'witness.shown': ['«{title}» si vede.', '“{title}” is seen.'],
  'witness.hidden': ['«{title}» non si vede.', '“{title}” is not seen.'],
  'witness.required': ['«{title}» è obbligatoria.', '“{title}” is required.'],
  'witness.empty': ['«{title}» resta vuota.', '“{title}” stays empty.'],
  'witness.broken': ['«{title}» ha un errore.', '“{title}” has an error.'],
  'witness.outcome': ['vale la riga {row} degli esiti.', 'row {row} of the outcomes holds.'],
  'witness.no-outcome': ['nessun esito.', 'no outcome.'],
  'problem.go': ['Vai a «{title}»', 'Go to “{title}”'],
  'problem.form': ['Tutto il modulo', 'The whole form'],
  close: ['Chiudi', 'Close'],
  cancel: ['Non fare niente', 'Do nothing'],
  'draft-banner': [
    'Sta lavorando a una bozza: gli operatori usano ancora la versione {number}.',
    'You are working on a draft: staff still use version {number}.',
  ],
  'draft-banner-first': [
    'È una bozza: nessuno la vede finché non la pubblica.',
    'This is a draft: nobody sees it until you publish it.',
  ],
  'published-banner': [
    'La versione {number} è pubblicata. Quello che cambia da adesso resta in bozza finché non lo pubblica.',
    'Version {number} is published. What you change from now on stays a draft until you publish it.',
  ],
  'readonly-banner': [
    'Può guardare questo modulo; lo cambia chi ha il ruolo di amministratore dei moduli.',
    'You may look at this form; a form administrator changes it.',
  ],
  'area.canvas': ['Domande', 'Questions'],
  'area.panel': ['Impostazioni', 'Settings'],
  'area.preview': ['Anteprima', 'Preview'],
  'area.bar': ['Comandi del modulo', 'Form commands'],
  areas: ['Parti della schermata', 'Parts of the screen'],
  'keys.title': ['Tasti', 'Keys'],
  'keys.arrows': [
    'Passa da una domanda all’altra e alla riga che ne aggiunge',
    'Go from one question to the next, and to the line that adds one',
  ],
  'keys.escape': ['Torna alle domande', 'Back to the questions'],
  'keys.name-escape': ['Esc', 'Esc'],
  'keys.enter': ['Apre le impostazioni della domanda', 'Opens the question’s settings'],
  'keys.move': ['Sposta su o giù', 'Moves up or down'],
  'keys.delete': ['Elimina', 'Deletes'],
  'keys.undo': ['Annulla, ripete', 'Undoes, redoes'],
  'keys.f6': ['Passa alla parte seguente della schermata', 'Goes to the next part of the screen'],
  'keys.name-arrows': ['↑ ↓', '↑ ↓'],
  'keys.name-enter': ['Invio', 'Enter'],
  'keys.name-move': ['Alt + ↑ ↓', 'Alt + ↑ ↓'],
  'keys.name-delete': ['Canc', 'Delete'],
  'keys.name-undo': ['Ctrl + Z, Ctrl + Maiusc + Z', 'Ctrl + Z, Ctrl + Shift + Z'],
  'keys.name-f6': ['F6', 'F6'],

  // saving
  'save.saved': ['Salvato alle {time}', 'Saved at {time}'],
  'save.clean': ['Tutto salvato', 'All saved'],
  'save.waiting': ['Salvo…', 'Saving…'],
  'save.offline': ['Non salvato: riprovo da solo', 'Not saved: trying again'],
  'save.refused': ['Non salvato', 'Not saved'],
  'save.conflict': ['Non salvato: c’è un’altra versione', 'Not saved: there is another version'],
  'save.offline-help': [
    'Il server non risponde. Può continuare: le modifiche restano in questo computer e vengono salvate appena torna.',
    'The server does not answer. You can go on: changes stay on this computer and are saved as soon as it is back.',
  ],
  'save.signed-out-help': [
    'La sessione è finita. Le modifiche restano in questo computer: acceda di nuovo in un’altra scheda, poi salvo da solo.',
    'Your session has ended. Changes stay on this computer: sign in again in another tab, then they are saved.',
  ],
  'save.open-sign-in': ['Accedi in un’altra scheda', 'Sign in in another tab'],
  'conflict.title': ['Questo modulo è stato cambiato altrove', 'This form was changed elsewhere'],
  'conflict.text': [
    'Un’altra scheda o un’altra persona l’ha salvato dopo che lei l’ha aperto. Non ho sovrascritto niente: le sue modifiche sono ancora qui.',
    'Another tab or another person saved it after you opened it. Nothing was overwritten: your changes are still here.',
  ],
  'conflict.theirs': ['Carica l’altra versione', 'Load the other version'],
  'conflict.theirs-help': ['Le sue modifiche tornano con Annulla.', 'Undo brings your changes back.'],
  'conflict.mine': ['Tieni la mia come copia', 'Keep mine as a copy'],

  // the canvas
  'canvas.empty': ['Scriva la prima domanda e prema Invio.', 'Write the first question and press Enter.'],
  'canvas.empty-box': ['Ancora nessuna domanda qui.', 'No question here yet.'],
  'add.label': ['Aggiungi una domanda', 'Add a question'],
  'add.label-in': ['Aggiungi una domanda in «{title}»', 'Add a question in “{title}”'],
  'add.placeholder': ['Scriva la domanda e prema Invio', 'Write the question and press Enter'],
  'add.button': ['Aggiungi', 'Add'],
  'add.page': ['Aggiungi una pagina', 'Add a page'],
  'add.section': ['Aggiungi una sezione', 'Add a section'],
  'add.note': ['Aggiungi un testo', 'Add a text'],
  'new.page': ['Pagina {number}', 'Page {number}'],
  'new.section': ['Nuova sezione', 'New section'],
  'new.note': ['Testo da leggere', 'Text to read'],
  'canvas.pages': ['Pagine del modulo', 'Pages of the form'],
  'card.question': ['Domanda', 'Question'],
  'card.required': ['obbligatoria', 'required'],
  'card.page': ['Pagina', 'Page'],
  'card.section': ['Sezione', 'Section'],
  'card.note': ['Testo', 'Text'],
  'card.computed': ['calcolata', 'computed'],
  'card.more-options': ['e altre {count}', 'and {count} more'],
  'card.from-list': ['Scelte da un elenco', 'Choices from a list'],
  'card.shown-if': ['Si vede se {condition}', 'Shown if {condition}'],
  'card.shown-complex': ['Si vede secondo una condizione composta', 'Shown under a compound condition'],
  'card.drag': ['Trascina «{title}»', 'Drag “{title}”'],
  'do.up': ['Sposta su', 'Move up'],
  'do.down': ['Sposta giù', 'Move down'],
  'do.into': ['Sposta in…', 'Move to…'],
  'do.duplicate': ['Duplica', 'Duplicate'],
  'do.delete': ['Elimina', 'Delete'],
  'do.edit': ['Modifica', 'Edit'],
  'actions-of': ['Azioni su «{title}»', 'Actions on “{title}”'],
  'into.title': ['Dove va «{title}»?', 'Where does “{title}” go?'],
  'into.page': ['Pagina «{title}»', 'Page “{title}”'],
  'into.section': ['Sezione «{title}»', 'Section “{title}”'],
  'into.field': ['Dentro «{title}»', 'Inside “{title}”'],
  'delete.title': ['Eliminare «{title}»?', 'Delete “{title}”?'],
  'delete.plain': [
    'La domanda sparisce dalla bozza. Può tornare indietro con Annulla.',
    'The question leaves the draft. Undo brings it back.',
  ],
  'delete.box': ['Le domande che contiene restano.', 'The questions inside stay.'],
  'delete.inside': [
    'Con lei vanno via le {count} domande che contiene.',
    'The {count} questions inside go with it.',
  ],
  'delete.readers': ['Altre parti leggono questa risposta:', 'Other parts read this answer:'],
  'reader.x-show': [
    '«{title}»: la condizione sarà tolta e si vedrà sempre',
    '“{title}”: its condition goes, it will always be shown',
  ],
  'reader.x-require': [
    '«{title}»: la condizione per cui è obbligatoria sarà tolta',
    '“{title}”: the condition that makes it required goes',
  ],
  'reader.x-lock': [
    '«{title}»: la condizione per cui è bloccata sarà tolta',
    '“{title}”: the condition that locks it goes',
  ],
  'reader.gives': ['La pratica non riceverà più questo dato', 'The case will no longer receive this'],
  'reader.outcome': [
    'Il suggerimento dell’esito andrà corretto',
    'The suggested outcome will have to be put right',
  ],
  'reader.other': [
    '«{title}» andrà corretta: troverà la segnalazione tra i problemi',
    '“{title}” will have to be put right: it will be among the problems',
  ],
  'delete.yes': ['Elimina', 'Delete'],

  // the panel
  'panel.none': ['Scelga una domanda per vederne le impostazioni.', 'Choose a question to see its settings.'],
  'panel.question': ['Domanda', 'Question'],
  'panel.hint': ['Aiuto sotto la domanda', 'Help under the question'],
  'panel.hint-about': [
    'Una frase che spiega cosa scrivere. Facoltativa.',
    'A sentence that explains what to write. Optional.',
  ],
  'panel.required': ['Risposta obbligatoria', 'An answer is required'],
  'panel.type': ['Tipo di risposta', 'Type of answer'],
  'panel.change-type': ['Cambia il tipo', 'Change the type'],
  'panel.type-settings': ['Impostazioni di «{type}»', 'Settings of “{type}”'],
  'panel.options': ['Opzioni, una per riga', 'Options, one per line'],
  'panel.options-about': [
    'Può incollarle da un documento: punti e numeri iniziali vengono tolti.',
    'You can paste them from a document: bullets and numbers are taken off.',
  ],
  'panel.options-count': ['{count} opzioni', '{count} options'],
  'panel.options-one': ['Ci vuole almeno un’opzione.', 'At least one option is needed.'],
  'panel.options-list': [
    'Le opzioni vengono dall’elenco «{list}».',
    'The options come from the list “{list}”.',
  ],
  'panel.page': ['Titolo della pagina', 'Title of the page'],
  'panel.section': ['Titolo della sezione', 'Title of the section'],
  'panel.note': ['Testo', 'Text'],
  'panel.box-hint': ['Spiegazione sotto il titolo', 'Explanation under the title'],
  'panel.form': ['Titolo del modulo', 'Title of the form'],
  'panel.shared': [
    'Questa parte è usata in più punti del modulo: cambia dappertutto.',
    'This part is used in several places of the form: it changes everywhere.',
  ],
  'panel.computed': [
    'Questa risposta è calcolata dal modulo: chi compila la legge soltanto.',
    'This answer is computed by the form: people only read it.',
  ],
  'type.confirm-title': ['Cambiare il tipo in «{type}»?', 'Change the type to “{type}”?'],
  'type.confirm-text': ['Con il nuovo tipo si perde:', 'With the new type this is lost:'],
  'type.confirm-yes': ['Cambia il tipo', 'Change the type'],
  'lost.choices': ['le opzioni ({count})', 'the options ({count})'],
  'lost.children': ['le domande che contiene ({count})', 'the questions inside ({count})'],
  'lost.settings': ['le impostazioni del tipo di adesso', 'the settings of the present type'],
  'lost.formula': ['il calcolo della risposta', 'the computation of the answer'],
  'lost.checks': ['i controlli sulla risposta', 'the checks on the answer'],
  'lost.prefill': ['il valore già compilato', 'the prefilled value'],
  'lost.link': ['il rimando all’altro elenco', 'the link to the other list'],
  'lost.each': ['una riga per ogni riga dell’altro elenco', 'one row for each row of the other list'],
  'lost.points': ['i punteggi', 'the points'],
  'lost.readers': [
    'le condizioni che leggono la risposta andranno riviste: {names}',
    'conditions that read the answer must be looked at again: {names}',
  ],

  // conditions
  'condition.title': ['Quando si vede', 'When it is shown'],
  'condition.always': ['Si vede sempre.', 'It is always shown.'],
  'condition.add': ['Mostra solo se…', 'Show only if…'],
  'condition.show-if': ['Mostra se', 'Show if'],
  'condition.otherwise': ['altrimenti non si vede.', 'otherwise it is not shown.'],
  'condition.question': ['Domanda', 'Question'],
  'condition.choose': ['scelga una domanda', 'choose a question'],
  'condition.relation': ['Confronto', 'Comparison'],
  'condition.value': ['Valore', 'Value'],
  'condition.choose-value': ['scelga un valore', 'choose a value'],
  'condition.join': ['Come si uniscono', 'How they are joined'],
  'condition.all': ['e', 'and'],
  'condition.any': ['oppure', 'or'],
  'condition.more': ['Aggiungi un’altra condizione', 'Add another condition'],
  'condition.remove-one': ['Togli questa condizione', 'Remove this condition'],
  'condition.remove': ['Togli la condizione', 'Remove the condition'],
  'condition.unfinished': [
    'Completi la frase: finché manca una parte, la domanda si vede sempre.',
    'Complete the sentence: while a part is missing, the question is always shown.',
  ],
  'condition.none-to-read': [
    'Per una condizione serve prima un’altra domanda da leggere.',
    'A condition needs another question to read first.',
  ],
  'condition.complex': [
    'È una condizione composta: qui si legge, non si cambia.',
    'This is a compound condition: it can be read here, not changed.',
  ],
  'condition.wrong-value': [
    'Questo valore non va bene per la domanda scelta.',
    'This value does not suit the chosen question.',
  ],
  'then.title': ['Secondo la risposta', 'According to the answer'],
  'then.intro': ['Per ogni opzione può mostrare un’altra domanda.', 'Each option may show another question.'],
  'then.show': ['Se risponde «{option}», poi mostra…', 'If the answer is “{option}”, then show…'],
  'then.nothing': ['niente di più', 'nothing more'],
  'then.shows': ['mostra {names}', 'shows {names}'],
  'relation.is': ['è', 'is'],
  'relation.is-not': ['non è', 'is not'],
  'relation.at-least': ['è almeno', 'is at least'],
  'relation.at-most': ['è al massimo', 'is at most'],
  'relation.more-than': ['è più di', 'is more than'],
  'relation.less-than': ['è meno di', 'is less than'],
  'relation.includes': ['comprende', 'includes'],
  'relation.rows-at-least': ['ha un numero di voci di almeno', 'has a number of entries of at least'],
  'relation.rows-at-most': ['ha un numero di voci di al massimo', 'has a number of entries of at most'],
  'relation.answered': ['ha una risposta', 'has an answer'],
  'relation.not-answered': ['non ha risposta', 'has no answer'],
  yes: ['Sì', 'Yes'],
  no: ['No', 'No'],

  // the preview
  'preview.title': ['Come lo vede chi compila', 'As people will see it'],
  'preview.phone': ['Telefono', 'Phone'],
  'preview.desktop': ['Computer', 'Desktop'],
  'preview.width': ['Larghezza', 'Width'],
  'preview.restart': ['Ricomincia da capo', 'Start over'],
  'preview.empty': [
    'L’anteprima si riempie con la prima domanda.',
    'The preview fills with the first question.',
  ],
  'preview.broken': [
    'L’anteprima torna appena sono corretti gli errori tra i problemi.',
    'The preview comes back once the errors among the problems are put right.',
  ],

  // publishing
  'publish.title': ['Pubblica «{title}»', 'Publish “{title}”'],
  'publish.checking': ['Controllo il modulo…', 'Checking the form…'],
  'publish.first': [
    'È la prima pubblicazione: diventa la versione 1.',
    'This is the first publication: it becomes version 1.',
  ],
  'publish.next': [
    'Diventa la versione {number}. Le compilazioni già iniziate restano con la loro versione.',
    'It becomes version {number}. What was begun keeps its version.',
  ],
  'publish.changes': ['Che cosa cambia', 'What changes'],
  'publish.no-changes': [
    'Niente è cambiato dalla versione {number}.',
    'Nothing has changed since version {number}.',
  ],
  'publish.errors': [
    'Prima di pubblicare vanno corretti questi errori:',
    'These errors must be put right before publishing:',
  ],
  'publish.warnings': [
    'Avvisi, che non impediscono di pubblicare:',
    'Warnings, which do not prevent publishing:',
  ],
  'publish.note': ['Nota per i colleghi (facoltativa)', 'Note for colleagues (optional)'],
  'publish.yes': ['Pubblica adesso', 'Publish now'],
  'publish.working': ['Pubblico…', 'Publishing…'],
  'publish.done': ['Pubblicata la versione {number}', 'Version {number} is published'],
  'publish.done-text': [
    'Da adesso chi apre il modulo trova questa versione.',
    'From now on this is the version people find.',
  ],
  'publish.hash': ['Impronta della versione', 'Fingerprint of the version'],
  'publish.embed': [
    'Per mostrarlo in una pagina, incolli queste righe',
    'To show it in a page, paste these lines',
  ],
  'publish.inside': [
    'Si compila dalle pratiche. Per mostrarlo anche in una pagina pubblica, chi gestisce il programma lo apre al pubblico nella configurazione del distretto.',
    'It is filled in from the cases. To show it in a public page too, whoever runs the program opens it to the public in the district’s configuration.',
  ],
  'publish.copy': ['Copia', 'Copy'],
  'publish.copied': ['Copiato', 'Copied'],
  'publish.save-first': [
    'Le ultime modifiche non sono ancora salvate: riprovi tra un momento.',
    'The latest changes are not saved yet: try again in a moment.',
  ],
  'publish.done-close': ['Torna al modulo', 'Back to the form'],
} as const satisfies { readonly [key: string]: readonly [it: string, en: string] };

export type Word = keyof typeof words;
type Params = { readonly [name: string]: string | number };

/** The sentence for a key, its parameters in place; an unknown key comes back as itself. */
export function say(language: Language, key: string, params: Params = {}): string {
  const pair: readonly [string, string] | undefined = Object.hasOwn(words, key)
    ? words[key as Word]
    : undefined;
  const text = pair?.[language === 'en' ? 1 : 0] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : all,
  );
}

/** `say` for keys known to exist, in one language. */
export type Say = (key: Word, params?: Params) => string;

export const saying =
  (language: Language): Say =>
  (key, params) =>
    say(language, key, params);
