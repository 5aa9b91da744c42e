// SPDX-License-Identifier: AGPL-3.0-or-later
// Lists and contents: ISO 14289-1, 7.2 and 7.6.
import type { Rule } from '../contract.ts';
import { childrenOf, parentOf, type Tag } from '../tags.ts';

const at = ({ page }: Tag): { readonly page?: number } => (page ? { page } : {});
const inside: { readonly [role: string]: readonly string[] } = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};
const around: { readonly [role: string]: readonly string[] } = { LI: ['L'], LBody: ['LI'], TOCI: ['TOC'] };

export const rules: readonly Rule[] = [
  {
    id: 'list-parts',
    clause: 'ISO 14289-1, 7.6 (09-005)',
    words: {
      it: 'Un elenco contiene qualcosa che non è una voce, o una voce sta fuori da un elenco.',
      en: 'A list contains something that is no item, or an item stands outside a list.',
    },
    *check({ tags }) {
      for (const tag of tags.all) {
        if (tag.role.startsWith('TOC')) continue;
        const fits = inside[tag.role];
        const wrong = fits && childrenOf(tag).find(({ role }) => !fits.includes(role));
        if (wrong) yield { ...at(wrong), what: `${wrong.type} within ${tag.type}` };
        if (tag.role === 'LI' && tag.held.length > 0) yield { ...at(tag), what: 'text in LI outside LBody' };
        const holders = around[tag.role];
        const parent = parentOf(tag);
        if (holders && !holders.includes(parent?.role ?? ''))
          yield { ...at(tag), what: `${tag.type} within ${parent?.type ?? 'nothing'}` };
      }
    },
  },
  {
    id: 'contents-parts',
    clause: 'ISO 14289-1, 7.2 (09-006)',
    words: {
      it: 'Un indice contiene qualcosa che non è una voce dell’indice.',
      en: 'A table of contents contains something that is no entry of it.',
    },
    *check({ tags }) {
      for (const tag of tags.all) {
        const wrong =
          tag.role === 'TOC' && childrenOf(tag).find(({ role }) => !inside['TOC']?.includes(role));
        if (wrong) yield { ...at(wrong), what: `${wrong.type} within TOC` };
        if (tag.role === 'TOCI' && parentOf(tag)?.role !== 'TOC')
          yield { ...at(tag), what: 'TOCI outside TOC' };
      }
    },
  },
];
