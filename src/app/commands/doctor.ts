import { type CommandFile, groups, type Outcome, type Run, run } from '../command.ts'
import { examine } from '../doctor.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('doctor')
    .helpGroup(groups.keeping)
    .description('检查运行环境并给出补救办法 look at what Linli runs on, and say what to do')
    .action((_options, self) => run(self, see))
}

async function see({ settings, terminal }: Run): Promise<Outcome> {
  const findings = await examine(settings, terminal.notice)
  return {
    isGood: findings.every(({ isGood }) => isGood),
    answer: { findings },
    words: findings.map((one) => `${one.isGood ? '✓' : '✗'} ${terminal.words(one)}`).join('\n'),
  }
}
