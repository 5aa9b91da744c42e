// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables: ISO 14289-1, 7.2 and 7.5; ISO 32000-1, 14.8.4.3.4.
import { PDFArray, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { Breach, Rule } from '../contract.ts';
import { textOf, type Pdf } from '../pdf.ts';
import { attribute, childrenOf, parentOf, type Tag } from '../tags.ts';

const at = (tag: Tag): { readonly page?: number } => (tag.page ? { page: tag.page } : {});

const inside: { readonly [role: string]: readonly string[] } = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};
const around: { readonly [role: string]: readonly string[] } = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
};

interface Cell {
  readonly tag: Tag;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const rowsOf = (table: Tag): Tag[] =>
  childrenOf(table).flatMap((one) =>
    one.role === 'TR' ? [one] : childrenOf(one).filter(({ role }) => role === 'TR'),
  );

/** The cells where they stand, spans counted; each row's length. */
function grid(
  pdf: Pdf,
  table: Tag,
): { readonly cells: readonly Cell[]; readonly lengths: readonly number[]; readonly overlaps: boolean } {
  const taken: boolean[][] = [];
  const cells: Cell[] = [];
  let overlaps = false;
  const span = (tag: Tag, key: string): number => {
    const said = attribute(pdf, tag, key);
    return said instanceof PDFNumber ? Math.max(1, said.asNumber()) : 1;
  };
  const rows = rowsOf(table);
  rows.forEach((line, row) => {
    let column = 0;
    for (const tag of childrenOf(line)) {
      while (taken[row]?.[column]) column += 1;
      const [height, width] = [span(tag, 'RowSpan'), span(tag, 'ColSpan')];
      cells.push({ tag, row, column, rows: height, columns: width });
      for (let y = row; y < row + height; y += 1) {
        const own = (taken[y] ??= []);
        for (let x = column; x < column + width; x += 1) {
          if (own[x]) overlaps = true;
          own[x] = true;
        }
      }
      column += width;
    }
  });
  const lengths = taken.map((own) => own.filter(Boolean).length);
  return {
    cells,
    lengths: lengths.length > rows.length ? [...lengths.slice(0, rows.length), -1] : lengths,
    overlaps,
  };
}

const tables = (pdf: Pdf): Tag[] => pdf.tags.all.filter(({ role }) => role === 'Table');

function* wrongChildren(pdf: Pdf): Generator<Breach> {
  for (const tag of pdf.tags.all) {
    const fits = inside[tag.role];
    const wrong = fits && childrenOf(tag).find(({ role }) => !fits.includes(role));
    if (wrong) yield { ...at(wrong), what: `${wrong.type} within ${tag.type}` };
    const holders = around[tag.role];
    const parent = parentOf(tag);
    if (holders && !holders.includes(parent?.role ?? ''))
      yield { ...at(tag), what: `${tag.type} within ${parent?.type ?? 'nothing'}` };
    if (tag.role !== 'Table') continue;
    const kinds = childrenOf(tag).map(({ role }) => role);
    for (const one of ['THead', 'TFoot', 'Caption'])
      if (kinds.filter((role) => role === one).length > 1)
        yield { ...at(tag), what: `Table with two ${one}` };
    if ((kinds.includes('THead') || kinds.includes('TFoot')) && !kinds.includes('TBody'))
      yield { ...at(tag), what: 'Table with THead or TFoot and no TBody' };
    const caption = kinds.indexOf('Caption');
    if (caption > 0 && caption < kinds.length - 1)
      yield { ...at(tag), what: 'Caption neither first nor last in its Table' };
  }
}

const headersOf = (pdf: Pdf, tag: Tag): readonly string[] => {
  const said = attribute(pdf, tag, 'Headers');
  return said instanceof PDFArray ? said.asArray().map((one) => textOf(pdf.context.lookup(one)) ?? '') : [];
};

export const rules: readonly Rule[] = [
  {
    id: 'table-parts',
    clause: 'ISO 14289-1, 7.2 (09-004)',
    words: {
      it: 'Una tabella contiene qualcosa che non è una riga o una casella.',
      en: 'A table contains something that is no row and no cell.',
    },
    check: wrongChildren,
  },
  {
    id: 'table-irregular',
    clause: 'ISO 14289-1, 7.2 (09-004); ISO 32000-1, 14.8.4.3.4',
    words: {
      it: 'Le righe di una tabella non hanno tutte lo stesso numero di caselle: riempire le caselle vuote e controllare quelle unite.',
      en: 'The rows of a table have not all the same number of cells: fill empty cells and check the joined ones.',
    },
    *check(pdf) {
      for (const table of tables(pdf)) {
        const { lengths } = grid(pdf, table);
        if (new Set(lengths).size > 1)
          yield { ...at(table), what: `rows of ${[...new Set(lengths)].join(', ')} columns` };
      }
    },
  },
  {
    id: 'table-overlap',
    clause: 'ISO 14289-1, 7.2 (09-004)',
    words: {
      it: 'Due caselle di una tabella stanno nello stesso posto.',
      en: 'Two cells of a table stand in the same place.',
    },
    *check(pdf) {
      for (const table of tables(pdf))
        if (grid(pdf, table).overlaps) yield { ...at(table), what: 'cells intersect' };
    },
  },
  {
    id: 'table-headers',
    clause: 'ISO 14289-1, 7.5 (15-003)',
    words: {
      it: 'Di una casella di intestazione non si sa se vale per la riga o per la colonna: indicare scope.',
      en: 'It is not known whether a header cell is for its row or its column: give its scope.',
    },
    *check(pdf) {
      for (const table of tables(pdf)) {
        const { cells } = grid(pdf, table);
        const organised =
          cells.some(({ tag }) => tag.role === 'TD') &&
          cells.every(({ tag }) => tag.role !== 'TD' || headersOf(pdf, tag).length > 0);
        for (const { tag } of cells) {
          const scope = attribute(pdf, tag, 'Scope');
          const fits = scope instanceof PDFName && ['Row', 'Column', 'Both'].includes(scope.decodeText());
          if (tag.role === 'TH' && !fits && !(organised && pdf.text(tag.dict, 'ID')))
            yield { ...at(tag), what: `TH ${pdf.refOf(tag.dict)}: no /Scope` };
        }
      }
    },
  },
  {
    id: 'table-header-names',
    clause: 'ISO 14289-1, 7.5 (15-003)',
    words: {
      it: 'Una casella rimanda a un’intestazione che non c’è.',
      en: 'A cell refers to a header that is not there.',
    },
    *check(pdf) {
      const names = new Set(pdf.tags.all.flatMap(({ dict }) => pdf.text(dict, 'ID') ?? []));
      for (const tag of pdf.tags.all)
        for (const header of headersOf(pdf, tag))
          if (!names.has(header))
            yield { ...at(tag), what: `/Headers names ${header}, which is nobody’s /ID` };
    },
  },
  {
    id: 'table-without-headers',
    clause: 'ISO 14289-1, 7.5 (15-005)',
    words: {
      it: 'Una tabella non ha caselle di intestazione (th): chi ascolta non sa che cosa legge. Se non è una tabella di dati, usare dei paragrafi.',
      en: 'A table has no header cells (th): those who listen do not know what they hear. If it holds no data, use paragraphs.',
    },
    *check(pdf) {
      for (const table of tables(pdf)) {
        const { cells } = grid(pdf, table);
        if (cells.length > 1 && cells.every(({ tag }) => tag.role !== 'TH'))
          yield { ...at(table), what: `Table of ${cells.length} cells without TH` };
      }
    },
  },
  {
    id: 'id-twice',
    clause: 'ISO 32000-1, 14.7.2 (19-004)',
    words: {
      it: 'Due elementi del documento hanno lo stesso nome.',
      en: 'Two elements of the document have the same name.',
    },
    *check(pdf) {
      const seen = new Set<string>();
      for (const tag of pdf.tags.all) {
        const id = pdf.look(tag.dict, 'ID');
        const name = id instanceof PDFString ? id.asString() : textOf(id);
        if (name === undefined) continue;
        if (seen.has(name) && tag.role !== 'Note') yield { ...at(tag), what: `/ID ${name} twice` };
        seen.add(name);
      }
    },
  },
];
