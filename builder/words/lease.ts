// SPDX-License-Identifier: AGPL-3.0-or-later
// Who works on a form now.
import type { Pairs } from './contract.ts';

export const lease = {
  'lease.held': ['Lo sta modificando {name} ({since}).', '{name} is changing it ({since}).'],
  'lease.own': [
    'Lo sta modificando lei in un’altra finestra ({since}).',
    'You are changing it in another window ({since}).',
  ],
  'lease.just-now': ['da meno di un minuto', 'for less than a minute'],
  'lease.one-minute': ['da 1 minuto', 'for 1 minute'],
  'lease.minutes': ['da {minutes} minuti', 'for {minutes} minutes'],
  'lease.read': ['Qui può guardare.', 'Here you can look.'],
  'lease.take': ['Prendi il controllo', 'Take over'],
  'lease.help': [
    'Di là lo si viene a sapere subito, e quello che è stato scritto viene salvato prima.',
    'The other window is told at once, and what was written there is saved first.',
  ],
  'lease.lost': ['{name} ha preso il controllo alle {time}.', '{name} took over at {time}.'],
  'lease.lost-own': [
    'Ha preso il controllo da un’altra finestra alle {time}.',
    'You took over in another window at {time}.',
  ],
  'lease.lost-saved': ['Quello che aveva scritto è salvato.', 'What you wrote is saved.'],
  'lease.lost-unsaved': [
    'Le ultime modifiche non sono ancora salvate: restano qui e in questo computer.',
    'The latest changes are not saved yet: they stay here and on this computer.',
  ],
  'lease.got': ['Adesso può modificare lei.', 'You can change it now.'],
} as const satisfies Pairs;
