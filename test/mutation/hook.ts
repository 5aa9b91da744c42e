// SPDX-License-Identifier: AGPL-3.0-or-later
// Module hook: node:test is the collector.
type Next = (specifier: string, context: unknown) => Promise<unknown>;

export const resolve = (specifier: string, context: unknown, next: Next): Promise<unknown> =>
  specifier === 'node:test'
    ? Promise.resolve({ url: new URL('collector.js', import.meta.url).href, shortCircuit: true })
    : next(specifier, context);
