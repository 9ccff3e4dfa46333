import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { greeting } from './greeting.ts'
import { mustMayListen } from './listen.ts'
import { openLogFile } from './log-file.ts'
import { speechOf } from './terminal.ts'

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'both'],
  [{ LANG: '' }, 'both'],
  [{}, 'both'],
])('%o speaks %s', (environment, speech) => expect(speechOf(environment)).toBe(speech))

test.each([
  ['127.0.0.1', true, false, true],
  ['localhost', true, false, true],
  ['::1', true, false, true],
  ['0.0.0.0', true, false, false],
  ['127.0.0.1.example.org', true, false, false],
  ['192.168.1.5', true, true, true],
  ['0.0.0.0', false, false, true],
])('host %s, demonstration %s, opened %s: may listen %s', (host, demonstration, openDemo, may) => {
  const attempt = () =>
    mustMayListen(
      { demonstration },
      {
        dataFolder: '',
        port: 3000,
        host,
        databaseUrl: null,
        district: null,
        seed: 1,
        openDemo,
        trustedProxies: [],
        tiles: null,
        codes: null,
        backupDays: 30,
        oidc: null,
        messages: { address: null, hosts: [], mail: null },
      },
    )
  if (may) expect(attempt).not.toThrow()
  else expect(attempt).toThrow(/demonstration accounts are public/)
})

test('the greeting names every address, and sign-ins in straight columns', () => {
  const signIns = [
    { nameZh: '受理员', nameEn: 'desk', accountName: 'centre', password: 'one' },
    { nameZh: '网格员', nameEn: 'grid', accountName: 'grid', password: 'two' },
  ]
  const text = greeting({ nameZh: '甲区', nameEn: 'A' }, 'http://localhost:3000', {
    isToSetUp: false,
    signIns,
  })
  for (const path of ['/', '/field/', '/console/', '/screen/', '/api/docs'])
    expect(text).toMatch(new RegExp(`http://localhost:3000${path}$`, 'm'))
  expect(text).toContain('  受理员 desk   centre   one\n  网格员 grid   grid     two\n')
})

test('a log begins anew when it is full, and keeps the one before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-log-'))
  const path = join(folder, 'linli.log')
  const log = openLogFile(path, 10)
  for (const line of ['first line\n', 'second line\n']) log.write(line)
  await log.end()
  const again = openLogFile(path, 1000)
  again.write('third\n')
  await again.end()
  expect(await readFile(`${path}.1`, 'utf8')).toBe('first line\n')
  expect(await readFile(path, 'utf8')).toBe('second line\nthird\n')
  await rm(folder, { recursive: true })
})
