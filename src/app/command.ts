import type { Command } from 'commander'
import type { Settings } from '../platform/settings.ts'
import { readSettings } from '../platform/settings.ts'
import { explainError } from './explain-error.ts'
import { type Both, openTerminal, type Terminal } from './terminal.ts'

/** A file in `commands/` exports this as `command`: it adds one command, named as the file is. */
export type CommandFile = (linli: Command) => void

/** How a command ended. */
export interface Outcome {
  /** False is exit code 1: refused, or not true. */
  readonly isGood: boolean
  /** What `--json` prints, beside `ok`, on one line. */
  readonly answer: Readonly<Record<string, unknown>>
  /** For people: in both languages, or composed for the terminal already. */
  readonly words: Both | string
}

export interface Run {
  readonly settings: Settings
  readonly terminal: Terminal
}

/** Headings under which the help lists the commands. */
export const groups = {
  running: '运行 Running:',
  inAndOut: '导入导出 In and out:',
  keeping: '保管与核对 Keeping and checking:',
} as const

interface GlobalOptions {
  readonly json?: true
  readonly data?: string
  readonly port?: string
  readonly host?: string
}

/**
 * Does a command's work with the settings that its options change, prints how it ended and sets the exit code.
 * What the program means is a sentence; a bug is a stack.
 */
export async function run(command: Command, work: (run: Run) => Promise<Outcome>): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>()
  const terminal = openTerminal({ isJson: options.json === true })
  try {
    const settings = readSettings({
      ...process.env,
      ...(options.data && { LINLI_DATA: options.data }),
      ...(options.port && { LINLI_PORT: options.port }),
      ...(options.host && { LINLI_HOST: options.host }),
    })
    const { isGood, answer, words } = await work({ settings, terminal })
    const text = typeof words === 'string' ? words : terminal.words(words)
    terminal.answer(terminal.isJson ? JSON.stringify({ ok: isGood, ...answer }) : text)
    process.exitCode = isGood ? 0 : 1
  } catch (error) {
    process.exitCode = await fail(terminal, error)
  }
}

async function fail(terminal: Terminal, error: unknown): Promise<number> {
  const explained = await explainError(error)
  if (explained === null) console.error(error)
  const { exitCode, ...said } = explained ?? { ...bug, exitCode: 1 }
  if (terminal.isJson) terminal.answer(JSON.stringify({ ok: false, error: said }))
  else if (explained) terminal.notice(terminal.words(said))
  return exitCode
}

const bug = {
  code: 'internal',
  zh: '程序内部出错。',
  en: 'Linli made a mistake of its own.',
  remedy: null,
} as const
