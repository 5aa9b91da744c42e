// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const fr: Sayings = {
  name: 'Français',
  heading: 'Le pacte en français',
  binding: 'Seul le texte italien fait foi. Cette traduction aide à le comprendre.',
  objective: 'Objectif',
  result: 'Résultat',
  commitment: 'Engagement',
  meeting: 'Rendez-vous',
  who: 'Qui',
  by: 'Échéance',
  signing:
    'En signant, nous disons que nous avons lu le pacte, que nous l’avons compris et que nous sommes d’accord.',
};
