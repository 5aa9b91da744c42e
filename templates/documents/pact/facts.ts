// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentKind } from '../../contract.ts';
import { pactData } from './data.ts';
import { pactSigners } from './signers.ts';

const partials = ['letterhead', 'people', 'objectives', 'calendar', 'verify', 'beside', 'changes'];

/** The pact between a household and the services. */
export const pact: DocumentKind = {
  kind: 'pact',
  words: { it: 'Patto', en: 'Pact' },
  prints: 'pact',
  versions: true,
  files: {
    family: { folder: 'pact', file: 'pact.hbs', partials },
    internal: { folder: 'pact', file: 'internal.hbs', partials: [...partials.slice(0, 4), 'changes'] },
  },
  view: pactData,
  signers: pactSigners,
};
