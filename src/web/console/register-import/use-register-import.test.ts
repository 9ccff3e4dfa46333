import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { sendRegister } from './use-register-import.ts'

const stops: (() => void)[] = []
afterEach(() => {
  vi.unstubAllGlobals()
  for (const stop of stops.splice(0)) stop()
})

/** A server that reads any file and answers so when the reading of before is given up. A browser knows its own address. */
async function dropping(status: number, code: string): Promise<void> {
  const server = createServer((request, reply) => {
    request.resume().on('end', () => {
      const isDrop = request.url?.endsWith('/old/drop')
      reply.writeHead(isDrop ? status : 201, { 'content-type': 'application/json' })
      reply.end(JSON.stringify(isDrop ? { error: { code, facts: {} } } : { id: 'new' }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stops.push(() => server.close())
  const own = fetch
  const { port } = server.address() as AddressInfo
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => own(`http://127.0.0.1:${port}${path}`, init))
}

const sent = { file: new File(['姓名'], 'a.csv'), insteadOf: 'old' }

test('a reading that was taken in meanwhile does not lose the new one', async () => {
  await dropping(409, 'import_not_ready')
  expect(await sendRegister(sent, 'run')).toEqual({ id: 'new' })
})

test('any other no is said', async () => {
  await dropping(403, 'not_permitted')
  await expect(sendRegister(sent, 'run')).rejects.toMatchObject({ code: 'not_permitted' })
})
