import { readdirSync, readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { z } from 'zod'
import type { CommandFile } from './command.ts'

const folder = new URL('./commands/', import.meta.url)
const PackageFile = z.object({ version: z.string() })

/** Linli's version, as in 0.1.0. */
export const version = PackageFile.parse(
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')),
).version

/** The commands there are: one for each file in `commands/`, with its name. */
export const commandNames: readonly string[] = readdirSync(folder)
  .filter((name) => /^[a-z]+\.ts$/.test(name))
  .map((name) => name.slice(0, -'.ts'.length))
  // The one that everybody begins with heads the help.
  .sort((a, b) => Number(b === 'start') - Number(a === 'start') || a.localeCompare(b))

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Arguments:': '参数 Arguments:',
  'Options:': '选项 Options:',
  'Global Options:': '通用选项 Options of every command:',
  'Commands:': '命令 Commands:',
}

/**
 * The `linli` command line. Where the words name a command only that one's file is read, so that a
 * command costs the memory of its own work; the help reads them all.
 */
export async function buildCommandLine(words: readonly string[]): Promise<Command> {
  const linli = new Command('linli')
    .description('邻里：社区治理平台  Linli: an open platform for community governance')
    .version(version, '-V, --version', '显示版本 show the version')
    .helpOption('-h, --help', '显示帮助 show this help')
    .helpCommand('help [command]', '显示某个命令的帮助 show the help of a command')
    .addOption(new Option('--data <folder>', '数据文件夹，默认 ./data  data folder, ./data by default'))
    .addOption(new Option('--json', '以一行 JSON 输出结果 print the answer as one line of JSON'))
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles[title] ?? title })
    .showHelpAfterError('（加 --help 查看用法 add --help to see the usage）')
    .exitOverride()
  const called = commandNames.filter((name) => words.includes(name))
  for (const name of called.length === 0 || words.includes('help') ? commandNames : called) {
    const { command } = (await import(new URL(`${name}.ts`, folder).href)) as { command: CommandFile }
    command(linli)
  }
  return linli
}
