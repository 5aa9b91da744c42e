// SPDX-License-Identifier: AGPL-3.0-or-later
// The first ten minutes by keyboard alone: not one pointer event.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Typing } from './builder/person.ts';
import { walk } from './builder/walk.ts';

test('an administrator who has never seen it publishes a working form, by keyboard', () =>
  walk(
    (page) => Typing.of(page),
    ({ keys }) => assert.deepEqual(keys.pointers, []),
  ));
