// SPDX-License-Identifier: BSD-3-Clause
import type { Rule } from './contract.ts';
import { always } from './rules/always.ts';
import { bands } from './rules/bands.ts';
import { choices } from './rules/choices.ts';
import { formulas } from './rules/formulas.ts';
import { later } from './rules/later.ts';
import { outcome } from './rules/outcome.ts';
import { pages } from './rules/pages.ts';
import { parts } from './rules/parts.ts';
import { privacy } from './rules/privacy.ts';
import { reading } from './rules/reading.ts';
import { required } from './rules/required.ts';
import { rules as ofRules } from './rules/rules.ts';
import { shown } from './rules/shown.ts';
import { translations } from './rules/translations.ts';
import { unused } from './rules/unused.ts';
import { values } from './rules/values.ts';
import { where } from './rules/where.ts';
import { wording } from './rules/wording.ts';

/** The rules of the analyzer, in the order in which their findings are told. */
export const rules: readonly Rule[] = [
  pages,
  shown,
  always,
  required,
  ofRules,
  choices,
  parts,
  outcome,
  bands,
  where,
  formulas,
  values,
  later,
  unused,
  privacy,
  wording,
  reading,
  translations,
];
