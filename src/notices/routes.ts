import type { Routes } from '../platform/http/server.ts'
import { NoticePage, NoticeQuery, ReadNotices, Unread } from './contract.ts'
import { listNotices } from './list-notices.ts'
import { readNotices } from './read-notices.ts'

const tags = ['notices']

export const noticeRoutes: Routes = async (app) => {
  app.get(
    '/api/notices',
    { schema: { tags, querystring: NoticeQuery, response: { 200: NoticePage } } },
    (request) => listNotices(request.ctx, request.query),
  )
  app.post(
    '/api/notices/read',
    { schema: { tags, body: ReadNotices, response: { 200: Unread } } },
    (request) => readNotices(request.ctx, request.body),
  )
}
