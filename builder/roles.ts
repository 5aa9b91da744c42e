// SPDX-License-Identifier: AGPL-3.0-or-later

/** Roles with whose eyes a form is looked at: whoever works on cases, and the public. `role.<name>` are their words. */
export const roles = [
  'case-manager',
  'family-worker',
  'educator',
  'psychologist',
  'team-member',
  'coordinator',
  'front-office',
  'back-office',
  'public',
] as const;
