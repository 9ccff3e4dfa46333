import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import type { z } from 'zod'
import { type CodeSettings, codesOf, type MailSettings, mailOf } from './code-settings.ts'
import { known } from './known-settings.ts'
import { type OidcSettings, oidcOf } from './oidc-settings.ts'
import { StartProblem } from './start-problem.ts'

/** The one optional file of settings, in the working directory. `linli.env.example` documents it. */
export const settingsFile = 'linli.env'

export interface Settings {
  /** Absolute. Holds the database, files, secrets and logs. */
  readonly dataFolder: string
  readonly port: number
  readonly host: string
  /** A PostgreSQL 15 or newer that is run elsewhere; null starts the embedded one. */
  readonly databaseUrl: string | null
  /** The district's name in the directory of districts; null: the only one there is. */
  readonly district: string | null
  /** How many days backups are kept: `linli backup --prune` removes older ones. */
  readonly backupDays: number
  /** Seed of the demonstration data: the same seed gives the same district on every machine. */
  readonly seed: number
  /** Whether the server may listen beyond loopback while demonstration accounts exist. */
  readonly openDemo: boolean
  /** Addresses of reverse proxies whose word is taken for where a request came from. */
  readonly trustedProxies: readonly string[]
  /** What lies under the maps; null: the district's own outlines alone. */
  readonly tiles: TileSettings | null
  /** What brings one-time codes to residents' telephones; null: nothing does. */
  readonly codes: CodeSettings | null
  /** Single sign-on for staff; null: names and passwords alone. */
  readonly oidc: OidcSettings | null
  /** What messages that leave the house need. */
  readonly messages: MessageSettings
}

export interface MessageSettings {
  /** What links begin with, without a slash behind; null: messages have no links. */
  readonly address: string | null
  /** Scheme, host and port of what messages may be sent to besides the known services; these may be private. */
  readonly hosts: readonly string[]
  /** What brings mail; null: nothing does. */
  readonly mail: MailSettings | null
}
export const noMessages: MessageSettings = { address: null, hosts: [], mail: null }

/** A source of map tiles in Web Mercator. */
export interface TileSettings {
  /** Address of a tile with {z}, {x} and {y}: of another server, or a path of this one. */
  readonly template: string
  /** What the tiles' positions are in. */
  readonly system: 'wgs84' | 'gcj02' | 'bd09'
  /** Who made them, as the map says it; null where it was not set. */
  readonly attribution: string | null
}

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
    backupDays: readOne('LINLI_BACKUP_DAYS', written)!,
    seed: readOne('LINLI_SEED', written)!,
    openDemo: readOne('LINLI_OPEN_DEMO', written) !== undefined,
    trustedProxies: readOne('LINLI_TRUSTED_PROXIES', written)!,
    tiles: readTiles(written),
    codes: codesOf((name) => readOne(name, written)),
    oidc: oidcOf((name) => readOne(name, written)),
    messages: {
      address: readOne('LINLI_ADDRESS', written) ?? null,
      hosts: readOne('LINLI_MESSAGE_HOSTS', written) ?? [],
      mail: mailOf((name) => readOne(name, written)),
    },
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
