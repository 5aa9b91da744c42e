// SPDX-License-Identifier: AGPL-3.0-or-later
// The tests that judge mutants of the engine, as compiled; those that throw many dice come last.
const names = [
  'pointer', 'condition', 'formula', 'explain', 'walk', 'check', 'score', 'trace', 'answer-schema', 'folded', 'differences', 'migrate',
  'cases', 'lint-places', 'lint', 'settlement', 'promise', 'merge', 'program',
]; // prettier-ignore

export const testFiles = names.map((name) => `dist/test/runtime/engine/${name}.test.js`);

/** Tests that judge the other tests. */
export const leftOut = /^(definitions are varied|there are at least|the property test finds)/;
