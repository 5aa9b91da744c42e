// SPDX-License-Identifier: AGPL-3.0-or-later
import { ParseSpeeds } from '@cantoo/pdf-lib';

/** How files are read: left alone the library waits for a timer after every hundred objects, half of its reading time. */
export const atOnce = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest } as const;
