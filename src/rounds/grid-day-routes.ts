import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'
import type { Routes } from '../platform/http/server.ts'
import { SheetLanguage, sendSheet } from '../platform/sheet/send-sheet.ts'
import { checkIn, takeBackCheckIn } from './check-in.ts'
import { Announced } from './contract.ts'
import {
  CheckedIn,
  CheckIn,
  FieldGridDays,
  GridDay,
  GridDayPage,
  GridDayQuery,
  GridDayRules,
  NextGridDay,
  SetGridDay,
  TakeBackCheckIn,
} from './grid-day.contract.ts'
import { gridDaySheet } from './grid-day-sheet.ts'
import { fieldGridDays, listGridDays, nextGridDay, readGridDay } from './grid-days.ts'
import { readGridDayRules, setGridDay } from './set-grid-day.ts'

/** 驻点日: the monthly day in the grid. */
export const gridDayRoutes: Routes = async (app) => {
  app.get('/api/grid-days/next', { schema: { response: { 200: NextGridDay } } }, async (request) =>
    nextGridDay(request.ctx),
  )
  app.get('/api/field/grid-days', { schema: { response: { 200: FieldGridDays } } }, async (request) =>
    fieldGridDays(request.ctx),
  )
  app.post(
    '/api/grid-days/check-ins',
    { schema: { body: CheckIn, response: { 201: CheckedIn } } },
    async (request, reply) => reply.code(201).send(await checkIn(request.ctx, request.body)),
  )
  app.post(
    '/api/grid-days/check-ins/:id/take-back',
    { schema: { params: z.object({ id: z.uuid() }), body: TakeBackCheckIn, response: { 200: Announced } } },
    async (request) => takeBackCheckIn(request.ctx, request.params.id, request.body),
  )
  app.get(
    '/api/grid-days',
    { schema: { querystring: GridDayQuery, response: { 200: GridDayPage } } },
    async (request) => listGridDays(request.ctx, request.query),
  )
  app.get(
    '/api/grid-days/sheet',
    {
      schema: {
        querystring: GridDayQuery.omit({ after: true, limit: true }).extend({ language: SheetLanguage }),
      },
    },
    async (request, reply) => sendSheet(reply, request.ctx, await gridDaySheet(request.ctx, request.query)),
  )
  app.get('/api/grid-days/rules', { schema: { response: { 200: GridDayRules } } }, async (request) =>
    readGridDayRules(request.ctx),
  )
  app.post(
    '/api/grid-days/rules',
    { schema: { body: SetGridDay, response: { 201: Announced } } },
    async (request, reply) => reply.code(201).send(await setGridDay(request.ctx, request.body)),
  )
  app.get(
    '/api/grid-days/:gridId/:day',
    {
      schema: {
        params: z.object({ gridId: z.uuid(), day: z.iso.date().refine(isCalendarDay) }),
        response: { 200: GridDay },
      },
    },
    async (request) => readGridDay(request.ctx, request.params.gridId, request.params.day),
  )
}
