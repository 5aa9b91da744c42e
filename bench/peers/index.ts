// SPDX-License-Identifier: AGPL-3.0-or-later
// Other runtimes to stand beside: each a module of adapters/ that exports an `adapter` (../runtime/adapter.ts). Their
// packages are this folder's own (package.json): no part of Patto, installed when the bench is run with them.
// The adapters are bundled as they are and stand outside of the build: `npx tsc -p bench/peers` checks them where the packages are.

export interface Peer {
  /** file of adapters/, without .ts */
  readonly name: string;
  /** as the tables call it */
  readonly title: string;
}

export const peers: readonly Peer[] = [
  { name: 'surveyjs', title: 'SurveyJS' },
  { name: 'formio', title: 'form.io' },
  { name: 'form-js', title: 'form-js' },
  { name: 'json-forms', title: 'JSON Forms' },
  { name: 'rjsf', title: 'rjsf' },
];
