import type { StepMoment } from '../../../cases/ladder/ladder.contract.ts'
import { fullDuration } from '../../words/time.ts'
import { useWords } from '../words.ts'

/** Steps are said in hours and minutes alone: how long a working day is, differs. */
const inHours = { measure: 'clock', minutesPerDay: Number.MAX_SAFE_INTEGER } as const

/** When a step is said: 还剩 33% 的时间, 过期 3 小时 30 分钟. */
export function useSayWhen(): (moment: StepMoment) => string {
  const { consoleSteps: said } = useWords()
  return (moment) =>
    moment.of === 'left'
      ? said.left(moment.percent)
      : said.over(moment.minutes === 0 ? null : fullDuration(moment.minutes, inHours))
}
