// SPDX-License-Identifier: AGPL-3.0-or-later
// The structure as a whole, and how it hangs together with the pages: ISO 14289-1, 7.1; ISO 32000-1, 14.7.
import { PDFArray, PDFDict } from '@cantoo/pdf-lib';
import type { Breach, Rule } from '../contract.ts';
import type { Pdf } from '../pdf.ts';
import { standardTypes, type Tag } from '../tags.ts';

/** Which element holds a number of a page or form. */
function holders(pdf: Pdf): Map<PDFDict, Map<number, Tag[]>> {
  const found = new Map<PDFDict, Map<number, Tag[]>>();
  for (const tag of pdf.tags.all) {
    for (const { stream, mcid } of tag.held) {
      if (!stream) continue;
      const own = found.get(stream) ?? new Map<number, Tag[]>();
      found.set(stream, own);
      own.set(mcid, [...(own.get(mcid) ?? []), tag]);
    }
  }
  return found;
}

function* parentTree(pdf: Pdf): Generator<Breach> {
  const held = holders(pdf);
  const streams = new Map<PDFDict, number>();
  const marks = new Map<PDFDict, number[]>();
  for (const { stream, page, mcid } of pdf.content.marks) {
    streams.set(stream, page);
    const own = marks.get(stream);
    if (own) own.push(mcid);
    else marks.set(stream, [mcid]);
  }
  for (const [stream, page] of streams) {
    const key = pdf.number(stream, 'StructParents');
    const entry = key === undefined ? undefined : pdf.context.lookup(pdf.tags.parents.get(key));
    if (!(entry instanceof PDFArray)) {
      yield { page, what: `no entry for /StructParents ${key}` };
      continue;
    }
    for (const mcid of marks.get(stream) ?? []) {
      const said = pdf.asDict(entry.get(mcid));
      const real = held.get(stream)?.get(mcid)?.[0]?.dict;
      if (!said || (real && said !== real)) {
        yield { page, what: `entry ${key} leads MCID ${mcid} to ${said ? pdf.refOf(said) : 'nothing'}` };
        break;
      }
    }
  }
  for (const { page, dict } of pdf.annotations) {
    const key = pdf.number(dict, 'StructParent');
    const holder = pdf.tags.all.find((tag) => tag.objects.some((one) => pdf.context.lookup(one) === dict));
    if (!holder) continue;
    const said = key === undefined ? undefined : pdf.asDict(pdf.tags.parents.get(key));
    if (said !== holder.dict)
      yield { page, what: `annotation with /StructParent ${key} is led to another element` };
  }
}

