// SPDX-License-Identifier: AGPL-3.0-or-later
import { Plain } from './plain.ts';

export const adapter = new Plain(true);
