// SPDX-License-Identifier: AGPL-3.0-or-later
import { screen } from './screen-cases.ts';

screen(2);
