import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import { fileFolder, readPhoto, removeFile } from './files.ts'
import { smallPictures } from './small-pictures.ts'

describe('what is kept', () => {
  /** Pictures of ten bytes, and the files that they were made of in order. */
  const kept = (most: { pictures: number; bytes: number }) => {
    const made: string[] = []
    const small = smallPictures(most)
    const ask = (path: string, stamp = '') =>
      small.of(path, stamp, async () => {
        made.push(path + stamp)
        return Buffer.alloc(10)
      })
    return { made, small, ask }
  }

  test('asks at one time share one making, later ones find it', async () => {
    const { made, ask } = kept({ pictures: 9, bytes: 999 })
    const [one, other] = await Promise.all([ask('a'), ask('a')])
    expect(other).toBe(one)
    expect(await ask('a')).toBe(one)
    expect(made).toEqual(['a'])
  })
  test.each([
    ['number', { pictures: 2, bytes: 999 }],
    ['bytes', { pictures: 9, bytes: 29 }],
  ])('the bound of %s holds: whoever was asked for longest ago goes', async (_what, most) => {
    const { made, ask } = kept(most)
    for (const path of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(path)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })
  test('another state of the file is made anew, and counts once', async () => {
    const { made, ask } = kept({ pictures: 9, bytes: 20 })
    await ask('a')
    await Promise.all([ask('a', '2'), ask('a', '2')])
    await ask('b')
    await ask('a', '2')
    expect(made).toEqual(['a', 'a2', 'b'])
  })
  test('what was forgotten while it was made is not kept, nor what could not be made', async () => {
    const { made, small, ask } = kept({ pictures: 9, bytes: 999 })
    const asked = ask('a')
    small.forget('a')
    await asked
    await ask('a')
    expect(made).toEqual(['a', 'a'])
    await expect(small.of('b', '', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await ask('b')
    expect(made).toEqual(['a', 'a', 'b'])
  })
})

describe('the small form of a stored photograph', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linli-small-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const stored = async (red: number) => {
    const bytes = await photo(red)
    const sha256 = createHash('sha256').update(bytes).digest()
    const path = fileFolder(folder, sha256)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    return { sha256, path, small: () => readPhoto(folder, sha256, 'small') }
  }

  test('is made once', async () => {
    const { small } = await stored(30)
    const first = await small()
    expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 360, height: 360 })
    expect(await small()).toBe(first)
  })
  test.each([
    ['is gone', ({ path }: Stored) => rm(path)],
    ['was taken away', ({ sha256 }: Stored) => removeFile(folder, sha256)],
    ['holds another picture', async ({ path }: Stored) => writeFile(path, await photo(61))],
  ])('is shown to nobody once the file %s', async (_what, happen) => {
    const one = await stored(60)
    await one.small()
    await happen(one)
    await expect(one.small()).rejects.toMatchObject({ code: 'not_found' })
  })
  type Stored = Awaited<ReturnType<typeof stored>>
})
