// SPDX-License-Identifier: BSD-3-Clause
// What a form needs of the engine and of field types: a type that is not among the commonest is fetched when a form
// names it.
import type { Definition } from '../../schemas/types.ts';
import type { Engine, Outline } from '../engine/contract.ts';
import { outlineFrom, type Program } from '../engine/program.ts';
import { operators } from '../operators/index.ts';
import { known, readCommon } from './early.ts';
import type * as Formulas from './formulas.ts';
import type { FieldInput } from './input.ts';
import type * as Lists from './lists.ts';
import type * as Nested from './nested.ts';
import type * as Rows from './row-labels.ts';

export interface Needs {
  /** field types by name; those that are at hand may be among them */
  readonly types: Iterable<string>;
  readonly formulas: boolean;
  readonly rows: boolean;
  readonly links: boolean;
  /** something is chosen from a list or register */
  readonly lists: boolean;
  /** there are answers to be written or read */
  readonly whole: boolean;
  /** it suggests an outcome, or gives points by bands: then it can tell how */
  readonly explains: boolean;
}

export interface Parts {
  readonly computed?: typeof Formulas | undefined;
  readonly lists?: typeof Lists | undefined;
  readonly nested?: typeof Nested | undefined;
  /** of forms that have rows or links to some */
  readonly rows?: typeof Rows | undefined;
  /** how an outcome comes about can be told */
  readonly explains: boolean;
}

export interface Equipment {
  /** of every type that the definition may use, by type name */
  readonly inputs: ReadonlyMap<string, FieldInput>;
  readonly engine: Engine;
  /** parts of the form that come with what it has */
  readonly parts: Parts;
}

/** Fetches what a form needs, all at once. */
export async function gather({
  types,
  formulas,
  rows,
  links,
  lists,
  whole,
  explains,
}: Needs): Promise<Equipment> {
  const missing = [...types].filter((name) => !known.has(name));
  // What a type nests that is not here yet is known once it is.
  const nests = [...types].some((name) => known.get(name)?.facts.nests ?? !known.has(name));
  const [computed, nested, choosing, called] = await Promise.all([
    formulas ? import('./formulas.ts') : undefined,
    nests ? import('./nested.ts') : undefined,
    lists ? import('./lists.ts') : undefined,
    rows ? import('./rows.ts') : links ? import('./row-labels.ts') : undefined,
    whole || formulas ? readCommon() : undefined,
    missing.length && import('./other-types.ts').then(({ fetchInputs }) => fetchInputs(missing)),
  ]);
  return {
    inputs: known,
    parts: { computed, lists: choosing, nested, rows: called, explains },
    engine: {
      types: new Map([...known].map(([name, input]) => [name, input.facts])),
      functions: new Map(computed?.functions.map((entry) => [entry.name, entry])),
      formulas: computed,
      nesting: nested,
      filters: choosing,
      operators: new Map(operators.map((entry) => [entry.keyword, entry])),
      kinds: new Map(),
      pattern: (source) => new RegExp(source, 'u'),
    },
  };
}

type Equipped = Equipment & { readonly outline: Outline };
/** of published forms that were shown here before, or are about to be */
const ready = new WeakMap<Program, Equipped>();

/**
 * A definition made ready. With its program it is only put together; without, it is walked here, which a page that
 * shows a published form never fetches. `whole`: there are answers already.
 */
export async function equip(
  definition: Definition,
  program: Program | undefined,
  whole: boolean,
): Promise<Equipped> {
  const before = program && ready.get(program);
  if (before) {
    if (whole) await readCommon();
    return before;
  }
  if (!program) {
    const { needsOf, walk } = await import('./unpublished.ts');
    const equipment = await gather(needsOf(definition));
    const outline = walk(definition, equipment.engine);
    // What its text did not tell: rows are called by their answers.
    const rows = outline.fields.some(({ type }) => type.nests === 'rows')
      ? await import('./rows.ts')
      : outline.fields.some(({ schema }) => schema['x-ref'])
        ? await import('./row-labels.ts')
        : undefined;
    return { ...equipment, parts: { ...equipment.parts, rows }, outline };
  }
  const { types, formulas = false } = program;
  const text = JSON.stringify(definition.schema);
  const equipment = await gather({
    types,
    formulas,
    rows: types.includes('repeat'),
    links: text.includes('"x-ref"'),
    lists: text.includes('"x-choices"'),
    explains: Boolean(definition.outcome) || text.includes('"x-bands"'),
    // Limits that are told from the start are written as answers are.
    whole: whole || text.includes('"limits":true'),
  });
  const equipped = { ...equipment, outline: outlineFrom(program, definition, equipment.engine) };
  ready.set(program, equipped);
  return equipped;
}
