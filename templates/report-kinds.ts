// SPDX-License-Identifier: AGPL-3.0-or-later
import { caseAccess } from './documents/case-access/facts.ts';
import { jobCentreList } from './documents/job-centre-list/facts.ts';
import { progress } from './documents/progress/facts.ts';
import { serviceGuide } from './documents/service-guide/facts.ts';
import { signatureRegister } from './documents/signature-register/facts.ts';
import { transcription } from './documents/transcription/facts.ts';
import type { ReportKind } from './report.ts';

/** The kinds of document of a district: one line each. */
export const reportKinds: readonly ReportKind[] = [jobCentreList, progress, serviceGuide, caseAccess];

/** Those of one case that print no submission of it: one line each. */
export const caseReportKinds: readonly ReportKind[] = [transcription, signatureRegister];
