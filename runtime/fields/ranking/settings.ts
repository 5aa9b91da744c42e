// SPDX-License-Identifier: BSD-3-Clause
import { choiceListSettings } from '../choice-list-settings.ts';

export const settings = choiceListSettings('ranking');
