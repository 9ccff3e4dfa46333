import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { StartProblem } from './start-problem.ts'

/** The one optional file of settings, in the working directory. `linli.env.example` documents it. */
export const settingsFile = 'linli.env'

/** Demonstration passwords are public, so opening them to a network has to be said in so many words. */
export const openDemoWords = 'demonstration-accounts-open-to-the-network'

export interface Settings {
  /** Absolute. Holds the database, files, secrets and logs. */
  readonly dataFolder: string
  readonly port: number
  readonly host: string
  /** A PostgreSQL 15 or newer that is run elsewhere; null starts the embedded one. */
  readonly databaseUrl: string | null
  /** The district's name in the directory of districts; null: the only one there is. */
  readonly district: string | null
  /** Seed of the demonstration data: the same seed gives the same district on every machine. */
  readonly seed: number
  /** Whether the server may listen beyond loopback while demonstration accounts exist. */
  readonly openDemo: boolean
  /** Addresses of reverse proxies whose word is taken for where a request came from. */
  readonly trustedProxies: readonly string[]
  /** What lies under the maps; null: the district's own outlines alone. */
  readonly tiles: TileSettings | null
}

/** A source of map tiles in Web Mercator. */
export interface TileSettings {
  /** Address of a tile with {z}, {x} and {y}: of another server, or a path of this one. */
  readonly template: string
  /** What the tiles' positions are in. */
  readonly system: 'wgs84' | 'gcj02' | 'bd09'
  /** Who made them, as the map says it; null where it was not set. */
  readonly attribution: string | null
}

