// SPDX-License-Identifier: AGPL-3.0-or-later
// The preview.
import type { Pairs } from './contract.ts';

export const preview = {
  'preview.title': ['Come lo vede chi compila', 'As people will see it'],
  'preview.phone': ['Telefono', 'Phone'],
  'preview.desktop': ['Computer', 'Desktop'],
  'preview.width': ['Larghezza', 'Width'],
  'preview.only': ['Solo questa domanda', 'This question only'],
  'preview.restart': ['Ricomincia da capo', 'Start over'],
  'preview.empty': [
    'L’anteprima si riempie con la prima domanda.',
    'The preview fills with the first question.',
  ],
  'preview.broken': [
    'L’anteprima torna appena sono corretti gli errori tra i problemi.',
    'The preview comes back once the errors among the problems are put right.',
  ],
  'preview.part': [
    'Il modulo è lungo: qui si vede la parte a cui sta lavorando.',
    'The form is long: this shows the part that you are working on.',
  ],
} as const satisfies Pairs;
