// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TemplateFiles } from '../../contract.ts';

/** A form to fill in by hand: no document of the register, anyone may have one. */
export const blankForm: TemplateFiles = {
  folder: 'blank-form',
  file: 'blank-form.hbs',
  partials: ['letterhead', 'blank-answer'],
};