/** An address, or a network of them as in 10.0.0.0/8. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most))
}

/** `https://host/{z}/{x}/{y}.png` or `/tiles/…`; the host is fixed, since the pages are let through to that one alone. */
function isTileTemplate(text: string): boolean {
  if (!['{z}', '{x}', '{y}'].every((part) => text.includes(part))) return false
  if (/[\s;,'"]/.test(text)) return false
  if (/^\/[^/]/.test(text)) return true
  const host = /^https?:\/\/([^/?#]+)[/?]/.exec(text)?.[1]
  return host !== undefined && !/[{}@*]/.test(host) && URL.canParse(text)
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.int().min(from).max(to))

/** Each setting: what it must be (in both languages), how it is read, and its value when it is not set. */
const known = {
  LINLI_DATA: {
    zh: '应为文件夹路径，如 ./data',
    en: 'must be the path of a folder, such as ./data',
    schema: z.string(),
    unset: './data',
  },
  LINLI_PORT: {
    zh: '应为 1 到 65535 的端口号，如 3000',
    en: 'must be a port number from 1 to 65535, such as 3000',
    schema: wholeNumber(1, 65_535),
    unset: '3000',
  },
  LINLI_HOST: {
    zh: '应为主机名或 IP 地址，如 127.0.0.1',
    en: 'must be a host name or an IP address, such as 127.0.0.1',
    schema: z.string().regex(/^[\w.:-]+$/),
    unset: '127.0.0.1',
  },
  DATABASE_URL: {
    zh: '应形如 postgres://用户:口令@主机:5432/库名；不设则使用自带的 PostgreSQL',
    en: 'must look like postgres://user:password@host:5432/database; leave it out to use the PostgreSQL that comes with Linli',
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    unset: undefined,
  },
  LINLI_DISTRICT: {
    zh: '应为小写字母开头、由小写字母、数字和下划线组成的名称，如 wangjiang',
    en: 'must be a name of lower-case letters, digits and underscores that begins with a letter, such as wangjiang',
    schema: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
    unset: undefined,
  },
  LINLI_SEED: {
    zh: '应为 0 到 4294967295 的整数，如 1',
    en: 'must be a whole number from 0 to 4294967295, such as 1',
    schema: wholeNumber(0, 4_294_967_295),
    unset: '1',
  },
  LINLI_OPEN_DEMO: {
    zh: `只能写作 ${openDemoWords}，表示您同意让网络上的人使用演示账号`,
    en: `may only be ${openDemoWords}, which says that people on the network may use the demonstration accounts`,
    schema: z.literal(openDemoWords),
    unset: undefined,
  },
  LINLI_TRUSTED_PROXIES: {
    zh: '应为以逗号隔开的反向代理 IP 地址或网段，loopback 指本机，如 loopback,10.0.0.7',
    en: 'must be IP addresses or networks of reverse proxies with commas between them, loopback meaning this machine, such as loopback,10.0.0.7',
    schema: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(z.string().refine((part) => part === 'loopback' || isNetwork(part)))),
    unset: 'loopback',
  },
  LINLI_TILES: {
    zh: '应为含 {z}、{x}、{y} 的瓦片地址，如 https://tiles.example.org/{z}/{x}/{y}.png 或 /tiles/{z}/{x}/{y}.png',
    en: 'must be the address of a map tile with {z}, {x} and {y} in it, such as https://tiles.example.org/{z}/{x}/{y}.png or /tiles/{z}/{x}/{y}.png',
    schema: z.string().max(1000).refine(isTileTemplate),
    unset: undefined,
  },
  LINLI_TILES_CRS: {
    zh: '应为 wgs84、gcj02 或 bd09',
    en: 'must be wgs84, gcj02 or bd09',
    schema: z.enum(['wgs84', 'gcj02', 'bd09']),
    unset: 'wgs84',
  },
  LINLI_TILES_ATTRIBUTION: {
    zh: '应为不超过 200 字的一句话，写明地图出自何处和审图号',
    en: 'must be a line of at most 200 characters that says whose map it is, with its approval number',
    schema: z.string().max(200),
    unset: undefined,
  },
} as const

type SettingName = keyof typeof known

/**
 * Reads the settings from `environment` and, where it is silent, from `linli.env` in `folder`.
 * An empty value counts as not set. Throws StartProblem naming the setting and the remedy.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  folder: string = process.cwd(),
): Settings {
  const written = { ...readSettingsFile(folder) }
  for (const name of Object.keys(known)) if (environment[name]) written[name] = environment[name]
  const url = readOne('DATABASE_URL', written)
  return {
    dataFolder: resolve(folder, readOne('LINLI_DATA', written)!),
    port: readOne('LINLI_PORT', written)!,
    host: readOne('LINLI_HOST', written)!,
    databaseUrl: url ?? null,
    district: readOne('LINLI_DISTRICT', written) ?? null,
    seed: readOne('LINLI_SEED', written)!,
    openDemo: readOne('LINLI_OPEN_DEMO', written) !== undefined,
    trustedProxies: readOne('LINLI_TRUSTED_PROXIES', written)!,
    tiles: readTiles(written),
  }
}

function readTiles(written: Readonly<Record<string, string | undefined>>): TileSettings | null {
  const template = readOne('LINLI_TILES', written)
  const system = readOne('LINLI_TILES_CRS', written)!
  const attribution = readOne('LINLI_TILES_ATTRIBUTION', written) ?? null
  return template === undefined ? null : { template, system, attribution }
}

function readOne<N extends SettingName>(
  name: N,
  written: Readonly<Record<string, string | undefined>>,
): z.output<(typeof known)[N]['schema']> | undefined {
  const { schema, unset, zh, en } = known[name]
  const text = written[name]?.trim() || unset
  if (text === undefined) return undefined
  const read = schema.safeParse(text)
  if (read.success) return read.data as z.output<(typeof known)[N]['schema']>
  throw new StartProblem('setting_wrong', {
    sentenceZh: `设置 ${name} 不正确：${zh}。`,
    sentenceEn: `The setting ${name} is wrong: it ${en}.`,
    remedy: `Change ${name} in the environment or in ${settingsFile}`,
  })
}

/** A name that no one reads is a typing error, and would fail in silence: it is refused instead. */
function readSettingsFile(folder: string): Record<string, string | undefined> {
  const path = resolve(folder, settingsFile)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new StartProblem(
      'settings_file_unreadable',
      {
        sentenceZh: `无法读取设置文件 ${path}；请检查其权限，或将其移走。`,
        sentenceEn: `The settings file ${path} cannot be read; correct its permissions or move it away.`,
        remedy: `chmod u+r ${path}`,
      },
      error,
    )
  }
  const written = parseEnv(text)
  const stranger = Object.keys(written).find((name) => !(name in known))
  if (stranger === undefined) return written
  throw new StartProblem('setting_unknown', {
    sentenceZh: `设置文件 ${path} 中的 ${stranger} 不是邻里的设置；请删去或改正，可用的设置见 linli.env.example。`,
    sentenceEn: `${stranger} in ${path} is not a setting of Linli; remove or correct it, linli.env.example lists them all.`,
    remedy: `Remove ${stranger} from ${settingsFile}`,
  })
}
