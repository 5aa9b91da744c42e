// SPDX-License-Identifier: AGPL-3.0-or-later
import { matrix } from '../access.ts';

/** Readers of what is for the file or for offices: whoever works on the case, beside who issues it. */
export const readers: readonly string[] = ['case-manager'];

/** Who works on the text of a template sees questions, and answers of invented families: those of every role. */
export const everyRole: readonly string[] = Object.keys(matrix);
