// SPDX-License-Identifier: AGPL-3.0-or-later

/** Readers of what is for the file or for offices: whoever works on the case. */
export const readers: readonly string[] = ['case-manager'];
