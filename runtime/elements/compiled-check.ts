// SPDX-License-Identifier: BSD-3-Clause
// The check that publishing compiled for this version, fetched at the first attempt to send.
import type { Answers } from '../../schemas/types.ts';
import type { Problem } from '../problem.ts';

interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly missingProperty?: string };
}
type Validate = ((answers: Answers) => boolean) & { readonly errors?: readonly AjvError[] | null };

/** Keywords that only say that something inside does not fit. */
const echoes = new Set(['if', 'oneOf', 'anyOf', 'allOf', 'contains']);

export async function compiledProblems(address: string, answers: Answers): Promise<readonly Problem[]> {
  let validate: Validate;
  try {
    ({ default: validate } = (await import(address)) as { default: Validate });
  } catch {
    return [];
  }
  if (validate(answers)) return [];
  const errors = validate.errors ?? [];
  const telling = errors.filter(({ keyword }) => !echoes.has(keyword));
  return (telling.length ? telling : errors).map(({ instancePath, keyword, params }) => ({
    code: keyword === 'required' ? 'required' : 'not-valid',
    at: params.missingProperty ? `${instancePath}/${params.missingProperty}` : instancePath,
    params: {},
    level: 'error',
  }));
}
