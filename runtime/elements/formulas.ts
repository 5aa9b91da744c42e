// SPDX-License-Identifier: BSD-3-Clause
// What a form needs once it works something out; fetched then.
export { explain } from '../engine/explain.ts';
export { readings } from '../engine/formula.ts';
export { functions } from '../functions/index.ts';
