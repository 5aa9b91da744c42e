// SPDX-License-Identifier: AGPL-3.0-or-later
// Texts of what a partner of the project reads, Italian and English.
const it = {
  title: 'Quello che la riguarda',
  hint: 'Del patto delle famiglie che le sono affidate legge solo la sua parte. Ogni lettura resta scritta.',
  loading: 'Un momento…',
  retry: 'Riprova',
  none: 'Nessuna famiglia le è affidata. Per un bambino che segue, chieda al servizio sociale.',
  nothing: 'Adesso nel patto in vigore non c’è niente che la riguardi.',
  case: 'Pratica',
  runs: 'Il patto vale',
  from: 'dal',
  to: 'al',
  call: 'Chi chiamare',
  nobody: 'Il servizio sociale del comune',
  of: 'Per',
} as const;

export type SharedWords = { readonly [key in keyof typeof it]: string };
const en: SharedWords = {
  title: 'What concerns you',
  hint: 'Of the pact of the families that you were given you read your part alone. Every reading is written down.',
  loading: 'One moment…',
  retry: 'Try again',
  none: 'You were given no family. For a child whom you follow, ask the social service.',
  nothing: 'Nothing in the pact in force concerns you now.',
  case: 'Case',
  runs: 'The pact runs',
  from: 'from',
  to: 'to',
  call: 'Whom to call',
  nobody: 'The social service of the comune',
  of: 'For',
};
export const sharedWords = (locale: string): SharedWords => (locale === 'en' ? en : it);
