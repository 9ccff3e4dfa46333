import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import * as actions from './action.contract.ts'
import { answerTask, callOffAction, endAction, eraseActionTexts } from './answer-action.ts'
import {
  addPerson,
  closeStation,
  colleaguesOf,
  copyWeek,
  endPerson,
  openStation,
  setRoster,
} from './keep-station.ts'
import { addTasks, openAction } from './open-action.ts'
import { actionPage, listActions } from './see-actions.ts'
import { listStations, stationPage } from './see-stations.ts'
import * as stations from './station.contract.ts'

const params = z.object({ id: z.uuid() })

/** Joint actions: opened, looked at, answered by each unit, ended with one result. */
export const stationActionRoutes: Routes = async (app) => {
  const done = { 200: actions.ActionReceipt }
  app.post(
    '/api/joint-actions',
    { schema: { body: actions.OpenAction, response: { 201: actions.OpenedAction } } },
    async (request, reply) => reply.code(201).send(await openAction(request.ctx, request.body)),
  )
  app.get(
    '/api/joint-actions',
    { schema: { querystring: actions.ActionQuery, response: { 200: actions.ActionPage } } },
    async (request) => listActions(request.ctx, request.query),
  )
  app.get(
    '/api/joint-actions/:id',
    { schema: { params, response: { 200: actions.Action } } },
    async (request) => actionPage(request.ctx, request.params.id),
  )
  app.post(
    '/api/joint-actions/:id/tasks',
    { schema: { params, body: actions.AddTasks, response: done } },
    async (request) => addTasks(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/joint-actions/:id/tasks/:taskId/answer',
    {
      schema: { params: params.extend({ taskId: z.uuid() }), body: actions.AnswerTask, response: done },
    },
    async (request) => answerTask(request.ctx, request.params, request.body),
  )
  app.post(
    '/api/joint-actions/:id/end',
    { schema: { params, body: actions.EndAction, response: done } },
    async (request) => endAction(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/joint-actions/:id/call-off',
    { schema: { params, body: actions.CallOffAction, response: done } },
    async (request) => callOffAction(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/joint-actions/:id/erase-texts',
    { schema: { params, body: actions.EraseActionTexts, response: done } },
    async (request) => eraseActionTexts(request.ctx, request.params.id, request.body),
  )
}

/** Enforcement stations: who serves, the roster, who is on duty. */
export const stationRoutes: Routes = async (app) => {
  const done = { 200: stations.StationReceipt }
  app.post(
    '/api/stations',
    { schema: { body: stations.OpenStation, response: { 201: stations.StationReceipt } } },
    async (request, reply) => reply.code(201).send(await openStation(request.ctx, request.body)),
  )
  app.get(
    '/api/stations',
    { schema: { querystring: stations.StationQuery, response: { 200: stations.StationPage } } },
    async (request) => listStations(request.ctx, request.query),
  )
  app.get(
    '/api/stations/colleagues',
    {
      schema: {
        querystring: z.strictObject({ unitId: z.uuid() }),
        response: { 200: stations.Colleagues },
      },
    },
    async (request) => colleaguesOf(request.ctx, request.query.unitId),
  )
  app.get(
    '/api/stations/:id',
    {
      schema: { params, querystring: stations.RosterQuery, response: { 200: stations.Station } },
    },
    async (request) => stationPage(request.ctx, request.params.id, request.query),
  )
  app.post(
    '/api/stations/:id/close',
    { schema: { params, body: stations.CloseStation, response: done } },
    async (request) => closeStation(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/stations/:id/people',
    { schema: { params, body: stations.AddPerson, response: done } },
    async (request) => addPerson(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/stations/:id/people/:personId/end',
    {
      schema: { params: params.extend({ personId: z.uuid() }), body: stations.EndPerson, response: done },
    },
    async (request) => endPerson(request.ctx, request.params, request.body),
  )
  app.post(
    '/api/stations/:id/roster',
    { schema: { params, body: stations.SetRoster, response: done } },
    async (request) => setRoster(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/stations/:id/copy-week',
    { schema: { params, body: stations.CopyWeek, response: { 200: stations.CopiedWeek } } },
    async (request) => copyWeek(request.ctx, request.params.id, request.body),
  )
}
