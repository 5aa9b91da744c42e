// SPDX-License-Identifier: AGPL-3.0-or-later
// The first ten minutes with a pointer.
import { test } from 'node:test';
import { Pointing } from './builder/person.ts';
import { walk } from './builder/walk.ts';

test('an administrator who has never seen it publishes a working form, with a pointer', () =>
  walk((page) => Pointing.of(page)));
