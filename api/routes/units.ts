import { z } from 'zod';
import { unitCode, listOf } from '../contracts/common.ts';
import * as contract from '../contracts/register.ts';
import { route, type Route } from '../http/route.ts';
import { readContacts, saveContacts } from '../use-cases/contacts.ts';
import { changeUnits } from '../use-cases/unit-changes.ts';
import { registerUnit, viewUnit } from '../use-cases/unit-register.ts';

const byUnit = z.strictObject({ unit: unitCode });

export const unitRoutes: readonly Route[] = [
  route({
    name: 'listUnits', tag: 'registers', method: 'get', path: '/units', action: 'unit.list', query: contract.unitsQuery, answer: listOf(contract.unit),
    summary: { vi: 'Danh mục đơn vị', en: 'The unit register' },
    handle: async ({ desk }, _caller, { query }) => ({ items: await desk.record.read.units.list(query) }),
  }),
  route({
    name: 'registerUnit', tag: 'registers', method: 'post', path: '/units', action: 'unit.write', key: true, status: 201, body: contract.unitRegistration, answer: contract.unit,
    summary: { vi: 'Thêm một đơn vị mới', en: 'Add a new unit' },
    handle: ({ desk }, caller, { body: { validFrom, source, ...unit } }) => registerUnit(desk, caller, { unit, validFrom, source }),
  }),
  route({
    name: 'changeUnits', tag: 'registers', method: 'post', path: '/units/changes', action: 'unit.write', key: true, body: contract.unitChange, answer: contract.unitsChanged,
    summary: { vi: 'Đổi tên, hợp nhất, chia tách hoặc kết thúc đơn vị từ một ngày', en: 'Rename, merge, split or close units from a day on' },
    handle: ({ desk }, caller, { body }) => changeUnits(desk, caller, body),
  }),
  route({
    name: 'readUnit', tag: 'registers', method: 'get', path: '/units/:unit', action: 'unit.list', params: byUnit, answer: contract.unitView,
    summary: { vi: 'Một đơn vị: lịch sử, đơn vị trực thuộc, đầu mối', en: 'One unit: history, units below it, contacts' },
    handle: ({ desk }, caller, { params }) => viewUnit(desk, caller, params.unit),
  }),
  route({
    name: 'readContacts', tag: 'registers', method: 'get', path: '/units/:unit/contacts', action: 'contact.read', scope: 'unit', params: byUnit, answer: listOf(contract.contact),
    summary: { vi: 'Đầu mối, dự phòng và lãnh đạo của đơn vị', en: 'A unit\'s focal point, deputy and leader' },
    handle: async ({ desk }, _caller, { params }) => ({ items: await readContacts(desk, params.unit) }),
  }),
  route({
    name: 'saveContacts', tag: 'registers', method: 'put', path: '/units/:unit/contacts', action: 'contact.write', scope: 'unit', params: byUnit, body: contract.newContacts, answer: listOf(contract.contact),
    summary: { vi: 'Ghi đầu mối của đơn vị', en: 'Write a unit\'s contacts' },
    handle: async ({ desk }, caller, { params, body }) => ({ items: await saveContacts(desk, caller, params.unit, body.contacts) }),
  }),
];
