import { access, readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { fileFolder } from '../../platform/files.ts'
import { type Attack, attack, type Reply, send } from './attack.ts'
import type { Scene } from './scene.ts'

const boundary = 'edge'
const form = (bytes: Buffer, name: string, type: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
type Bytes = Buffer | (() => Promise<Buffer>)
const upload =
  (by: string, url: string, bytes: Bytes, name = 'a.jpg', type = 'image/jpeg') =>
  async (_: Scene) => ({
    by,
    url,
    method: 'POST' as const,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: form(Buffer.isBuffer(bytes) ? bytes : await bytes(), name, type),
  })

const jpeg = () =>
  sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
const script = '<script>alert(1)</script>'
/** A PNG whose head says 60,000 by 60,000 points and that holds none of them. */
function hugePng(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60_000, 0)
  head.writeUInt32BE(60_000, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const parts = [chunk('IHDR', head), chunk('IDAT', Buffer.alloc(9)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

/** A zip with one part; `said` is what its directory claims that the part unpacks to. */
function zip(name: string, content: Buffer, said = content.length): Buffer {
  const packed = deflateRawSync(content)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(said, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed])
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

/** It lies under the hash of its bytes, and nothing has the name that it came with. */
const liesByContent =
  (name: string) =>
  async ({ world }: Scene, reply: Reply): Promise<void> => {
    const { dataFolder } = world.district
    const { fileId } = reply.json<{ fileId: string }>()
    const [file] = await world.sql<{ sha256: Buffer }>('owner', 'select sha256 from files where id = $1', [
      fileId,
    ])
    await access(fileFolder(dataFolder, file!.sha256))
    const named = (await readdir(dataFolder, { recursive: true })).filter(
      (path) => basename(path) === basename(name),
    )
    if (named.length > 0) throw new Error(named.join())
  }

const noPhotographs: readonly (readonly [name: string, bytes: Bytes])[] = [
  ['a page', Buffer.from(`<html>${script}</html>`)],
  ['a drawing with a script', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)],
  [
    'a drawing with an outside file',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
  ],
  ['nothing', Buffer.alloc(0)],
  ['a beginning of a photograph', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['a picture of 3,600 million points', hugePng()],
  ['a program', Buffer.from('7f454c46', 'hex')],
  ['a paper', Buffer.from('%PDF-1.7\n')],
  ['a page that begins like a GIF', Buffer.from(`GIF89a${script}`)],
  ['a zip', zip('a.jpg', Buffer.from('a'))],
]
const photos: readonly Attack[] = [
  ...noPhotographs.map(([name, bytes]) =>
    attack(`${name} as a photograph`, '415 file_kind_not_accepted', upload('resident', '/api/photos', bytes)),
  ),
  ...[
    '../../etc/passwd',
    '..\\..\\a.jpg',
    '%2e%2e%2fa.jpg',
    'a\0.jpg',
    '/etc/passwd',
    'con.jpg',
    '.htaccess',
    'a.php',
    'a.jpg.html',
  ].map((name) =>
    attack(
      `a photograph named ${JSON.stringify(name)} is stored by its content`,
      '201',
      upload('resident', '/api/photos', jpeg, name),
      liesByContent(name),
    ),
  ),
  attack(
    'a photograph with a page behind it comes back without it',
    '201',
    upload('resident', '/api/photos', async () =>
      Buffer.concat([await jpeg(), Buffer.from(`<html>${script}`)]),
    ),
    async (scene, reply) => {
      const { fileId } = reply.json<{ fileId: string }>()
      const report = { requestId: fileId, words: '灯不亮', photos: [fileId] }
      await send(scene, { by: 'resident', method: 'POST', url: '/api/reports', payload: report })
      const back = await send(scene, { by: 'resident', url: `/api/photos/${fileId}` })
      const isPhoto =
        back.headers['content-type'] === 'image/jpeg' && back.headers['x-content-type-options'] === 'nosniff'
      if (!isPhoto || back.rawPayload.includes('script'))
        throw new Error(String(back.headers['content-type']))
    },
  ),
  attack(
    'a photograph of 21 MB',
    '413 file_too_large',
    upload('resident', '/api/photos', Buffer.alloc(21_000_000)),
  ),
  attack('a photograph as JSON', '400 input_invalid', () => ({
    by: 'resident',
    method: 'POST',
    url: '/api/photos',
    payload: { file: 'x' },
  })),
  attack('a photograph by nobody', '401 client_secret_needed', async () => {
    const { by: _, ...ask } = await upload('', '/api/photos', jpeg)({} as Scene)
    return ask
  }),
  attack('a form that breaks off', '400 input_invalid', async (scene) => {
    const ask = await upload('resident', '/api/photos', jpeg)(scene)
    return { ...ask, payload: ask.payload.subarray(0, 200) }
  }),
  attack('a form without an edge', '400 input_invalid', () => ({
    by: 'resident',
    method: 'POST',
    url: '/api/photos',
    headers: { 'content-type': 'multipart/form-data' },
    payload: 'x',
  })),
]

const sheets: readonly Attack[] = [
  '/api/imports/messages',
  '/api/imports/requests',
  '/api/bodies/file/try',
  '/api/catalogue/file/try',
].flatMap((url) => {
  const by = url.includes('imports') ? 'centre' : 'administrator'
  const one = (name: string, wants: string, bytes: Buffer, file: string) =>
    attack(`${name} to ${url}`, wants, upload(by, url, bytes, file, 'application/octet-stream'))
  return [
    one(
      'a zip bomb',
      '413 file_too_large',
      zip('xl/worksheets/sheet1.xml', Buffer.alloc(70_000_000)),
      'a.xlsx',
    ),
    one(
      'a zip bomb that lies of its size',
      '422 import_file_unreadable',
      zip('xl/worksheets/sheet1.xml', Buffer.alloc(5_000_000), 100),
      'a.xlsx',
    ),
    one(
      'a zip without a workbook',
      url.includes('bodies') ? '422 import_header_missing' : '422 import_file_unreadable',
      zip('../../etc/passwd', Buffer.from('x')),
      'a.xlsx',
    ),
    one('a page', '415 file_kind_not_accepted', Buffer.from(`<html>${script}`), 'a.xlsx'),
    one('nothing', '422 import_file_unreadable', Buffer.alloc(0), 'a.xlsx'),
    attack(
      `a file to ${url} by a worker`,
      '403 not_permitted',
      upload('worker', url, Buffer.from('a,b'), 'a.csv'),
    ),
  ]
})

export const fileAttacks: readonly Attack[] = [...photos, ...sheets]
