// SPDX-License-Identifier: BSD-3-Clause
// Made by `npm run build` from definition.schema.json: a check without eval, for pages and server.

interface CheckError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: { readonly [name: string]: unknown };
  readonly message?: string;
}
declare const check: {
  (definition: unknown): boolean;
  errors: readonly CheckError[] | null;
};
export default check;
export type { CheckError };
