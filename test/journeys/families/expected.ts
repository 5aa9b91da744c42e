// SPDX-License-Identifier: AGPL-3.0-or-later
// What each invented family comes to, one file a family.
import { c1 } from './c1.ts';
import { c2 } from './c2.ts';
import { c3 } from './c3.ts';
import { c4 } from './c4.ts';
import { c5 } from './c5.ts';
import { c6 } from './c6.ts';
import type { Expected } from './shape.ts';

export const expected: { readonly [family: string]: Expected } = { c1, c2, c3, c4, c5, c6 };