export const rules: readonly Rule[] = [
  {
    id: 'tags-marked',
    clause: 'ISO 19005-2, 6.7.2.2; ISO 14289-1, 7.1',
    words: {
      it: 'Il documento non dichiara di avere una struttura.',
      en: 'The document does not declare to have a structure.',
    },
    *check(pdf) {
      if (!pdf.yes(pdf.dict(pdf.catalog, 'MarkInfo'), 'Marked'))
        yield { what: 'MarkInfo has no /Marked true' };
    },
  },
  {
    id: 'tags-suspects',
    clause: 'ISO 14289-1, 7.1',
    words: {
      it: 'La struttura del documento è indicata come incerta.',
      en: 'The structure of the document is said to be uncertain.',
    },
    *check(pdf) {
      if (pdf.yes(pdf.dict(pdf.catalog, 'MarkInfo'), 'Suspects')) yield { what: '/Suspects true' };
    },
  },
  {
    id: 'tags-missing',
    clause: 'ISO 19005-2, 6.7.3.3; ISO 14289-1, 7.1',
    words: {
      it: 'Il documento non ha struttura: chi usa un lettore di schermo non può leggerlo.',
      en: 'The document has no structure: with a screen reader it cannot be read.',
    },
    *check({ tags }) {
      if (!tags.root || tags.all.length === 0) yield { what: 'no /StructTreeRoot, or an empty one' };
    },
  },
  {
    id: 'role-unknown',
    clause: 'ISO 19005-2, 6.7.3.4; ISO 14289-1, 7.1 (02-001)',
    words: {
      it: 'Un elemento del documento è di un tipo che nessun lettore conosce.',
      en: 'An element of the document is of a type that no reader knows.',
    },
    *check({ tags }) {
      const seen = new Set<string>();
      for (const { type, role, page } of tags.all) {
        if (role !== '' || seen.has(type) || tags.roles.has(type)) continue;
        seen.add(type);
        yield { ...(page ? { page } : {}), what: `type ${type || 'missing'} is neither standard nor mapped` };
      }
    },
  },
  {
    id: 'role-circle',
    clause: 'ISO 19005-2, 6.7.3.4; ISO 14289-1, 7.1 (02-003)',
    words: {
      it: 'I tipi di elemento rimandano uno all’altro senza fine.',
      en: 'The types of elements lead to each other without end.',
    },
    *check({ tags }) {
      for (const type of tags.roles.keys()) {
        let at: string | undefined = type;
        for (let steps = 0; at !== undefined && steps <= tags.roles.size; steps += 1) at = tags.roles.get(at);
        if (at !== undefined) yield { what: `RoleMap: ${type} leads round in a circle` };
      }
    },
  },
  {
    id: 'role-standard',
    clause: 'ISO 19005-2, 6.7.3.4; ISO 14289-1, 7.1 (02-004)',
    words: {
      it: 'Un tipo di elemento noto è stato ridefinito.',
      en: 'A known type of element was defined anew.',
    },
    *check({ tags }) {
      for (const [type, to] of tags.roles)
        if (standardTypes.has(type) && type !== to)
          yield { what: `RoleMap: standard type ${type} is mapped to ${to}` };
    },
  },
  {
    id: 'tag-parent',
    clause: 'ISO 32000-1, 14.7.2; ISO 14289-1, 7.1',
    words: {
      it: 'La struttura del documento è rotta: una parte non sa a quale altra appartiene.',
      en: 'The structure of the document is broken: a part does not know which other it belongs to.',
    },
    *check(pdf) {
      for (const { dict, parent, type, page } of pdf.tags.all) {
        if (pdf.dict(dict, 'P') !== (parent?.dict ?? pdf.tags.root))
          yield { ...(page ? { page } : {}), what: `${type} ${pdf.refOf(dict)}: /P is not its parent` };
      }
    },
  },
  {
    id: 'parent-tree',
    clause: 'ISO 32000-1, 14.7.4.4; ISO 14289-1, 7.1',
    words: {
      it: 'La struttura del documento è rotta: dalla pagina non si arriva agli elementi.',
      en: 'The structure of the document is broken: the page does not lead to its elements.',
    },
    check: parentTree,
  },
  {
    id: 'mark-twice',
    clause: 'ISO 32000-1, 14.7.4.2; ISO 14289-1, 7.1',
    words: {
      it: 'Lo stesso pezzo di testo appartiene a due elementi: si leggerebbe due volte.',
      en: 'The same piece of text belongs to two elements: it would be read twice.',
    },
    *check(pdf) {
      const seen = new Map<PDFDict, Set<number>>();
      for (const { stream, mcid, page } of pdf.content.marks) {
        const own = seen.get(stream) ?? new Set<number>();
        seen.set(stream, own);
        if (own.has(mcid) && !pdf.content.markedForms.has(stream))
          yield { page, what: `MCID ${mcid} twice on the page` };
        own.add(mcid);
      }
      for (const [, numbers] of holders(pdf))
        for (const [mcid, tags] of numbers)
          if (tags.length > 1)
            yield {
              ...(tags[0]?.page ? { page: tags[0].page } : {}),
              what: `MCID ${mcid} held by ${tags.length} elements`,
            };
    },
  },
  {
    id: 'mark-unclaimed',
    clause: 'ISO 14289-1, 7.1 (01-005)',
    words: {
      it: 'Un pezzo di testo della pagina non è nella struttura: chi ascolta non lo sente.',
      en: 'A piece of text of the page is not in the structure: those who listen do not hear it.',
    },
    *check(pdf) {
      const held = holders(pdf);
      for (const { stream, mcid, tag, page } of pdf.content.marks)
        if (!held.get(stream)?.has(mcid)) yield { page, what: `${tag} MCID ${mcid}: no element holds it` };
    },
  },
  {
    id: 'mark-absent',
    clause: 'ISO 32000-1, 14.7.4.2',
    words: {
      it: 'La struttura parla di un testo che nella pagina non c’è.',
      en: 'The structure speaks of a text that is not on the page.',
    },
    *check(pdf) {
      const there = new Map<PDFDict, Set<number>>();
      for (const { stream, mcid } of pdf.content.marks)
        there.set(stream, (there.get(stream) ?? new Set()).add(mcid));
      for (const [stream, numbers] of holders(pdf))
        for (const [mcid, [tag]] of numbers)
          if (!there.get(stream)?.has(mcid))
            yield {
              ...(tag?.page ? { page: tag.page } : {}),
              what: `${tag?.type} holds MCID ${mcid}, which nothing bears`,
            };
    },
  },
  {
    id: 'form-drawn-twice',
    clause: 'ISO 14289-1, 7.20 (30-002)',
    words: {
      it: 'Un disegno con testo è usato due volte: il testo si leggerebbe una volta sola.',
      en: 'A drawing with text is used twice: the text would be read only once.',
    },
    *check({ content }) {
      for (const [, times] of content.markedForms)
        if (times > 1) yield { what: `form with MCIDs drawn ${times} times` };
    },
  },
];
