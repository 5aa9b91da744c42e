// SPDX-License-Identifier: AGPL-3.0-or-later
// A form to fill in by hand: printed, finished and gated like a document, in no register.
import { blankFormData, type BlankInput } from '../../templates/documents/blank-form/data.ts';
import { partsOf } from '../../templates/documents/blank-form/numbers.ts';
import { blankForm } from '../../templates/documents/blank-form/facts.ts';
import type { Printer } from '../printer.ts';
import { refuse } from '../problems.ts';
import type { Outcome } from '../storage/contract.ts';
import { page, produce, type Produced } from './issue.ts';
import { readTemplate } from './template-files.ts';

/** `at`: RFC 3339, when what it is made of was published. */
export async function printBlank(
  printer: Printer,
  input: BlankInput,
  at: string,
): Promise<Outcome<Produced>> {
  if (!partsOf(input.outline, input.role).some((part) => 'question' in part))
    return refuse('nothing-to-fill');
  const template = await readTemplate(blankForm);
  if (!template.ok) return template;
  const view = blankFormData(input);
  const { id } = input.outline.definition;
  return produce(printer, await page(template.value.text, view), {
    title: view.margin.title,
    language: input.language,
    code: `${id}@${input.number}`,
    issuedAt: at,
    seed: `blank ${id} ${input.number} ${input.hash} ${input.role} ${template.value.hash}`,
  });
}
