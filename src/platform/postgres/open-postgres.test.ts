import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chmod, lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { StartProblem } from '../start-problem.ts'
import { type OpenPostgres, openPostgres } from './open-postgres.ts'
import { clusterFolderOf } from './place.ts'
import { rememberedPort } from './port.ts'
import { findPostmaster } from './postmaster.ts'

/** One data folder for the tests of a server's life, which leave it stopped; the others use `strange`. */
let dataFolder: string
let strange: string
let notices: string[] = []
const opened: OpenPostgres[] = []
const children: ChildProcess[] = []

const open = async (folder = dataFolder): Promise<OpenPostgres> => {
  const postgres = await openPostgres(
    { dataFolder: folder, databaseUrl: null },
    { onNotice: (notice) => notices.push(notice), serverSettings: { shared_buffers: '16MB' } },
  )
  opened.push(postgres)
  return postgres
}

const postmaster = async () => findPostmaster(await clusterFolderOf(dataFolder))

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another program of Linli on the same data folder, which says when it has opened the database. */
async function openInChild(): Promise<{ child: ChildProcess; attached: boolean }> {
  const script = `
    import { openPostgres } from ${JSON.stringify(new URL('./open-postgres.ts', import.meta.url).href)}
    const postgres = await openPostgres({ dataFolder: process.argv[1], databaseUrl: null },
      { onNotice: console.error, serverSettings: { shared_buffers: '16MB' } })
    process.on('SIGTERM', () => postgres.close())
    console.log(postgres.attached ? 'attached' : 'started')`
  const flags = ['--input-type=module', '--eval', script, dataFolder]
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = (await once(child.stdout!, 'data')) as [Buffer]
  return { child, attached: said.toString().trim() === 'attached' }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

const problemOf = async (opening: Promise<unknown>): Promise<StartProblem> => {
  const problem = await opening.catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(StartProblem)
  return problem as StartProblem
}

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'linli-life-'))
  strange = await mkdtemp(join(tmpdir(), 'linli-strange-'))
  await chmod(strange, 0o755)
})
afterEach(async () => {
  for (const postgres of opened.splice(0)) await postgres.close()
  for (const child of children.splice(0)) child.kill('SIGKILL')
  notices = []
})
afterAll(async () => {
  for (const folder of [dataFolder, strange]) await rm(folder, { recursive: true })
})

test('starts a server that is made for Chinese, writes safely and stops at close', async () => {
  const postgres = await open()
  expect(postgres).toMatchObject({ attached: false, version: 18 })
  await query(postgres.ownerUrl, 'create extension pg_trgm')
  const [row] = await query(
    postgres.ownerUrl,
    `select current_setting('fsync') as fsync, current_setting('TimeZone') as zone,
      cardinality(show_trgm('楼道灯坏了')) as trigrams`,
  )
  expect(row).toEqual({ fsync: 'on', zone: 'UTC', trigrams: 6 })
  expect((await lstat(join(dataFolder, 'secrets.json'))).mode & 0o777).toBe(0o600)
  await Promise.all([postgres.close(), postgres.close()])
  expect(await postmaster()).toBeNull()
  expect(await readFile(join(dataFolder, 'postgres.log'), 'utf8')).not.toContain('WARNING')
  expect(notices).toEqual([])
})

test('keeps data, port and password from one start to the next', async () => {
  const first = await open()
  await query(first.ownerUrl, 'create table kept (word text)')
  await first.close()
  const second = await open()
  expect(second.ownerUrl).toBe(first.ownerUrl)
  expect(await query(second.ownerUrl, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }])
})

test('a program beside a running server attaches, and leaves it running', async () => {
  const server = await open()
  const { child, attached } = await openInChild()
  expect(attached).toBe(true)
  await end(child, 'SIGTERM')
  expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server whose starter has ended goes on for the program that attached, and ends with it', async () => {
  const starter = await open()
  const { child } = await openInChild()
  await starter.close()
  expect(await postmaster()).not.toBeNull()
  await end(child, 'SIGTERM')
  expect(await postmaster()).toBeNull()
})

test('an orphan of a killed program is taken over with a notice, and stopped at close', async () => {
  const { child } = await openInChild()
  const orphan = await postmaster()
  await end(child, 'SIGKILL')
  const postgres = await open()
  expect(await postmaster()).toEqual(orphan)
  expect(postgres.attached).toBe(false)
  expect(notices).toEqual([expect.stringContaining('taken over')])
  await postgres.close()
  expect(await postmaster()).toBeNull()
})

