import { stat, statfs } from 'node:fs/promises'
import { availableParallelism, freemem } from 'node:os'
import { dayOf } from '../platform/clock.ts'
import type { CodeSettings } from '../platform/code-settings.ts'
import { readSeals, sealFolder } from '../platform/seal.ts'
import type { Settings } from '../platform/settings.ts'
import { lastCleared } from './backup/clear-traces.ts'
import { version } from './command-line.ts'
import { countLines, isRecordedBefore, lastMigration, lastSealedDay } from './district.sql.ts'
import { erasureFile, readErasures } from './erasure-list.ts'
import { examineMessages } from './examine-messages.ts'
import { explainError } from './explain-error.ts'
import { mustBeFree, mustMayListen } from './listen.ts'
import { type OpenLinli, openLinli } from './open.ts'
import { isReachable, placeOf } from './reachable.ts'
import type { Both } from './terminal.ts'

/** One thing that was looked at. Its words name the remedy where it is not good. */
export interface Finding extends Both {
  readonly name: string
  readonly isGood: boolean
}

const leastNodeMajor = 26
const leastFreeBytes = 1_000_000_000
const leastFreeMemoryBytes = 300_000_000

/** Looks at the machine, the database, the journal's seals and the port. Changes nothing beyond migrating. */
export async function examine(settings: Settings, onNotice: (notice: string) => void): Promise<Finding[]> {
  const machine = [program(), memory(), await disk(settings)]
  let open: OpenLinli
  try {
    open = await openLinli(settings, { onNotice, whenNone: 'refuse' })
  } catch (error) {
    return [...machine, await unopened(error)]
  }
  try {
    return [
      ...machine,
      await database(open),
      await seals(open, settings),
      await erased(open, settings),
      await port(open, settings),
      await codes(open, settings),
      ...(await examineMessages(open.district, settings)),
    ]
  } finally {
    await open.close()
  }
}

function program(): Finding {
  const node = process.versions.node
  return {
    name: 'program',
    isGood: Number(node.split('.')[0]) >= leastNodeMajor,
    zh: `邻里 ${version}，Node ${node}（需要 ${leastNodeMajor} 或更新；运行 script/install 可补齐）`,
    en: `Linli ${version} on Node ${node} (needs ${leastNodeMajor} or newer; script/install brings it)`,
  }
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000)

function memory(): Finding {
  const free = freemem()
  const cores = availableParallelism()
  return {
    name: 'memory',
    isGood: free >= leastFreeMemoryBytes,
    zh: `可用内存 ${megabytes(free)} MB，处理器 ${cores} 核（内存至少需 300 MB，不足时请关闭其他程序）`,
    en: `${megabytes(free)} MB of memory free, ${cores} cores (300 MB are needed; close other programs where it is less)`,
  }
}

async function disk({ dataFolder }: Settings): Promise<Finding> {
  const isThere = await stat(dataFolder).catch(() => null)
  const { bavail, bsize } = await statfs(isThere ? dataFolder : '.')
  const free = megabytes(bavail * bsize)
  return {
    name: 'disk',
    isGood: bavail * bsize >= leastFreeBytes,
    zh: `数据文件夹 ${dataFolder}，磁盘剩余 ${free} MB（少于 1000 MB 时请腾出空间）`,
    en: `data folder ${dataFolder}, ${free} MB of its disk free (free some space where it is under 1000 MB)`,
  }
}

async function unopened(error: unknown): Promise<Finding> {
  const explained = await explainError(error)
  if (explained === null) throw error
  return { name: 'database', isGood: false, zh: explained.zh, en: explained.en }
}

async function database({ district, postgres }: OpenLinli): Promise<Finding> {
  const [lines, migration] = await Promise.all([countLines(district), lastMigration(district)])
  return {
    name: 'database',
    isGood: true,
    zh: `PostgreSQL ${postgres.version}，区 ${district.id}，结构 ${migration}，日志 ${lines} 行`,
    en: `PostgreSQL ${postgres.version}, district ${district.id}, schema ${migration}, ${lines} journal lines`,
  }
}

