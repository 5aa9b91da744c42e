// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';
import { constant } from './const.ts';
import { oneOf } from './enum.ts';
import { answered } from './answered.ts';
import { minimum } from './minimum.ts';
import { maximum } from './maximum.ts';
import { exclusiveMinimum } from './exclusive-minimum.ts';
import { exclusiveMaximum } from './exclusive-maximum.ts';
import { minLength } from './min-length.ts';
import { maxLength } from './max-length.ts';
import { minItems } from './min-items.ts';
import { maxItems } from './max-items.ts';
import { contains } from './contains.ts';
import { type } from './type.ts';
import { not } from './not.ts';
import { properties } from './properties.ts';
import { required } from './required.ts';

/** The keywords of tests, in the order in which the builder offers them. */
export const operators: readonly Operator[] = [
  constant,
  oneOf,
  answered,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  minLength,
  maxLength,
  minItems,
  maxItems,
  contains,
  type,
  not,
  properties,
  required,
];
