import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clusterFolderOf } from '../platform/postgres/place.ts'
import { findPostmaster } from '../platform/postgres/postmaster.ts'

const linliFile = fileURLToPath(new URL('../../bin/linli', import.meta.url))
const children = new Set<ChildProcess>()
let root: string
let port: number

const folder = (name: string): string => join(root, name)

/** Without settings of the person who runs the tests, and in one language. */
const environment = (extra: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(LINLI_|DATABASE_URL|LC_)/.test(name)),
  ),
  LANG: 'en_US.UTF-8',
  ...extra,
})

function call(words: readonly string[], extra?: Record<string, string>): ChildProcess {
  const child = spawn(linliFile, words, {
    env: environment(extra),
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

async function linli(words: string, extra?: Record<string, string>) {
  const child = call(words.split(' ').filter(Boolean), extra)
  const said = { out: '', err: '' }
  child.stdout!.on('data', (bytes: Buffer) => {
    said.out += bytes.toString()
  })
  child.stderr!.on('data', (bytes: Buffer) => {
    said.err += bytes.toString()
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...said }
}

/** A server that has said that it serves. */
async function start(words: string, extra?: Record<string, string>) {
  const child = call(['start', '--json', '--port', String(port), ...words.split(' ')], extra)
  const lines = createInterface({ input: child.stdout! })
  const errors: string[] = []
  child.stderr!.on('data', (bytes: Buffer) => errors.push(bytes.toString()))
  const [said] = await Promise.race([
    once(lines, 'line') as Promise<[string]>,
    once(child, 'exit').then(() => Promise.reject(new Error(errors.join('')))),
  ])
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const [code] = (await once(child, 'exit')) as [number]
    return code
  }
  return { answer: JSON.parse(said) as { portal: string; ok: boolean }, stop, errors }
}

const postmaster = async (name: string) => findPostmaster(await clusterFolderOf(folder(name)))

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: found } = probe.address() as { port: number }
  probe.close()
  return found
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'linli-cli-'))
  await chmod(root, 0o755)
  port = await freePort()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGTERM')
  await Promise.all([...children].map((child) => once(child, 'exit')))
  await rm(root, { recursive: true })
})

test.each([
  ['nope', /unknown command 'nope'/],
  ['verify --nope', /unknown option '--nope'/],
  ['backup', /missing required argument 'folder'/],
  ['start --port many', /LINLI_PORT is wrong/],
  ['', /用法 Usage/],
])('"%s" is wrong usage', async (words, said) => {
  const { code, out, err } = await linli(words)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(said)
})

test('help names every command, in both languages, wherever it is asked for', async () => {
  const { code, out } = await linli('--help')
  expect(code).toBe(0)
  for (const file of await readdir(join(dirname(fileURLToPath(import.meta.url)), 'commands')))
    expect(out).toMatch(new RegExp(`^  ${file.replace('.ts', '')}[ \\n]`, 'm'))
  const verify = await linli('verify --help')
  expect(verify).toMatchObject({ code: 0, err: '' })
  expect(verify.out).toMatch(/--seals.*存证/)
})

test('where there are no data, nothing is made', async () => {
  const { code, out, err } = await linli(`verify --data ${folder('none')}`)
  expect([code, out]).toEqual([1, ''])
  expect(err).toBe(
    `There is no district in ${folder('none')} yet; run linli start first, or name the folder of your data with --data.\n`,
  )
  expect(await readdir(root)).not.toContain('none')
})

test('a server starts, is joined by commands, refuses a second one, stops clean, and its backup is whole', async () => {
  const data = `--data ${folder('data')}`
  const server = await start(`--empty ${data}`)
  expect(server.answer).toMatchObject({ ok: true, district: 'district', portal: `http://127.0.0.1:${port}/` })
  expect(await (await fetch(`${server.answer.portal}healthz`)).json()).toEqual({ ok: true })
  expect(await (await fetch(`${server.answer.portal}readyz`)).json()).toEqual({ ok: true })

  const verdict = await linli(`verify --json ${data}`)
  expect(verdict).toMatchObject({ code: 0, err: '' })
  expect(verdict.out.split('\n')).toHaveLength(2)
  expect(JSON.parse(verdict.out)).toMatchObject({ ok: true, lines: 0, flaws: [] })

  const second = await linli(`start --port ${port} ${data}`)
  expect(second).toEqual({
    code: 1,
    out: '',
    err: `Another program listens on port ${port}; stop it, or take another port: linli start --port ${port + 1}.\n`,
  })
  for (const command of [`backup ${folder('early')}`, 'rebuild']) {
    const refused = await linli(`${command} --json ${data}`)
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.out)).toMatchObject({ ok: false, error: { code: 'server_runs' } })
  }

  const setUp = await fetch(`${server.answer.portal}api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      accountName: 'first',
      password: 'a password of tests',
      name: '管理员',
      districtNameZh: '望江区（演示）',
      districtCode: '990104',
    }),
  })
  expect(setUp.status).toBe(201)
  expect(await server.stop('SIGINT')).toBe(0)
  expect(server.errors).toEqual([])
  expect(await postmaster('data')).toBeNull()

  const backup = await linli(`backup ${folder('backup')} --json ${data}`)
  expect(backup).toMatchObject({ code: 0, err: '' })
  expect(await postmaster('data')).toBeNull()
  const restored = `--data ${folder('restored')}`
  expect(await linli(`restore ${folder('backup')} ${restored}`)).toMatchObject({ code: 0, err: '' })
  const again = await linli(`verify --json ${restored}`)
  expect(again.code).toBe(0)
  const { lines } = JSON.parse(again.out) as { lines: number }
  expect(lines).toBeGreaterThan(0)
  expect((await linli(`rebuild ${restored}`)).out).toContain(`from ${lines} journal lines`)
  expect(await postmaster('restored')).toBeNull()
  expect(await linli(`restore ${folder('backup')} ${restored}`)).toMatchObject({ code: 1, out: '' })

  await appendFile(join(folder('backup'), 'data', 'secrets.json'), ' ')
  const damaged = await linli(`restore ${folder('backup')} --json --data ${folder('damaged')}`)
  expect(damaged.code).toBe(1)
  expect(JSON.parse(damaged.out)).toMatchObject({ error: { code: 'backup_damaged' } })
  expect(await readdir(root)).not.toContain('damaged')
}, 300_000)

test('the next start serves the same data, and a request to stop ends it too', async () => {
  const server = await start(`--data ${folder('data')}`)
  expect(server.answer).toMatchObject({ ok: true, district: 'district' })
  expect(await server.stop('SIGTERM')).toBe(0)
  expect(await postmaster('data')).toBeNull()
}, 300_000)

test('a database run elsewhere is not in the data folder: backup says what to do', async () => {
  const { code, err } = await linli(`backup ${folder('other')}`, {
    DATABASE_URL: 'postgres://linli:hidden@127.0.0.1:9/linli',
  })
  expect(code).toBe(1)
  expect(err).toContain('pg_dump')
  expect(err).not.toContain('hidden')
})
