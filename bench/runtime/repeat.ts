// SPDX-License-Identifier: AGPL-3.0-or-later

/** Rows of the long repeat, and questions in each. */
export const ROWS = 200;
export const FIELDS = 30;
