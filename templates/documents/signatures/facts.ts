// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TemplateFiles } from '../../contract.ts';

/** The sheet of signatures: no document of its own, sealing adds it to any act. */
export const signatures: TemplateFiles = { folder: 'signatures', file: 'signatures.hbs', partials: [] };
