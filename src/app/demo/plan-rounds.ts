/** One finding of a round: the thing, and what its report says. */
export interface PlannedFinding {
  readonly item: string
  readonly words: string
}

/** A round through an estate, all other things of its list fine. */
export interface PlannedRound {
  readonly estateCode: string
  /** When it ended. What was found waits for the desk: it was today. */
  readonly minutesAgo: number
  readonly absent: readonly string[]
  readonly found: readonly PlannedFinding[]
}

/** The last day in the grid of one grid: who came besides its worker, and what was heard. */
export interface PlannedGridDay {
  readonly gridCode: string
  readonly linkedCame: number
  /** What was heard and mended at once. */
  readonly heard: readonly {
    readonly words: string
    readonly summary: string
    readonly done: string
    readonly answer: string
  }[]
}

export interface PlannedRounds {
  readonly rounds: readonly PlannedRound[]
  readonly gridDays: readonly PlannedGridDay[]
}

/** How many cases come of them. */
export const casesOf = ({ rounds, gridDays }: PlannedRounds): number =>
  [...rounds.map(({ found }) => found), ...gridDays.map(({ heard }) => heard)].flat().length

const day = 24 * 60
const grid = '990104006001001'
const estateCode = `${grid}-01`

/** Rounds and the day in the grid of the grid that the demonstration is shown with. */
export const planRounds = (): PlannedRounds => ({
  rounds: [
    {
      estateCode,
      minutesAgo: 34 * day + 50,
      absent: ['charging'],
      found: [],
    },
    {
      estateCode,
      minutesAgo: 55,
      absent: ['charging'],
      found: [
        { item: 'fire_exit', words: '2 单元一楼的安全出口堆了纸箱，门推不开。' },
        { item: 'lighting', words: '1 单元三楼到五楼的灯都不亮。' },
      ],
    },
  ],
  gridDays: [
    {
      gridCode: grid,
      linkedCame: 2,
      heard: [
        {
          words: '居民说2单元楼梯下又放了旧轮胎，晚上看不清容易绊。',
          summary: '楼梯下放着旧轮胎',
          done: '找到住户，当场搬走，楼梯下已经空了。',
          answer: '旧轮胎已经搬走，楼道里不能放东西，也贴了提醒。',
        },
      ],
    },
  ],
})
