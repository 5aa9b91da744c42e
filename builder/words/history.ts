// SPDX-License-Identifier: AGPL-3.0-or-later
// What was done to a form.
import type { Pairs } from './contract.ts';

export const history = {
  'view.history': ['Cronologia', 'History'],
  'history.title': ['Che cosa è stato fatto', 'What was done'],
  'history.help': [
    'Ogni salvataggio, con chi e quando. Tornare a un momento è un passo come gli altri: si annulla.',
    'Every save, with who and when. Going back to a moment is a step like any other: it can be undone.',
  ],
  'history.none': [
    'Ancora niente: si comincia dal primo salvataggio.',
    'Nothing yet: it begins with the first save.',
  ],
  'history.made': ['Modulo creato', 'Form made'],
  'history.saved': ['Modulo salvato', 'Form saved'],
  'history.now': ['Adesso', 'Now'],
  'history.steps': ['e altri {count} passi', 'and {count} more steps'],
  'history.look': ['Guarda', 'Look'],
  'history.look-at': ['Guarda com’era il {when}', 'Look at it as it was on {when}'],
  'history.looked': ['Com’era il {when}', 'As it was on {when}'],
  'history.restore': ['Torna a com’era', 'Go back'],
  'history.restore-to': ['Torna a com’era il {when}', 'Go back to how it was on {when}'],
  'history.more': ['Mostra i precedenti', 'Show earlier ones'],
  'step.moment-restored': ['Riportato a com’era il {when}', 'Brought back to how it was on {when}'],
} as const satisfies Pairs;
