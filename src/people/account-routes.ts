import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { SheetLanguage, sendSheet } from '../platform/sheet/send-sheet.ts'
import {
  AskPosters,
  CloseAccount,
  ClosedAccount,
  FindAccounts,
  FoundAccounts,
  PasswordReset,
  Posters,
} from './accounts.contract.ts'
import { closeAccount } from './close-account.ts'
import { accountSheet } from './export-accounts.ts'
import { listAccounts } from './list-accounts.ts'
import { postersOf } from './posters.ts'
import { resetPassword } from './sign-in/reset-password.ts'

const tags = ['people']
const ById = z.object({ id: z.uuid() })

/** Staff accounts and what an administrator does with them; the posters that staff print. */
export const accountRoutes: Routes = async (app) => {
  app.get(
    '/api/accounts',
    { schema: { tags, querystring: FindAccounts, response: { 200: FoundAccounts } } },
    (request) => listAccounts(request.ctx, request.query),
  )
  app.get(
    '/api/accounts/sheet',
    { schema: { tags, querystring: FindAccounts.extend({ language: SheetLanguage }) } },
    async (request, reply) => {
      const { language, ...asked } = request.query
      return sendSheet(reply, request.ctx, await accountSheet(request.ctx, asked, language))
    },
  )
  app.post(
    '/api/accounts/:id/reset-password',
    { schema: { tags, params: ById, response: { 200: PasswordReset } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return resetPassword(request.ctx, request.params.id)
    },
  )
  app.post(
    '/api/accounts/:id/close',
    { schema: { tags, params: ById, body: CloseAccount, response: { 200: ClosedAccount } } },
    (request) => closeAccount(request.ctx, request.params.id, request.body),
  )
  app.get(
    '/api/posters',
    { schema: { tags, querystring: AskPosters, response: { 200: Posters } } },
    (request) => postersOf(request.ctx, request.query),
  )
}
