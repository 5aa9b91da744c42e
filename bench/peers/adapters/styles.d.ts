// SPDX-License-Identifier: AGPL-3.0-or-later
// Style sheets are bundled, nothing comes out of them.
declare module '*.css';