test('a server that is killed is started again on its port, with every committed row', async () => {
  const postgres = await open()
  await query(postgres.ownerUrl, 'create table survived as select 1 as one')
  const killed = await postmaster()
  process.kill(killed!.pid, 'SIGKILL')
  await expect.poll(() => notices, { timeout: 15_000 }).toEqual([expect.stringContaining('started again')])
  expect(await query(postgres.ownerUrl, 'select one from survived')).toEqual([{ one: 1 }])
  await postgres.close()
  expect(await postmaster()).toBeNull()
})

test('a pid file whose pid belongs to another program is no obstacle', async () => {
  const cluster = await clusterFolderOf(dataFolder)
  const stranger = spawn('sleep', ['60'])
  children.push(stranger)
  await writeFile(
    join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1\n15999\n\n127.0.0.1\n1 1\nready\n`,
  )
  const postgres = await open()
  expect(postgres.attached).toBe(false)
  expect(await query(postgres.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a port that another program has taken is changed with a notice', async () => {
  const taken = (await rememberedPort(dataFolder))!
  const stranger = createServer().listen(taken, '127.0.0.1')
  await once(stranger, 'listening')
  await open()
  stranger.close()
  expect(notices).toEqual([expect.stringContaining(String(taken))])
  expect(await rememberedPort(dataFolder)).not.toBe(taken)
})

test('secrets that do not fit the database are named', async () => {
  const path = join(dataFolder, 'secrets.json')
  const secrets = await readFile(path, 'utf8')
  await writeFile(path, JSON.stringify({ root: '0'.repeat(64) }))
  const problem = await problemOf(open())
  await writeFile(path, secrets)
  expect(problem.code).toBe('postgres_password_wrong')
  expect(await postmaster()).toBeNull()
})

test('a configuration that PostgreSQL refuses is told in its own words', async () => {
  const configuration = join(await clusterFolderOf(dataFolder), 'postgresql.conf')
  const standing = await readFile(configuration, 'utf8')
  await appendFile(configuration, "\nwal_level = 'sideways'\n")
  const problem = await problemOf(open())
  await writeFile(configuration, standing)
  expect(problem.code).toBe('postgres_did_not_start')
  expect(problem.sentenceEn).toContain('postgresql.conf')
})

test.each([
  ['a file where the data folder should be', 'file', 'data_folder_unreadable'],
  ['a file where the database should be', 'cluster-file', 'database_folder_strange'],
  ['a folder that is no database', 'empty', 'database_folder_strange'],
  ['the data of another major', 'old', 'postgres_major_differs'],
])('%s is refused and left as it is', async (_what, name, code) => {
  const folder = join(strange, name)
  if (name === 'file') await writeFile(folder, 'kept')
  else await mkdir(join(folder, name === 'cluster-file' ? '.' : 'postgres'), { recursive: true })
  if (name === 'cluster-file') await writeFile(join(folder, 'postgres'), 'kept')
  if (name === 'old') await writeFile(join(folder, 'postgres', 'PG_VERSION'), '16\n')
  const problem = await problemOf(open(folder))
  expect(problem.code).toBe(code)
  expect(problem.sentenceEn).toContain(folder)
  expect(problem.sentenceZh).toContain(folder)
})

test.runIf(process.getuid?.() === 0)(
  'root may keep the data in a folder that is closed to others',
  async () => {
    const closed = join(strange, 'closed')
    await mkdir(closed, { mode: 0o700 })
    await chmod(strange, 0o755)
    const postgres = await open(join(closed, 'data'))
    expect(await query(postgres.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await lstat(closed)).mode & 0o777).toBe(0o700)
    await postgres.close()
    await rm(join(await clusterFolderOf(join(closed, 'data')), '..'), { recursive: true })
  },
)

test('a database elsewhere that does not answer is named without its password', async () => {
  const databaseUrl = 'postgres://linli:hidden-word@127.0.0.1:9/linli'
  const problem = await problemOf(openPostgres({ dataFolder, databaseUrl }, { onNotice: () => undefined }))
  expect(problem.code).toBe('database_url_unanswered')
  expect(problem.sentenceEn).toContain('127.0.0.1:9/linli')
  expect(`${problem.sentenceEn}${problem.sentenceZh}`).not.toContain('hidden-word')
})

test('a database elsewhere is used as it is and never stopped', async () => {
  const server = await open()
  const settings = { dataFolder: strange, databaseUrl: server.ownerUrl }
  const elsewhere = await openPostgres(settings, { onNotice: () => undefined })
  expect(elsewhere).toMatchObject({ ownerUrl: server.ownerUrl, attached: true, version: 18 })
  await elsewhere.close()
  await wait(50)
  expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})
