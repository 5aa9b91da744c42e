// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseReport, Report } from './contract.ts';
import { caseAccess } from './case-access.ts';
import { jobCentreList } from './job-centre-list.ts';
import { progress } from './progress/report.ts';
import { signatureRegister } from './signature-register.ts';
import { serviceGuide } from './service-guide.ts';
import { transcription } from './transcription.ts';

/** Documents of the district that the server can make: one line each. */
export const reports: readonly Report<never, unknown>[] = [jobCentreList, progress, serviceGuide, caseAccess];

/** Documents of one case that print no submission of it: one line each. */
export const caseReports: readonly CaseReport[] = [transcription, signatureRegister];
