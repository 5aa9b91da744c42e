// SPDX-License-Identifier: AGPL-3.0-or-later
// The commands of `npx patto`, one line each; `load` names the file of the same name.
import type { Words } from '../../runtime/problem.ts';
import { words } from './command.ts';

export const commands: { readonly [name: string]: Words } = {
  compile: words('scrive tutto ciò che dipende da un modulo', 'writes all that depends on a form'),
  types: words('scrive i tipi TypeScript delle risposte', 'writes the TypeScript types of the answers'),
  lint: words('controlla uno o più moduli', 'checks one or more forms'),
  init: words('prepara la cartella dei dati', 'prepares the data folder'),
  export: words('scrive un Ambito in una cartella', 'writes a district into a folder'),
  import: words('prende un Ambito da una cartella', 'takes a district from a folder'),
  user: words('crea o blocca una persona', 'creates or blocks an account'),
  verify: words('verifica un documento PDF', 'verifies a PDF document'),
  'verify-audit': words('verifica il registro degli accessi', 'verifies the audit log'),
};
