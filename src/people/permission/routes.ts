import type { Routes } from '../../platform/http/server.ts'
import { changePermissions } from './change-permissions.ts'
import {
  AskPermissionHistory,
  ChangedPermissions,
  ChangePermissions,
  PermissionHistory,
  Permissions,
} from './contract.ts'
import { permissionHistory, readPermissions } from './read-permissions.ts'

const tags = ['people']

/** The table of permission: read, changed, and what became of it. */
export const permissionRoutes: Routes = async (app) => {
  app.get('/api/permissions', { schema: { tags, response: { 200: Permissions } } }, (request) =>
    readPermissions(request.ctx),
  )
  app.post(
    '/api/permissions',
    { schema: { tags, body: ChangePermissions, response: { 200: ChangedPermissions } } },
    (request) => changePermissions(request.ctx, request.body),
  )
  app.get(
    '/api/permissions/history',
    { schema: { tags, querystring: AskPermissionHistory, response: { 200: PermissionHistory } } },
    (request) => permissionHistory(request.ctx, request.query),
  )
}
