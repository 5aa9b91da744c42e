// SPDX-License-Identifier: BSD-3-Clause
// What each operator is called and how it judges: words, documentation and tests. Pages that show a form do not load it.
import type { OperatorAbout } from '../engine/contract.ts';

const say = (it: string, en: string): { it: string; en: string } => ({ it, en });

/** By keyword. Samples are [value, operand]. */
export const operatorsAbout: { readonly [keyword: string]: OperatorAbout } = {
  const: { words: say('è {value}', 'is {value}'), denied: say('non è {value}', 'is not {value}'), samples: { yes: [['a', 'a'], [3, 3], [true, true]], no: [['a', 'b'], ['3', 3], [false, true], [null, false]] } },
  enum: { words: say('è uno fra {value}', 'is one of {value}'), denied: say('non è nessuno fra {value}', 'is none of {value}'), samples: { yes: [['a', ['a', 'b']], [2, [1, 2]]], no: [['c', ['a', 'b']], ['2', [1, 2]], [['a'], ['a']]] } },
  answered: { words: say('ha una risposta', 'is answered'), denied: say('non ha risposta', 'is not answered'), samples: { yes: [['x', true], [false, true], [{ declined: 'refused' }, true], [[], true]], no: [['x', false], [0, false]] } },
  minimum: { words: say('è almeno {value}', 'is at least {value}'), denied: say('è meno di {value}', 'is less than {value}'), samples: { yes: [[18, 18], [18.5, 18], ['testo', 18]], no: [[17, 18], [-1, 0]] } },
  maximum: { words: say('è al massimo {value}', 'is at most {value}'), denied: say('è più di {value}', 'is more than {value}'), samples: { yes: [[18, 18], [0, 18], [true, 0]], no: [[18.01, 18], [1, -1]] } },
  exclusiveMinimum: { words: say('è più di {value}', 'is more than {value}'), denied: say('è al massimo {value}', 'is at most {value}'), samples: { yes: [[19, 18], [0.1, 0], [null, 0]], no: [[18, 18], [-1, 0]] } },
  exclusiveMaximum: { words: say('è meno di {value}', 'is less than {value}'), denied: say('è almeno {value}', 'is at least {value}'), samples: { yes: [[17, 18], [-0.1, 0], [[], 0]], no: [[18, 18], [1, 0]] } },
  minLength: { words: say('ha almeno {value} caratteri', 'has at least {value} characters'), denied: say('ha meno di {value} caratteri', 'has less than {value} characters'), samples: { yes: [['abc', 3], ['', 0], ['😀😀', 2], [1, 9]], no: [['ab', 3], ['😀', 2]] } },
  maxLength: { words: say('ha al massimo {value} caratteri', 'has at most {value} characters'), denied: say('ha più di {value} caratteri', 'has more than {value} characters'), samples: { yes: [['abc', 3], ['😀', 1], [12345, 1]], no: [['abcd', 3], ['😀😀', 1]] } },
  minItems: { words: say('ha almeno {value} voci', 'has at least {value} items'), denied: say('ha meno di {value} voci', 'has less than {value} items'), samples: { yes: [[[1], 1], [[], 0], ['x', 3]], no: [[[], 1], [[1, 2], 3]] } },
  maxItems: { words: say('ha al massimo {value} voci', 'has at most {value} items'), denied: say('ha più di {value} voci', 'has more than {value} items'), samples: { yes: [[[1], 1], [[], 0], [{}, 0]], no: [[[1], 0], [[1, 2, 3], 2]] } },
  contains: { words: say('contiene {value}', 'contains {value}'), denied: say('non contiene {value}', 'does not contain {value}'), samples: { yes: [[['a', 'b'], { const: 'b' }], [[{ eta: 3 }], { properties: { eta: { type: 'integer', maximum: 5 } }, required: ['eta'] }], ['x', { const: 'b' }]], no: [[[], { const: 'b' }], [['a'], { const: 'b' }], [[{ eta: 9 }, {}], { properties: { eta: { type: 'integer', maximum: 5 } }, required: ['eta'] }]] } },
  type: { words: say('è di tipo {value}', 'is of type {value}'), denied: say('non è di tipo {value}', 'is not of type {value}'), samples: { yes: [[3, 'integer'], [3.5, 'number'], ['', 'string'], [false, 'boolean'], [[], 'array'], [{}, 'object'], [1e300, 'integer']], no: [[3.5, 'integer'], ['3', 'number'], [null, 'object'], [[], 'object'], [0, 'boolean'], ['x', 'toString']] } },
  not: { words: say('non è vero che {value}', 'it is not true that {value}'), denied: say('è vero che {value}', 'it is true that {value}'), samples: { yes: [['a', { const: 'b' }], [3, { type: 'string' }]], no: [['a', { const: 'a' }], [3, { type: 'integer', minimum: 1 }]] } },
  properties: { words: say('ha {value}', 'has {value}'), denied: say('non ha {value}', 'does not have {value}'), samples: { yes: [[{ eta: 3 }, { eta: { const: 3 } }], [{}, { eta: { const: 3 } }], ['x', { eta: { const: 3 } }], [{}, { constructor: { const: 3 } }]], no: [[{ eta: 4 }, { eta: { const: 3 } }]] } },
  required: { words: say('ha risposta a {value}', 'answers {value}'), denied: say('non ha risposta a {value}', 'does not answer {value}'), samples: { yes: [[{ eta: null }, ['eta']], ['x', ['eta']]], no: [[{}, ['eta']], [{}, ['constructor']]] } },
}; // prettier-ignore
