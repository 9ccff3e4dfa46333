import type { Settings } from '../../platform/settings.ts'
import { eraseListedIn } from '../backup/erase-again.ts'
import { type CommandFile, groups, type Run, run } from '../command.ts'
import { demoSignIns } from '../demo/accounts.ts'
import { loadDemonstration } from '../demonstration.ts'
import { isToSetUp, isUntouched } from '../district.sql.ts'
import { addressesOf, greeting } from '../greeting.ts'
import { onInterrupt } from '../interrupt.ts'
import { mustBeFree, mustMayListen } from '../listen.ts'
import { type OpenLinli, openLinli } from '../open.ts'
import { type RunningServer, startServer } from '../server.ts'
import type { Terminal } from '../terminal.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('start')
    .helpGroup(groups.running)
    .description('启动邻里，首次启动载入演示区 serve Linli; the first start loads the demonstration district')
    .option('--empty', '不载入演示数据，在浏览器中建立自己的区 set up your own district in the browser')
    .option('--port <port>', '端口，默认 3000  port, 3000 by default')
    .option('--host <host>', '监听地址，默认 127.0.0.1  address to listen on, 127.0.0.1 by default')
    .action((options: { empty?: true }, self) => run(self, (its) => start(its, options.empty === true)))
}

/** Serves until it is interrupted, and then ends the program in good order. */
async function start({ settings, terminal }: Run, isEmpty: boolean): Promise<never> {
  await mustBeFree(settings)
  const open = await openLinli(settings, {
    onNotice: terminal.notice,
    whenNone: isEmpty ? 'to_set_up' : 'demonstration',
  })
  try {
    const server = await serve(open, settings, terminal)
    onInterrupt(async () => {
      await server.stop()
      await open.close()
      return 0
    })
    await greet(open, server, terminal)
  } catch (error) {
    await open.close()
    throw error
  }
  return new Promise<never>(() => undefined)
}

async function serve(open: OpenLinli, settings: Settings, terminal: Terminal): Promise<RunningServer> {
  mustMayListen(open.district, settings)
  if (open.district.demonstration && (await isUntouched(open.district)))
    await loadDemonstration(open, terminal)
  // A database that was put back from a copy may know people whom the list outside it says were erased.
  await eraseListedIn(open)
  return startServer(open, settings)
}

async function greet({ district }: OpenLinli, { url, hasPages }: RunningServer, terminal: Terminal) {
  if (!hasPages)
    terminal.notice('网页尚未生成，请运行 script/build。 The pages are not built yet: run script/build.')
  if (terminal.isJson)
    return terminal.answer(
      JSON.stringify({ ok: true, district: district.id, pid: process.pid, ...addressesOf(url) }),
    )
  terminal.answer(
    greeting(district, url, {
      isToSetUp: !district.demonstration && (await isToSetUp(district)),
      signIns: district.demonstration ? demoSignIns : [],
    }),
  )
}
