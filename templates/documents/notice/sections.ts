// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Data } from '../../contract.ts';
import { blockOf } from '../../letter.ts';
import type { DocumentInput } from '../../input.ts';
import { words } from './words.ts';

/** Blocks of text that stand by themselves. */
export const texts = ['privacy_breve', 'privacy_versione'] as const;

/** Block of the district's text → its title; the order is that of the page. */
const parts = {
  privacy_titolare: words.controller,
  privacy_dpo: words.officer,
  privacy_finalita: words.purposes,
  privacy_dati: words.data,
  privacy_fonti: words.sources,
  privacy_destinatari: words.recipients,
  privacy_obbligo: words.duty,
  privacy_conservazione: words.retention,
  privacy_diritti: words.rights,
  privacy_reclamo: words.complaint,
  privacy_automatizzate: words.automated,
};

/** The full notice: what the district, or the measure, says under each title. */
export const sections = (input: DocumentInput): Data[] =>
  Object.entries(parts).flatMap(([key, title]): Data[] => {
    const said = blockOf(input, key)?.text;
    return said ? [{ title: title[input.language], text: said }] : [];
  });
