// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const en: Sayings = {
  name: 'English',
  heading: 'The pact in English',
  binding: 'Only the Italian text is binding. This translation helps to understand it.',
  objective: 'Objective',
  result: 'Result',
  commitment: 'Commitment',
  meeting: 'Meeting',
  who: 'Who',
  by: 'By',
  signing: 'By signing we say that we have read the pact, understood it and agree.',
};
