// SPDX-License-Identifier: AGPL-3.0-or-later
// Headings: ISO 14289-1, 7.4.
import type { Rule } from '../contract.ts';
import type { Tag } from '../tags.ts';

const levelOf = ({ role }: Tag): number => Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
const at = ({ page }: Tag): { readonly page?: number } => (page ? { page } : {});

export const rules: readonly Rule[] = [
  {
    id: 'heading-first',
    clause: 'ISO 14289-1, 7.4.2 (14-002)',
    words: {
      it: 'Il primo titolo del documento deve essere di livello 1.',
      en: 'The first heading of the document must be of level 1.',
    },
    *check({ tags }) {
      const first = tags.all.find((tag) => levelOf(tag) > 0);
      if (first && levelOf(first) !== 1) yield { ...at(first), what: `first heading is ${first.role}` };
    },
  },
  {
    id: 'heading-jump',
    clause: 'ISO 14289-1, 7.4.2 (14-003)',
    words: {
      it: 'Un titolo salta un livello: dopo un titolo di livello 1 viene il 2, poi il 3.',
      en: 'A heading jumps a level: after a heading of level 1 comes 2, then 3.',
    },
    *check({ tags }) {
      let before = 0;
      for (const tag of tags.all) {
        const level = levelOf(tag);
        if (level === 0) continue;
        if (before > 0 && level > before + 1) yield { ...at(tag), what: `${tag.role} after H${before}` };
        before = level;
      }
    },
  },
  {
    id: 'heading-mixed',
    clause: 'ISO 14289-1, 7.4.4 (14-006, 14-007)',
    words: {
      it: 'Titoli con e senza livello sono mescolati.',
      en: 'Headings with and without level are mixed.',
    },
    *check({ tags }) {
      const plain = tags.all.filter(({ role }) => role === 'H');
      const [first] = plain;
      if (first && tags.all.some((tag) => levelOf(tag) > 0))
        yield { ...at(first), what: 'H beside H1 to H6' };
      for (const tag of tags.all)
        if (tag.kids.filter(({ role }) => role === 'H').length > 1)
          yield { ...at(tag), what: `two H within one ${tag.type}` };
    },
  },
];
