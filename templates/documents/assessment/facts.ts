// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentKind } from '../../contract.ts';
import { assessmentView } from './data.ts';

/** Any grid as it was filled in, the times it was filled in side by side. For offices; nobody signs it. */
export const assessment: DocumentKind = {
  kind: 'assessment',
  words: { it: 'Stampa della valutazione', en: 'Printed assessment' },
  prints: 'grid',
  waves: true,
  files: {
    internal: { folder: 'assessment', file: 'assessment.hbs', partials: ['letterhead', 'verify'] },
  },
  view: assessmentView,
  signers: () => [],
};
