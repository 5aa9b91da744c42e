// SPDX-License-Identifier: AGPL-3.0-or-later
// Publishing.
import type { Pairs } from './contract.ts';

export const publishing = {
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
  'publish.overtakes': [
    'La pubblicazione programmata viene tolta: vale questa.',
    'The planned publication is taken back: this one counts.',
  ],
  'publish.side-by-side': ['Vedi le differenze affiancate', 'See the differences side by side'],
  'publish.go-review': ['Vai alla revisione', 'Go to the review'],
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
} as const satisfies Pairs;
