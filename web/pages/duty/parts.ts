import type { DutyPart } from './part.ts';
import { agencyPart } from './agency.ts';
import { appraisalPart } from './appraisal.ts';
import { filesPart } from './files.ts';
import { historyPart } from './history.ts';
import { progressPart } from './progress.ts';
import { secretariatPart } from './secretariat.ts';

/** The duty page from top to bottom. Where the thing stands; what the caller is to do with it; what has happened to it. */
export const dutyParts: readonly DutyPart[] = [progressPart, agencyPart, appraisalPart, secretariatPart, filesPart, historyPart];
