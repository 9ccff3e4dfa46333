import { CommanderError } from 'commander'
import { buildCommandLine } from './command-line.ts'
import { catchInterrupts } from './interrupt.ts'

/** Wrong usage: an unknown command or option, a missing argument. */
const wrongUsage = 2

catchInterrupts()
try {
  const commandLine = await buildCommandLine(process.argv.slice(2))
  await commandLine.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // Help and version that were asked for end well; help that is shown instead of an act does not.
  process.exitCode = error.exitCode === 0 ? 0 : wrongUsage
}
