import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlanStore } from '../../plans/store.ts';
import { PlanFileError, type PlanProblem } from '../../plans/problems.ts';

/** The smallest register and plan that load; tests break one line of them at a time. */
export const smallRegister = `id: nho
name: Danh bạ nhỏ
units:
  - { code: ubnd, name: UBND tỉnh, level: province, group: lanh-dao, validFrom: 2019-01-01 }
  - { code: so-a, name: Sở A, level: department, group: so, parent: ubnd, validFrom: 2019-01-01 }
  - { code: so-cu, name: Sở cũ, level: department, group: so, parent: ubnd, validFrom: 2019-01-01, validTo: 2020-12-31, successors: [so-a] }
`;

export const smallPlan = `id: nho-2022
register: nho
title: Kế hoạch nhỏ
titleEn: Small plan
year: 2022
issuer: ubnd
issuerName: UBND tỉnh
level: province
roles:
  secretariat: so-a
  committee: ubnd
  approver: ubnd
  leadAppraiser: so-a
  appraisers: { technical: so-a, investment: so-a, recurrent: so-a, security: so-a }
units:
  - so-a
calendar:
  guidance: 2021-10-01
  draftsDue: 2021-10-29
  appraisalDue: 2021-11-30
  approvalDue: 2021-12-10
  periods:
    - { quarter: Q1, from: 2021-12-15, to: 2022-03-14, due: 2022-03-20 }
    - { quarter: Q2, from: 2022-03-15, to: 2022-06-14, due: 2022-06-20 }
  closing: 2022-12-31
targets:
  - id: ct-1
    code: e-documents
    clause: Mục 1
    quote: 97% văn bản dưới dạng điện tử
    name: Văn bản điện tử
    measure: ratio
    numerator: văn bản điện tử
    denominator: mọi văn bản
    comparator: at-least
    threshold: 97
    unit: "%"
    appliesTo: { levels: [department] }
    reportedBy: each
    dueYear: 2022
  - id: ct-2
    code: rank
    clause: Mục 2
    quote: nhóm 30 tỉnh
    name: Xếp hạng
    measure: rank
    comparator: at-most
    threshold: 30
    unit: thứ hạng
    appliesTo: { units: [so-a] }
    reportedBy: so-a
    dueYear: 2022
tasks:
  - { id: nv-1, clause: Mục 3, words: Việc một, lead: [so-a], start: 2022-01-01, due: 2022-12-31 }
results: []
responsibilities: []
legalGrounds: []
tables:
  - id: b-1
    kind: budget
    title: Bảng một
    clause: Phụ lục 1
    columns:
      - { key: name, label: Tên, kind: text }
      - { key: amount, label: Tiền, kind: money, unit: triệu đồng }
    rows:
      - { id: d-1, unit: so-a, cells: { name: Máy chủ, amount: 10 } }
      - { id: d-2, cells: { name: Đường truyền, amount: null } }
    statedTotals:
      - { column: amount, value: 10 }
`;

export type Change = readonly [from: string, to: string];

/** `text` with each `from` replaced once; a `from` that is not there is an error of the test itself. */
export function changed(text: string, ...changes: readonly Change[]): string {
  return changes.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`not in the small file: ${from}`);
    return result.replace(from, () => to);
  }, text);
}

/** A store over a fresh folder that holds the two small files. */
export function storeOf(plan: string, register: string = smallRegister): ReturnType<typeof createPlanStore> {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-plans-'));
  writeFileSync(join(folder, 'nho-2022.yaml'), plan);
  writeFileSync(join(folder, 'units-nho.yaml'), register);
  return createPlanStore(folder);
}

/** The problems that refuse the small plan after `changes`; fails when it loads. */
export function problemsAfter(...changes: readonly Change[]): readonly PlanProblem[] {
  return problemsOf(() => storeOf(changed(smallPlan, ...changes)).loadPlan('nho-2022'));
}

export function problemsOf(load: () => unknown): readonly PlanProblem[] {
  try {
    load();
  } catch (error) {
    if (error instanceof PlanFileError) return error.problems;
    throw error;
  }
  throw new Error('expected a PlanFileError, but the file loaded');
}

/** Line (from 1) of the first line of `text` that contains `part`. */
export function lineOf(text: string, part: string): number {
  return text.split('\n').findIndex((line) => line.includes(part)) + 1;
}
