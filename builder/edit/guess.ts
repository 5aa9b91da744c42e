// SPDX-License-Identifier: AGPL-3.0-or-later
// Which type a question most likely wants, from its words. A guess that is wrong costs one choice in a menu.

/** In order: the first that fits decides. */
const hints: readonly (readonly [words: RegExp, type: string])[] = [
  [/\bcodic[ei] fiscal[ei]\b/, 'tax-code'],
  [/\biban\b/, 'iban'],
  [/\b(cap|codice (di avviamento )?postale)\b/, 'postcode'],
  [/\b(numero|protocollo)\b.*\bdsu\b|^dsu$/, 'dsu'],
  [/\b(telefon\w*|cellulare|recapito telefonico)\b/, 'phone'],
  [/\b(e-?mail|posta elettronica)\b|^pec$/, 'email'],
  [/^(chi (sono|fa parte)|elenc[ao]|componenti\b|i componenti\b|membri\b|elenco\b)/, 'repeat'],
  [
    /\b(data|giorno)\b.*\b(di|del|della|dell)\b|^(data|quando)\b|\bnat[oa] il\b|\bscadenza\b|\bdecorrenza\b/,
    'date',
  ],
  [
    /\b(euro|canone|importo|reddito|isee|costo|spesa|spese|stipendio|debit[oi]|affitto mensile|rata|contributo)\b|€/,
    'money',
  ],
  [/\b(quant[ie]|numero|n\.|età|eta'|anni di)\b/, 'integer'],
  [/\b(percentuale|metri|mq|peso|altezza|media)\b/, 'decimal'],
  [
    /\b(note|nota|descriv\w*|spieg\w*|motiv\w*|osservazion\w*|racconta\w*|annotazion\w*|relazione)\b/,
    'long-text',
  ],
];

/** Words that open a question answered with yes or no. */
const yesNo =
  /^(ha|hai|hanno|avete|è|e'|sei|siete|sono|vive|vivi|vivono|abita|abiti|lavora|lavori|possiede|possiedi|riceve|ricevi|percepisce|percepisci|frequenta|frequenti|può|puoi|vuole|vuoi|c'è|c’è|ci sono|si trova|sta|stai|esiste|esistono|risulta|risultano|desidera|necessita|accetta|acconsente|dichiara|conosce|usa|serve|servono|deve|devono)(?![\p{L}])/u;

/**
 * The name of the type to begin with; 'text' when the words say nothing, or when the type is not `known`.
 */
export function guessType(title: string, known: (type: string) => boolean): string {
  const words = title.trim().toLowerCase();
  const asksYesNo = words.endsWith('?') && yesNo.test(words);
  const [, type] = (asksYesNo ? undefined : hints.find(([pattern]) => pattern.test(words))) ?? [];
  const guess = asksYesNo ? 'yes-no' : (type ?? 'text');
  return known(guess) ? guess : 'text';
}
