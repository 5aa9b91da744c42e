// SPDX-License-Identifier: AGPL-3.0-or-later
// People whose place must not be shown: what two joined cases, or another district, said of it, and until when it holds.
import type { Case, Definition } from '../schemas/types.ts';

type Protected = Pick<Case, 'protects'>;

/** no definition is called so */
const carried = '+joined';
/** of a case that comes from another district, where it was protected */
export const carriedProtection: Protected = { protects: { [carried]: true } };

export const isProtected = ({ protects = {} }: Protected): boolean => Object.values(protects).includes(true);

/** One case made of two: protected where either was, whatever was said last in the other. */
export const joinedProtection = <Joined extends Protected>(
  joined: Joined,
  ...both: readonly Protected[]
): Joined =>
  isProtected(joined) || !both.some(isProtected)
    ? joined
    : { ...joined, protects: { ...joined.protects, [carried]: true } };

/** What is asked anew after the joining is about these people as they are now: from then on it alone counts. */
export function askedAnew<Before extends Protected>(before: Before, { gives }: Definition): Before {
  if (gives?.protects === undefined || before.protects?.[carried] === undefined) return before;
  const { [carried]: _over, ...protects } = before.protects;
  return { ...before, protects };
}
