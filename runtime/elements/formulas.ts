// SPDX-License-Identifier: BSD-3-Clause
// What a form needs once it works something out; fetched then.
import { chrome } from '../words/it-computed.ts';
import { learn } from '../words/index.ts';

export { explain } from '../engine/explain.ts';
export { decide } from '../engine/outcome.ts';
export { readings } from '../engine/formula.ts';
export { functions } from '../functions/index.ts';

export { draw } from './computed.ts';
export { computedSheet } from './css-computed.ts';

learn({ chrome });