/** Yesterday's seal, and each seal's file: without both an altered journal could not be told. */
async function seals({ district, host }: OpenLinli, { dataFolder }: Settings): Promise<Finding> {
  const folder = sealFolder(dataFolder, district.id)
  const today = host.clock.now().toZonedDateTimeISO(district.timeZone).startOfDay()
  const yesterday = dayOf(today.subtract({ days: 1 }).toInstant(), district.timeZone)
  const [last, files, isDue] = await Promise.all([
    lastSealedDay(district),
    readSeals(folder),
    isRecordedBefore(district, today.toInstant()),
  ])
  const isKept = last === null || files.some(({ day }) => day === last)
  const isSealed = !isDue || (last !== null && last >= yesterday)
  return {
    name: 'seals',
    isGood: isKept && isSealed,
    zh: `每日存证：最近 ${last ?? '无'}，文件 ${files.length} 份，在 ${folder}（缺少时运行 linli start 即补；请另存到别处）`,
    en: `daily seals: last ${last ?? 'none'}, ${files.length} files in ${folder} (linli start makes a missing one; keep copies elsewhere)`,
  }
}

/**
 * Whom the district has forgotten: the list outside the database, and whether the database's own files have forgotten them
 * too. PostgreSQL keeps rows of before, and its write-ahead log, until a backup clears them.
 */
async function erased({ district, host }: OpenLinli, settings: Settings): Promise<Finding> {
  const { dataFolder, backupDays, databaseUrl } = settings
  const list = await readErasures(erasureFile(dataFolder, district.id))
  const clearedId = await lastCleared(dataFolder, district.id)
  // The first that no backup has cleared yet is the one that waits longest.
  const waiting = list[list.findIndex(({ id }) => id === clearedId) + 1]
  const isClear = waiting === undefined
  const since = host.clock.now().subtract({ hours: 24 * backupDays })
  const isLate =
    databaseUrl === null &&
    !isClear &&
    Temporal.Instant.compare(Temporal.Instant.from(waiting.erasedAt), since) < 0
  return {
    name: 'erasures',
    isGood: !isLate,
    zh: `已删除个人 ${list.length} 人，清单在 ${erasureFile(dataFolder, district.id)}（请与备份分开另存）；${isClear ? '数据库文件已清理' : '数据库文件和预写日志里的旧内容在下次 linli backup 时清除'}；备份保留 ${backupDays} 天（linli backup --prune）`,
    en: `${list.length} people erased, listed in ${erasureFile(dataFolder, district.id)} (keep a copy apart from the backups); ${isClear ? 'the files of the database are clear of them' : 'the next linli backup clears the files of the database and its write-ahead log of them'}; backups are kept for ${backupDays} days (linli backup --prune)`,
  }
}

async function port({ district, postgres }: OpenLinli, settings: Settings): Promise<Finding> {
  const name = 'port'
  try {
    mustMayListen(district, settings)
    // A server that runs holds the port itself.
    if (!postgres.attached) await mustBeFree(settings)
  } catch (error) {
    const explained = await explainError(error)
    if (explained === null) throw error
    return { name, isGood: false, zh: explained.zh, en: explained.en }
  }
  return {
    name,
    isGood: true,
    zh: `监听地址 ${settings.host}:${settings.port} 可用`,
    en: `${settings.host}:${settings.port} can be served`,
  }
}

/** Whether the gateway for residents' codes can be reached; a demonstration shows codes on a page instead. */
async function codes({ district }: OpenLinli, settings: Settings): Promise<Finding> {
  const name = 'codes'
  if (district.demonstration)
    return {
      name,
      isGood: true,
      zh: '居民登录的验证码显示在演示页面上，不发短信',
      en: 'codes for residents are shown on a page of the demonstration, and not sent',
    }
  if (settings.codes === null)
    return {
      name,
      isGood: true,
      zh: '没有设验证码短信网关：居民不能凭手机号登录（设 LINLI_CODE_URL，或者 LINLI_CODE_SMTP 和 LINLI_CODE_TO 即可）',
      en: 'no gateway for codes is set: residents cannot sign in by telephone (set LINLI_CODE_URL, or LINLI_CODE_SMTP and LINLI_CODE_TO)',
    }
  const { host, port } = gatewayAddress(settings.codes)
  const isGood = await isReachable(host, port)
  return {
    name,
    isGood,
    zh: `验证码网关 ${host}:${port}${isGood ? ' 可以连上' : ' 连不上；请核对设置、网络和防火墙'}`,
    en: `the gateway for codes ${host}:${port} ${isGood ? 'can be reached' : 'cannot be reached; check the setting, the network and the firewall'}`,
  }
}

function gatewayAddress(settings: CodeSettings): { host: string; port: number } {
  if (settings.kind === 'smtp') return settings
  return placeOf(settings.url)
}
