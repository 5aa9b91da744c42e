// SPDX-License-Identifier: AGPL-3.0-or-later
// Whom a part of a screen is for: what the server would refuse is not offered.
import type { Session } from '../../../runtime/elements/kit/session.ts';
import type { Role } from '../../../schemas/types.ts';

/** Who opens cases and takes up requests that came from a public page. */
export const opensCases: readonly Role[] = [
  'front-office',
  'back-office',
  'coordinator',
  'case-manager',
  'family-worker',
];
/** Who meets people before there is a case. */
export const meetsPeople: readonly Role[] = [...opensCases, 'meeting-registrar'];

export const isOne = (session: Session | undefined, roles: readonly string[]): boolean =>
  session?.account.roles.some((role) => roles.includes(role)) ?? false;
