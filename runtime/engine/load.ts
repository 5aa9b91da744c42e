// SPDX-License-Identifier: BSD-3-Clause
import { loadFacts } from '../fields/load.ts';
import { functions } from '../functions/index.ts';
import { kinds } from '../kinds/index.ts';
import { operators } from '../operators/index.ts';
import type { Engine } from './contract.ts';
import { explain } from './explain.ts';
import * as filters from './filters.ts';
import { readings } from './formula.ts';
import * as nesting from './nesting.ts';
import { decide } from './outcome.ts';

/** The dictionaries together. `pattern`: how this side runs patterns; `types`: names of field types, all when left out. */
export async function loadEngine(pattern: Engine['pattern'], types?: Iterable<string>): Promise<Engine> {
  return {
    types: await loadFacts(types),
    functions: new Map(functions.map((each) => [each.name, each])),
    formulas: { decide, explain, readings },
    nesting,
    filters,
    operators: new Map(operators.map((each) => [each.keyword, each])),
    kinds: new Map(kinds.map((each) => [each.kind, each])),
    pattern,
  };
}
