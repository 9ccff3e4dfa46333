/** Writes db/tables.ts and db/schema.sql from freshly migrated tables; with `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises'
import { generatedFiles } from '../src/testing/generated-files.ts'
import { scratchServer } from '../src/testing/postgres.ts'

const check = process.argv.includes('--check')
const server = await scratchServer()
try {
  for (const [file, text] of Object.entries(await generatedFiles(server))) {
    const path = new URL(`../${file}`, import.meta.url)
    const standing = await readFile(path, 'utf8').catch(() => '')
    if (standing === text) continue
    if (check) {
      console.error(`${file} is stale: run node script/generate.ts`)
      process.exitCode = 1
    } else {
      await writeFile(path, text)
      console.log(`${file} written`)
    }
  }
} finally {
  await server.close()
}
