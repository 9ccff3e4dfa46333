import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDemoWords } from './known-settings.ts'
import { readSettings } from './settings.ts'
import { StartProblem } from './start-problem.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('nothing set gives the documented values', () => {
  expect(readSettings({}, folder)).toEqual({
    dataFolder: join(folder, 'data'),
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    district: null,
    backupDays: 30,
    seed: 1,
    openDemo: false,
    trustedProxies: ['loopback'],
    tiles: null,
    codes: null,
    oidc: null,
    messages: { address: null, hosts: [], mail: null },
  })
})

test('the environment goes before the file, and the file before the documented value', () => {
  writeFileSync(join(folder, 'linli.env'), 'LINLI_PORT=4000\nLINLI_HOST="0.0.0.0" # all\nLINLI_SEED=7\n')
  const settings = readSettings({ LINLI_PORT: '5000', LINLI_SEED: '', LINLI_DATA: '/srv/linli' }, folder)
  expect(settings).toMatchObject({ port: 5000, host: '0.0.0.0', seed: 7, dataFolder: '/srv/linli' })
})

test.each([
  ['LINLI_PORT', '0'],
  ['LINLI_CODE_SMTP', 'https://mail.example.org'],
  ['LINLI_PORT', '65536'],
  ['LINLI_PORT', '3000x'],
  ['LINLI_PORT', '3e3'],
  ['LINLI_HOST', 'no spaces'],
  ['DATABASE_URL', 'mysql://root@127.0.0.1/linli'],
  ['DATABASE_URL', 'linli'],
  ['LINLI_DISTRICT', 'Wangjiang; drop'],
  ['LINLI_SEED', '-1'],
  ['LINLI_BACKUP_DAYS', '0'],
  ['LINLI_OPEN_DEMO', 'true'],
  ['LINLI_ADDRESS', 'linli.example.org'],
  ['LINLI_ADDRESS', 'https://linli.example.org/console'],
  ['LINLI_MESSAGE_HOSTS', 'relay.example.org'],
  ['LINLI_MESSAGE_HOSTS', 'https://relay.example.org/hook'],
  ['LINLI_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['LINLI_TRUSTED_PROXIES', 'loopback,everybody'],
  ['LINLI_TILES', 'https://tiles.example.org/{z}/{x}.png'],
  ['LINLI_TILES', 'https://{s}.example.org/{z}/{x}/{y}.png'],
  ['LINLI_TILES', "https://tiles.example.org/{z}/{x}/{y}.png; script-src 'unsafe-inline'"],
  ['LINLI_TILES', '//tiles.example.org/{z}/{x}/{y}.png'],
  ['LINLI_TILES', 'file:///srv/{z}/{x}/{y}.png'],
  ['LINLI_TILES_CRS', 'GCJ-02'],
  ['LINLI_TILES_ATTRIBUTION', 'x'.repeat(201)],
])('%s=%s is refused by name', (name, value) => {
  const read = () => readSettings({ [name]: value }, folder)
  expect(read).toThrow(StartProblem)
  expect(read).toThrow(`The setting ${name} is wrong: it m`)
})

test('proxies are addresses and networks', () => {
  const read = (text: string) => readSettings({ LINLI_TRUSTED_PROXIES: text }, folder).trustedProxies
  expect(read('loopback, 10.0.0.7,fd00::/8')).toEqual(['loopback', '10.0.0.7', 'fd00::/8'])
})

test('tiles come from one address, in the system that they are drawn in', () => {
  const template = 'https://tiles.example.org:8443/{z}/{x}/{y}.png?key=1'
  expect(readSettings({ LINLI_TILES: template }, folder).tiles).toEqual({
    template,
    system: 'wgs84',
    attribution: null,
  })
  const own = { LINLI_TILES: '/tiles/{z}/{x}/{y}.png', LINLI_TILES_CRS: 'gcj02' }
  expect(readSettings({ ...own, LINLI_TILES_ATTRIBUTION: '某地图' }, folder).tiles).toEqual({
    template: '/tiles/{z}/{x}/{y}.png',
    system: 'gcj02',
    attribution: '某地图',
  })
})

test('demonstration accounts are opened by the exact words alone', () => {
  expect(readSettings({ LINLI_OPEN_DEMO: openDemoWords }, folder).openDemo).toBe(true)
})

test('a misspelt name in the file is named', () => {
  writeFileSync(join(folder, 'linli.env'), 'LINLI_PROT=4000\n')
  expect(() => readSettings({}, folder)).toThrow('LINLI_PROT')
})

test('the example documents every setting, and is itself a file that can be used', () => {
  const example = readFileSync(new URL('../../linli.env.example', import.meta.url), 'utf8')
  const uncommented = example.replaceAll(/^#(?=[A-Z_]+=)/gm, '')
  writeFileSync(join(folder, 'linli.env'), uncommented)
  expect(Object.keys(parseEnv(uncommented)).sort()).toEqual([
    'DATABASE_URL',
    'LINLI_ADDRESS',
    'LINLI_BACKUP_DAYS',
    'LINLI_CODE_BODY',
    'LINLI_CODE_FROM',
    'LINLI_CODE_KEY',
    'LINLI_CODE_SMTP',
    'LINLI_CODE_TO',
    'LINLI_CODE_URL',
    'LINLI_DATA',
    'LINLI_DISTRICT',
    'LINLI_HOST',
    'LINLI_MESSAGE_HOSTS',
    'LINLI_OIDC_CALLBACK',
    'LINLI_OIDC_CLIENT',
    'LINLI_OIDC_ISSUER',
    'LINLI_OIDC_NAME',
    'LINLI_OIDC_SECRET',
    'LINLI_OPEN_DEMO',
    'LINLI_PORT',
    'LINLI_SEED',
    'LINLI_TILES',
    'LINLI_TILES_ATTRIBUTION',
    'LINLI_TILES_CRS',
    'LINLI_TRUSTED_PROXIES',
  ])
  expect(readSettings({}, folder).openDemo).toBe(true)
})

test('a mail server is read with its parts, and a gateway goes before it', () => {
  const mail = {
    LINLI_CODE_SMTP: 'smtps://linli:p%40ss@mail.example.org',
    LINLI_CODE_FROM: 'linli@example.org',
    LINLI_CODE_TO: '{phone}@sms.example.org',
  }
  expect(readSettings(mail, folder).codes).toEqual({
    kind: 'smtp',
    host: 'mail.example.org',
    port: 465,
    tls: true,
    user: 'linli',
    password: 'p@ss',
    from: 'linli@example.org',
    to: '{phone}@sms.example.org',
  })
  const { LINLI_CODE_TO: _to, ...mailAlone } = mail
  expect(readSettings(mailAlone, folder)).toMatchObject({
    codes: null,
    messages: { mail: { host: 'mail.example.org', from: 'linli@example.org' } },
  })
  const { LINLI_CODE_FROM: _from, ...fromNobody } = mail
  expect(() => readSettings(fromNobody, folder)).toThrow(StartProblem)
  const both = readSettings({ ...mail, LINLI_CODE_URL: 'https://sms.example.org/send' }, folder)
  expect(both.codes).toMatchObject({ kind: 'http', key: null })
})

test.each([
  ['LINLI_CODE_URL', 'ftp://sms.example.org'],
  ['LINLI_CODE_BODY', 'to={phone}&code={code}'],
  ['LINLI_CODE_BODY', '{"to":"{phone}"}'],
  ['LINLI_CODE_KEY', 'short'],
  ['LINLI_CODE_FROM', 'x@y>\r\nRCPT TO:<z@y'],
  ['LINLI_CODE_TO', 'sms@example.org'],
])('%s may not be %j', (name, value) => {
  const set = {
    LINLI_CODE_URL: name.endsWith('FROM') || name.endsWith('TO') ? '' : 'https://sms.example.org',
    LINLI_CODE_SMTP: 'smtp://mail.example.org',
    LINLI_CODE_FROM: 'linli@example.org',
    LINLI_CODE_TO: '{phone}@sms.example.org',
    [name]: value,
  }
  expect(() => readSettings(set, folder)).toThrow(StartProblem)
})
