// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentKind } from './contract.ts';
import { pact } from './documents/pact/facts.ts';
import { summons } from './documents/summons/facts.ts';
import type { ReportKind } from './report.ts';

/** The kinds of document: one line each. */
export const documentKinds: readonly DocumentKind[] = [pact, summons];

/** The kinds of document of a district: one line each. */
export const reportKinds: readonly ReportKind[] = [];
