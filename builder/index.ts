// SPDX-License-Identifier: AGPL-3.0-or-later
// What the page /builder loads.
import './screen.ts';
