// SPDX-License-Identifier: AGPL-3.0-or-later
// What is painted: ISO 19005-2, 6.2.2; ISO 14289-1, 7.1.
import type { Rule } from '../contract.ts';

export const rules: readonly Rule[] = [
  {
    id: 'content-untagged',
    clause: 'ISO 14289-1, 7.1 (01-005)',
    words: {
      it: 'Una parte della pagina non esiste per chi ascolta: non è né testo né decorazione.',
      en: 'A part of the page does not exist for those who listen: it is neither text nor decoration.',
    },
    *check({ content }) {
      const seen = new Set<number>();
      for (const { page, op } of content.loose) {
        if (!seen.has(page)) yield { page, what: `${op} outside marked content` };
        seen.add(page);
      }
    },
  },
  {
    id: 'artifact-in-tagged',
    clause: 'ISO 14289-1, 7.1 (01-003)',
    words: {
      it: 'Una decorazione sta dentro un testo: chi ascolta perde il filo.',
      en: 'A decoration stands inside a text: those who listen lose the thread.',
    },
    *check({ content }) {
      for (const page of new Set(content.artifactInTagged))
        yield { page, what: 'Artifact inside tagged content' };
    },
  },
  {
    id: 'tagged-in-artifact',
    clause: 'ISO 14289-1, 7.1 (01-004)',
    words: {
      it: 'Un testo sta dentro una decorazione: chi ascolta non lo sente.',
      en: 'A text stands inside a decoration: those who listen do not hear it.',
    },
    *check({ content }) {
      for (const page of new Set(content.taggedInArtifact))
        yield { page, what: 'tagged content inside an Artifact' };
    },
  },
  {
    id: 'content-balance',
    clause: 'ISO 32000-1, 14.6; ISO 19005-2, 6.2.2',
    words: {
      it: 'La pagina è scritta male: una parte comincia e non finisce.',
      en: 'The page is badly written: a part begins and does not end.',
    },
    *check({ content }) {
      for (const one of content.unbalanced) yield one;
    },
  },
  {
    id: 'content-operator',
    clause: 'ISO 19005-2, 6.2.2',
    words: {
      it: 'La pagina contiene istruzioni che nessun lettore conosce.',
      en: 'The page holds instructions that no reader knows.',
    },
    *check({ content }) {
      for (const { page, op } of content.operators) yield { page, what: `operator ${op}` };
      for (const one of content.unreadable) yield one;
    },
  },
  {
    id: 'content-resource',
    clause: 'ISO 19005-2, 6.2.2',
    words: {
      it: 'La pagina usa un carattere o un’immagine che nel file non c’è.',
      en: 'The page uses a font or an image that is not in the file.',
    },
    *check({ content }) {
      for (const { page, what } of content.unnamed) yield { page, what: `resource ${what} is not defined` };
    },
  },
];
