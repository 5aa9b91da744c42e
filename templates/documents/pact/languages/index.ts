// SPDX-License-Identifier: AGPL-3.0-or-later
import { ar } from './ar.ts';
import { bn } from './bn.ts';
import type { Sayings } from './contract.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ro } from './ro.ts';
import { sq } from './sq.ts';
import { uk } from './uk.ts';
import { ur } from './ur.ts';
import { zh } from './zh.ts';

/** Languages of the text beside the pact, one line each: a file of its words. */
export const languages: { readonly [language: string]: Sayings } = { ar, bn, en, es, fr, ro, sq, uk, ur, zh };
