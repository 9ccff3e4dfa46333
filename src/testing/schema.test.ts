import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { loadSecrets } from '../platform/secrets.ts'
import { generatedFiles } from './generated-files.ts'

test.each(['db/schema.sql', 'db/tables.ts'])('%s is what the migrations amount to', async (file) => {
  const dataFolder = inject('dataFolder')
  const server = { ownerUrl: inject('ownerUrl'), dataFolder, secrets: loadSecrets(dataFolder) }
  const standing = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  expect(standing, 'run node script/generate.ts').toBe((await generatedFiles(server))[file])
})
