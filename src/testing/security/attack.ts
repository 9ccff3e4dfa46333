import type { FastifyInstance, InjectOptions } from 'fastify'
import { act } from '../world-client.ts'
import type { Scene } from './scene.ts'

/** What an attacker sends. `by` is somebody with a valid account, or without one; left out, nobody at all. */
export interface Ask {
  readonly by?: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string | Buffer | object
}
export type Reply = Awaited<ReturnType<FastifyInstance['inject']>>

/** One attack and the refusal that it must get: the status, and the code where the answer carries one. */
export interface Attack {
  readonly name: string
  readonly wants: string
  readonly ask: (scene: Scene) => Ask | Promise<Ask>
  /** What must be so afterwards, where an answer alone proves nothing. */
  readonly holds?: (scene: Scene, reply: Reply) => Promise<void>
}

export const attack = (
  name: string,
  wants: string,
  ask: Attack['ask'],
  holds?: NonNullable<Attack['holds']>,
): Attack => ({ name, wants, ask, ...(holds ? { holds } : {}) })

/** A body that is posted by somebody. */
export const posting = (by: string, url: string, payload: object): Ask => ({
  by,
  method: 'POST',
  url,
  payload,
})

/** What is sent, whoever sends it. */
export type Make = (scene: Scene) => Omit<Ask, 'by'>
/** An address, or one with ids of the scene in it. */
export type Where = string | ((scene: Scene) => string)
const addressIn = (scene: Scene, where: Where): string => (typeof where === 'function' ? where(scene) : where)

export const get =
  (where: Where): Make =>
  (scene) => ({ url: addressIn(scene, where) })
/** A body with a request id of its own. */
export const post =
  (where: Where, body: object | ((scene: Scene) => object) = {}): Make =>
  (scene) => ({
    method: 'POST',
    url: addressIn(scene, where),
    payload: act(typeof body === 'function' ? body(scene) : body),
  })
/** The same, sent by somebody. */
export const sentBy =
  (by: string, make: Make): Attack['ask'] =>
  (scene) => ({ ...make(scene), by })

/** Sends what an attacker sends, as it is. */
export async function send(scene: Scene, ask: Ask): Promise<Reply> {
  const { by, method = 'GET', url, headers = {}, payload } = ask
  const own = by === undefined ? {} : await scene.headersOf(by)
  const request: InjectOptions = { method, url, headers: { ...own, ...headers } }
  if (payload !== undefined) request.payload = payload
  return scene.world.app.inject(request)
}

/** Status and code of an answer, as a table of attacks says them: `404 not_found`, `200`. */
export function said(reply: Reply): string {
  const isJson = String(reply.headers['content-type'] ?? '').includes('json')
  const body = isJson && reply.body ? (JSON.parse(reply.body) as { error?: { code?: string } }) : {}
  return [reply.statusCode, body.error?.code].filter((part) => part !== undefined).join(' ')
}
