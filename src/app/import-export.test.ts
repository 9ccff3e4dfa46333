import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheet } from '../platform/sheet/read-sheet.ts'
import { faultyMessages } from '../testing/faulty-messages.ts'

const linliFile = fileURLToPath(new URL('../../bin/linli', import.meta.url))
let root: string
let stop: () => Promise<unknown>

/** Without settings of the person who runs the tests, and in one language. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(LINLI_|DATABASE_URL|LC_)/.test(name)),
  ),
  LANG: 'en_US.UTF-8',
})

async function linli(words: string): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(linliFile, words.split(' '), { cwd: root, env: environment() }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

const answerOf = async (words: string) => {
  const { code, out, err } = await linli(`${words} --json`)
  expect(out.trim().split('\n'), err).toHaveLength(1)
  return { code, said: JSON.parse(out) as Record<string, unknown> }
}

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return String(typeof address === 'object' ? address?.port : '')
}

/** A district to be set up, served for as long as the tests run: each command attaches to its database. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'linli-import-'))
  await chmod(root, 0o755)
  const words = ['start', '--empty', '--json', '--port', await freePort()]
  const server = spawn(linliFile, words, {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  stop = async () => {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  await once(createInterface({ input: server.stdout! }), 'line')
  const list = {
    district: { code: '990101', name: '望江区（演示）' },
    streets: [{ code: '990101001', name: '第一街道（演示）', areaCode: '990101' }],
    communities: [{ code: '990101001001', name: '第一社区（演示）', streetCode: '990101001' }],
  }
  await writeFile(join(root, 'areas.json'), JSON.stringify(list))
  await writeFile(join(root, 'faulty.xlsx'), (await faultyMessages()).file)
}, 120_000)
afterAll(async () => {
  await stop()
  await rm(root, { recursive: true })
})

test('before there is a map a file of messages is refused', async () => {
  expect(await answerOf('import messages faulty.xlsx')).toMatchObject({
    code: 1,
    said: { ok: false, error: { code: 'area_unknown' } },
  })
}, 60_000)

test('a map comes in, and twice is once', async () => {
  expect(await answerOf('import areas areas.json')).toMatchObject({
    code: 0,
    said: { added: 3, same: 0, refused: 0 },
  })
  expect(await answerOf('import areas areas.json')).toMatchObject({ code: 0, said: { added: 0, same: 3 } })
}, 60_000)

test('a file with faults is done: they are named, and the rows come back beside it', async () => {
  const { code, out, err } = await linli('import messages faulty.xlsx')
  expect(code).toBe(0)
  expect(out).toMatch(/^\d+ rows: 29 added, 0 known .* 30 refused; 1 blank/)
  expect(err).toMatch(/^5 B 留言编号: the number is missing$/m)
  const returned = join(root, 'faulty-returned.xlsx')
  expect(out).toContain(returned)
  const rows = await Array.fromAsync(readSheet(await readFile(returned), 'returned.xlsx'))
  expect(rows).toHaveLength(31)
  expect(await answerOf('import messages faulty.xlsx --source other --returned back.xlsx')).toMatchObject({
    code: 0,
    said: { ok: true, added: 29, refused: 30, returned: join(root, 'back.xlsx') },
  })
}, 60_000)

test('what became of them goes back to its source', async () => {
  const { code, said } = await answerOf('export replies --source other --out replies.csv')
  expect([code, said.rows]).toEqual([0, 29])
  const [header, first] = (await readFile(join(root, 'replies.csv'), 'utf8')).split('\r\n')
  expect(header).toBe('\ufeff来源,来源编号,受理编号,进展,Stage,事项,答复,答复时间,结案时间')
  expect(first).toMatch(
    /^other,WJ-1000,20260302-\d{7}-\d,已结案,Closed,,已安排电工更换，谢谢您的留言。,2026-03-03 16:20:00,2026-03-03 16:20:00$/,
  )
}, 60_000)

test('areas go out with their outlines and come in again as they are', async () => {
  expect(await answerOf('export areas --out out.geojson')).toMatchObject({ code: 0, said: { rows: 3 } })
  expect(await answerOf('import areas out.geojson')).toMatchObject({ code: 0, said: { added: 0, same: 3 } })
  expect(await answerOf('export areas --out out.xlsx')).toMatchObject({ code: 0, said: { rows: 3 } })
}, 60_000)

test('the catalogue goes out and comes in again as it is', async () => {
  expect(await answerOf('export catalogue --out none.csv')).toMatchObject({ code: 1, said: { ok: false } })
  await copyFile(fileURLToPath(new URL('../matters/catalogue.csv', import.meta.url)), join(root, 'own.csv'))
  const { said } = await answerOf('import catalogue own.csv')
  expect(await answerOf('export catalogue --out out.csv')).toMatchObject({
    code: 0,
    said: { rows: said.added },
  })
  expect(await answerOf('import catalogue out.csv')).toMatchObject({
    code: 0,
    said: { added: 0, changed: 0, same: said.added, refused: 0 },
  })
}, 60_000)

test.each([
  ['import messages nowhere.xlsx', 1, /There is no file/],
  ['import messages areas.json', 1, /not accepted \(\.json\)/],
  ['import areas faulty.xlsx', 1, /编号/],
  ['import messages faulty.xlsx --returned nowhere/a.xlsx', 1, /There is no folder/],
  ['import poems faulty.xlsx', 2, /unknown command 'poems'/],
  ['import messages', 2, /missing required argument 'file'/],
  ['export replies', 2, /--out/],
  ['export areas --out a.pdf', 2, /\.geojson/],
  ['export replies --out replies.pdf', 2, /\.xlsx, \.csv/],
  ['export replies --out a.csv --since 2026-02-30', 2, /YYYY-MM-DD/],
])(
  'linli %s ends with %i',
  async (words, expected, said) => {
    const { code, err } = await linli(words)
    expect([code, err]).toEqual([expected, expect.stringMatching(said)])
    expect((await readdir(root)).filter((name) => /pdf|a\.csv/.test(name))).toEqual([])
  },
  60_000,
)
