import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSecrets } from './secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a secret differs by name and by folder, and is found again', () => {
  const secrets = loadSecrets(join(folder, 'new'))
  const session = secrets.get('session')
  expect(session).toMatch(/^[0-9a-f]{64}$/)
  expect(secrets.get('receipts')).not.toBe(session)
  expect(loadSecrets(join(folder, 'new')).get('session')).toBe(session)
  expect(loadSecrets(join(folder, 'other')).get('session')).not.toBe(session)
})

test('the file is for its owner alone, and no draft is left behind', () => {
  loadSecrets(folder).get('session')
  loadSecrets(folder).get('receipts')
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
})

test('one secret can be set by hand, and the others stay', () => {
  const receipts = loadSecrets(folder).get('receipts')
  const path = join(folder, 'secrets.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), session: 'chosen' }))
  expect(loadSecrets(folder).get('session')).toBe('chosen')
  expect(loadSecrets(folder).get('receipts')).toBe(receipts)
})

test('a damaged file is named and left as it is', () => {
  const path = join(folder, 'secrets.json')
  writeFileSync(path, '{"session": ')
  chmodSync(path, 0o600)
  expect(() => loadSecrets(folder)).toThrow(path)
  expect(readFileSync(path, 'utf8')).toBe('{"session": ')
})
