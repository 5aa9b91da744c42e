// SPDX-License-Identifier: AGPL-3.0-or-later
// The sources of an import; the first that fits reads. A list, one line each.
import { jsonSchema } from './json-schema/source.ts';
import { patto } from './patto.ts';
import { text } from './text/source.ts';
import { xlsForm } from './xlsform/source.ts';
import type { Source } from './contract.ts';

export const sources: readonly Source[] = [xlsForm, patto, jsonSchema, text];
